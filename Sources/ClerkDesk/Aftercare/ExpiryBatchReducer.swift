import CaseDomain
import CaseStore
import NoticeComposer
import ScreenKit

/// 成批短信提醒: what each firm would get, or why nothing; the rest is as with any batch.
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
        let items = firms.map { firm in
            BulkRun.Item(subject: .firm(firm.applicant), standing: standing(firm, on: state.today, desk))
        }
        BulkReducer.ask(BulkRun(.remindFirms, judged: items), &state)
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
