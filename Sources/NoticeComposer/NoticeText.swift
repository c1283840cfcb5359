package import CaseDomain
package import ChecklistRules
import TextLayout

/// The text of a correction notice, laid out on the paper's 28 characters a line.
///
/// It can be made of an unfinished evaluation too, because a clerk wants to see the paper grow; but only a `NoticeDraft`
/// can be issued.
package struct NoticeText: Hashable, Sendable {
    /// 版心: 28 Chinese characters (GB/T 9704-2012), in terminal columns.
    package static let columns = 56

    package let items: [NoticeItem]
    /// Nil where the term ends in a year whose holidays aren't loaded: then the paper names the days, not a date.
    package let deadline: CivilDate?
    let template: PaperTemplate
    let values: [PaperTemplate.Placeholder: String]
    /// The paragraphs that there is something to say in.
    let occasions: Set<Occasion>

    /// What some papers have to say and others don't.
    enum Occasion: Hashable, Sendable { case gaps, spared, corrected, bundle, complete }

    package init(
        _ evaluation: Evaluation, of file: CaseFile, checklist: Checklist, setting: NoticeSetting,
        calendar: WorkingCalendar, stamp: EventStamp
    ) {
        items = NoticeText.items(
            evaluation.findings.filter(\.isBlocking), checklist: checklist, application: file.application)
        let gaps = NoticeText.items(
            evaluation.findings.filter { !$0.isBlocking }, checklist: checklist, application: file.application)
        let spared = evaluation.notRequested.map {
            checklist.requirement(for: $0.material)?.name ?? $0.material.id
        }
        deadline = NoticeText.deadline(setting.office, calendar, stamp)
        template = setting.template
        occasions = NoticeText.occasions(of: [file], gaps: gaps, spared: spared)
        values = NoticeText.values(
            for: [file], procedure: checklist.name, round: file.round + 1, items: items, gaps: gaps, spared: spared,
            deadline: deadline, setting: setting, stamp: stamp)
    }

    /// Nil where the term ends in a year whose holidays aren't loaded.
    static func deadline(_ office: Office, _ calendar: WorkingCalendar, _ stamp: EventStamp) -> CivilDate? {
        let ledger = calendar.ledger(office.correctionDays, from: stamp.at.date)
        return ledger.isCertain ? ledger.result : nil
    }

    static func occasions(of files: [CaseFile], gaps: [NoticeItem], spared: [String]) -> Set<Occasion> {
        var occasions: Set<Occasion> = []
        if !gaps.isEmpty { occasions.insert(.gaps) }
        if !spared.isEmpty { occasions.insert(.spared) }
        if files.contains(where: { $0.correctedSinceNotice > 0 }) { occasions.insert(.corrected) }
        return occasions
    }

    /// What every paper says.
    ///
    /// - Parameter files: the cases that the paper is about, of one applicant; not empty.
    static func values(
        for files: [CaseFile], procedure: String, round: Int, items: [NoticeItem], gaps: [NoticeItem],
        spared: [String], deadline: CivilDate?, setting: NoticeSetting, stamp: EventStamp
    ) -> [PaperTemplate.Placeholder: String] {
        guard let file = files.first else { return [:] }
        let office = setting.office
        let particulars = file.particulars
        let days = "\(office.correctionDays)个工作日"
        let numbers = files.map { $0.particulars.externalNumber ?? $0.number.text }
        return [
            .title: office.noticeTitle, .office: office.name, .applicant: particulars.applicant.name,
            .uscc: particulars.applicant.uscc ?? "未登记",
            .contact: particulars.agent?.phone ?? particulars.applicant.phone ?? "未留",
            .received: file.submittedOn.chinese, .procedure: procedure,
            .caseNumber: numbers.joined(separator: "、"),
            .round: String(round), .statute: setting.statute.citation, .itemCount: String(items.count),
            .spareCount: String(spared.count), .gapCount: String(gaps.count),
            .correctionTerm: deadline.map { "于\($0.chinese)前（含当日，\(days)内）" } ?? "自收到本告知书之日起\(days)内",
            .correctionDays: days, .submission: office.submission(window: file.window), .clerk: stamp.by.text,
            .phone: office.phone, .supervision: office.supervisionPhone, .hours: office.hours,
            .issued: stamp.at.date.chinese, .gapList: gaps.map(\.name).joined(separator: "、"),
            .spareList: spared.joined(separator: "、"),
            .spotCount: String(files.reduce(0) { $0 + $1.correctedSinceNotice }),
        ]
    }

    /// The paper's lines, without control characters and none wider than `columns`.
    package func lines(number: String) -> [String] {
        var lines: [String] = []
        for paragraph in template.paragraphs {
            switch paragraph {
            case .center(let text): lines += aligned(text, number, .center)
            case .right(let text): lines += aligned(text, number, .trailing)
            case .plain(let text): lines += broken(filled(text, number))
            case .body(let text): lines += broken(filled(text, number), firstIndent: 4)
            case .blank: lines.append("")
            case .items: for (index, item) in items.enumerated() { lines += NoticeText.lines(of: item, index + 1) }
            case .gaps(let text): lines += body(text, number, on: .gaps)
            case .spared(let text): lines += body(text, number, on: .spared)
            case .corrected(let text): lines += body(text, number, on: .corrected)
            case .bundle(let text): lines += body(text, number, on: .bundle)
            case .complete(let text): lines += body(text, number, on: .complete)
            }
        }
        return lines
    }

    private func filled(_ text: String, _ number: String) -> String {
        PaperFilling.filled(text, values, number: number)
    }

    private func body(_ text: String, _ number: String, on occasion: Occasion) -> [String] {
        occasions.contains(occasion) ? broken(filled(text, number), firstIndent: 4) : []
    }

    private func aligned(_ text: String, _ number: String, _ alignment: TextFit.Alignment) -> [String] {
        PaperFilling.aligned(filled(text, number), alignment)
    }

    private func broken(_ text: String, firstIndent: Int = 0) -> [String] {
        NoticeText.broken(text, firstIndent: firstIndent)
    }

    private static func broken(_ text: String, firstIndent: Int = 0, restIndent: Int = 0) -> [String] {
        LineBreaking.lines(text, columns: columns, firstIndent: firstIndent, restIndent: restIndent)
    }

    /// One item: what the paper is, what is wrong, how to put it right, where that stands and how many copies.
    private static func lines(of item: NoticeItem, _ number: Int) -> [String] {
        let head = "\(number)．\(item.name)"
        var lines = broken(SafeText.singleLine(head), firstIndent: 2, restIndent: 6)
        if let matters = item.matters { lines += paragraph("影响事项：\(matters.joined(separator: "、"))") }
        let many = item.problems.count > 1
        for (index, problem) in item.problems.enumerated() {
            let mark = many ? "（\(index + 1)）" : ""
            lines += paragraph("问题：\(mark)\(problem)")
            if item.remedies.indices.contains(index) { lines += paragraph("补正：\(mark)\(item.remedies[index])") }
        }
        if !item.mustFulfil.isEmpty { lines += paragraph("应符合：\(item.mustFulfil)") }
        let form = item.copies.isEmpty ? "" : "份数与形式：\(item.copies)。"
        // Whoever signs the paper must see which article nobody has read against the law yet.
        let doubt = item.basis.verified ? "" : "（待核）"
        return lines + paragraph("\(form)依据：\(item.basis.citation)\(doubt)。")
    }

    private static func paragraph(_ text: String) -> [String] {
        broken(SafeText.singleLine(text), firstIndent: 6, restIndent: 6)
    }

    /// The findings by material, in checklist order, so that everything about one paper stands in one place.
    static func items(
        _ findings: [Finding], checklist: Checklist, application: Application
    ) -> [NoticeItem] {
        var items: [NoticeItem] = []
        var seen: [Int: Int] = [:]
        for finding in findings {
            let problem = checklist.text(for: finding, in: application)
            let remedy = checklist.remedy(for: finding, in: application)
            if let requirement = finding.requirement {
                if let place = seen[requirement] {
                    items[place] = items[place].adding(finding.defect.id, problem, remedy)
                    continue
                }
                seen[requirement] = items.count
            }
            items.append(NoticeItem(finding, problem: problem, remedy: remedy, checklist, application))
        }
        return items
    }
}

extension NoticeItem {
    /// The line of one finding.
    init(
        _ finding: Finding, problem: String, remedy: String, _ checklist: Checklist, _ application: Application,
        matters: [String]? = nil
    ) {
        let rule = checklist.requirement(of: finding)
        let isMissing = finding.defect == .missing
        self.init(
            material: rule?.material, name: rule?.name ?? "申请事项", row: rule?.row ?? "", problems: [problem],
            remedies: [remedy],
            mustFulfil: isMissing ? rule.map { checklist.mustFulfil($0, in: application) } ?? "" : "",
            basis: checklist.basis(for: finding), copies: rule?.copies ?? "", matters: matters,
            defects: [finding.defect.id])
    }

    func adding(_ defect: String, _ problem: String, _ remedy: String) -> NoticeItem {
        NoticeItem(
            material: material, name: name, row: row, problems: problems + [problem], remedies: remedies + [remedy],
            mustFulfil: mustFulfil, basis: basis, copies: copies, matters: matters,
            defects: defects.map { $0 + [defect] })
    }
}

extension Office {
    /// Where corrected papers may be handed in.
    fileprivate func submission(window: String) -> String {
        let window = window.isEmpty ? "" : "\(window)窗口"
        return "\(name)\(window)（\(address)），或通过\(online)提交，也可邮寄"
    }
}
