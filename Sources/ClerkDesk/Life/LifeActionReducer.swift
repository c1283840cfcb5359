import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// Steps after the acceptance that take a few words and make no paper: excused from inspection, reviewed, sent back, put
/// into the archive.
enum LifeActionReducer {
    // MARK: Excused

    /// Why a case can't be excused from inspection; nil where one of the law's reasons holds.
    static func whyNotWaived(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.waive, file, state, desk) { return why }
        let rules = desk.rules.book().waivers(for: file.particulars, at: desk.office)
        return rules.isEmpty ? Phrases.LifeSteps.mustInspect : nil
    }

    static func askToWaive(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let rules = desk.rules.book().waivers(for: file.particulars, at: desk.office)
        let names = rules.map { desk.language == .zh ? $0.name : $0.english }
        var bases: [String] = []
        for rule in rules {
            let basis = desk.say(Phrases.Ledger.basis, ["basis": rule.basis.shown(desk.language)])
            if !bases.contains(basis) { bases.append(basis) }
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.waive.phrase), lines: [desk.say(Phrases.LifeSteps.waiveLine)] + bases,
                fields: [
                    EntrySheet.Field(desk.say(Phrases.LifeSteps.ground), .choice(names, 0)),
                    note(Phrases.LifeSteps.noteMaybe, desk),
                ],
                purpose: .waive(rules.map { InspectionWaiver(reason: $0.name, basis: $0.basis) })))
    }

    static func waive(
        _ entry: EntrySheet, _ waivers: [InspectionWaiver], _ state: inout DeskState, _ stamp: EventStamp
    ) -> [Effect] {
        guard waivers.indices.contains(entry.choice(0)) else { return [] }
        let rule = waivers[entry.choice(0)]
        let words = entry.trimmed(1)
        let reason = words.isEmpty ? rule.reason : "\(rule.reason)；\(words)"
        state.modal = nil
        let waiver = InspectionWaiver(reason: reason, basis: rule.basis)
        return append(.waived(waiver: waiver), Phrases.LifeSteps.waivedDone, &state, stamp)
    }

    // MARK: Reviewed

    static func askToReview(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let proposals = [Phrases.LifeSteps.proposeApproval, Phrases.LifeSteps.proposeDenial]
        // What can't be approved can only be proposed for denial.
        let place = PermitGate.whyNotReady(file, desk) == nil ? 0 : 1
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.review.phrase), lines: [desk.say(Phrases.LifeSteps.reviewLine)],
                fields: [
                    EntrySheet.Field(desk.say(Phrases.LifeSteps.proposal), .choice(proposals.map(desk.say), place)),
                    note(Phrases.LifeSteps.opinion, desk),
                ], purpose: .review))
    }

    static func review(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file else { return [] }
        let isFor = entry.choice(0) == 0
        if isFor, let why = PermitGate.whyNotReady(file, desk) {
            entry.refuse(0, desk.say(why))
            state.modal = .entry(entry)
            return []
        }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let review = CaseReview(proposesApproval: isFor, words: entry.trimmed(1))
        return append(.reviewed(review: review), Phrases.LifeSteps.reviewedDone, &state, stamp)
    }

    static func askToSendBack(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let line = file.progress.review.map { reviewed in
            let phrase = reviewed.review.proposesApproval ? Phrases.Life.reviewedFor : Phrases.Life.reviewedAgainst
            return "\(desk.office.staff.name(of: reviewed.by))  \(desk.say(phrase, ["words": reviewed.review.words]))"
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.sendBack.phrase), lines: line.map { [$0] } ?? [],
                fields: [note(Phrases.Clocks.whyField, desk)], purpose: .sendBack))
    }

    static func sendBack(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        complete(filled, &state, desk) { entry, state in
            append(.sentBack(reason: entry.trimmed(0)), Phrases.LifeSteps.sentBackDone, &state, stamp)
        }
    }

    // MARK: Archived

    static func askToArchive(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.archive.phrase), lines: [desk.say(Phrases.LifeSteps.archiveLine)],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.LifeSteps.reference), .text(TextField(file.nameForApplicant, limit: 40)))
                ], purpose: .archive))
    }

    static func archive(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        complete(filled, &state, desk) { entry, state in
            let archiving = Archiving(reference: entry.trimmed(0))
            return append(.archived(archiving: archiving), Phrases.LifeSteps.archivedDone, &state, stamp)
        }
    }

    // MARK: All of them

    private static func note(_ label: Phrase, _ desk: Desk) -> EntrySheet.Field {
        EntrySheet.Field(desk.say(label), .text(TextField(limit: EntrySheet.longestNote)))
    }

    private static func complete(
        _ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk,
        then go: (EntrySheet, inout DeskState) -> [Effect]
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        return go(entry, &state)
    }

    private static func append(
        _ event: LifeEvent, _ done: Phrase, _ state: inout DeskState, _ stamp: EventStamp
    ) -> [Effect] {
        CaseReducer.append([.life(event: event)], done, inverse: nil, &state, stamp)
    }
}
