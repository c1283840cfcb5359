import CaseDomain
import ChecklistRules
import NoticeComposer
import TestSupport
import Testing
import TextLayout

/// What holds for every notice, whatever the case.
@Suite("Every notice")
struct NoticePropertyTests {
    static let seeds: [UInt64] = [11, 12, 13, 14]

    private func each(
        seed: UInt64, _ body: (CaseFile, Evaluation, Checklist, CompleteEvaluation?) throws -> Void
    ) throws {
        var dice = ApplicationDice(seed: seed)
        for round in 0..<250 {
            let file = dice.file(judged: [100, 100, 97, 60][round % 4])
            let evaluator = SampleDesk.book.evaluator(
                for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
            guard let checklist = evaluator.checklist else { continue }
            let evaluation = evaluator.evaluate(file.application)
            var complete: CompleteEvaluation?
            do throws(IncompleteEvaluation) {
                complete = try evaluation.completed()
            } catch {
                complete = nil
            }
            try body(file, evaluation, checklist, complete)
        }
    }

    @Test("there is one if and only if all is judged and something must be corrected", arguments: seeds)
    func existence(seed: UInt64) throws {
        var outcomes: [Outcome: Int] = [:]
        try each(seed: seed) { file, evaluation, checklist, complete in
            outcomes[evaluation.outcome, default: 0] += 1
            let draft = complete.flatMap { Papers.draft($0, of: file, checklist: checklist) }
            #expect((draft != nil) == (complete != nil && evaluation.outcome == .correct))
            if evaluation.outcome == .correct { #expect(complete != nil) }
        }
        #expect(outcomes[.correct, default: 0] > 20 && outcomes[.undetermined, default: 0] > 20)
    }

    @Test("everything that blocks is on it exactly once, and nothing that the office looks up", arguments: seeds)
    func findings(seed: UInt64) throws {
        try each(seed: seed) { file, evaluation, checklist, complete in
            guard let complete, let draft = Papers.draft(complete, of: file, checklist: checklist) else { return }
            let wanted = evaluation.findings.filter(\.isBlocking).map { finding in
                "\(finding.material?.id ?? "-") \(checklist.text(for: finding, in: file.application))"
            }
            let found = draft.items.flatMap { item in item.problems.map { "\(item.material?.id ?? "-") \($0)" } }
            #expect(wanted.sorted() == found.sorted())
            let materials = draft.items.compactMap(\.material)
            #expect(Set(materials).count == materials.count)
            #expect(Set(materials).isDisjoint(with: evaluation.notRequested.map(\.material)))
            let gaps = evaluation.findings.filter { !$0.isBlocking }.compactMap(\.material)
            #expect(Set(materials).isDisjoint(with: gaps))
            #expect(draft.items.allSatisfy { $0.problems.count == $0.remedies.count })
        }
    }

    @Test("the paper says it, item by item and in order", arguments: seeds)
    func text(seed: UInt64) throws {
        try each(seed: seed) { file, _, checklist, complete in
            guard let complete, let draft = Papers.draft(complete, of: file, checklist: checklist) else { return }
            var rest = Substring(Papers.squeezed(draft.lines(numberWords: "（编号）").joined()))
            for (index, item) in draft.items.enumerated() {
                let texts =
                    ["\(index + 1)．\(item.name)"] + zip(item.problems, item.remedies).flatMap { [$0, $1] }
                    + [item.basis.citation]
                for text in texts {
                    let sought = Papers.squeezed(SafeText.singleLine(text))
                    let range = rest.firstRange(of: sought)
                    #expect(range != nil, "\(text)")
                    if let range { rest = rest[range.upperBound...] }
                }
            }
        }
    }

    @Test("no line is wider than the paper, and none holds a control character", arguments: seeds)
    func layout(seed: UInt64) throws {
        try each(seed: seed) { file, evaluation, checklist, _ in
            let text = NoticeText(
                evaluation, of: file, checklist: checklist, setting: Papers.setting,
                calendar: SampleDesk.clocks.calendar,
                stamp: Papers.stamp)
            for line in text.lines(number: "示审食补〔2026〕1号") {
                #expect(TextWidth.columns(of: line) <= NoticeText.columns, "\(line)")
                let controls = line.unicodeScalars.filter { SafeText.verdict(on: $0) != .keep }
                #expect(controls.isEmpty, "\(line.debugDescription)")
            }
        }
    }

    @Test("issuing changes nothing but the number", arguments: seeds)
    func issued(seed: UInt64) throws {
        try each(seed: seed) { file, _, checklist, complete in
            guard let complete, let draft = Papers.draft(complete, of: file, checklist: checklist) else { return }
            let number = DocumentNumber("示审食补〔2026〕7号")
            let notice = draft.issued(as: number)
            #expect(notice == draft.issued(as: number))
            #expect(notice.lines == draft.lines(numberWords: number.text))
            #expect(notice.items == draft.items && notice.round == file.round + 1)
            #expect(notice.deadline == draft.deadline && notice.checklist == checklist.reference)
            #expect(notice.text.utf8.elementsEqual(notice.lines.map { $0 + "\n" }.joined().utf8))
        }
    }
}
