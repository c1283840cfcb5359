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
        drawSubject(state, work, sheet, desk, into: &canvas, in: area.splitTop(1))
        drawTally(work, sheet, today: state.today, desk, into: &canvas, in: area.splitTop(1))
    }

    /// What is applied for; before it, under which rules, where that isn't a matter of course.
    private static func drawSubject(
        _ state: DeskState, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk, into canvas: inout Canvas,
        in rect: Rect
    ) {
        let busy = LeaseReducer.other(state, desk).map { LeaseReducer.words($0, at: state.now, desk) }
        let whose = work.file.flatMap { AbsenceReducer.head($0, state, desk) }
        let told = [
            busy, whose, InspectionText.mark(work.file, desk), regime(work, sheet, today: state.today, desk),
        ].compactMap { $0 }.filter { !$0.isEmpty }
        let regime = SafeText.singleLine(told.joined(separator: "  "))
        let shown = TextFit.truncated(regime, toColumns: rect.columns - 2, widths: canvas.widths)
        let columns = shown.isEmpty ? 0 : canvas.widths.columns(of: shown) + 2
        canvas.write(shown, at: Position(row: rect.row, column: rect.column + 1), role: .warn)
        canvas.write(
            TextFit.truncated(
                SafeText.singleLine(subject(work, sheet, desk)), toColumns: max(0, rect.columns - columns - 1),
                widths: canvas.widths),
            at: Position(row: rect.row, column: rect.column + columns + 1), role: .dim)
    }

    static func regime(_ work: CaseWork, _ sheet: CaseSheet, today: CivilDate, _ desk: Desk) -> String {
        var parts: [String] = []
        let particulars = work.application.particulars
        let cutOver = desk.rules.cutOvers.regime(
            of: particulars.matter, particulars.action, received: particulars.receivedAt.date, on: today)
        if let cutOver {
            parts.append(
                desk.say(Phrases.Case.oldRegime, ["name": cutOver.owner.name, "phone": cutOver.owner.phone]))
        }
        if let lacking = sheet.lacking, let checklist = sheet.checklist {
            parts.append(
                desk.say(Phrases.Case.rulesReplaced, ["old": lacking.version, "new": checklist.version]))
        } else if let lacking = sheet.lacking, sheet.evaluation.route == nil {
            parts.append(desk.say(Phrases.Case.rulesGone, ["old": lacking.version]))
        }
        if work.file?.record.troubledMessages.isEmpty == false { parts.append(desk.say(Phrases.Messages.caseTrouble)) }
        return parts.joined(separator: "  ")
    }

    private static func drawTitle(
        _ state: DeskState, _ work: CaseWork, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let hasGauges = rect.columns >= CaseGauges.leastColumns
        let parts = marks(work, today: state.today, desk)
        let gauges = hasGauges ? parts.count { $0.gauge != nil } : 0
        let rightColumns =
            parts.reduce(0) { $0 + canvas.widths.columns(of: $1.text) + 2 } + gauges * (CaseGauges.columns + 1)
        let title = title(work, desk)
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(
                    SafeText.singleLine(title), toColumns: max(8, rect.columns - rightColumns - 2),
                    widths: canvas.widths),
                at: Position(row: 0, column: 1), role: .title)
            var column = rect.columns - rightColumns
            for (text, role, gauge) in parts {
                if hasGauges, let bar = gauge {
                    bar.draw(into: &canvas, at: Position(row: 0, column: column), columns: CaseGauges.columns)
                    column += CaseGauges.columns + 1
                }
                canvas.write(text, at: Position(row: 0, column: column), role: role)
                column += canvas.widths.columns(of: text) + 2
            }
        }
    }

    /// Number and applicant; of a new case, what there is of them.
    static func title(_ work: CaseWork, _ desk: Desk) -> String {
        work.file.map { "\($0.number.text)  \($0.particulars.applicant.name)" }
            ?? "\(newTitle(work, desk))  \(work.form.text(.name))"
    }

    /// Where the case stands: bar, state, round, what is owed and the clock.
    ///
    /// - Returns: each with the bar that says the same, where there is one and room for it.
    static func marks(
        _ work: CaseWork, today: CivilDate, _ desk: Desk
    ) -> [(text: String, role: StyleRole, gauge: ProgressBar?)] {
        guard let file = work.file else { return [] }
        var parts: [(text: String, role: StyleRole, gauge: ProgressBar?)] = []
        let face = CaseClockFace(file, today: today, desk: desk)
        if file.barInForce != nil { parts.append((desk.say(Phrases.Eligibility.barred), .bad, nil)) }
        if desk.office.filingLock?.misses(file) == true {
            parts.append((desk.say(Phrases.Filing.unsigned), .warn, nil))
        }
        parts.append((desk.say(face.state.phrase), face.state.role, nil))
        if file.round > 0 {
            let round = desk.say(Phrases.Case.round, ["round": String(file.round)])
            parts.append((round, .text, CaseGauges.rounds(file, desk.office)))
        }
        if let owed = GapReducer.face(file, today, desk) { parts.append((owed.text, owed.role, nil)) }
        if let clock = face.clock {
            let face = clock.face(today: today, desk: desk)
            parts.append((face.text, face.role, CaseGauges.term(clock, today: today, desk)))
        }
        return parts
    }

    private static func newTitle(_ work: CaseWork, _ desk: Desk) -> String {
        guard let bundle = work.form.bundle else { return desk.say(Phrases.Case.newTitle) }
        return "\(desk.say(Phrases.Case.newTitle)) \(desk.language == .zh ? bundle.chinese : bundle.english)"
    }

    static func subject(_ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk) -> String {
        let particulars = work.application.particulars
        var parts = ["\(desk.say(particulars.matter.phrase))·\(desk.say(particulars.action.phrase))"]
        if let checklist = sheet.checklist, let span = RenewalText.span(checklist, particulars, desk) {
            parts.append(RenewalText.short(span, desk))
        }
        if let subtype = desk.rules.subtypes.subtype(of: particulars) {
            parts.append(desk.language == .zh ? subtype.chinese : subtype.english)
        }
        if let subject = particulars.subject { parts.append(desk.say(subject.phrase)) }
        if let area = particulars.premises.area { parts.append("\(ParticularsForm.text(area))㎡") }
        parts.append(particulars.premises.address)
        if let agent = particulars.agent { parts.append("\(desk.say(FormFieldID.agentName.label)) \(agent.name)") }
        return parts.joined(separator: "  ")
    }

    private static func drawTally(
        _ work: CaseWork, _ sheet: CaseSheet, today: CivilDate, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.fill(rect, role: .header)
        if let route = sheet.evaluation.route {
            let text = desk.say(
                Phrases.Case.routeLine, ["text": desk.language == .zh ? route.text : route.english])
            canvas.write(
                " " + TextFit.truncated(SafeText.singleLine(text), toColumns: rect.columns - 2, widths: canvas.widths),
                at: rect.origin,
                role: .bannerWarn)
            return
        }
        guard sheet.checklist != nil else {
            let fault = desk.rules.faults().first.map { desk.say(Phrases.Case.badData, ["fault": $0]) }
            canvas.write(
                " "
                    + TextFit.truncated(
                        SafeText.singleLine(fault ?? desk.say(Phrases.Case.noChecklist)), toColumns: rect.columns - 2,
                        widths: canvas.widths),
                at: rect.origin, role: .bannerWarn)
            return
        }
        let tally = tally(sheet, desk)
        let (verdict, role) = standing(work, sheet, today: today, desk)
        let corrected = work.file?.record.spotCorrections.count ?? 0
        let spot = corrected == 0 ? "" : desk.say(Phrases.Spot.count, ["count": String(corrected)]) + "  "
        let text = "\(spot)\(verdict) "
        let columns = canvas.widths.columns(of: text)
        canvas.withClip(rect) { canvas in
            canvas.write(
                TextFit.truncated(tally, toColumns: rect.columns - columns - 3, widths: canvas.widths),
                at: Position(row: 0, column: 1),
                role: .header)
            canvas.write(text, at: Position(row: 0, column: rect.columns - columns), role: role)
        }
    }

    /// How many lines stand how.
    static func tally(_ sheet: CaseSheet, _ desk: Desk) -> String {
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
        return desk.say(
            Phrases.Case.tally,
            [
                "all": String(sheet.lines.count), "ok": number(.inOrder), "missing": number(.missing),
                "bad": number(.defective), "open": number(.unjudged), "spared": number(.spared),
                "tolerated": number(.tolerated),
            ])
    }

    /// What the papers come to; once they don't count any more, what leads on.
    static func standing(
        _ work: CaseWork, _ sheet: CaseSheet, today: CivilDate, _ desk: Desk
    ) -> (text: String, role: StyleRole) {
        if let next = work.file.flatMap({ NextStep.text($0, today: today, desk) }) { return (next, .accent) }
        let (phrase, role) = verdict(sheet.evaluation.outcome)
        return (desk.say(phrase), role)
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
