import CaseDomain
import ChecklistRules
import NoticeComposer
import Outgoing
import ScreenKit

/// 短信: offering them with what they tell of, working the outbox off, and what became of them.
enum MessageReducer {
    /// Seconds between two passes over the outbox.
    private static let pause: Int64 = 15
    /// Stands for the number that a paper gets when it is issued: long enough that no message turns out longer.
    private static let longestSequence = 99_999

    // MARK: Offering

    /// What a question says about the message of an occasion: an offer, or why there is none. Nothing where the office
    /// sends no messages.
    static func offer(
        _ occasion: OutboxMessage.Occasion, _ draft: MessageDraft?, _ file: CaseFile, _ state: DeskState, _ desk: Desk
    ) -> (offer: MessageOffer?, line: String?) {
        guard desk.office.messaging.isOn, desk.messages.templates[occasion] != nil else { return (nil, nil) }
        switch MessageContact(file.particulars) {
        case .none: return (nil, desk.say(Phrases.Messages.noPhone))
        case .landline: return (nil, desk.say(Phrases.Messages.landline))
        case .mobile(let number):
            guard let draft else { return (nil, nil) }
            let longest = desk.office.noticeNumber(year: state.today.year, sequence: longestSequence)
            let parts = MessageParts.count(draft.text(number: longest.text))
            let key = desk.keymap.label(for: .toggle, in: .confirm) ?? ""
            let values: KeyValuePairs = ["number": number.masked, "parts": String(parts), "key": key]
            return (
                MessageOffer(
                    occasion: occasion, line: desk.say(Phrases.Messages.offer, values),
                    leftOutLine: desk.say(Phrases.Messages.leftOut, values)), nil
            )
        }
    }

    /// A question with what there is to say about its message.
    static func offering(
        _ question: Question, _ occasion: OutboxMessage.Occasion, _ draft: MessageDraft?, _ file: CaseFile,
        _ state: DeskState, _ desk: Desk
    ) -> Question {
        let (offer, line) = offer(occasion, draft, file, state, desk)
        var asked = Question(
            title: question.title, lines: question.lines + (line.map { [$0] } ?? []), answer: question.answer)
        asked.message = offer
        return asked
    }

    /// A question about a step of the case on the desk, with what there is to say about the message that tells of it.
    static func offering(
        _ question: Question, after payloads: [CaseEvent.Payload], _ state: DeskState, _ desk: Desk
    ) -> Question {
        guard let file = state.work?.file, let occasion = payloads.lazy.compactMap({ $0.toldBy(file) }).first else {
            return question
        }
        let told = file.after(payloads, EventStamp(at: state.now, by: desk.clerk))
        return offering(question, occasion, draft(occasion, told, state.today, desk), file, state, desk)
    }

    /// A question whose yes makes a licence out says that the applicant is told where it lies ready.
    static func offerWithLicence(_ state: inout DeskState, _ desk: Desk) {
        guard case .question(let question)? = state.modal, question.message == nil else { return }
        let licensed = question.answer.payloads.filter { payload in
            if case .life(.licensed) = payload { true } else { false }
        }
        guard !licensed.isEmpty else { return }
        state.modal = .question(offering(question, after: licensed, state, desk))
    }

    /// The message that tells of a step of the case on the desk; nil where there is none to send.
    static func draft(_ occasion: OutboxMessage.Occasion, _ file: CaseFile, _ day: CivilDate, _ desk: Desk)
        -> MessageDraft?
    {
        desk.messages.draft(occasion, of: file, procedure: procedure(file, desk), on: day)
    }

    /// What goes into the case together with an answer: the message that was offered, unless the clerk left it out.
    static func along(
        _ question: Question, _ state: DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [CaseEvent.Payload] {
        guard let offer = question.message, !offer.isLeftOut,
            let file = state.work?.file?.after(question.answer.payloads, stamp),
            let draft = draft(offer.occasion, file, stamp.at.date, desk)
        else { return [] }
        return [.messageQueued(message: draft.message(about: nil))]
    }

    /// What papers call the matter of a case.
    static func procedure(_ file: CaseFile, _ desk: Desk) -> String {
        let book = desk.rules.book()
        let evaluator = book.evaluator(for: file.particulars, office: desk.office, keeping: file.checklist)
        if let checklist = evaluator.checklist { return checklist.name }
        return "\(file.particulars.matter.phrase.zh)·\(file.particulars.action.phrase.zh)"
    }

    // MARK: Working the outbox off

    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard desk.office.messaging.isOn, state.telling.delivering == nil,
            state.telling.next.map({ $0 <= state.now }) ?? true
        else { return [] }
        let effect = state.effect(.deliver)
        state.telling.delivering = effect.id
        state.telling.next = state.now.adding(seconds: pause)
        return [effect]
    }

    static func delivered(_ report: DeliveryReport, _ id: Int, _ state: inout DeskState, _ desk: Desk) {
        guard state.telling.delivering == id else { return }
        state.telling.delivering = nil
        state.telling.troubled = report.troubled
        state.telling.obstacle = report.obstacle
        guard state.writing == nil, let open = state.work?.file else { return }
        for file in report.files where file.number == open.number && file.revision > open.revision {
            state.work?.update(file)
        }
    }

    /// What stands in the status line of the queue as long as nothing else does.
    static func standing(_ state: DeskState, _ desk: Desk) -> StatusLine? {
        guard state.work == nil else { return nil }
        if let obstacle = state.telling.obstacle {
            return StatusLine(.warning, desk.say(Phrases.Messages.obstacle, ["words": obstacle]))
        }
        guard !state.telling.troubled.isEmpty else { return nil }
        let numbers = state.telling.troubled.map(\.number.text)
        let first = numbers.prefix(3).joined(separator: "、") + (numbers.count > 3 ? "…" : "")
        return StatusLine(
            .warning, desk.say(Phrases.Messages.troubled, ["count": String(numbers.count), "numbers": first]))
    }

    // MARK: What became of them

    /// Whether there are messages to tell of.
    static func whyNoList(_ file: CaseFile) -> Phrase? {
        file.record.messages.isEmpty ? Phrases.Messages.none : nil
    }

    static func list(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        state.modal = .reader(
            title: desk.say(Phrases.Messages.title), lines: MessageLines.lines(file, desk), scroll: ListScroll())
    }

    /// Why no message of the case can be sent again; nil where one can.
    static func whyNotAgain(_ file: CaseFile, _ desk: Desk) -> Phrase? {
        if !desk.office.messaging.isOn { return Phrases.Messages.off }
        if file.record.troubledMessages.isEmpty { return Phrases.Messages.nothingFailed }
        switch MessageContact(file.particulars) {
        case .none: return Phrases.Messages.noPhone
        case .landline: return Phrases.Messages.landline
        case .mobile: return nil
        }
    }

    /// 重发: the last message that didn't arrive, to the number that the case has now, under a name of its own.
    static func askAgain(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let failed = file.record.troubledMessages.last, let settlement = failed.settlement,
            case .mobile(let number) = MessageContact(file.particulars)
        else { return }
        let old = failed.message
        let again = OutboxMessage(
            id: MessageID.again(old.id, after: file.record.messages.count), occasion: old.occasion,
            document: old.document, recipient: number.digits, text: old.text, replaces: old.id)
        let values: KeyValuePairs = [
            "occasion": desk.say(old.occasion.phrase), "outcome": desk.say(settlement.outcome.phrase),
            "number": number.masked, "parts": String(MessageParts.count(old.text)),
        ]
        var lines = [desk.say(Phrases.Messages.againAsk, values), old.text]
        if settlement.outcome == .uncertain { lines.append(desk.say(Phrases.Messages.againDoubt)) }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Messages.againTitle), lines: lines,
                answer: .append([.messageQueued(message: again)], Phrases.Messages.againDone)))
    }
}

extension CaseEvent.Payload {
    /// The message that tells the applicant of it; nil where there is none. A notice has its own.
    fileprivate func toldBy(_ file: CaseFile) -> OutboxMessage.Occasion? {
        switch self {
        case .accepted: .accepted
        case .refused: .refused
        // Whoever gets it by mail is told when it is on its way.
        case .life(.licensed): file.progress.deliveryPlan?.mode.isZeroTrip == true ? nil : .licenceReady
        case .life(.booked): .videoBooked
        case .life(.delivered(let delivery)): delivery.tracking.isEmpty ? nil : .licenceMailed
        default: nil
        }
    }
}

extension Question.Answer {
    /// What a yes would append to the case on the desk; nothing where it does something else.
    fileprivate var payloads: [CaseEvent.Payload] {
        switch self {
        case .append(let payloads, _): payloads
        case .makePapers(let plan): plan.payloads
        default: []
        }
    }
}

extension CaseFile {
    /// The case as it would be after this, for whatever tells of it.
    fileprivate func after(_ payloads: [CaseEvent.Payload], _ stamp: EventStamp) -> CaseFile {
        var file = self
        for payload in payloads { file.apply(CaseEvent(stamp: stamp, payload: payload)) }
        return file
    }
}

/// The messages of a case in words, a few lines each.
enum MessageLines {
    static func lines(_ file: CaseFile, _ desk: Desk) -> [String] {
        file.record.messages.flatMap { sent -> [String] in
            let message = sent.message
            let number = MobileNumber(message.recipient)?.masked ?? ""
            let values: KeyValuePairs = [
                "occasion": desk.say(message.occasion.phrase), "number": number,
                "parts": String(MessageParts.count(message.text)), "state": state(sent, desk),
            ]
            return [desk.say(Phrases.Messages.line, values), message.text, ""]
        }
    }

    private static func state(_ sent: PaperRecord.SentMessage, _ desk: Desk) -> String {
        guard let settlement = sent.settlement else { return desk.say(Phrases.Messages.waiting) }
        let outcome = desk.say(settlement.outcome.phrase)
        let detail = settlement.detail.isEmpty ? outcome : "\(outcome)（\(settlement.detail)）"
        return sent.settledAt.map { "\(detail) \($0.date) \($0.clock)" } ?? detail
    }
}
