import CaseDomain

/// The words of one paper, gathered from the office, the case and what the paper itself has to say.
struct PaperText {
    private let setting: PaperSetting
    private let kind: PaperKind
    private(set) var values: [PaperTemplate.Placeholder: String]
    private(set) var occasions: Set<PaperTemplate.Occasion> = []
    /// The list, laid out.
    private(set) var items: [String] = []

    /// Something to write on.
    private static let blank = "________________"

    init(
        _ setting: PaperSetting, rule: PaperRule, kind: PaperKind, procedure: String, _ stamp: EventStamp
    ) {
        self.setting = setting
        self.kind = kind
        let office = setting.office
        values = [
            .title: rule.title, .office: office.name, .procedure: procedure, .clerk: stamp.by.text,
            .phone: office.phone, .supervision: office.supervisionPhone, .hours: office.hours,
            .issued: stamp.at.date.chinese, .copies: "一式\(PaperText.numeral(rule.copies))份",
            .submission: office.submission(window: ""), .signature: PaperText.blank,
            .basis: setting.law.bases[kind]?.onPaper ?? "",
        ]
    }

    /// - Parameter files: of one applicant; the first is the one that keeps the paper.
    mutating func add(_ files: [CaseFile]) {
        values.merge(PaperText.values(of: files, at: setting.office)) { $1 }
    }

    mutating func add(countersigner: String) {
        values[.countersigner] = countersigner
        occasions.insert(.countersigned)
    }

    /// What every paper says about its cases.
    ///
    /// - Parameter files: of one applicant; not empty.
    static func values(of files: [CaseFile], at office: Office) -> [PaperTemplate.Placeholder: String] {
        guard let file = files.first else { return [:] }
        let particulars = file.particulars
        return [
            .applicant: particulars.applicant.name, .uscc: particulars.applicant.uscc ?? "未登记",
            .contact: particulars.agent?.phone ?? particulars.applicant.phone ?? "未留",
            .received: file.submittedOn.chinese,
            .caseNumber: files.map(\.nameForApplicant).joined(separator: "、"),
            .premises: particulars.premises.address, .principal: particulars.applicant.principal?.name ?? "",
            .submission: office.submission(window: file.window),
        ]
    }

    mutating func add(_ content: PaperContent, of file: CaseFile?) {
        if let acceptance = file?.acceptance { values[.accepted] = acceptance.on.chinese }
        switch content {
        case .guidance(let list): add(list)
        case .receipt(let materials): add(materials)
        case .acceptance(let acceptance, let gaps, let isDeemed):
            values[.accepted] = acceptance.on.chinese
            values[.gapList] = gaps.joined(separator: "、")
            values[.toleranceBasis] = setting.law.bases[.gapNotice]?.onPaper ?? ""
            addNoticeTerm()
            occasions.insert(isDeemed ? .deemed : gaps.isEmpty ? .whole : .gaps)
            if let file { addDecision(file.particulars) }
        case .refusal(let refusal, let elsewhere):
            values[.reason] = refusal.reason
            values[.basis] = refusal.basis.onPaper
            values[.elsewhere] = elsewhere
            if !elsewhere.isEmpty { occasions.insert(.elsewhere) }
            addRights()
        case .gaps(let gaps): add(gaps)
        case .inspection(let visit): add(visit)
        case .approval(let note): values[.reason] = note
        case .denial(let reason, let basis):
            values[.reason] = reason
            values[.basis] = [basis, values[.basis] ?? ""].filter { !$0.isEmpty }.joined(separator: "、")
            addRights()
        case .serviceRecord(let document, let service): add(service, of: document)
        case .referral(let destination, let text, let basis):
            values[.destination] = destination
            values[.reason] = text
            values[.basis] = basis.onPaper
        case .handOver(let handover, let materials): add(handover, materials)
        case .clockStop(let stop):
            values[.special] = stop.procedure
            values[.reason] = stop.words
            values[.stoppedOn] = stop.from.chinese
            if let file { addDecision(file.particulars) }
        case .termExtension(let granted, let until):
            values[.extensionTerm] = "\(granted.days)个工作日"
            values[.approvedBy] = granted.approvedBy
            values[.reason] = granted.reason
            values[.deadline] = until?.chinese ?? PaperText.blank
            if let file { addDecision(file.particulars) }
        }
    }

    private mutating func add(_ visit: InspectionVisit) {
        let way =
            switch visit.mode {
            case .onSite: ""
            case .video: "（远程视频核查）"
            case .samples: "（核样品资料）"
            }
        values[.inspectionDay] = visit.on.chinese + way
        let others = visit.departments.isEmpty ? "" : "（\(visit.departments.joined(separator: "、"))派员参加）"
        values[.inspectors] = visit.inspectors.joined(separator: "、") + others
        values[.gapList] = visit.collects.joined(separator: "、")
        if !visit.collects.isEmpty { occasions.insert(.gaps) }
    }

    private mutating func add(_ handover: PaperHandover, _ materials: [ReceivedMaterial]) {
        values[.itemCount] = String(materials.count)
        values[.handedBy] = handover.from
        values[.takenBy] = handover.to
        values[.manner] = handover.direction == .toInspectors ? "窗口交核查人员" : "核查人员交窗口"
        items = materials.enumerated().flatMap { place, material in
            PaperFilling.head(place + 1, material.name + (material.count.map { "　\($0)份" } ?? ""))
        }
    }

    private mutating func add(_ list: GuidanceList) {
        values[.itemCount] = String(list.items.count)
        values[.spareList] = list.spared.joined(separator: "、")
        values[.dependList] = list.depends.joined(separator: "；")
        if !list.spared.isEmpty { occasions.insert(.spared) }
        if !list.depends.isEmpty { occasions.insert(.depends) }
        addDecision(list.particulars)
        items = list.items.enumerated().flatMap { place, item in
            PaperFilling.head(place + 1, item.name) + PaperFilling.note("份数与形式：\(item.form)")
                + (item.mustFulfil.isEmpty ? [] : PaperFilling.note("应符合：\(item.mustFulfil)"))
                + PaperFilling.note("依据：\(item.basis.onPaper)")
        }
    }

    private mutating func add(_ materials: [ReceivedMaterial]) {
        values[.itemCount] = String(materials.count)
        addNoticeTerm()
        items = materials.enumerated().flatMap { place, material in
            let form = material.form.isEmpty ? "" : "（要求：\(material.form)）"
            let count = material.count.map { "收到\($0)份" } ?? "收到"
            return PaperFilling.head(place + 1, "\(material.name)　\(count)\(form)")
        }
    }

    private mutating func add(_ gaps: GapPaper) {
        values[.itemCount] = String(gaps.promise.gaps.count)
        values[.gapPlace] = gaps.promise.place
        values[.promisedBy] = gaps.promise.promisedBy
        values[.accepted] = gaps.acceptedOn.chinese
        items = gaps.promise.gaps.enumerated().flatMap { place, gap in
            let form = gaps.forms[gap.material].map { "形式：\($0)。" } ?? ""
            return PaperFilling.head(place + 1, gap.name)
                + PaperFilling.note("\(form)补齐期限：\(gap.dueOn.chinese)以前（含当日）。")
        }
    }

    private mutating func add(_ service: PaperService?, of document: String) {
        values[.document] = document
        values[.manner] = service.map { PaperText.words(for: $0.manner) } ?? PaperText.blank
        values[.served] = service?.on.chinese ?? PaperText.blank
        values[.signedBy] = service?.signedBy ?? ""
        values[.unsigned] = service?.refusal ?? ""
        occasions.insert(service.map { $0.refusal.isEmpty ? .signed : .refused } ?? .open)
    }

    private mutating func addNoticeTerm() {
        let notice = setting.clocks.notice
        values[.noticeTerm] = PaperText.length(of: notice.term)
        values[.noticeConsequence] = notice.consequence?.text ?? ""
        values[.statute] = notice.basis.onPaper
    }

    private mutating func addRights() {
        let (review, suit) = (setting.law.review, setting.law.suit)
        values[.reviewBody] = setting.office.papers.reviewBody
        values[.reviewTerm] = PaperText.length(of: review.term)
        values[.reviewBasis] = review.basis.onPaper
        values[.court] = setting.office.papers.court
        values[.suitTerm] = PaperText.length(of: suit.term)
        values[.suitBasis] = suit.basis.onPaper
    }

    /// By when it is decided, where the law names a term for such cases.
    private mutating func addDecision(_ particulars: Particulars) {
        guard let rule = setting.clocks.rule(.decision, for: particulars), let count = rule.term.count else { return }
        var term = PaperText.length(of: rule.term)
        if rule.isPromised, let promised = setting.clocks.promisedDays[particulars.matter], promised < count {
            term += "（本机关承诺\(promised)个工作日）"
        }
        values[.decisionStart] = rule.from == .receipt ? "收到申请材料之日" : "受理之日"
        values[.decisionTerm] = term
        values[.decisionBasis] = rule.basis.onPaper
        occasions.insert(.decision)
    }

    private static func length(of term: ClockRule.Term) -> String {
        let unit =
            switch term.unit {
            case .workingDays: "个工作日"
            case .days: "日"
            case .months: "个月"
            case .years: "年"
            }
        return "\(term.count ?? 0)\(unit)"
    }

    private static func words(for manner: PaperService.Manner) -> String {
        switch manner {
        case .handed: "直接送达"
        case .mailed: "邮寄送达"
        case .electronic: "电子送达"
        case .left: "留置送达"
        }
    }

    private static func numeral(_ count: Int) -> String {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        return numerals.indices.contains(count - 1) ? numerals[count - 1] : String(count)
    }
}

extension Office {
    /// Where papers may be handed in.
    fileprivate func submission(window: String) -> String {
        let window = window.isEmpty ? "" : "\(window)窗口"
        return "\(name)\(window)（\(address)），或通过\(online)提交，也可邮寄"
    }
}
