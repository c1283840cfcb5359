import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// Commands that read and write a store.
struct StoreTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func generate(_ count: Int, _ file: String) throws {
        #expect(try work.run("generate", "--cases", String(count), "--seed", "7", "--jsonl", file).code == 0)
    }

    private func listed() throws -> [[String: Any]] {
        let run = try work.run("list", "--view", "all", "--json", "--store", work.store)
        #expect(run.code == 0)
        return try run.objects()
    }

    // MARK: Generating

    @Test func theSameSeedGivesTheSameBytes() throws {
        try generate(50, "a.jsonl")
        let again = try work.run("generate", "--cases", "50", "--seed", "7", "--jsonl", "-")
        #expect(again.code == 0)
        #expect(try again.output == work.text(of: "a.jsonl"))
        #expect(again.lines.count == 50)
        let other = try work.run("generate", "--cases", "50", "--seed", "8", "--jsonl", "-")
        #expect(other.output != again.output)
    }

    @Test func casesAreGeneratedIntoTheStore() throws {
        let arguments = ["generate", "--cases", "1200", "--seed", "3", "--until", "2026-11-20", "--store"]
        let run = try work.run(arguments + [work.store])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(try listed().count == 1200)
        let second = try work.run(arguments + ["\(work.path)/second.sqlite"])
        #expect(second.code == 0)
        let rows = try work.run("list", "--view", "all", "--json", "--store", "\(work.path)/second.sqlite")
        #expect(try rows.output == work.run("list", "--view", "all", "--json", "--store", work.store).output)
    }

    /// The same lives every time, with something of everything that boards and reports count.
    @Test func casesAreGeneratedWithTheirLives() throws {
        let arguments = ["generate", "--cases", "400", "--seed", "3", "--until", "2026-11-20", "--days", "90"]
        for name in ["a.sqlite", "b.sqlite"] {
            #expect(try work.run(arguments + ["--with-life", "--store", "\(work.path)/\(name)"]).code == 0)
        }
        let days = CivilDate(dayNumber: 20_600)...CivilDate(dayNumber: 20_777)
        let sheets = try ["a.sqlite", "b.sqlite"].map { name in
            let store = try SQLiteCaseStore(
                path: "\(work.path)/\(name)", projection: QueueProjection(fingerprint: "test") { _ in (nil, true) })
            #expect(try store.verifyChain() == nil)
            return try store.figures(FigureQuery(days: days))
        }
        #expect(sheets[0] == sheets[1])
        let total = sheets[0].total
        #expect(total[.received].count == 400)
        for measure in [
            Measure.accepted, .notified, .answerDays, .inspectionFirst, .approved, .decisionDays, .delivered,
        ] {
            #expect(total[measure].count > 50, "\(measure)")
        }
        #expect(sheets[0].defects.count > 5)
        #expect(try work.run(arguments + ["--with-life", "--jsonl", "-"]).code == 2)
    }

    // MARK: Importing

    @Test func oneBadLineStopsEverything() throws {
        let mixed = "\(Workplace.fixtures)/Cases/broken/mixed.jsonl"
        try generate(10, "a.jsonl")
        let run = try work.run("import", "a.jsonl", mixed, "--store", work.store)
        #expect(run.code == 2)
        #expect(run.complaints.count == 4)
        #expect(!FileManager.default.fileExists(atPath: work.store))
        let skipping = try work.run("import", "a.jsonl", mixed, "--skip-bad", "--store", work.store)
        #expect(skipping.code == 2)
        #expect(skipping.output == "已导入 12 件，跳过 3 条不能读的记录\n")
        #expect(skipping.complaints.count == 3)
        #expect(try listed().count == 12)
    }

    @Test func aDryRunWritesNothing() throws {
        try generate(10, "a.jsonl")
        let run = try work.run("import", "a.jsonl", "--dry-run", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.output == "可以导入 10 件，没有导入\n")
        #expect(!FileManager.default.fileExists(atPath: work.store))
    }

    @Test func acknowledgementsAreNumbersAndNothingElse() throws {
        try generate(250, "a.jsonl")
        let run = try work.run("import", "a.jsonl", "--ack", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.lines.count == 250)
        #expect(Set(run.lines) == Set(try listed().compactMap { $0["number"] as? String }))
    }

    @Test(arguments: ["auto", "gb18030"]) func gb18030IsRead(encoding: String) throws {
        let line = try Workplace.line("good/workshop-new.json", ["externalNumber": "T-1"]) + "\n"
        let encoded = try #require(line.data(using: String.Encoding(rawValue: 0x8000_0632)))
        try work.write(encoded, to: "a.jsonl")
        let run = try work.run("import", "a.jsonl", "--encoding", encoding, "--store", work.store)
        #expect(run.code == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let applicant = try #require(object["applicant"] as? [String: Any])
        #expect(try listed().first?["applicant"] as? String == applicant["name"] as? String)
        #expect(try work.run("import", "a.jsonl", "--encoding", "utf-8", "--store", work.store).code == 2)
    }

    @Test func anUnreadableByteIsOneBadLine() throws {
        let line = try Workplace.line("good/workshop-new.json", ["externalNumber": "T-1"]) + "\n"
        let encoded = try #require(line.data(using: String.Encoding(rawValue: 0x8000_0632)))
        var broken = encoded
        let name = try #require(broken.firstIndex { $0 >= 0x80 })
        broken[name] = 0xFF
        try work.write(encoded + broken + encoded, to: "a.jsonl")
        let run = try work.run("import", "a.jsonl", "--skip-bad", "--store", work.store)
        #expect(run.code == 2)
        #expect(run.complaints.filter { $0.hasPrefix("a.jsonl:2: ") }.count == 1)
        #expect(try listed().count == 2)
    }

    @Test func brokenUTF8IsNotTakenForGB18030() throws {
        let line = Data((try Workplace.line("good/workshop-new.json") + "\n").utf8)
        var broken = line
        let name = try #require(broken.firstIndex { $0 >= 0x80 })
        broken[name] = 0xFF
        try work.write(line + broken, to: "a.jsonl")
        let run = try work.run("import", "a.jsonl", "--store", work.store)
        #expect(run.code == 2)
        #expect(run.complaints.first?.hasPrefix("a.jsonl:2: $: ") == true)
    }

    @Test func aPipeIsReadTwiceAsWell() throws {
        let line = try Workplace.line("good/workshop-new.json") + "\n"
        let run = try work.run(["import", "-", "--store", work.store], input: line + line)
        #expect(run.code == 0)
        #expect(try listed().count == 2)
    }

    @Test(arguments: [
        ["a.csv"], ["nowhere.jsonl"], ["a.jsonl", "--window", "A99"], ["a.jsonl", "--encoding", "big5"],
    ])
    func importRefuses(arguments: [String]) throws {
        try generate(1, "a.jsonl")
        try work.write("x", to: "a.csv")
        let run = try work.run(["import", "--store", work.store] + arguments)
        #expect(run.code == 2)
        #expect(run.complaints.count == 1)
    }

    @Test func everyAcknowledgedCaseOutlivesAKill() throws {
        try generate(20_000, "a.jsonl")
        let process = work.process(["import", "a.jsonl", "--ack", "--store", work.store])
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try work.open("err")
        try process.run()
        var acknowledged = Data()
        while acknowledged.count < 4000 {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            acknowledged += more
        }
        kill(process.processIdentifier, SIGKILL)
        acknowledged += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let numbers = String(decoding: acknowledged, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(numbers.count >= 300)
        let stored = Set(try listed().compactMap { $0["number"] as? String })
        // The last line may have been cut off by the kill.
        #expect(numbers.filter { $0.count == 11 }.allSatisfy(stored.contains))
    }

    @Test func anInterruptedImportSaysHowFarItCame() throws {
        try generate(20_000, "a.jsonl")
        let process = work.process(["import", "a.jsonl", "--ack", "--store", work.store])
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try work.open("err")
        try process.run()
        _ = pipe.fileHandleForReading.availableData
        process.interrupt()
        _ = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        let count = try listed().count
        #expect(try work.text(of: "err") == "已中断：导入了 \(count) 件，其余没有导入\n")
    }

    // MARK: Looking

    @Test func theQueueHasViewsSearchAndLimit() throws {
        try generate(120, "a.jsonl")
        #expect(try work.run("import", "a.jsonl", "--window", "A03", "--store", work.store).code == 0)
        let rows = try listed()
        #expect(rows.count == 120)
        let keys = [
            "number", "externalNumber", "applicant", "matter", "action", "subtype", "state", "round", "due", "daysLeft",
            "dueIsCertain", "received", "window", "clerk",
        ]
        #expect(Set(rows[0].keys) == Set(keys))
        #expect(rows.allSatisfy { $0["window"] as? String == "A03" })
        let limited = try work.run("list", "--view", "all", "--limit", "7", "--store", work.store)
        #expect(limited.lines.count == 8)
        #expect(limited.complaints.count == 1)
        let found = try work.run("list", "--search", "SD-2026-000011", "--json", "--store", work.store)
        #expect(try found.object()["externalNumber"] as? String == "SD-2026-000011")
        #expect(try work.run("list", "--view", "routed", "--json", "--store", work.store).output == "")
        #expect(try work.run("list", "--view", "opne", "--store", work.store).code == 2)
        #expect(try work.run("list", "--limit", "0", "--store", work.store).code == 2)
    }

    @Test func theQueueIsListedByClerkWindowAndColumn() throws {
        try generate(40, "a.jsonl")
        try generate(30, "b.jsonl")
        #expect(try work.run("import", "a.jsonl", "--window", "A03", "--store", work.store).code == 0)
        #expect(try work.run("import", "b.jsonl", "--window", "A05", "--store", work.store).code == 0)
        func list(_ arguments: String...) throws -> [[String: Any]] {
            try work.run(["list", "--json", "--store", work.store] + arguments).objects()
        }
        let all = try list("--view", "waiting")
        #expect(all.count == 70)
        let clerk = try #require(all.first?["clerk"] as? String)
        #expect(try list("--clerk", clerk).count == 70)
        #expect(try list("--clerk", "nobody").isEmpty)
        #expect(try list("--window", "A03").count == 40)
        #expect(try list("--window", "A03", "--window", "A05").count == 70)
        #expect(try list("--region", "西部片区").count == 40)
        #expect(try list("--view", "returned").isEmpty && list("--view", "gaps-ageing").isEmpty)
        let numbers = try list("--sort", "number", "--descending").compactMap { $0["number"] as? String }
        #expect(numbers.count == 70 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 > $1 })
        let county = try list("--search", "slx").count
        #expect(try county > 0 && county == list("--search", "shili xian").count)
        for wrong in [["--region", "月球"], ["--sort", "colour"], ["--region", "西部片区", "--window", "A05"]] {
            #expect(try work.run(["list", "--store", work.store] + wrong).code == 2)
        }
    }

    @Test func aStoreThatIsNotThereIsNotMade() throws {
        let run = try work.run("list", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.complaints.count == 1)
        #expect(try work.run("show", "1", "--store", work.store).code == 1)
        #expect(!FileManager.default.fileExists(atPath: work.store))
    }

    @Test(arguments: [["list"], ["show", "1"], ["notice", "1"], ["generate", "--cases", "1", "--seed", "1"]])
    func aStoreThatIsNoneIsTheSystemsFault(arguments: [String]) throws {
        try FileManager.default.createDirectory(atPath: "\(work.path)/folder", withIntermediateDirectories: true)
        try work.write(String(repeating: "no database\n", count: 400), to: "text")
        for name in ["folder", "text"] {
            let run = try work.run(arguments + ["--store", "\(work.path)/\(name)"])
            #expect(run.code == 4, "\(name)")
            #expect(run.complaints.count == 1)
        }
        // Not even root may write there.
        let run = try work.run("generate", "--cases", "1", "--seed", "1", "--store", "/proc/desk.sqlite")
        #expect(run.code == 4)
        #expect(run.complaints.count == 1)
    }

    @Test func identitiesAreCoveredUntilSomebodyAsks() throws {
        let file = "\(Workplace.fixtures)/Cases/good/sales-supermarket.json"
        #expect(try work.run("import", file, "--store", work.store).code == 0)
        let covered = try work.run("show", "SD-2026-002212", "--json", "--store", work.store)
        #expect(covered.code == 0)
        let object = try covered.object()
        #expect(object["format"] as? String == "yicigao.case-file/1")
        #expect(object["revision"] as? Int == 1)
        #expect(!covered.output.contains("372301197706084446"))
        #expect(covered.output.contains("372301**********46"))
        let plain = try work.run("show", "2026-000001", "--store", work.store)
        #expect(plain.code == 0)
        #expect(!plain.output.contains("372301197706084446"))
        let revealed = try work.run("show", "SD-2026-002212", "--json", "--reveal", "--store", work.store)
        #expect(revealed.output.contains("372301197706084446"))
        let history = try #require(try revealed.object()["history"] as? [[String: Any]])
        #expect(history.compactMap { $0["event"] as? String } == ["received", "identity-revealed"])
        let none = try work.run("show", "SD-2026-009999", "--store", work.store)
        #expect(none.code == 1)
        #expect(none.complaints.count == 1)
    }
}
