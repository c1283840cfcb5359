import CaseDomain
import CaseStore
@testable import Dispatching
import Foundation
import NoticeComposer
import Outgoing
import SQLiteCaseStore
import Synchronization
import TestSupport
import Testing

/// A gateway that writes down what it was given, and says what a test wants.
final class PretendGateway: MessageGateway {
    private let answers: Mutex<[HandOver]>
    private let given = Mutex<[OutgoingMessage]>([])
    /// Whether it can say later what it was given, as a spool can.
    private let remembers: Bool

    init(_ answers: [HandOver] = [.sent], remembers: Bool = false) {
        self.answers = Mutex(answers)
        self.remembers = remembers
    }

    var sent: [String] { given.withLock { $0.map(\.id) } }

    func obstacle() -> String? { nil }

    func hand(_ message: OutgoingMessage) -> HandOver {
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        if case .retry = answer { return answer }
        given.withLock { $0.append(message) }
        return answer
    }

    func look(for message: OutgoingMessage) -> HandOver? {
        guard remembers else { return .unknown("broken off") }
        return given.withLock { $0.contains { $0.id == message.id } } ? .sent : nil
    }
}

/// Dies at one of the calls that a worker makes to its store: everything before it is done, nothing after it.
final class DyingStore: CaseStoring, OutboxStoring {
    private let inner: any DeskStoring & OutboxStoring
    private let left: Mutex<Int>

    init(_ inner: any DeskStoring & OutboxStoring, after calls: Int) {
        self.inner = inner
        left = Mutex(calls)
    }

    private func step() throws(StoreError) {
        let dies = left.withLock { left in
            left -= 1
            return left < 0
        }
        if dies { throw .unreachable(detail: "dead") }
    }

    func claimMessage(at now: Moment, until lease: Moment, fresh: Bool) throws(StoreError) -> ClaimedMessage? {
        try step()
        return try inner.claimMessage(at: now, until: lease, fresh: fresh)
    }

    func putBack(_ id: String, until due: Moment) throws(StoreError) {
        try step()
        try inner.putBack(id, until: due)
    }

    func leaveAtGateway(_ id: String, until look: Moment) throws(StoreError) {
        try step()
        try inner.leaveAtGateway(id, until: look)
    }

    func settle(_ settlement: MessageSettlement, stamp: EventStamp) throws(StoreError) -> CaseFile? {
        try step()
        return try inner.settle(settlement, stamp: stamp)
    }

    func unsettledMessages() throws(StoreError) -> [UnsettledMessage] { try inner.unsettledMessages() }

    func troubledMessages(since: Moment) throws(StoreError) -> [TroubledMessage] {
        try inner.troubledMessages(since: since)
    }

    func load(_ number: CaseNumber) throws(StoreError) -> CaseFile? {
        try step()
        return try inner.load(number)
    }

    func receive(_ receipt: Receipt, stamp: EventStamp) throws(StoreError) -> CaseFile {
        try inner.receive(receipt, stamp: stamp)
    }

    func receive(_ receipts: [Receipt], stamp: EventStamp) throws(StoreError) -> [CaseNumber] {
        try inner.receive(receipts, stamp: stamp)
    }

    func append(
        _ payloads: [CaseEvent.Payload], to number: CaseNumber, expecting revision: Revision, stamp: EventStamp
    ) throws(StoreError) -> CaseFile {
        try inner.append(payloads, to: number, expecting: revision, stamp: stamp)
    }

    func append(_ write: NumberedAppend, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try inner.append(write, stamp: stamp)
    }

    func receive(_ bundle: BundleReceipt, stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try inner.receive(bundle, stamp: stamp)
    }

    func append(_ changes: [CaseAppend], stamp: EventStamp) throws(StoreError) -> [CaseFile] {
        try inner.append(changes, stamp: stamp)
    }

    func history(of number: CaseNumber) throws(StoreError) -> [CaseEvent] { try inner.history(of: number) }

    func queue(_ query: QueueQuery, from anchor: QueueAnchor, limit: Int) throws(StoreError) -> QueuePage {
        try inner.queue(query, from: anchor, limit: limit)
    }

    func count(
        _ query: QueueQuery, while isWanted: @escaping @Sendable () -> Bool
    ) throws(StoreError) -> Int? {
        try inner.count(query, while: isWanted)
    }
    func changeCounter() throws(StoreError) -> Int { try inner.changeCounter() }
}

/// A case that waits for its correction, with the message that told of it.
struct ToldCase {
    let store: any DeskStoring & OutboxStoring
    let number: CaseNumber

    static let start = DeskCases.moment("2026-11-20")

    init(_ store: any DeskStoring & OutboxStoring = SampleDesk.store(), phone: String = "13800000001") throws {
        self.store = store
        var particulars = DeskCases.restaurant()
        particulars.applicant.phone = phone
        let file = try DeskCases.receive(particulars, into: store)
        let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        let issued = try DeskCases.issue(judged, on: "2026-11-20", in: store)
        number = issued.number
        let message = OutboxMessage(
            id: "\(number.text)-1-notice-issued", occasion: .noticeIssued, document: issued.notices.last?.number,
            recipient: "13800000001", text: "请补正")
        _ = try DeskCases.append([.messageQueued(message: message)], to: issued, on: "2026-11-20", in: store)
    }

    var file: CaseFile {
        get throws { try #require(try store.load(number)) }
    }

    var outcome: MessageSettlement.Outcome? {
        get throws { try file.record.messages.first?.settlement?.outcome }
    }

    @discardableResult
    func deliver(
        _ gateway: any MessageGateway, _ messaging: Office.Messaging = Office.Messaging(gateway: .command(["/x"])),
        minutes: Int64 = 0, through other: (any CaseStoring & OutboxStoring)? = nil
    ) throws -> DeliveryReport {
        let worker = OutboxWorker(
            store: other ?? store, gateway: gateway, messaging: messaging, reminders: nil, clerk: ClerkID("li"))
        let now = Self.start.adding(seconds: minutes * 60)
        return try worker.deliver(most: 10, reminds: false, now: { now })
    }
}

@Suite("The worker of the outbox")
struct OutboxWorkerTests {
    @Test("a message goes out once, and the case says so")
    func once() throws {
        let (told, gateway) = (try ToldCase(), PretendGateway())
        let report = try told.deliver(gateway)
        #expect(report.sent == 1 && report.troubled.isEmpty)
        #expect(try told.outcome == .sent)
        try told.deliver(gateway, minutes: 600)
        #expect(gateway.sent.count == 1)
    }

    @Test("what comes to nothing is tried again, ever more seldom, and then given up")
    func backOff() throws {
        let told = try ToldCase()
        let gateway = PretendGateway([.retry("busy")])
        var minutes: Int64 = 0
        var pauses: [Int64] = []
        for _ in 0..<10_000 {
            try told.deliver(gateway, minutes: minutes)
            guard let waiting = try told.store.unsettledMessages().first else { break }
            let due = (waiting.due.secondsSince1970 - ToldCase.start.secondsSince1970) / 60
            if due > minutes { pauses.append(due - minutes) }
            minutes = due
        }
        #expect(pauses == [1, 5, 15, 60])
        #expect(try told.outcome == .failed)
        #expect(try told.file.record.messages[0].settlement?.detail == "busy")
    }

    @Test("pauses never get shorter, however often it is tried", arguments: -3...200)
    func pauses(attempts: Int) {
        let pause = OutboxWorker.pause(after: attempts)
        #expect(pause >= 60 && pause <= 3600 && pause <= OutboxWorker.pause(after: attempts + 1))
    }

    @Test(
        "whatever step it dies at, nothing goes out twice, and nothing is lost without a word",
        arguments: 0...5, [true, false])
    func death(step: Int, remembers: Bool) throws {
        let told = try ToldCase()
        let gateway = PretendGateway(remembers: remembers)
        do {
            try told.deliver(gateway, through: DyingStore(told.store, after: step))
        } catch let error as StoreError {
            #expect(error == .unreachable(detail: "dead"))
        }
        // Another worker before the lease is over, one after it, and one more.
        for minutes: Int64 in [1, 6, 60] { try told.deliver(gateway, minutes: minutes) }
        #expect(gateway.sent.count <= 1)
        let outcome = try #require(try told.outcome)
        #expect(gateway.sent.isEmpty ? outcome == .uncertain : [.sent, .uncertain].contains(outcome))
        if remembers { #expect(outcome == .sent && gateway.sent.count == 1) }
    }

    @Test("two workers race, and each message goes out once", arguments: 1...5)
    func race(round: Int) throws {
        let folder = NSTemporaryDirectory() + "/yicigao-race-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        let stores = try (0..<2).map { _ in
            try SQLiteCaseStore(path: "\(folder)/desk.sqlite", projection: SampleDesk.projection)
        }
        let cases = try (0..<6).map { _ in try ToldCase(stores[0]) }
        let gateway = PretendGateway()
        let problems = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { side in
            do {
                try cases[0].deliver(gateway, through: stores[side])
            } catch {
                problems.withLock { $0.append("\(error)") }
            }
        }
        #expect(problems.withLock(\.self) == [])
        #expect(gateway.sent.count == 6 && Set(gateway.sent).count == 6)
        for told in cases { #expect(try told.outcome == .sent) }
        #expect(try stores[1].verifyChain() == nil)
    }

    @Test("a number that changed meanwhile gets nothing, and the clerk sees it")
    func changedNumber() throws {
        let (told, gateway) = (try ToldCase(), PretendGateway())
        var particulars = try told.file.particulars
        particulars.applicant.phone = "13900000002"
        _ = try DeskCases.append(
            [.particularsChanged(particulars: particulars)], to: try told.file, on: "2026-11-20", in: told.store)
        let report = try told.deliver(gateway)
        #expect(gateway.sent.isEmpty)
        #expect(try told.outcome == .cancelled)
        #expect(report.troubled.map(\.number) == [told.number])
    }

    @Test("what there is nothing to tell of any more isn't sent, and is no trouble")
    func moot() throws {
        let (told, gateway) = (try ToldCase(), PretendGateway())
        _ = try DeskCases.append(
            [.correctionReceived(materials: [.layoutPlan])], to: try told.file, on: "2026-11-20", in: told.store)
        let report = try told.deliver(gateway)
        #expect(gateway.sent.isEmpty && report.troubled.isEmpty)
        #expect(try told.outcome == .moot)
    }

    @Test("a code of an appointment that has moved isn't sent; the one that holds is", arguments: [true, false])
    func movedAppointment(moves: Bool) throws {
        let (told, gateway) = (try ToldCase(), PretendGateway())
        func booked(_ code: String, at seconds: Int64) -> [CaseEvent.Payload] {
            let at = Moment(DeskCases.date("2026-11-23"), seconds: seconds)
            let message = OutboxMessage(
                id: "\(told.number.text)-\(code)-video-booked", occasion: .videoBooked, document: nil,
                recipient: "13800000001", text: "口令\(code)")
            return [
                .life(event: .booked(appointment: VideoAppointment(at: at, code: code))),
                .messageQueued(message: message),
            ]
        }
        let accepted = try DeskCases.append(
            [
                .accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-20"), gaps: [])),
                SampleInspectors.dispatched(mode: .video),
            ] + booked("2345", at: 36_000), to: try told.file, on: "2026-11-20", in: told.store)
        if moves {
            _ = try DeskCases.append(booked("6789", at: 54_000), to: accepted, on: "2026-11-20", in: told.store)
        }
        _ = try told.deliver(gateway)
        #expect(gateway.sent == ["\(told.number.text)-\(moves ? "6789" : "2345")-video-booked"])
    }

    @Test("nothing goes out outside the hours, but what is under way is looked after")
    func hours() throws {
        let (told, gateway) = (try ToldCase(), PretendGateway([.taken], remembers: true))
        var messaging = Office.Messaging(gateway: .gammu(spool: "/x"))
        messaging.hours = Office.Messaging.Hours(from: 8 * 60, to: 18 * 60)
        try told.deliver(gateway, messaging, minutes: 9 * 60)
        #expect(gateway.sent.isEmpty)
        #expect(try told.store.unsettledMessages().map(\.attempts) == [0])
        try told.deliver(gateway, messaging)
        #expect(try told.store.unsettledMessages().map(\.standing) == [.atGateway])
        try told.deliver(gateway, messaging, minutes: 9 * 60)
        #expect(try told.outcome == .sent)
    }

    @Test("a reminder comes once, when the term is running out", arguments: [("2026-12-10", 0), ("2026-12-16", 1)])
    func reminders(day: String, count: Int) throws {
        let told = try ToldCase()
        let setting = MessageSetting(office: SampleDesk.tellingOffice, templates: SampleDesk.messages)
        let worker = OutboxWorker(
            store: told.store, gateway: PretendGateway(), messaging: setting.office.messaging,
            reminders: CorrectionReminders(clocks: SampleDesk.clocks, setting: setting) { _ in "食品经营许可·新办" },
            clerk: ClerkID("li"))
        for _ in 0..<2 {
            _ = try worker.deliver(most: 10, reminds: true, now: { DeskCases.moment(day) })
        }
        let reminders = try told.file.record.messages.filter { $0.message.occasion == .correctionReminder }
        #expect(reminders.count == count)
        guard let reminder = reminders.first else { return }
        let deadline = try #require(try told.file.notices.last?.deadline)
        #expect(reminder.message.text.contains(deadline.chinese) && reminder.settlement?.outcome == .sent)
    }
}
