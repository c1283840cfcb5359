import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// Draws the case: who and what on top, the checklist with its checks below, and the form beside or instead of it.
enum CaseView {
    private static let headRows = 3
    private static let leastDetailRows = 6
    /// From this width on the form stands beside the checklist.
    static let twoPaneColumns = 118
    private static let formColumns = 52

    /// Rows of the checklist at a screen size.
    static func listHeight(_ size: Size) -> Int {
        let rows = size.rows - DeskView.chromeRows - headRows
        if size.columns >= CasePanes.leastColumns { return CasePanes.listRows(max(1, rows), columns: size.columns) }
        return max(1, rows - detailRows(size.rows) - 1)
    }

    /// Rows for what there is to say about a line: a tall screen has room for all of it.
    private static func detailRows(_ rows: Int) -> Int { rows < 30 ? leastDetailRows : leastDetailRows + 4 }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) -> Position? {
        guard let work = state.work else { return nil }
        let sheet = CaseSheet(work, desk)
        var area = rect
        CaseHead.draw(state, work, sheet, desk, into: &canvas, in: area.splitTop(headRows))
        if let joint = JointCase(work, today: state.today, desk) {
            BundleHead.draw(joint, desk, into: &canvas, in: area.splitTop(1))
        }
        if CasePanes.isMeant(state.size, work) {
            CasePanes.draw(state, work, sheet, desk, into: &canvas, in: area)
            return nil
        }
        let isWide = rect.columns >= twoPaneColumns
        var cursor: Position?
        if isWide || work.pane == .form {
            let form = isWide ? area.splitLeft(formColumns) : area
            cursor = FormView.draw(
                work, desk, today: state.today, sheet: isWide ? nil : sheet, offer: state.filling.offer, into: &canvas,
                in: form)
            guard isWide else { return cursor }
            for row in 0..<area.rows {
                canvas.write("|", at: Position(row: area.row + row, column: area.column), role: .border)
            }
            _ = area.splitLeft(2)
        }
        let detail = area.splitBottom(detailRows(state.size.rows))
        let rule = area.splitBottom(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        let list = area.splitLeft(max(32, area.columns * 3 / 5))
        drawList(work, sheet, desk, into: &canvas, in: list)
        _ = area.splitLeft(1)
        drawChecks(work, sheet, desk, into: &canvas, in: area)
        CaseDetail.draw(work, sheet, desk, into: &canvas, in: detail)
        return cursor
    }

    static func drawList(
        _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var scroll = ListScroll(count: sheet.lines.count)
        scroll.select(work.line, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let line = rect.line(offset)
            canvas.mark(line, .row(place))
            let label = LineLabel(sheet.lines[place], sheet, desk)
            canvas.withClip(line) { canvas in
                let state = TextFit.padded(label.state, toColumns: 8, alignment: .leading)
                canvas.write(" \(state)", at: Position(row: 0, column: 0), role: label.role)
                canvas.write(
                    TextFit.truncated(label.name, toColumns: line.columns - 10, widths: canvas.widths),
                    at: Position(row: 0, column: 10), role: .text)
            }
            guard place == work.line else { continue }
            // The focused pane has the bright cursor; the other keeps a quiet one, so that both places show.
            canvas.restyle(line) { work.pane == .checklist ? $0.onSelection : $0 }
            if work.pane != .checklist { canvas.write(">", at: line.origin, role: .accent) }
        }
    }

    static func drawChecks(
        _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        guard let line = sheet.line(at: work.line)?.material, line.state != .spared, let checklist = sheet.checklist
        else { return }
        let rules = checklist.requirements[line.requirement].checks
        var scroll = ListScroll(count: line.checks.count)
        scroll.select(work.check, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let check = line.checks[place]
            let row = rect.line(offset)
            let verdict = CheckLabel(check.judgement, desk)
            let rule = rules[check.place]
            canvas.mark(row, .part(place))
            canvas.withClip(row) { canvas in
                canvas.write(
                    TextFit.padded(verdict.text, toColumns: 5, alignment: .leading),
                    at: Position(row: 0, column: 0), role: verdict.role)
                let by = check.judgement.by == .machine ? " (\(desk.say(Phrases.Case.byMachine)))" : ""
                let label = SafeText.singleLine((desk.language == .zh ? rule.label : rule.english) + by)
                canvas.write(
                    TextFit.truncated(label, toColumns: row.columns - 6), at: Position(row: 0, column: 6),
                    role: .text)
            }
            if work.pane == .checks, place == work.check { canvas.restyle(row, \.onSelection) }
        }
    }
}

/// What a line of the checklist shows.
struct LineLabel {
    let state: String
    let role: StyleRole
    let name: String

    init(_ line: CaseSheet.Line, _ sheet: CaseSheet, _ desk: Desk) {
        switch line {
        case .application(let finding):
            state = desk.say(Phrases.Case.defective)
            role = .bad
            let text = sheet.checklist?.rule(for: finding)?.words.text ?? finding.defect.id
            name = SafeText.singleLine("\(desk.say(Phrases.Case.application)): \(text)")
        case .question(let fact):
            state = desk.say(Phrases.Case.unjudged)
            role = .warn
            name = desk.say(Phrases.Case.question, ["fact": desk.say(fact.phrase)])
        case .material(let line):
            let requirement = sheet.checklist?.requirements[line.requirement]
            (state, role) = LineLabel.state(line.state, desk)
            let title = requirement.map { desk.language == .zh ? $0.name : $0.english } ?? line.material.id
            let row = requirement?.row ?? ""
            if case .depends(let facts) = line.need, let fact = facts.first {
                let question = desk.say(Phrases.Case.question, ["fact": desk.say(fact.phrase)])
                name = SafeText.singleLine("\(row) \(title) - \(question)")
            } else {
                name = SafeText.singleLine("\(row) \(title)")
            }
        }
    }

    static func state(_ state: ChecklistSheet.State, _ desk: Desk) -> (String, StyleRole) {
        switch state {
        case .inOrder: (desk.say(Phrases.Case.inOrder), .good)
        case .missing: (desk.say(Phrases.Case.missing), .bad)
        case .defective: (desk.say(Phrases.Case.defective), .bad)
        case .unjudged: (desk.say(Phrases.Case.unjudged), .warn)
        case .spared: (desk.say(Phrases.Case.sparedState), .good)
        case .tolerated: (desk.say(Phrases.Case.tolerated), .accent)
        case .notNeeded: ("-", .dim)
        case .replaced: (desk.say(Phrases.Case.replacedState), .good)
        case .offered: (desk.say(Phrases.Case.offeredState), .dim)
        }
    }
}

/// What a check shows.
struct CheckLabel {
    let text: String
    let role: StyleRole

    init(_ judgement: Judgement, _ desk: Desk) {
        switch judgement.verdict {
        case .pass:
            text = desk.say(Phrases.Case.pass)
            role = .good
        case .fail:
            text = desk.say(Phrases.Case.fail)
            role = .bad
        case .unjudged:
            text = desk.say(Phrases.Case.unjudged)
            role = .warn
        }
    }
}

extension Checklist {
    func rule(for finding: Finding) -> ApplicationRule? {
        guard case .application(let defect) = finding.defect else { return nil }
        return rule(for: defect)
    }
}

extension DecidingFact {
    var phrase: Phrase {
        switch self {
        case .fact(let fact): fact.phrase
        case .products: FormFieldID.products.label
        case .changed: FormFieldID.changed.label
        case .area: FormFieldID.area.label
        case .licence: FormFieldID.licenceExpires.label
        }
    }
}
