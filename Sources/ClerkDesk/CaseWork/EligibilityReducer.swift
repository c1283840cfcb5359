import CaseDomain
import ChecklistRules
import ScreenKit

/// 资格审查: a clerk finds that somebody may not apply, and records the decision that says so.
enum EligibilityReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let file = state.work?.file else { return CaseReducer.refuseUnsaved(&state, desk) }
        switch file.phase {
        case .checking, .awaitingCorrection: break
        case .accepted, .decided, .routed, .withdrawn, .abandoned, .refused:
            state.refuse(Phrases.Case.notOpen, desk)
            return []
        }
        let bars = bars(for: file, desk)
        guard !bars.isEmpty else {
            state.refuse(Phrases.Eligibility.nothingToAsk, desk)
            return []
        }
        let options = bars.map { bar in
            if let record = file.ineligibilities.first(where: { $0.bar == bar.id }) {
                return desk.say(
                    Phrases.Eligibility.recorded, ["name": record.name, "until": record.until.description])
            }
            return desk.language == .zh ? bar.question : bar.questionEnglish
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Eligibility.title), lines: [desk.say(Phrases.Eligibility.hint)],
                fields: [
                    EntrySheet.Field(desk.say(Phrases.Eligibility.which), .choice(options, 0)),
                    EntrySheet.Field.date(desk.say(Phrases.Eligibility.decidedOn), leaning: .past),
                    EntrySheet.Field(desk.say(Phrases.Eligibility.document), .text(TextField(limit: 60))),
                ], purpose: .eligibility(bars.map(\.id))))
        return []
    }

    /// The bars that can concern a case, and those that were recorded before its particulars were changed.
    private static func bars(for file: CaseFile, _ desk: Desk) -> [EligibilityBar] {
        let rules = desk.rules.book().counsel.eligibility
        let own = rules.bars(for: file.particulars.matter, file.particulars.action)
        let recorded = file.ineligibilities.compactMap { rules.bar($0.bar) }
        return own + recorded.filter { bar in !own.contains { $0.id == bar.id } }
    }

    static func record(
        _ filled: EntrySheet, _ bars: [String], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file, bars.indices.contains(entry.choice(0)),
            let bar = desk.rules.book().counsel.eligibility.bar(bars[entry.choice(0)])
        else { return [] }
        if let record = file.ineligibilities.first(where: { $0.bar == bar.id }) {
            state.modal = .question(
                Question(
                    title: desk.say(Phrases.Eligibility.title),
                    lines: [desk.say(Phrases.Eligibility.restoreAsk)] + lines(of: record, desk),
                    answer: .restoreEligibility(record)))
            return []
        }
        let today = stamp.at.date
        let decidedOn = entry.day(1, today: today, desk)
        if let decidedOn, decidedOn <= today, !entry.text(2).allSatisfy(\.isWhitespace) {
            state.modal = nil
            let record = bar.record(decidedOn: decidedOn, document: entry.text(2))
            return CaseReducer.append(
                [.ineligible(record: record)], Phrases.Eligibility.done(record, file),
                inverse: [.eligibilityRestored(bar: bar.id)], &state, stamp)
        }
        let problem = decidedOn == nil ? Phrases.Form.badDate : Phrases.Form.dateInFuture
        let isDated = decidedOn.map { $0 <= today } ?? false
        entry.refuse(isDated ? 2 : 1, desk.say(isDated ? Phrases.Form.required : problem))
        state.modal = .entry(entry)
        return []
    }

    /// Says why a case can neither be accepted nor notified, where a bar is in force.
    ///
    /// - Returns: whether there is one.
    static func stops(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard let record = file.barInForce else { return false }
        let key = desk.keymap.label(for: .eligibility, in: .checklist) ?? ""
        var text = [desk.say(Phrases.Eligibility.stops)] + lines(of: record, desk)
        if let bar = desk.rules.book().counsel.eligibility.bar(record.bar) {
            text.append(desk.language == .zh ? bar.consequence : bar.consequenceEnglish)
        }
        text.append(desk.say(Phrases.Eligibility.mistaken, ["key": key]))
        state.modal = .reader(title: desk.say(Phrases.Eligibility.barred), lines: text, scroll: ListScroll())
        return true
    }

    static func lines(of record: Ineligibility, _ desk: Desk) -> [String] {
        [
            record.name,
            desk.say(
                Phrases.Eligibility.decision,
                [
                    "document": record.document, "date": record.decidedOn.description,
                    "until": record.until.description,
                ]), desk.say(Phrases.Ledger.basis, ["basis": record.basis.shown(desk.language)]),
        ]
    }
}
