import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// Messages and printing without a desk.
struct OutboxTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    /// An office whose messages go through a script of the test.
    private func office(_ script: String) throws {
        let sample = try String(
            contentsOfFile: "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml", encoding: .utf8)
        try work.write(script, to: "send.sh")
        let messages = "messages: {gateway: command, command: [/bin/sh, \(work.path)/send.sh, \"{number}\"]}\n"
        try work.write(sample + messages, to: "office.yaml")
    }

    /// A case with a message that waits.
    private func take(phone: String = "13800000001") throws -> String {
        let line = try Workplace.line("bad/missing-policy-index.json", ["receivedAt": Workplace.now])
        try work.write(line, to: "case.json")
        let number = try #require(try work.run("import", "case.json", "--ack", "--store", work.store).lines.first)
        let projection = QueueProjection(fingerprint: "test") { _ in (nil, true) }
        let store = try SQLiteCaseStore(path: work.store, projection: projection)
        let file = try #require(try store.load(CaseNumber(number)))
        var particulars = file.particulars
        particulars.agent = nil
        particulars.applicant.phone = phone
        let message = OutboxMessage(
            id: "\(number)-accepted", occasion: .accepted, document: nil, recipient: "13800000001", text: "已受理")
        let stamp = EventStamp(
            at: Moment(secondsSince1970: Int64(Date().timeIntervalSince1970) - 60), by: ClerkID("clerk"))
        _ = try store.append(
            [.particularsChanged(particulars: particulars), .messageQueued(message: message)], to: file.number,
            expecting: file.revision, stamp: stamp)
        try store.close()
        return number
    }

    private func outbox(_ arguments: String...) throws -> CommandRun {
        try work.run(["outbox", "--store", work.store, "--office", "office.yaml"] + arguments)
    }

    @Test func aTimerSendsWhatWaits() throws {
        try office("cat >> \(work.path)/sent; echo $1 >> \(work.path)/sent")
        let number = try take()
        let waiting = try outbox("--list", "--json")
        #expect(waiting.code == 0)
        #expect(try waiting.object()["state"] as? String == "waiting")
        let run = try outbox("--json")
        #expect(run.code == 0)
        #expect(try run.object()["sent"] as? Int == 1)
        #expect(try outbox().output == "发出 0 条，未送出 0 条\n")
        #expect(try work.text(of: "sent") == "已受理13800000001\n")
        #expect(try outbox("--list").output == "")
        let shown = try work.run("show", number, "--json", "--store", work.store).object()
        let messages = try #require(shown["messages"] as? [[String: Any]])
        #expect(messages.map { $0["state"] as? String } == ["sent"])
        #expect(messages.map { $0["recipient"] as? String } == ["138****0001"])
        #expect(try work.run("show", number, "--store", work.store).output.contains("受理通知  138****0001  1条  已发出"))
    }

    @Test func whatFailsIsListedWithoutAnybodysNumber() throws {
        try office("echo \"$1 is out of service\" >&2; exit 1")
        let number = try take()
        let run = try outbox()
        #expect(run.code == 1)
        #expect(run.output.contains(number) && !run.output.contains("13800000001"))
        let list = try outbox("--list", "--json")
        #expect(list.code == 1)
        #expect(try list.object()["state"] as? String == "failed")
        let shown = try work.run("show", number, "--store", work.store)
        #expect(shown.output.contains("138****0001 is out of service"))
    }

    @Test func aChangedNumberGetsNothing() throws {
        try office("echo $1 >> \(work.path)/sent")
        _ = try take(phone: "13900000002")
        #expect(try outbox().code == 1)
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/sent"))
    }

    @Test func anOfficeWithoutMessagesSaysSo() throws {
        _ = try take()
        let run = try work.run("outbox", "--store", work.store)
        #expect(run.code == 1)
        #expect(run.complaints.count == 1)
    }

    @Test(arguments: [
        ("{gateway: gammu}", "spool"), ("{gateway: gammu, spool: here}", "begins with /"),
        ("{gateway: command}", "command"), ("{gateway: command, command: [send]}", "begins with /"),
        ("{gateway: command, command: [/x, \"{text}\"]}", "{text}"), ("{gateway: pigeon}", "gammu"),
        ("{gateway: none, from-hours: \"18:00\", to-hours: \"08:00\"}", "from-hours"),
        ("{gateway: none, from-hours: 25}", "time of day"), ("{gateway: none, tries: 0}", "at least 1"),
    ])
    func aBadOfficeFileIsRefused(messages: String, words: String) throws {
        try office("")
        let text = try work.text(of: "office.yaml")
        let kept = text.split(separator: "\n").filter { !$0.hasPrefix("messages:") }.joined(separator: "\n")
        try work.write(kept + "\nmessages: \(messages)\n", to: "office.yaml")
        let run = try outbox("--list")
        #expect(run.code == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test func aNoticePrintsAsPagesThroughTheOfficesOwnProgram() throws {
        try office("")
        let number = try take()
        let projection = QueueProjection(fingerprint: "test") { _ in (nil, true) }
        let store = try SQLiteCaseStore(path: work.store, projection: projection)
        let file = try #require(try store.load(CaseNumber(number)))
        let at = file.lastChange.at
        _ = try store.issueNotice(
            for: file.number, expecting: file.revision, series: "test", stamp: EventStamp(at: at, by: ClerkID("clerk"))
        ) { sequence in
            IssuedNotice(
                restoring: DocumentNumber("示审食补〔2026〕\(sequence)号"), round: 1, issuedAt: at, correctionDays: 20,
                deadline: nil, checklist: ChecklistReference(id: "a/b", version: "1", digest: "sha256:0"),
                program: "test", items: [], lines: ["告知书", "本告知书一式二份"])
        }
        try store.close()
        try work.write("cat > \(work.path)/printed; echo $1 > \(work.path)/copies", to: "print.sh")
        let printing = "printing: {command: [/bin/sh, \(work.path)/print.sh, \"{copies}\"]}\n"
        try work.write(try work.text(of: "office.yaml") + printing, to: "office.yaml")
        let run = try work.run("notice", number, "--print", "--store", work.store, "--office", "office.yaml")
        #expect(run.code == 0, "\(run.errors)")
        #expect(try work.data(of: "printed").starts(with: Data("%PDF-".utf8)))
        #expect(try work.text(of: "copies") == "2\n")
        try work.write("echo jam >&2; exit 1", to: "print.sh")
        let jam = try work.run("notice", number, "--print", "--store", work.store, "--office", "office.yaml")
        #expect(jam.code == 4 && jam.errors.contains("jam") && jam.output == "")
    }

    @Test func printingNeedsAPaperAndAPrinter() throws {
        let number = try take()
        let none = try work.run("notice", number, "--print", "--store", work.store)
        #expect(none.code == 1)
        for arguments in [["--printer", "x"], ["--print", "--pdf"], ["--print", "--copies", "0"]] {
            #expect(try work.run(["notice", number, "--store", work.store] + arguments).code == 2)
        }
    }
}
