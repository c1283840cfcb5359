import CaseDomain
import CaseStore
import NoticeComposer
import ScreenKit

/// 成批短信提醒: a look at every firm, the question, and then one message a firm.
enum ExpiryBatchReducer {
    static func begin(_ firms: [FirmLicences], _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let why = LifeGate.whyRole(.remindOfExpiry, nil, state, desk) {
            state.refuse(why, desk)
            return []
        }
        guard desk.office.messaging.isOn else {
            state.refuse(Phrases.Messages.off, desk)
            return []
        }
        var batch = ExpiryBatch(
            items: firms.map { ExpiryBatch.Item(firm: $0, standing: standing($0, on: state.today, desk)) })
        if batch.ready == 0 { batch.phase = .over(wasStopped: false) }
        state.aftercare.batch = batch
        state.modal = .bulk(ListScroll(), asks: batch.phase == .asking)
        return []
    }

    /// What will be put out for a firm, or why nothing.
    private static func standing(_ firm: FirmLicences, on today: CivilDate, _ desk: Desk) -> BulkRun.Standing {
        let reminder = ExpiryReminder(
            of: firm.licences.map(\.line), setting: desk.messages, on: today
        ) { $0.phrase.zh }
        switch reminder {
        case .barred(let obstacle): return .skipped(desk.say(obstacle.phrase))
        case .ready(let message, let carrier):
            let contact = CaseEvent.Payload.life(
                event: .expiryContacted(contact: ExpiryContact(channel: .message, answer: .told, words: "")))
            let changes = firm.cases.map { version in
                CaseAppend(
                    (version.number == carrier ? [.messageQueued(message: message)] : []) + [contact], to: version)
            }
            let values: KeyValuePairs = [
                "number": MobileNumber(message.recipient)?.masked ?? "",
                "parts": String(MessageParts.count(message.text)), "count": String(firm.licences.count),
            ]
            return .ready(.write(changes), desk.say(Phrases.Expiry.messageText, values))
        }
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ scroll: ListScroll, asks: Bool, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        switch intent {
        case .down, .up, .pageDown, .pageUp, .first, .last:
            if let scroll = ModalReducer.scrolled(scroll, intent, &state, desk) {
                state.modal = .bulk(scroll, asks: asks)
            }
            return []
        case .toggle: return []
        default: break
        }
        guard var batch = state.aftercare.batch else { return [] }
        switch batch.phase {
        case .asking where intent == .yes:
            batch.phase = .running
            state.aftercare.batch = batch
            return next(&state, stamp, desk)
        case .running where intent == .back:
            batch.phase = .stopping
            state.aftercare.batch = batch
        case .running, .stopping: break
        case .looking, .asking, .over:
            state.aftercare.batch = nil
            state.modal = nil
        }
        return []
    }

    // MARK: Writing

    private static func next(_ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        guard var batch = state.aftercare.batch else { return [] }
        while batch.phase == .running, batch.place < batch.items.count {
            guard case .ready(.write(let changes), _) = batch.items[batch.place].standing else {
                batch.place += 1
                continue
            }
            let effect = state.effect(.appendTogether(changes, stamp))
            batch.effect = effect.id
            state.aftercare.batch = batch
            show(&state)
            return [effect]
        }
        batch.phase = .over(wasStopped: batch.ready > 0)
        state.aftercare.batch = batch
        state.aftercare.expiry?.marks = []
        show(&state)
        return ExpiryReducer.read(&state, desk)
    }

    /// - Returns: nil where no batch waits for this answer.
    static func take(
        _ result: EffectResult, of id: Int, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect]? {
        guard var batch = state.aftercare.batch, batch.effect == id,
            case .ready(_, let words) = batch.items[batch.place].standing
        else { return nil }
        batch.effect = nil
        batch.items[batch.place].standing =
            switch result {
            case .storedTogether: .done(words)
            case .jointConflict, .conflict: .failed(desk.say(Phrases.Bulk.changed))
            case .failed(let error): .failed(error.advisory(desk.language))
            default: .failed("")
            }
        batch.place += 1
        state.aftercare.batch = batch
        return next(&state, stamp, desk)
    }

    private static func show(_ state: inout DeskState) {
        guard let batch = state.aftercare.batch, case .bulk(let scroll, _)? = state.modal else { return }
        state.modal = .bulk(scroll, asks: batch.phase == .asking)
    }
}

extension ExpiryReminder.Obstacle {
    var phrase: Phrase {
        switch self {
        case .off: Phrases.Messages.off
        case .noTemplate: Phrases.Reminder.noTemplate
        case .noPhone: Phrases.Messages.noPhone
        case .landline: Phrases.Messages.landline
        case .sent(let day): Phrases.Expiry.sentLately.filled(["date": day.description])
        }
    }
}
