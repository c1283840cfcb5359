import CaseDomain
import CaseStore
import Foundation
import GRDB
import SQLiteCaseStore
import Testing

/// Looking after a store: its log, its copies, its retention, its health.
struct CareTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func fill(_ count: Int = 60) throws {
        let run = try work.run(
            "generate", "--cases", String(count), "--seed", "4", "--until", "2026-11-20", "--store", work.store)
        #expect(run.code == 0)
    }

    private func store() throws -> SQLiteCaseStore {
        try SQLiteCaseStore(
            path: work.store, projection: QueueProjection(fingerprint: "t") { _ in (nil, true) })
    }

    private func spoil(_ sql: String) throws {
        let queue = try DatabaseQueue(path: work.store)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = 0; \(sql)") }
        try queue.close()
    }

    // MARK: The log

    @Test func theLogIsVerifiedAgainstAnAnchor() throws {
        try fill()
        let anchor = try work.run("audit", "anchor", "--store", work.store)
        #expect(anchor.code == 0 && anchor.lines.count == 1)
        let kept = anchor.lines[0]
        #expect(try work.run("audit", "verify", "--anchor", kept, "--store", work.store).code == 0)
        #expect(try work.run("show", "2026-000003", "--reveal", "--store", work.store).code == 0)
        let later = try work.run("audit", "verify", "--anchor", kept, "--json", "--store", work.store)
        #expect(later.code == 0)
        #expect(try later.object()["events"] as? Int == 61)
        #expect(try work.run("audit", "verify", "--anchor", "61", "--store", work.store).code == 2)
        #expect(
            try work.run("audit", "verify", "--anchor", "90" + kept.drop { $0 != ":" }, "--store", work.store).code == 1
        )
    }

    @Test func aBrokenRefusalIsFoundBesideTheLog() throws {
        try fill()
        let log = try store()
        for clerk in ["li", "wang", "zhou"] {
            let stamp = EventStamp(at: Moment(secondsSince1970: 1_790_000_000), by: ClerkID(clerk))
            try log.log(LoggedRefusal(RefusedAttempt(step: .judge, ground: "role"), stamp: stamp))
        }
        try log.close()
        #expect(try work.run("audit", "verify", "--store", work.store).code == 0)
        try spoil("DROP TRIGGER refusal_stays; UPDATE refusal SET clerk = '别人' WHERE sequence = 2")
        let run = try work.run("audit", "verify", "--store", work.store)
        #expect(run.code == 1 && run.errors.contains("越权记录第 2 条"))
    }

    @Test func aBrokenEventIsNamedWithItsCase() throws {
        try fill()
        try spoil("DROP TRIGGER event_stays; UPDATE event SET clerk = '别人' WHERE sequence = 7")
        let run = try work.run("audit", "verify", "--store", work.store)
        #expect(run.code == 1)
        #expect(run.lines.first == "断开：第 7 条（2026-000007 的第 1 条，收件）的时间、经办人、办件或种类被改过")
        let fault = try #require(
            try work.run("audit", "verify", "--json", "--store", work.store).object()["fault"] as? [String: Any])
        #expect(fault["kind"] as? String == "header" && fault["case"] as? String == "2026-000007")
        #expect(try work.run("audit", "show", "2026-000007", "--store", work.store).code == 1)
        #expect(try work.run("audit", "show", "2026-000008", "--store", work.store).code == 0)
        let doctor = try work.run("doctor", "--store", work.store)
        #expect(doctor.code == 1 && doctor.output.contains("2026-000007"))
        #expect(try work.run("backup", "b.sqlite", "--store", work.store).code == 1)
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/b.sqlite"))
    }

    @Test func aCutTailIsFound() throws {
        try fill()
        try spoil(
            """
            DROP TRIGGER event_is_kept; DELETE FROM event_body WHERE sequence > 58; DELETE FROM event WHERE sequence > 58
            """)
        let run = try work.run("audit", "verify", "--store", work.store)
        #expect(run.code == 1 && run.lines.first == "断开：第 59 条起的记录被截去")
    }

    @Test func aCaseTellsItsStory() throws {
        try fill()
        let story = try work.run("audit", "show", "SD-2026-000005", "--store", work.store)
        #expect(story.code == 0 && story.output.contains("收件") && story.output.contains("完整]"))
        let covered = try work.run("audit", "show", "2026-000005", "--json", "--store", work.store)
        #expect(try covered.object()["format"] as? String == "yicigao.audit/1")
        let heading = try #require(try covered.object()["heading"] as? [String]).joined()
        #expect(heading.contains("**") && heading.firstMatch(of: /\d{17}[\dX]/) == nil)
        #expect(try work.run("audit", "show", "2026-000005", "--reveal-ids", "--store", work.store).code == 1)
        #expect(try store().history(of: CaseNumber("2026-000005")).count == 1)
        let shown = try work.run(
            "audit", "show", "2026-000005", "--reveal-ids", "--reason", "核对", "--store", work.store)
        #expect(shown.output.contains("查看了证件号码") && shown.output.firstMatch(of: /\d{17}[\dX]/) != nil)
        #expect(try work.run("audit", "show", "2026-999999", "--store", work.store).code == 1)
    }

    // MARK: Retention

    private static let applicant = "鑫龘靐齾豆腐坊"

    private func fillWithOld(_ count: Int) throws {
        let store = try store()
        let day = CivilDate(dayNumber: 14_400)
        let stamp = EventStamp(at: Moment(day), by: ClerkID("zhang"))
        let particulars = Particulars(
            matter: .smallWorkshop, action: .new, receivedAt: Moment(day), channel: .window,
            applicant: Applicant(name: Self.applicant, kind: .individual),
            premises: Premises(address: "示例路1号", county: "371625"))
        let receipt = Receipt(application: Application(particulars: particulars), checklist: nil, window: "A02")
        _ = try store.receive(Array(repeating: receipt, count: count), stamp: stamp)
        for place in 1...count {
            _ = try store.append(
                [.withdrawn(reason: "改期")], to: CaseNumber(year: 2009, sequence: place), expecting: Revision(1),
                stamp: stamp)
        }
        try store.close()
    }

    @Test func whatIsOverIsListedAndErased() throws {
        try fill()
        try fillWithOld(3)
        let list = try work.run("retention", "list", "--json", "--store", work.store)
        #expect(
            try list.objects().compactMap { $0["number"] as? String } == ["2009-000001", "2009-000002", "2009-000003"])
        #expect(try list.objects().allSatisfy { $0["verified"] as? Bool == false })
        #expect(try work.run("retention", "erase", "--dry-run", "--store", work.store).output == "3 件保管期已满，没有删除\n")
        #expect(try work.run("retention", "erase", "--store", work.store).code == 1)
        let erased = try work.run("retention", "erase", "--yes", "--store", work.store)
        #expect(erased.code == 0 && erased.output == "已删除 3 件的个人内容\n")
        #expect(try work.run("audit", "verify", "--store", work.store).output.contains("其中 9 条的内容已到期删除"))
        let story = try work.run("audit", "show", "2009-000002", "--store", work.store)
        #expect(story.code == 0 && story.lines.count == 4 && story.output.contains("保管期满"))
        #expect(try work.run("doctor", "--store", work.store).code == 0)
        #expect(try work.run("retention", "list", "--store", work.store).output == "")
        let backup = try work.run("backup", "b.sqlite", "--store", work.store)
        #expect(backup.code == 0)
    }

    @Test func aKilledErasureGoesOn() throws {
        try fillWithOld(300)
        let process = work.process(["retention", "erase", "--yes", "--store", work.store])
        process.standardOutput = try work.open("out")
        process.standardError = try work.open("err")
        try process.run()
        let watcher = try store()
        while try watcher.chainHead().count < 650, process.isRunning {}
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(try watcher.verifyChain() == nil)
        try watcher.close()
        let again = try work.run("retention", "erase", "--yes", "--store", work.store)
        #expect(again.code == 0)
        #expect(try work.run("audit", "verify", "--json", "--store", work.store).object()["erased"] as? Int == 900)
        let bytes = try work.data(of: "desk.sqlite")
        #expect(bytes.range(of: Data(Self.applicant.utf8)) == nil)
    }

    // MARK: Copies

    @Test func aKilledBackupLeavesNoFile() throws {
        try fill(3_000)
        let process = work.process(["backup", "b.sqlite", "--store", work.store])
        process.standardOutput = try work.open("out")
        process.standardError = try work.open("err")
        try process.run()
        let draft = "\(work.path)/b.sqlite.\(process.processIdentifier).tmp"
        while !FileManager.default.fileExists(atPath: draft), process.isRunning {}
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/b.sqlite"))
        #expect(try work.run("backup", "b.sqlite", "--store", work.store).code == 0)
        #expect(try work.run("restore", "b.sqlite", "--store", "\(work.path)/new/desk.sqlite").code == 0)
        let there = try work.run("list", "--view", "all", "--json", "--store", "\(work.path)/new/desk.sqlite")
        #expect(try there.output == work.run("list", "--view", "all", "--json", "--store", work.store).output)
    }

    @Test func aStoreIsRestoredOverAnotherOnlyWhenAsked() throws {
        try fill()
        #expect(try work.run("backup", "b.sqlite", "--store", work.store).code == 0)
        #expect(try work.run("backup", "b.sqlite", "--store", work.store).code == 1)
        let refused = try work.run("restore", "b.sqlite", "--store", work.store)
        #expect(refused.code == 1 && refused.complaints.count == 1)
        #expect(try work.run("restore", "none.sqlite", "--store", work.store, "--replace").code == 2)
        #expect(try work.run("restore", "b.sqlite", "--store", work.store, "--replace").code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: work.path)
        #expect(names.contains { $0.hasPrefix("desk.sqlite.replaced-") })
    }

    // MARK: Health

    @Test func theDoctorSaysWhatToDo() throws {
        try fill()
        let well = try work.run("doctor", "--json", "--store", work.store)
        #expect(well.code == 0)
        let findings = try #require(try well.object()["findings"] as? [[String: Any]])
        let ids = Set(findings.compactMap { $0["id"] as? String })
        #expect(
            ids.isSuperset(of: [
                "permissions", "file-system", "disk", "wal", "schema", "integrity", "references", "chain", "lines",
                "projection", "search", "imports", "retention", "clock", "calendar", "rules", "papers", "keymap",
                "fonts",
                "printers", "messages",
            ]))
        #expect(findings.allSatisfy { $0["level"] as? String == "fine" || $0["remedy"] as? String != "" })
        try spoil("UPDATE queue_row SET due = due + 3 WHERE key = 5")
        chmod(work.store, 0o644)
        let ill = try work.run("doctor", "--store", work.store)
        #expect(ill.code == 1 && ill.output.contains("2026-000005") && ill.output.contains("chmod"))
        #expect(try work.run("doctor", "--repair", "--store", work.store).code == 0)
        #expect(try work.run("doctor", "--full", "--store", work.store).code == 0)
        try work.write(String(repeating: "no database\n", count: 400), to: "text")
        #expect(try work.run("doctor", "--store", "\(work.path)/text").code == 4)
        #expect(try work.run("doctor", "--store", "\(work.path)/none").code == 0)
    }
}
