import CaseDomain
import CaseStore
@testable import Dispatching
import Foundation
import NoticeComposer
import Outgoing
import SQLiteCaseStore
import TestSupport
import Testing

/// gammu-smsd with a phone that is a folder.
final class MessageDaemon {
    let folder: WorkFolder
    private var daemon: Daemon?

    init() throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: "/usr/bin/gammu-smsd"),
            "no gammu-smsd: apt-get install gammu-smsd")
        folder = try WorkFolder()
        for name in ["phone", "inbox", "outbox", "sent", "error"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
        }
    }

    var spool: GammuSpool { GammuSpool(folder.path) }

    func start() throws {
        let root = folder.path
        try """
        [gammu]
        model = dummy
        connection = none
        device = \(root)/phone
        [smsd]
        service = files
        logfile = \(root)/log
        debuglevel = 255
        inboxpath = \(root)/inbox/
        outboxpath = \(root)/outbox/
        sentsmspath = \(root)/sent/
        errorsmspath = \(root)/error/
        commtimeout = 1
        sendtimeout = 5
        """.write(toFile: "\(root)/rc", atomically: true, encoding: .utf8)
        daemon = try Daemon(["/usr/bin/gammu-smsd", "-c", "\(root)/rc"])
    }
}

@Suite("Messages through gammu-smsd")
struct GammuSpoolTests {
    private static let text =
        "【示例县行政审批服务局】您申请的食品经营许可·新办需补正3项，详见告知书示审食补〔2026〕12号，请在2026年12月18日前补正，咨询0543-0000001。𠮷"

    private func message(_ text: String = text, id: String = "2026-000001-1-notice-issued") throws -> OutgoingMessage {
        OutgoingMessage(
            id: id, recipient: try #require(MobileNumber("13800000001")), text: text,
            queuedAt: DeskCases.moment("2026-11-20"))
    }

    @Test("the daemon picks the file up, sends every part in UCS-2, and the message counts as sent")
    func sends() throws {
        let daemon = try MessageDaemon()
        let message = try message()
        #expect(daemon.spool.obstacle() == nil)
        #expect(daemon.spool.look(for: message) == nil)
        #expect(daemon.spool.hand(message) == .taken)
        #expect(daemon.spool.look(for: message) == .taken)
        try daemon.start()
        try daemon.folder.until("it is sent") { daemon.spool.look(for: message) == .sent }
        #expect(daemon.spool.hand(message) == .sent)
        #expect(try daemon.folder.names("outbox") == [] && daemon.folder.names("sent").count == 1)
        // What the phone was told to send: both parts, in 16 bits a character, with nothing lost.
        let log = try daemon.folder.text("log")
        #expect(MessageParts.count(Self.text) == 2)
        #expect(log.contains("Found 2 sms to \"13800000001\""))
        for part in MessageParts.split(Self.text) { #expect(log.contains(part), "\(part)") }
        #expect(!log.contains("7 bit SMS"))
        let units = log.matches(of: /Unicode SMS, length (\d+)/).map { String($0.output.1) }
        #expect(units == MessageParts.split(Self.text).map { String($0.utf16.count) })
    }

    @Test("wherever its file lies, a message was handed over")
    func everywhere() throws {
        let daemon = try MessageDaemon()
        let message = try message()
        let name = GammuSpool.name(message)
        #expect(name == "OUTC20261120_100000_00_13800000001_2026-000001-1-notice-issued.smsbackup")
        // A broken off attempt leaves a draft behind, which is no message and in nobody's way.
        try Data("half".utf8).write(to: URL(fileURLWithPath: "\(daemon.folder.path)/outbox/.\(name).tmp"))
        #expect(daemon.spool.look(for: message) == nil)
        for (folder, answer) in [("sent", HandOver.sent), ("error", .failed("gammu 没有发出，见其日志"))] {
            let path = "\(daemon.folder.path)/\(folder)/\(name)"
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(daemon.spool.look(for: message) == answer && daemon.spool.hand(message) == answer)
            try FileManager.default.removeItem(atPath: path)
        }
        #expect(daemon.spool.hand(message) == .taken)
        #expect(try daemon.folder.names("outbox") == [name])
        #expect(!daemon.folder.has("outbox/.\(name).tmp"))
    }

    @Test(
        "a spool that isn't whole is an obstacle, and nothing is handed over", arguments: ["outbox", "sent", "error"])
    func obstacle(folder: String) throws {
        let daemon = try MessageDaemon()
        try FileManager.default.removeItem(atPath: "\(daemon.folder.path)/\(folder)")
        #expect(daemon.spool.obstacle()?.contains(folder) == true)
        guard case .retry = daemon.spool.hand(try message()) else {
            Issue.record("handed over")
            return
        }
    }

    /// Killed for good at each step between taking the message up and knowing that it is out.
    @Test("a worker that is killed anywhere sends nothing twice", arguments: 0..<4)
    func killed(step: Int) async throws {
        let daemon = try MessageDaemon()
        let (path, spool) = ("\(daemon.folder.path)/desk.sqlite", daemon.folder.path)
        var told: ToldCase? = try ToldCase(
            try SQLiteCaseStore(path: path, projection: SampleDesk.projection))
        let number = try #require(told?.number.text)
        told = nil
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, spool = spool as String, step = step as Int] in
            let store = try SQLiteCaseStore(path: path, projection: SampleDesk.projection)
            let worker = OutboxWorker(
                store: store, gateway: KillingSpool(GammuSpool(spool), at: step),
                messaging: Office.Messaging(gateway: .gammu(spool: spool)), reminders: nil, clerk: ClerkID("li"))
            var calls = 0
            _ = try worker.deliver(
                most: 1, reminds: false,
                now: {
                    calls += 1
                    if step == 3, calls == 3 { kill(getpid(), SIGKILL) }
                    return ToldCase.start
                })
            kill(getpid(), SIGKILL)
        }
        try daemon.start()
        let store = try SQLiteCaseStore(path: path, projection: SampleDesk.projection)
        let worker = OutboxWorker(
            store: store, gateway: daemon.spool, messaging: Office.Messaging(gateway: .gammu(spool: spool)),
            reminders: nil, clerk: ClerkID("li"))
        var minutes: Int64 = 1
        try daemon.folder.until("it is settled") {
            _ = try worker.deliver(most: 5, reminds: false, now: { ToldCase.start.adding(seconds: minutes * 60) })
            minutes += 2
            return try store.unsettledMessages().isEmpty
        }
        let file = try #require(try store.load(CaseNumber(number)))
        #expect(file.record.messages.map(\.settlement?.outcome) == [.sent])
        #expect(try daemon.folder.names("sent").count == 1)
        #expect(try daemon.folder.text("log").matches(of: /Transmitted OUT/).count == 1)
        #expect(try store.verifyChain() == nil)
    }
}

/// A spool at which the process dies: 0 before it looks, 1 after it looked, 2 after the file is in its place.
private struct KillingSpool: MessageGateway {
    private let spool: GammuSpool
    private let step: Int

    init(_ spool: GammuSpool, at step: Int) {
        self.spool = spool
        self.step = step
    }

    func obstacle() -> String? { spool.obstacle() }

    func look(for message: OutgoingMessage) -> HandOver? { spool.look(for: message) }

    func hand(_ message: OutgoingMessage) -> HandOver {
        if step == 0 { kill(getpid(), SIGKILL) }
        if step == 1, spool.look(for: message) == nil { kill(getpid(), SIGKILL) }
        let answer = spool.hand(message)
        if step == 2 { kill(getpid(), SIGKILL) }
        return answer
    }
}
