import CaseDomain
import ChecklistRules

/// The checklist of the case on the desk, as lines that a cursor can stand on.
struct CaseSheet {
    /// Nil where the matter has no checklist, or the case is routed away.
    let checklist: Checklist?
    let evaluator: Evaluator
    /// The rules that the case stood under, where they aren't installed any more and `checklist` stands in for them.
    let lacking: ChecklistReference?
    let sheet: ChecklistSheet
    /// Lines that concern the case; what isn't needed is counted in `notNeeded`.
    let lines: [Line]
    let notNeeded: [ChecklistSheet.Line]

    enum Line {
        /// A defect of the application itself.
        case application(Finding)
        /// A fact of the application that decides and isn't known.
        case question(DecidingFact)
        case material(ChecklistSheet.Line)

        var material: ChecklistSheet.Line? {
            if case .material(let line) = self { return line }
            return nil
        }
    }

    init(_ work: CaseWork, _ desk: Desk) {
        let application = work.application
        let book = desk.rules.book()
        evaluator = book.evaluator(
            for: application.particulars, office: desk.office, keeping: work.file?.checklist)
        lacking = book.lacks(work.file?.checklist) ? work.file?.checklist : nil
        sheet = evaluator.sheet(for: application)
        checklist = sheet.evaluation.route == nil ? evaluator.checklist : nil
        var lines: [Line] = []
        var notNeeded: [ChecklistSheet.Line] = []
        for finding in sheet.evaluation.findings where finding.material == nil { lines.append(.application(finding)) }
        for open in sheet.evaluation.undetermined where open.material == nil {
            if case .fact(let fact) = open.question { lines.append(.question(fact)) }
        }
        for line in sheet.lines {
            if line.state == .notNeeded { notNeeded.append(line) } else { lines.append(.material(line)) }
        }
        self.lines = lines
        self.notNeeded = notNeeded
    }

    var evaluation: Evaluation { sheet.evaluation }

    func line(at place: Int) -> Line? { lines.indices.contains(place) ? lines[place] : nil }

    /// Whether a line still keeps the notice from leaving.
    func isOpen(_ line: Line) -> Bool {
        switch line {
        case .application: false
        case .question: true
        case .material(let line): line.state == .unjudged
        }
    }

    /// The first open line behind a place, going round at the end.
    func nextOpen(after place: Int) -> Int? {
        let order = Array(lines.indices)
        let later = order.filter { $0 > place } + order.filter { $0 <= place }
        return later.first { isOpen(lines[$0]) }
    }

    var openCount: Int { lines.count(where: isOpen) }
}
