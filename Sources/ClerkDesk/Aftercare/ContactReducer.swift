import CaseDomain
import CaseStore
import ScreenKit

/// 到期提醒 by hand, and 销账 of licences that nobody need be reminded of.
enum ContactReducer {
    /// What the holder can be told to do.
    private static let advices = [
        Phrases.Expiry.renew, Phrases.Expiry.change, Phrases.Expiry.cancel, Phrases.Expiry.anew,
    ]
    /// Messages have their own key, so that each is counted.
    private static let channels = ExpiryContact.Channel.allCases.filter { $0 != .message }

    static func entry(_ firm: FirmLicences, on today: CivilDate, _ desk: Desk) -> EntrySheet {
        // What is over can't be renewed any more.
        let advice = firm.place.expiresOn < today ? Phrases.Expiry.anew : Phrases.Expiry.renew
        let usual = advices.firstIndex { $0 == advice } ?? 0
        return EntrySheet(
            title: desk.say(Phrases.Expiry.contactTitle),
            lines: [firm.applicant] + firm.licences.map { desk.say(ExpiryText.label($0.line)) },
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.channel), .choice(channels.map { desk.say($0.phrase) }, 0)),
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.answer),
                    .choice(ExpiryContact.Answer.allCases.map { desk.say($0.phrase) }, 0)),
                EntrySheet.Field(desk.say(Phrases.Expiry.advice), .choice(advices.map(desk.say), usual)),
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.note), .text(TextField(limit: EntrySheet.longestNote))),
            ], purpose: .aftercare(.contact(firm)))
    }

    static func record(
        _ entry: EntrySheet, _ firm: FirmLicences, _ state: inout DeskState, _ stamp: EventStamp
    ) -> [Effect] {
        let answers = ExpiryContact.Answer.allCases
        guard channels.indices.contains(entry.choice(0)), answers.indices.contains(entry.choice(1)),
            advices.indices.contains(entry.choice(2))
        else { return [] }
        let words = [advices[entry.choice(2)].zh, entry.trimmed(3)].filter { !$0.isEmpty }
        let contact = ExpiryContact(
            channel: channels[entry.choice(0)], answer: answers[entry.choice(1)],
            words: words.joined(separator: Phrases.Expiry.separator.zh))
        state.modal = nil
        // Every licence of the firm was spoken of.
        let changes = firm.cases.map { CaseAppend([.life(event: .expiryContacted(contact: contact))], to: $0) }
        return write(changes, Phrases.Expiry.contacted, &state, stamp)
    }

    static func ending(_ firm: FirmLicences, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Expiry.endTitle), lines: [firm.applicant, desk.say(Phrases.Expiry.endHint)],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.licence),
                    .choice(firm.licences.map { desk.say(ExpiryText.label($0.line)) }, 0)),
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.endReason),
                    .choice(reasons.map { desk.say($0.phrase) }, 0)),
                EntrySheet.Field(
                    desk.say(Phrases.Expiry.endWords), .text(TextField(limit: EntrySheet.longestNote))),
            ], purpose: .aftercare(.end(firm)))
    }

    private static let reasons: [LicenceEnding.Reason] = [.abnormal, .cancelled, .renewed]

    static func end(
        _ filled: EntrySheet, _ firm: FirmLicences, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        guard firm.licences.indices.contains(entry.choice(0)), reasons.indices.contains(entry.choice(1)) else {
            return []
        }
        let licence = firm.licences[entry.choice(0)]
        let ending = LicenceEnding(reason: reasons[entry.choice(1)], words: entry.trimmed(2))
        state.modal = nil
        let version = CaseVersion(number: licence.line.number, revision: licence.revision)
        return write(
            [CaseAppend([.life(event: .licenceEnded(ending: ending))], to: version)], Phrases.Expiry.ended, &state,
            stamp)
    }

    private static func write(
        _ changes: [CaseAppend], _ done: Phrase, _ state: inout DeskState, _ stamp: EventStamp
    ) -> [Effect] {
        let effect = state.effect(.appendTogether(changes, stamp))
        state.aftercare.acting = AftercareState.Acting(effect: effect.id, done: done)
        return [effect]
    }
}
