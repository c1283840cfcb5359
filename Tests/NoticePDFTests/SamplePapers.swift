import CaseDomain
import CaseFormat
import ChecklistRules
import NoticeComposer
import TestSupport
import Testing
import TextLayout

/// Papers to draw.
enum SamplePapers {
    static let setting = NoticeSetting(
        office: SampleDesk.office, template: SampleDesk.template, statute: SampleDesk.clocks.notice.basis,
        program: "yicigao test")

    /// Papers of every other kind, as they were composed.
    static let composed = SourceTree.files(under: "Fixtures/Papers", ending: ".txt").compactMap {
        $0.split(separator: "/").last.map(String.init)
    }

    /// The notice of every case of the demo that lacks something.
    static func demo() throws -> [PrintablePaper] {
        var reader = CaseReader()
        var papers: [PrintablePaper] = []
        for (index, line) in try SourceTree.text("Fixtures/Demo/cases.jsonl").split(separator: "\n").enumerated() {
            let application = try reader.read(String(line))
            if let paper = notice(of: application, sequence: index + 1) { papers.append(paper) }
        }
        return papers
    }

    private static func notice(of application: Application, sequence: Int) -> PrintablePaper? {
        let evaluator = SampleDesk.book.evaluator(for: application.particulars, office: SampleDesk.office)
        let evaluation = evaluator.evaluate(application)
        let stamp = EventStamp(at: SampleDesk.morning, by: ClerkID("zhang"))
        let receipt = Receipt(application: application, checklist: evaluator.checklist?.reference, window: "A02")
        let event = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
        guard let checklist = evaluator.checklist, evaluation.route == nil,
            evaluation.findings.contains(where: \.isBlocking),
            let file = CaseFile(number: CaseNumber(year: 2026, sequence: sequence), first: event)
        else { return nil }
        let text = NoticeText(
            evaluation, of: file, checklist: checklist, setting: setting, calendar: SampleDesk.clocks.calendar,
            stamp: stamp)
        return paper(
            text.typeset(number: "示审食补〔2026〕\(sequence)号"), copies: SampleDesk.template.copies,
            caseNumber: file.number.text, code: SampleDesk.office.code(for: file.number.text))
    }

    static func paper(
        _ lines: [PaperLine], copies: [String] = [], caseNumber: String = "2026-000123", code: String = "2026-000123",
        draftMark: String? = nil
    ) -> PrintablePaper {
        PrintablePaper(
            number: "示审食补〔2026〕12号", issuedAt: SampleDesk.morning, lines: lines, copies: copies,
            caseNumber: caseNumber, code: code, draftMark: draftMark)
    }

    /// Lines of everything that fonts and readers might stumble over.
    static func random(_ dice: inout Dice) -> [PaperLine] {
        let pieces = [
            "申请", "材料", "㛃𠮷祥", "①②", "〔2026〕", "《办法》", "（待核）", "“好味道”", "‘甲’", "——", "……", "A02", "0543-0000001",
            "Lao Wang's", "8:30—12:00", "·", "℃", "㎡", "，", "。", "；", " ", "\u{3000}", "𬭚", "％", "No. 7 (b)",
            "\u{1B}[2J", "\u{202E}", "\u{7}", "ＡＢ１２", "café",
        ]
        var lines = [PaperLine("               行政许可申请材料补正告知书", .title)]
        for _ in 0..<(4 + dice.below(8)) {
            var text = "第"
            for _ in 0..<(10 + dice.below(40)) { text += dice.pick(pieces) }
            lines += LineBreaking.lines(SafeText.singleLine(text), columns: NoticeText.columns, firstIndent: 4).map {
                PaperLine($0, .body)
            }
        }
        return lines
    }
}
