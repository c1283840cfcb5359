import CaseDomain
import ChecklistRules
import ScreenKit
import TextLayout

/// The three rows over a case: number and applicant with the clock, what is applied for, and how the checklist stands.
enum CaseHead {
    static func draw(
        _ state: DeskState, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas,
        in rect: Rect
    ) {
        var area = rect
        drawTitle(state, work, desk, into: &canvas, in: area.splitTop(1))
        let subject = area.splitTop(1)
        canvas.write(
            TextFit.truncated(SafeText.singleLine(self.subject(work, desk)), toColumns: subject.columns - 1),
            at: Position(row: subject.row, column: subject.column + 1), role: .dim)
        drawTally(sheet, desk, into: &canvas, in: area.splitTop(1))
    }

    private static func drawTitle(
        _ state: DeskState, _ work: CaseWork, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var parts: [(String, StyleRole)] = []
        if let file = work.file {
            let face = CaseClockFace(file, today: state.today, desk: desk)
            parts.append((desk.say(face.state.phrase), face.state.role))
            if file.round > 0 {
                parts.append((desk.say(Phrases.Case.round, ["round": String(file.round)]), .text))
            }
            if let clock = face.clock {
                let left = DaysLeft(
                    due: clock.due, isCertain: clock.ledger.isCertain, today: state.today, desk: desk)
                parts.append(("\(desk.say(clock.kind.phrase)) \(left.text)", left.role))
            }
        }
        let rightColumns = parts.reduce(0) { $0 + TextWidth.columns(of: $1.0) + 2 }
        let title =
            work.file.map { "\($0.number.text)  \($0.particulars.applicant.name)" }
            ?? "\(newTitle(work, desk))  \(work.form.text(.name))"
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(SafeText.singleLine(title), toColumns: max(8, rect.columns - rightColumns - 2)),
                at: Position(row: 0, column: 1), role: .title)
            var column = rect.columns - rightColumns
            for (text, role) in parts {
                canvas.write(text, at: Position(row: 0, column: column), role: role)
                column += TextWidth.columns(of: text) + 2
            }
        }
    }

    private static func newTitle(_ work: CaseWork, _ desk: Desk) -> String {
        guard let bundle = work.form.bundle else { return desk.say(Phrases.Case.newTitle) }
        return "\(desk.say(Phrases.Case.newTitle)) \(desk.language == .zh ? bundle.chinese : bundle.english)"
    }

    private static func subject(_ work: CaseWork, _ desk: Desk) -> String {
        let particulars = work.application.particulars
        var parts = ["\(desk.say(particulars.matter.phrase))·\(desk.say(particulars.action.phrase))"]
        if let subtype = desk.rules.subtypes.subtype(of: particulars) {
            parts.append(desk.language == .zh ? subtype.chinese : subtype.english)
        }
        if let subject = particulars.subject { parts.append(desk.say(subject.phrase)) }
        if let area = particulars.premises.area { parts.append("\(ParticularsForm.text(area))㎡") }
        parts.append(particulars.premises.address)
        if let agent = particulars.agent { parts.append("\(desk.say(FormFieldID.agentName.label)) \(agent.name)") }
        return parts.joined(separator: "  ")
    }

    private static func drawTally(_ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.fill(rect, role: .header)
        if let route = sheet.evaluation.route {
            let text = desk.say(
                Phrases.Case.routeLine, ["text": desk.language == .zh ? route.text : route.english])
            canvas.write(
                " " + TextFit.truncated(SafeText.singleLine(text), toColumns: rect.columns - 2), at: rect.origin,
                role: .bannerWarn)
            return
        }
        guard sheet.checklist != nil else {
            let fault = desk.rules.faults().first.map { desk.say(Phrases.Case.badData, ["fault": $0]) }
            canvas.write(
                " "
                    + TextFit.truncated(
                        SafeText.singleLine(fault ?? desk.say(Phrases.Case.noChecklist)), toColumns: rect.columns - 2),
                at: rect.origin, role: .bannerWarn)
            return
        }
        var count: [ChecklistSheet.State: Int] = [:]
        for line in sheet.lines {
            let state: ChecklistSheet.State =
                switch line {
                case .application: .defective
                case .question: .unjudged
                case .material(let material): material.state
                }
            count[state, default: 0] += 1
        }
        let number = { (state: ChecklistSheet.State) in String(count[state] ?? 0) }
        let tally = desk.say(
            Phrases.Case.tally,
            [
                "all": String(sheet.lines.count), "ok": number(.inOrder), "missing": number(.missing),
                "bad": number(.defective), "open": number(.unjudged), "spared": number(.spared),
                "tolerated": number(.tolerated),
            ])
        let (verdict, role) = verdict(sheet.evaluation.outcome)
        let text = "\(desk.say(verdict)) "
        let columns = TextWidth.columns(of: text)
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(tally, toColumns: rect.columns - columns - 3), at: Position(row: 0, column: 1),
                role: .header)
            canvas.write(text, at: Position(row: 0, column: rect.columns - columns), role: role)
        }
    }

    static func verdict(_ outcome: Outcome) -> (Phrase, StyleRole) {
        switch outcome {
        case .accept: (Phrases.Case.verdictAccept, .good)
        case .acceptWithGaps: (Phrases.Case.verdictGaps, .accent)
        case .correct: (Phrases.Case.verdictCorrect, .bad)
        case .undetermined: (Phrases.Case.verdictOpen, .warn)
        case .route: (Phrases.Case.verdictRoute, .warn)
        }
    }
}
