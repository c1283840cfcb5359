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
    private let template: PaperTemplate
    private let values: [PaperTemplate.Placeholder: String]
    private let hasGaps: Bool
    private let hasSpared: Bool

    package init(
        _ evaluation: Evaluation, of file: CaseFile, checklist: Checklist, setting: NoticeSetting,
        calendar: WorkingCalendar, stamp: EventStamp
    ) {
        let office = setting.office
        let particulars = file.particulars
        let ledger = calendar.ledger(office.correctionDays, from: stamp.at.date)
        deadline = ledger.isCertain ? ledger.result : nil
        items = NoticeText.items(
            evaluation.findings.filter(\.isBlocking), checklist: checklist, application: file.application)
        let gaps = NoticeText.items(
            evaluation.findings.filter { !$0.isBlocking }, checklist: checklist, application: file.application)
        let spared = evaluation.notRequested.map {
            checklist.requirement(for: $0.material)?.name ?? $0.material.id
        }
        template = setting.template
        hasGaps = !gaps.isEmpty
        hasSpared = !spared.isEmpty
        let days = "\(office.correctionDays)个工作日"
        values = [
            .title: office.noticeTitle, .office: office.name, .applicant: particulars.applicant.name,
            .uscc: particulars.applicant.uscc ?? "未登记",
            .contact: particulars.agent?.phone ?? particulars.applicant.phone ?? "未留",
            .received: file.submittedOn.chinese, .procedure: checklist.name,
            .caseNumber: particulars.externalNumber ?? file.number.text,
            .round: String(file.round + 1), .statute: setting.statute.citation, .itemCount: String(items.count),
            .spareCount: String(spared.count), .gapCount: String(gaps.count),
            .correctionTerm: deadline.map { "于\($0.chinese)前（含当日，\(days)内）" } ?? "自收到本告知书之日起\(days)内",
            .correctionDays: days, .submission: office.submission(window: file.window), .clerk: stamp.by.text,
            .phone: office.phone, .supervision: office.supervisionPhone, .hours: office.hours,
            .issued: stamp.at.date.chinese, .gapList: gaps.map(\.name).joined(separator: "、"),
            .spareList: spared.joined(separator: "、"),
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
            case .gaps(let text): if hasGaps { lines += broken(filled(text, number), firstIndent: 4) }
            case .spared(let text): if hasSpared { lines += broken(filled(text, number), firstIndent: 4) }
            }
        }
        return lines
    }

    private func filled(_ text: String, _ number: String) -> String {
        PaperFilling.filled(text, values, number: number)
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
    private static func items(
        _ findings: [Finding], checklist: Checklist, application: Application
    ) -> [NoticeItem] {
        var items: [NoticeItem] = []
        var seen: [Int: Int] = [:]
        for finding in findings {
            let problem = checklist.text(for: finding, in: application)
            let remedy = checklist.remedy(for: finding, in: application)
            if let requirement = finding.requirement {
                if let place = seen[requirement] {
                    items[place] = items[place].adding(problem, remedy)
                    continue
                }
                seen[requirement] = items.count
                let rule = checklist.requirements[requirement]
                items.append(
                    NoticeItem(
                        material: rule.material, name: rule.name, row: rule.row, problems: [problem],
                        remedies: [remedy],
                        mustFulfil: finding.defect == .missing ? checklist.mustFulfil(rule, in: application) : "",
                        basis: checklist.basis(for: finding), copies: rule.copies))
            } else {
                items.append(
                    NoticeItem(
                        material: nil, name: "申请事项", row: "", problems: [problem], remedies: [remedy],
                        mustFulfil: "", basis: checklist.basis(for: finding), copies: ""))
            }
        }
        return items
    }
}

extension NoticeItem {
    fileprivate func adding(_ problem: String, _ remedy: String) -> NoticeItem {
        NoticeItem(
            material: material, name: name, row: row, problems: problems + [problem], remedies: remedies + [remedy],
            mustFulfil: mustFulfil, basis: basis, copies: copies)
    }
}

extension Office {
    /// Where corrected papers may be handed in.
    fileprivate func submission(window: String) -> String {
        let window = window.isEmpty ? "" : "\(window)窗口"
        return "\(name)\(window)（\(address)），或通过\(online)提交，也可邮寄"
    }
}
