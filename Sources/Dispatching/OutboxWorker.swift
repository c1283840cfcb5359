package import CaseDomain
package import CaseStore
package import Outgoing

/// Works the outbox off: hands over what is due, looks what became of the rest, and says so in the cases.
///
/// Several may run at once, on several desks: the store gives a message to one of them. What one leaves behind when it dies
/// the next finds once the lease is over, and looks before it does anything.
package struct OutboxWorker: Sendable {
    private let store: any CaseStoring & OutboxStoring
    private let gateway: any MessageGateway
    private let messaging: Office.Messaging
    private let reminders: CorrectionReminders?
    private let clerk: ClerkID

    /// Longer than any gateway takes to answer.
    static let lease: Int64 = 300
    /// Seconds between two looks at what a gateway has.
    private static let lookAgain: Int64 = 60
    /// After that long nobody can say that a message which isn't anywhere was never handed over: somebody may have cleaned up.
    private static let memory: Int64 = 24 * 3600
    /// Trouble older than that isn't told any more.
    private static let troubleFor: Int64 = 30 * 24 * 3600

    /// - Parameters:
    ///   - clerk: whose account the worker runs under, for the events.
    ///   - reminders: nil where somebody else sees to them.
    package init(
        store: any CaseStoring & OutboxStoring, gateway: any MessageGateway, messaging: Office.Messaging,
        reminders: CorrectionReminders?, clerk: ClerkID
    ) {
        self.store = store
        self.gateway = gateway
        self.messaging = messaging
        self.reminders = reminders
        self.clerk = clerk
    }

    /// Seconds until a message is tried again.
    ///
    /// - Parameter attempts: how often it was tried, from 1.
    package static func pause(after attempts: Int) -> Int64 {
        let minutes: [Int64] = [1, 5, 15, 60]
        return minutes[min(max(attempts, 1), minutes.count) - 1] * 60
    }

    /// One pass.
    ///
    /// - Parameters:
    ///   - most: how many messages are looked after at most.
    ///   - reminds: whether new reminders are looked for.
    ///   - now: gives the moment, again for each message.
    ///   - isOver: whether the program is about to end; asked between two messages.
    /// - Throws: what the store said. What was done until then is in the cases.
    package func deliver(
        most: Int, reminds: Bool, now: () -> Moment, isOver: () -> Bool = { false }
    ) throws(StoreError) -> DeliveryReport {
        var report = DeliveryReport()
        if reminds, let reminders {
            report.files = try reminders.queue(in: store, stamp: EventStamp(at: now(), by: clerk))
        }
        report.obstacle = gateway.obstacle()
        var count = 0
        while report.obstacle == nil, count < most, !isOver() {
            let at = now()
            let claimed = try store.claimMessage(
                at: at, until: at.adding(seconds: Self.lease), fresh: messaging.hours.contains(at))
            guard let claimed else { break }
            count += 1
            let settlement = try handle(claimed, at: at)
            guard let settlement else { continue }
            if let file = try store.settle(settlement, stamp: EventStamp(at: now(), by: clerk)) {
                report.files.append(file)
                if settlement.outcome == .sent { report.sent += 1 }
            }
        }
        report.troubled = try store.troubledMessages(since: now().adding(seconds: -Self.troubleFor))
        return report
    }

    /// - Returns: how it ended; nil where it hasn't.
    private func handle(_ claimed: ClaimedMessage, at moment: Moment) throws(StoreError) -> MessageSettlement? {
        let message = claimed.message
        func settled(_ outcome: MessageSettlement.Outcome, _ detail: String) -> MessageSettlement {
            MessageSettlement(id: message.id, outcome: outcome, detail: detail)
        }
        guard let recipient = MobileNumber(message.recipient) else {
            return settled(.cancelled, "号码不能收短信")
        }
        let outgoing = OutgoingMessage(
            id: message.id, recipient: recipient, text: message.text, queuedAt: claimed.queuedAt)
        let answer: HandOver
        switch claimed.stood {
        case .waiting:
            if let reason = try whyNot(message, recipient, of: claimed.number) { return reason }
            answer = gateway.hand(outgoing)
        case .handingOver:
            if let found = gateway.look(for: outgoing) {
                answer = found
            } else if claimed.dueSince.adding(seconds: Self.memory) < moment {
                return settled(.uncertain, "发送中途停机，时间已久")
            } else {
                if let reason = try whyNot(message, recipient, of: claimed.number) { return reason }
                answer = gateway.hand(outgoing)
            }
        case .atGateway:
            answer = gateway.look(for: outgoing) ?? .unknown("已不在短信网关的文件夹里")
        }
        switch answer {
        case .taken:
            try store.leaveAtGateway(message.id, until: moment.adding(seconds: Self.lookAgain))
            return nil
        case .sent: return settled(.sent, "")
        case .failed(let words): return settled(.failed, words)
        case .unknown(let words): return settled(.uncertain, words)
        case .retry(let words):
            guard claimed.attempts < messaging.tries else { return settled(.failed, words) }
            try store.putBack(message.id, until: moment.adding(seconds: Self.pause(after: claimed.attempts)))
            return nil
        }
    }

    /// What keeps a message from being sent, by the case as it is now.
    private func whyNot(
        _ message: OutboxMessage, _ recipient: MobileNumber, of number: CaseNumber
    ) throws(StoreError) -> MessageSettlement? {
        guard let file = try store.load(number) else { throw .noSuchCase(number) }
        guard MessageContact(file.particulars) == .mobile(recipient) else {
            return MessageSettlement(id: message.id, outcome: .cancelled, detail: "办件上的联系电话已经变更")
        }
        switch message.occasion {
        case .noticeIssued, .correctionReminder:
            guard case .awaitingCorrection = file.phase, file.notices.last?.number == message.document else {
                return MessageSettlement(id: message.id, outcome: .moot, detail: "告知书已不在等待补正")
            }
            return nil
        case .licenceReady where file.progress.delivery != nil:
            return MessageSettlement(id: message.id, outcome: .moot, detail: "证照已经送达")
        case .licenceExpiring where LicenceLine.lines(of: file).allSatisfy({ $0.standing != .open }):
            return MessageSettlement(id: message.id, outcome: .moot, detail: "证照已经延续或注销")
        // A code that isn't the appointment's any more would lead the applicant astray.
        case .videoBooked where file.progress.appointment.map({ message.text.contains($0.code) }) != true:
            return MessageSettlement(id: message.id, outcome: .moot, detail: "视频核查已经改约或取消")
        case .videoBooked, .accepted, .refused, .licenceReady, .licenceMailed, .licenceExpiring: return nil
        }
    }
}
