import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// What there is to say about the line under the cursor: why it is asked for, what is wrong, and where that stands.
enum CaseDetail {
    static func draw(
        _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, showsRounds: Bool = false, into canvas: inout Canvas,
        in rect: Rect
    ) {
        var row = 0
        let rounds = showsRounds ? PaperRounds.parts(work, sheet, desk) : []
        for (label, text, role) in parts(work, sheet, desk) + rounds where row < rect.rows {
            let head = " \(desk.say(label)) "
            let indent = TextWidth.columns(of: head)
            let lines = LineBreaking.lines(
                SafeText.singleLine(text), columns: max(10, rect.columns - indent - 1), widths: canvas.widths)
            let room = rect.rows - row
            canvas.withClip(rect) { canvas in
                canvas.write(head, at: Position(row: row, column: 0), role: .label)
                for (place, line) in lines.prefix(room).enumerated() {
                    // Where the rest doesn't fit, the last line says that there is more.
                    let isCut = place == room - 1 && lines.count > room
                    let text = isCut ? TextFit.truncated(line + "  ", toColumns: TextWidth.columns(of: line)) : line
                    canvas.write(text, at: Position(row: row, column: indent), role: role)
                    row += 1
                }
            }
        }
    }

    static func parts(
        _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk
    ) -> [(Phrase, String, StyleRole)] {
        switch sheet.line(at: work.line) {
        case .application(let finding)?:
            guard let checklist = sheet.checklist else { return [] }
            return [
                (Phrases.Case.problem, checklist.text(for: finding, in: work.application), .bad),
                (Phrases.Case.fulfil, checklist.remedy(for: finding, in: work.application), .text),
                (Phrases.Case.basis, checklist.basis(for: finding).shown(desk.language), .dim),
            ]
        case .question?, nil:
            guard let route = sheet.evaluation.route else { return notNeeded(sheet, desk) }
            return [
                (Phrases.Case.problem, route.text, .warn),
                (Phrases.Case.basis, route.basis.shown(desk.language), .dim),
            ]
        case .material(let line)?:
            return material(line, work, sheet, desk) + notNeeded(sheet, desk)
        }
    }

    private static func material(
        _ line: ChecklistSheet.Line, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk
    ) -> [(Phrase, String, StyleRole)] {
        guard let checklist = sheet.checklist else { return [] }
        let requirement = checklist.requirements[line.requirement]
        var parts: [(Phrase, String, StyleRole)] = []
        switch line.need {
        case .needed(let because), .spared(let because), .notNeeded(let because), .offered(let because):
            if !because.isEmpty { parts.append((Phrases.Case.because, because, .text)) }
        case .depends(let facts):
            let names = facts.map { desk.say($0.phrase) }.joined(separator: "、")
            parts.append((Phrases.Case.because, desk.say(Phrases.Case.question, ["fact": names]), .warn))
        }
        let ways = Way.allCases.map { way in
            let text = WayText(way, desk)
            return "\(text.name) \(text.words(line, work, checklist))"
        }
        let finding = work.pane == .checks ? self.finding(under: work.check, in: line) : line.findings.first
        if let finding {
            let text = checklist.text(for: finding, in: work.application)
            let remedy = checklist.remedy(for: finding, in: work.application)
            parts.append((Phrases.Case.problem, "\(text)\(remedy)", .bad))
        } else {
            let fulfil = checklist.mustFulfil(requirement, in: work.application)
            if !fulfil.isEmpty { parts.append((Phrases.Case.fulfil, fulfil, .text)) }
        }
        let basis = finding.map(checklist.basis(for:)) ?? requirement.basis
        parts.append((Phrases.Case.basis, "\(basis.shown(desk.language))  \(requirement.copies)", .dim))
        parts.append((Phrases.Guidance.way, ways.joined(separator: desk.language == .zh ? "；" : "; "), .dim))
        let own = sheet.evaluation.warnings.filter { $0.material == line.material }
        parts += own.map { (Phrases.Guidance.warning, checklist.text(for: $0, desk.language), .warn) }
        return parts
    }

    private static func finding(under place: Int, in line: ChecklistSheet.Line) -> Finding? {
        guard line.checks.indices.contains(place) else { return line.findings.first }
        let check = line.checks[place].check
        return line.findings.first { $0.defect == .check(check) }
    }

    private static func notNeeded(_ sheet: CaseSheet, _ desk: Desk) -> [(Phrase, String, StyleRole)] {
        guard let checklist = sheet.checklist, !sheet.notNeeded.isEmpty else { return [] }
        let names = sheet.notNeeded.map { line in
            let requirement = checklist.requirements[line.requirement]
            return desk.language == .zh ? requirement.name : requirement.english
        }
        return [(Phrase("不需要", "Not needed"), names.joined(separator: "、"), .dim)]
    }
}
