import Foundation
import Testing

/// Two versions of a checklist side by side, a day between them, and cases on both sides of it.
struct VersionTests {
    let work: Workplace
    /// A copy of the built-in data in which 小餐饮新办 has a second version from 2026-07-01 on.
    let data: String

    private static let cutOver = """
        format: yicigao.cutovers/1
        cutovers:
          - id: catering-2026
            date: 2026-07-01
            regime: 旧版小餐饮清单
            english: old catering list
            owner: {name: 王某, phone: 0543-1234567}
            covers: [small-catering/new]
            basis: {source: 示例县局通知（2026）5号, verified: false}

        """

    init() throws {
        work = try Workplace()
        data = "\(work.path)/rules"
        let program = URL(fileURLWithPath: Workplace.program).deletingLastPathComponent().path
        try FileManager.default.copyItem(atPath: "\(program)/Yicigao_ChecklistFiles.resources", toPath: data)
        let first = try text("small-catering.new.yaml")
        try write(ended(first), "small-catering.new.yaml")
        try write(second(first), "small-catering.new.2026-07.yaml")
        try write(Self.cutOver, "cutovers.yaml")
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(data)/Checklists/\(name)", encoding: .utf8)
    }

    private func write(_ text: String, _ name: String) throws {
        try text.write(toFile: "\(data)/Checklists/\(name)", atomically: true, encoding: .utf8)
    }

    private func ended(_ first: String) -> String {
        first.replacing("effective-from: 2017-06-01", with: "effective-from: 2017-06-01\neffective-to: 2026-06-30")
    }

    private func second(_ first: String) throws -> String {
        let second = first.replacing("effective-from: 2017-06-01", with: "effective-from: 2026-07-01")
            .replacing("version: \"2026.1\"", with: "version: \"2026.2\"")
        let copies = try #require(second.firstMatch(of: /copies: (.+)/))
        return second.replacing(copies.output.0, with: "copies: 电子件1份", maxReplacements: 1)
    }

    private func run(_ arguments: String...) throws -> CommandRun { try work.run(arguments + ["--data", data]) }

    /// Takes in one case before the day and one on it.
    ///
    /// - Returns: their numbers.
    private func takeBoth() throws -> (before: String, after: String) {
        let before = try Workplace.line(
            "good/small-catering-new.json",
            ["externalNumber": "OLD-1", "receivedAt": "2026-06-30T16:59:00+08:00"])
        let after = try Workplace.line(
            "good/small-catering-new.json",
            ["externalNumber": "NEW-1", "receivedAt": "2026-07-01T08:31:00+08:00"])
        try work.write(before + "\n" + after + "\n", to: "both.jsonl")
        let taken = try run("import", "both.jsonl", "--store", work.store)
        #expect(taken.code == 0, "\(taken.errors)")
        return ("OLD-1", "NEW-1")
    }

    private func show(_ number: String) throws -> [String: Any] {
        try run("show", number, "--json", "--store", work.store).object()
    }

    private func version(_ object: [String: Any]) -> String? {
        (object["checklist"] as? [String: Any])?["version"] as? String
    }

    @Test func eachCaseKeepsTheVersionOfItsDay() throws {
        #expect(try run("checklist", "lint").code == 0)
        let (before, after) = try takeBoth()
        let (old, new) = (try show(before), try show(after))
        #expect(version(old) == "2026.1")
        #expect(version(new) == "2026.2")
        #expect(old["checklistInstalled"] as? Bool == true)
        #expect(old["oldRegime"] as? String == "catering-2026")
        #expect(new["oldRegime"] is NSNull)
        let text = try run("show", before, "--store", work.store)
        let rules = try #require(text.lines.first { $0.contains("旧规则：旧版小餐饮清单") })
        #expect(rules.contains("王某 0543-1234567（示例县局通知（2026）5号（待核）"))
    }

    @Test func endingAVersionKeepsItsDigest() throws {
        let endless = try text("small-catering.new.yaml").replacing("effective-to: 2026-06-30\n", with: "")
        let digest = { (run: CommandRun) in try run.objects().compactMap { $0["digest"] as? String } }
        let ended = try digest(run("checklist", "list", "--json"))
        try FileManager.default.removeItem(atPath: "\(data)/Checklists/small-catering.new.2026-07.yaml")
        try write(endless, "small-catering.new.yaml")
        #expect(try Set(digest(run("checklist", "list", "--json"))).isSubset(of: ended))
    }

    @Test func aCaseWhoseRulesAreGoneIsJudgedAloudByThoseOfItsDay() throws {
        let (before, _) = try takeBoth()
        let digest = (try show(before)["checklist"] as? [String: Any])?["digest"] as? String
        try write(text("small-catering.new.yaml").replacing("copies: ", with: "copies: 约"), "small-catering.new.yaml")
        let lost = try show(before)
        #expect(lost["checklistInstalled"] as? Bool == false)
        #expect((lost["checklist"] as? [String: Any])?["digest"] as? String == digest)
        #expect(lost["judgedBy"] as? String != digest)
        #expect(lost["findings"] is [String: Any])
        let text = try run("show", before, "--store", work.store)
        #expect(text.code == 0)
        #expect(text.lines.contains { $0.hasPrefix("  提醒：收件时的清单") && $0.contains("现按收件日的 2026.1 版审查") })
    }

    @Test func whatRunsOutIsListedWithItsOwner() throws {
        _ = try takeBoth()
        let list = try run("list", "--view", "run-out", "--json", "--store", work.store)
        #expect(try list.objects().compactMap { $0["externalNumber"] as? String } == ["OLD-1"])
        let regime = try #require(try list.objects().first?["oldRegime"] as? [String: Any])
        #expect(regime["owner"] as? String == "王某")
        let text = try run("list", "--view", "run-out", "--store", work.store)
        #expect(text.lines.count == 2)
        #expect(text.lines[1].hasSuffix("2026-06-30  旧版小餐饮清单·王某 0543-1234567"))
        try FileManager.default.removeItem(atPath: "\(data)/Checklists/cutovers.yaml")
        #expect(try run("list", "--view", "run-out", "--json", "--store", work.store).output == "")
    }

    @Test func differencesAreSaidRowByRow() throws {
        let run = try run("checklist", "diff", "small-catering/new@2026.1", "small-catering/new@2026.2")
        #expect(run.code == 1)
        #expect(run.lines.first == "~ small-catering/new  小餐饮登记·新办  2026.1 -> 2026.2")
        #expect(run.lines.contains("      施行日：2017-06-01至2026-06-30 -> 2026-07-01起"))
        #expect(run.lines.contains { $0.hasPrefix("      份数与形式：") && $0.hasSuffix(" -> 电子件1份") })
        let object = try self.run(
            "checklist", "diff", "small-catering/new@2026.1", "small-catering/new@2026.2", "--json"
        ).object()
        #expect(object["same"] as? Bool == false)
        let entries = (object["checklists"] as? [[String: Any]])?.first?["entries"] as? [[String: Any]]
        let changes = entries?.flatMap { $0["changes"] as? [[String: Any]] ?? [] }
        let aspects = changes?.compactMap { $0["aspect"] as? String }
        #expect(aspects == ["version", "effective", "copies"])
    }

    @Test func filesAndFoldersAreComparedToo() throws {
        let file = "\(data)/Checklists/small-catering.new.2026-07.yaml"
        #expect(try run("checklist", "diff", "small-catering/new@2026.2", file).code == 0)
        #expect(try run("checklist", "diff", data, data).output == "没有变化\n")
        let program = URL(fileURLWithPath: Workplace.program).deletingLastPathComponent().path
        let folders = try run("checklist", "diff", "\(program)/Yicigao_ChecklistFiles.resources/Checklists", data)
        #expect(folders.code == 1)
        #expect(folders.lines.contains("      施行日：2017-06-01起 -> 2017-06-01至2026-06-30"))
        #expect(folders.lines.contains("+ small-catering/new  小餐饮登记·新办  2026.2：新增版本，与 2026.1 比较"))
        #expect(!folders.output.contains("small-workshop"))
        for bad in [
            ["small-catering/new@1", file], ["small-catring/new", file], [data, file], ["nowhere", "nowhere"],
        ] {
            let refused = try work.run(["checklist", "diff"] + bad + ["--data", data])
            #expect(refused.code == 2, "\(bad)")
            #expect(refused.complaints.count == 1, "\(bad)")
        }
    }

    @Test(arguments: [
        ("owner: {name: 王某, phone: 0543-1234567}", "owner: {phone: 0543-1234567}", "missing-key"),
        ("owner: {name: 王某, phone: 0543-1234567}", "owner: {name: '', phone: 0543-1234567}", "empty-text"),
        ("date: 2026-07-01", "date: 2017-06-01", "no-version"), ("date: 2026-07-01", "date: 2026-06-31", "bad-date"),
        ("covers: [small-catering/new]", "covers: [small-catering/report]", "no-version"),
        ("covers: [small-catering/new]", "covers: []", "bad-value"), ("regime:", "regimen:", "unknown-key"),
        ("covers: [small-catering/new]", "covers: [small-catering/new, small-catering/new]", "bad-value"),
    ])
    func aCutOverThatCannotWorkIsNamed(sound: String, broken: String, code: String) throws {
        try write(Self.cutOver.replacing(sound, with: broken), "cutovers.yaml")
        let lint = try run("checklist", "lint")
        #expect(lint.code == 1)
        #expect(lint.lines.contains { $0.contains("cutovers.yaml") && $0.contains(" \(code): ") }, "\(lint.output)")
    }

    @Test func overlapsAndGapsAreNamed() throws {
        let old = try text("small-catering.new.yaml")
        try write(old.replacing("to: 2026-06-30", with: "to: 2026-07-01"), "small-catering.new.yaml")
        #expect(try run("checklist", "lint").lines.contains { $0.contains(" overlap: ") })
        try write(old.replacing("to: 2026-06-30", with: "to: 2026-06-29"), "small-catering.new.yaml")
        let lint = try run("checklist", "lint").lines
        #expect(lint.contains { $0.contains(" gap: ") })
        #expect(lint.contains { $0.contains(" no-version: ") })
    }
}
