import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// The people of an office, and PINs, from the command line.
struct StaffTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    /// Of the process that runs the tests, and so of the commands.
    private static let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""

    /// The sample office with other people, one of whom has the account that runs the tests.
    private func office(_ roles: String, unlisted: String = "[]") throws -> String {
        let path = "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml"
        let sample = try String(contentsOfFile: path, encoding: .utf8)
        let begin = try #require(sample.range(of: "staff:\n")).lowerBound
        let end = try #require(sample.range(of: "approvals:\n")).lowerBound
        let staff = """
            staff:
              unlisted: \(unlisted)
              people:
                - {account: \(Self.account), name: 甲, roles: \(roles), level: 1}

            """
        return try work.write(sample[..<begin] + staff + sample[end...], to: "office.yaml")
    }

    @Test func peopleAreListed() throws {
        let text = try work.run("staff", "list", "--store", work.store)
        #expect(text.code == 0)
        #expect(text.output.contains("林向东（林书记）  审批人员、督办  3级审批"))
        #expect(text.output.contains("没有列出的账号："))
        let objects = try work.run("staff", "list", "--json", "--store", work.store).objects()
        #expect(objects.count == 12)
        #expect(objects.allSatisfy { $0["format"] as? String == "yicigao.staff/1" })
        #expect(objects.first?["cover"] as? String == "李敏")
    }

    @Test func holesAreFoundAndEndIn1() throws {
        let sample = try work.run("staff", "check", "--store", work.store)
        #expect(sample.output.contains("郑志远的执法证2026-06-30已过期"))
        let office = try office("[clerk]")
        let alone = try work.run("staff", "check", "--office", office, "--store", work.store)
        #expect(alone.code == 1)
        #expect(alone.output.contains("缺口  没有人能作3级审批"))
        #expect(alone.output.contains("缺口  没有人能办“准予许可”"))
        #expect(alone.output.contains("东部片区今天没有能核查的人"))
        let objects = try work.run("staff", "check", "--json", "--office", office, "--store", work.store).objects()
        #expect(objects.contains { $0["finding"] as? String == "nobody-decides-level" && $0["level"] as? Int == 2 })
    }

    @Test func absencesAreEnteredAndEnded() throws {
        let store = work.store
        let none = try work.run("staff", "back", "王桂芬", "--store", store)
        #expect(none.code == 1)
        let away = try work.run("staff", "away", "王桂芬", "--until", "2099-12-31", "--store", store)
        #expect(away.code == 0 && away.output.contains("李敏代"))
        let objects = try work.run("staff", "list", "--json", "--store", store).objects()
        #expect(objects.first?["awayUntil"] as? String == "2099-12-31")
        #expect(objects.first?["coveredBy"] as? String == "李敏")
        #expect(try work.run("staff", "back", "王桂芬", "--store", store).code == 0)
        let after = try work.run("staff", "list", "--json", "--store", store).objects()
        #expect(after.first?["awayUntil"] is NSNull)
        #expect(try work.run("staff", "away", "nobody", "--until", "2099-12-31", "--store", store).code == 2)
        #expect(try work.run("staff", "away", "王桂芬", "--until", "2001-01-01", "--store", store).code == 2)
        #expect(
            try work.run("staff", "away", "王桂芬", "--until", "2099-12-31", "--cover", "王桂芬", "--store", store).code == 2)
    }

    @Test func onlySupervisorsEnterOthers() throws {
        let office = try office("[clerk]")
        let sample = try #require(try work.text(of: office).range(of: "people:\n"))
        let text = try work.text(of: office)
        try work.write(
            text[..<sample.upperBound] + "    - {account: other, name: 乙, roles: [approver]}\n"
                + text[sample.upperBound...], to: office)
        let run = try work.run(
            "staff", "away", "other", "--until", "2099-12-31", "--office", office, "--store", work.store)
        #expect(run.code == 1 && run.errors.contains("无权办理：须由督办"))
        let log = try work.run("audit", "refusals", "--json", "--office", office, "--store", work.store)
        #expect(try log.objects().map { $0["step"] as? String } == ["enter-absence"])
    }

    /// Each of these writes, and none of them is an inspector's.
    @Test(arguments: [
        ["import", "a.jsonl"], ["generate", "--cases", "2", "--seed", "1"], ["outbox"],
        ["ticket", "call", "--window", "A02"],
        ["feedback", "answer", "F1", "--words", "好了"], ["retention", "erase", "--yes"],
        ["staff", "pin", "--reset", "other"], ["staff", "back", "other"],
    ])
    func commandsAskWhoMay(_ command: [String]) throws {
        let office = try office("[inspector]")
        let text = try work.text(of: office)
        let people = try #require(text.range(of: "people:\n"))
        try work.write(
            text[..<people.upperBound] + "    - {account: other, name: 乙, roles: [approver]}\n"
                + text[people.upperBound...], to: office)
        #expect(try work.run("generate", "--cases", "1", "--seed", "1", "--store", work.store).code == 0)
        try work.write(
            work.run("export", "--store", work.store).output, to: "a.jsonl")
        let run = try work.run(command + ["--office", office, "--store", work.store])
        #expect(run.code == 1 && run.errors.contains("无权办理"), "\(run.errors)")
        let log = try work.run("audit", "refusals", "--store", work.store)
        #expect(log.code == 0 && log.lines.count == 1 && log.output.contains("无权办理，已拒绝"))
        #expect(try work.run("list", "--json", "--store", work.store).objects().count == 1)
        #expect(try work.run(command + ["--help"]).code == 0)
    }

    @Test func anAdministratorClearsAPIN() throws {
        let store = work.store
        #expect(try work.run("staff", "pin", "--reset", Self.account, "--store", store).code == 1)
        #expect(try work.run(["staff", "pin", "--store", store], input: "2580\n2580\n").code == 0)
        #expect(try work.run("staff", "pin", "--reset", Self.account, "--store", store).code == 0)
        #expect(try work.run(["staff", "pin", "--store", store], input: "9317\n9317\n").code == 0)
    }

    @Test func pinsAreSetChangedAndKeptAsSomethingElse() throws {
        let store = work.store
        let set = try work.run(["staff", "pin", "--store", store], input: "2580\n2580\n")
        #expect(set.code == 0 && set.output.contains("锁屏口令已设好"))
        #expect(!(set.output + set.errors).contains("2580"))
        let wrong = try work.run(["staff", "pin", "--store", store], input: "1111\n")
        #expect(wrong.code == 1 && wrong.errors.contains("旧口令不对"))
        let changed = try work.run(["staff", "pin", "--store", store], input: "2580\n9317\n9317\n")
        #expect(changed.code == 0)
        #expect(try work.run(["staff", "pin", "--store", store], input: "2580\n").code == 1)
        for input in ["9317\n12\n", "9317\n1234\n", "9317\n8642\n8643\n", "9317\n"] {
            #expect(try work.run(["staff", "pin", "--store", store], input: input).code == 2)
        }
        let bytes = try work.data(of: "desk.sqlite")
        #expect(bytes.range(of: Data("scrypt$32768$8$1$".utf8)) != nil)
        #expect(bytes.range(of: Data("9317\"".utf8)) == nil)
    }

    @Test(arguments: ["", "scrypt", "scrypt$1$8$1$AA==$AA==", "scrypt$99999999$8$1$AA==$AA==", "plain$2580"])
    func aPINThatWasDamagedMatchesNothing(kept: String) throws {
        #expect(try work.run(["staff", "pin", "--store", work.store], input: "2580\n2580\n").code == 0)
        let store = try SQLiteCaseStore(
            path: work.store, projection: QueueProjection(fingerprint: "none") { _ in (nil, true) })
        let note = ClerkNote(name: "lock/pin", at: Moment(secondsSince1970: 0), text: kept)
        try store.remember(note, for: ClerkID(Self.account))
        try store.close()
        let run = try work.run(["staff", "pin", "--store", work.store], input: "2580\n9317\n9317\n")
        #expect(run.code == 1 && run.errors.contains("旧口令不对"))
    }

    @Test func whoMayNotTakeInImportsNothing() throws {
        let office = try office("[inspector]")
        let line = try Workplace.line("good/small-catering-new.json", ["externalNumber": "A1"])
        try work.write(line + "\n", to: "one.jsonl")
        let run = try work.run("import", "one.jsonl", "--office", office, "--store", work.store)
        #expect(run.code == 1 && run.errors.contains("须由窗口经办、帮办、乡镇窗口办理"))
        #expect(try work.run("list", "--json", "--store", work.store).output.isEmpty)
    }

    @Test func withoutARoleNoNumberIsShownInFull() throws {
        let line = try Workplace.line("good/small-catering-new.json", ["externalNumber": "A1"])
        try work.write(line + "\n", to: "one.jsonl")
        #expect(try work.run("import", "one.jsonl", "--store", work.store).code == 0)
        let office = try office("[]")
        let run = try work.run("show", "A1", "--reveal", "--office", office, "--store", work.store)
        #expect(run.code == 1 && run.output.isEmpty)
        let shown = try work.run("show", "A1", "--store", work.store)
        #expect(shown.output.contains("无权办理，已拒绝") && !shown.output.contains("查看证件号码"))
    }

    @Test func theAccountIsTheProcesssOwn() throws {
        work.environment = ["USER": "林书记", "LOGNAME": "林书记", "USERNAME": "林书记"]
        let line = try Workplace.line("good/small-catering-new.json", ["externalNumber": "A1"])
        try work.write(line + "\n", to: "one.jsonl")
        #expect(try work.run("import", "one.jsonl", "--store", work.store).code == 0)
        let shown = try work.run("show", "A1", "--json", "--store", work.store).object()
        #expect(shown["clerk"] as? String == Self.account)
        #expect(Self.account != "林书记")
    }
}
