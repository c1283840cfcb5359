package import CaseDomain
package import ChecklistRules

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
    let filling: PaperFilling
    /// The number under which the applicant knows the case; of several cases, the first.
    let caseNumber: String
    /// What the paper's QR code says.
    let code: String

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
        caseNumber = file.nameForApplicant
        code = setting.office.code(for: caseNumber)
        filling = PaperFilling(
            template: setting.template,
            values: NoticeText.values(
                for: [file], procedure: checklist.name, round: file.round + 1, items: items, gaps: gaps,
                spared: spared, deadline: deadline, setting: setting, stamp: stamp),
            occasions: NoticeText.occasions(of: [file], gaps: gaps, spared: spared))
    }

    /// Nil where the term ends in a year whose holidays aren't loaded.
    static func deadline(_ office: Office, _ calendar: WorkingCalendar, _ stamp: EventStamp) -> CivilDate? {
        let ledger = calendar.ledger(office.correctionDays, from: stamp.at.date)
        return ledger.isCertain ? ledger.result : nil
    }

    static func occasions(of files: [CaseFile], gaps: [NoticeItem], spared: [String]) -> Set<PaperTemplate.Occasion> {
        var occasions: Set<PaperTemplate.Occasion> = []
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
        let office = setting.office
        let days = "\(office.correctionDays)个工作日"
        let own: [PaperTemplate.Placeholder: String] = [
            .title: office.noticeTitle, .office: office.name, .procedure: procedure,
            .round: String(round), .statute: setting.statute.citation, .itemCount: String(items.count),
            .spareCount: String(spared.count), .gapCount: String(gaps.count),
            .correctionTerm: deadline.map { "于\($0.chinese)前（含当日，\(days)内）" } ?? "自收到本告知书之日起\(days)内",
            .deadline: deadline.map { "\($0.chinese)前" } ?? "收到之日起\(days)内", .correctionDays: days,
            .clerk: stamp.by.text, .phone: office.phone,
            .supervision: office.supervisionPhone, .hours: office.hours, .issued: stamp.at.date.chinese,
            .gapList: gaps.map(\.name).joined(separator: "、"), .spareList: spared.joined(separator: "、"),
            .spotCount: String(files.reduce(0) { $0 + $1.correctedSinceNotice }),
        ]
        return PaperText.values(of: files, at: office).merging(own) { $1 }
    }

    /// The paper's lines, without control characters and none wider than `columns`.
    package func lines(number: String) -> [String] { typeset(number: number).map(\.text) }

    /// The same lines with what each is there for.
    package func typeset(number: String) -> [PaperLine] {
        filling.typeset(
            number: number, items: items.enumerated().flatMap { NoticeText.lines(of: $0.element, $0.offset + 1) })
    }

    /// What an issued paper keeps besides its words.
    func imprint(of lines: [PaperLine]) -> PaperImprint {
        PaperImprint(roles: lines.map(\.role), copies: filling.template.copies, caseNumber: caseNumber, code: code)
    }

    /// One item: what the paper is, what is wrong, how to put it right, where that stands and how many copies.
    private static func lines(of item: NoticeItem, _ number: Int) -> [String] {
        var lines = PaperFilling.head(number, item.name)
        if let matters = item.matters { lines += PaperFilling.note("影响事项：\(matters.joined(separator: "、"))") }
        let many = item.problems.count > 1
        for (index, problem) in item.problems.enumerated() {
            let mark = many ? "（\(index + 1)）" : ""
            lines += PaperFilling.note("问题：\(mark)\(problem)")
            if item.remedies.indices.contains(index) { lines += PaperFilling.note("补正：\(mark)\(item.remedies[index])") }
        }
        if !item.mustFulfil.isEmpty { lines += PaperFilling.note("应符合：\(item.mustFulfil)") }
        let form = item.copies.isEmpty ? "" : "份数与形式：\(item.copies)。"
        return lines + PaperFilling.note("\(form)依据：\(item.basis.onPaper)。")
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

extension CaseFile {
    /// The number that the province's system gave, where it gave one: that is the one on the applicant's receipt.
    package var nameForApplicant: String { particulars.externalNumber ?? number.text }
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
