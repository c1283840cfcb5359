import Foundation
import Testing

struct CheckTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func fixture(_ name: String) -> String { "\(Workplace.fixtures)/Cases/\(name)" }

    @Test(arguments: [
        ("good/sales-supermarket.json", 0, "accept"), ("good/workshop-new.json", 0, "accept"),
        ("bad/missing-policy-index.json", 1, "correct"), ("bad/semi-finished-without-mark.json", 1, "correct"),
    ])
    func theExitCodeIsTheVerdict(file: String, code: Int32, outcome: String) throws {
        let run = try work.run("check", "--json", fixture(file))
        #expect(run.code == code)
        #expect(run.errors == "")
        let object = try run.object()
        #expect(object["format"] as? String == "yicigao.findings/1")
        #expect(object["outcome"] as? String == outcome)
        #expect((object["findings"] as? [Any])?.isEmpty == (code == 0))
        let checklist = try #require(object["checklist"] as? [String: String])
        #expect(checklist["digest"]?.hasPrefix("sha256:") == true)
    }

    @Test func aFindingSaysEverything() throws {
        let object = try work.run("check", "--json", fixture("bad/missing-policy-index.json")).object()
        let finding = try #require((object["findings"] as? [[String: Any]])?.first)
        #expect(finding["material"] as? String == "policy-index")
        #expect(finding["defect"] as? String == "missing")
        #expect(finding["blocking"] as? Bool == true)
        #expect(finding["onTheSpot"] as? Bool == false)
        #expect(finding["row"] as? String == "X5")
        for key in ["basis", "text", "remedy"] { #expect((finding[key] as? String)?.isEmpty == false) }
    }

    @Test func whatNobodyMentionedIsUnjudgedUnlessAssumedMissing() throws {
        try work.write(try Workplace.line("good/sales-supermarket.json", ["materials": [Any]()]) + "\n", to: "a.jsonl")
        let open = try work.run("check", "--json", "a.jsonl")
        #expect(open.code == 3)
        #expect(try open.object()["outcome"] as? String == "undetermined")
        let missing = try work.run("check", "--json", "--assume-missing", "a.jsonl")
        #expect(missing.code == 1)
        #expect(try missing.object()["outcome"] as? String == "correct")
    }

    @Test func aStallGoesToTheTownship() throws {
        let changes: [String: Any] = ["matter": "food-stall", "materials": [Any]()]
        try work.write(try Workplace.line("good/small-catering-new.json", changes), to: "stall.json")
        let run = try work.run("check", "--json", "stall.json")
        #expect(run.code == 1)
        let object = try run.object()
        #expect(object["outcome"] as? String == "route")
        #expect((object["route"] as? [String: String])?["to"] == "township")
        #expect(object["checklist"] is NSNull)
        let plain = try work.run("check", "stall.json")
        #expect(plain.code == 1)
        #expect(plain.lines[0].hasSuffix("应引导"))
        #expect(plain.lines[1].hasPrefix("    引导："))
    }

    @Test func aTownshipsWindowJudgesTheStall() throws {
        let sample = "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml"
        let office = try String(contentsOfFile: sample, encoding: .utf8)
        try work.write(office + "township: true\n", to: "town.yaml")
        let facts: [String: Any] = ["products": ["pastry"], "staff": 1]
        let changes: [String: Any] = ["matter": "food-stall", "materials": [Any](), "facts": facts]
        try work.write(try Workplace.line("good/small-catering-new.json", changes), to: "stall.json")
        let run = try work.run("check", "--json", "--assume-missing", "--office", "town.yaml", "stall.json")
        #expect(run.code == 1)
        let object = try run.object()
        #expect(object["route"] is NSNull)
        #expect((object["checklist"] as? [String: Any])?["id"] as? String == "food-stall/new")
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(
            findings.compactMap { $0["material"] as? String } == [
                "application-form", "principal-identity", "health-certificates",
            ])
        try work.write(office + "township: maybe\n", to: "bad.yaml")
        #expect(try work.run("check", "--office", "bad.yaml", "stall.json").code == 2)
    }

    @Test func aDayWithoutRulesIsNoVerdict() throws {
        let early = ["receivedAt": "2000-01-05T09:00:00+08:00"]
        try work.write(try Workplace.line("good/sales-supermarket.json", early), to: "early.json")
        let run = try work.run("check", "--json", "early.json")
        #expect(run.code == 2)
        #expect(run.output == "")
        #expect(run.complaints == ["early.json:1: 没有 food-operation-licence/new 在 2000-01-05 适用的材料清单"])
    }

    @Test func everyBrokenFileSaysWhatIsExpected() throws {
        let folder = "\(Workplace.fixtures)/Cases/broken"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".expected") }
        #expect(!names.isEmpty)
        for name in names.sorted() {
            let expected = try String(contentsOfFile: "\(folder)/\(name).expected", encoding: .utf8)
            try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(work.path)/\(name)")
            let run = try work.run("check", "--json", name)
            #expect(run.code == 2, "\(name)")
            #expect(run.errors == expected, "\(name)")
        }
    }

    @Test func goodLinesBesideBadOnesAreJudged() throws {
        let run = try work.run("check", "--json", fixture("broken/mixed.jsonl"))
        #expect(run.code == 2)
        #expect(run.complaints.count == 3)
        #expect(try run.objects().allSatisfy { $0["outcome"] as? String == "accept" })
        #expect(run.lines.count == 2)
    }

    @Test func anUnreadableFileDoesNotHideTheOthers() throws {
        let run = try work.run("check", "nowhere.json", ".", fixture("good/workshop-new.json"))
        #expect(run.code == 2)
        #expect(run.complaints == ["nowhere.json: 文件不存在", ".: 是文件夹，不是文件"])
        #expect(run.lines.first?.hasSuffix("可以受理") == true)
    }

    @Test func standardInputMayBeLinesOrOneObject() throws {
        let line = try Workplace.line("good/workshop-new.json", ["externalNumber": "T-1"])
        let lines = try work.run(["check", "--json", "-"], input: line + "\n" + line + "\n")
        #expect(lines.code == 0)
        #expect(lines.lines.count == 2)
        let whole = try String(contentsOfFile: fixture("good/workshop-new.json"), encoding: .utf8)
        #expect(try work.run(["check", "--json", "-"], input: whole).code == 0)
    }

    @Test func aCaseWithoutANumberIsCalledByItsPlace() throws {
        var object = try #require(
            JSONSerialization.jsonObject(with: Data(try Workplace.line("good/workshop-new.json").utf8))
                as? [String: Any])
        object["externalNumber"] = nil
        let line = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        try work.write("\n\(line)\n", to: "a.jsonl")
        #expect(try work.run("check", "--json", "a.jsonl").object()["case"] as? String == "a.jsonl:2")
    }

    @Test func whatAFileSaysCannotSteerTheTerminal() throws {
        let changes = ["externalNumber": "A\u{1B}[2J\u{202E}B\nC"]
        try work.write(try Workplace.line("good/workshop-new.json", changes), to: "a.json")
        let plain = try work.run("check", "a.json")
        #expect(plain.code == 0)
        #expect(!plain.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        #expect(plain.lines[0].hasSuffix("可以受理"))
        let json = try work.run("check", "--json", "a.json")
        #expect(!json.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        #expect(try json.object()["case"] as? String == "A\u{1B}[2J\u{202E}B\nC")
    }

    @Test func timingGoesToStderrAlone() throws {
        let run = try work.run("check", "--json", "--timing", fixture("good/workshop-new.json"))
        #expect(run.code == 0)
        _ = try run.object()
        #expect(run.complaints.count == 4)
    }

    @Test func aFullDiskIsTheSystemsFault() throws {
        let process = work.process(["check", "--json", fixture("good/workshop-new.json")])
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = try work.open("err")
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        #expect(try work.text(of: "err") == "写不出结果: 磁盘已满\n")
    }

    @Test func aReaderThatLeavesEndsItWithoutAWord() throws {
        let pipe = Pipe()
        let process = work.process(["check", "--json", fixture("good/workshop-new.json")])
        process.standardOutput = pipe
        process.standardError = try work.open("err")
        try pipe.fileHandleForReading.close()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(try work.text(of: "err") == "")
    }

    @Test(arguments: [
        ["check"], ["check", "--nonsense", "a"], ["nonsense"], ["check", "--data"], ["days", "--from", "2026-01-01"],
        ["generate", "--cases", "x", "--seed", "1"], ["notice", "1", "--text", "--json"],
    ])
    func badUsageIsOneLineAndTwo(arguments: [String]) throws {
        let run = try work.run(arguments)
        #expect(run.code == 2)
        #expect(run.complaints.count == 1)
        #expect(run.output == "")
    }

    @Test(arguments: [
        ["check", "--json", "a.json"], ["list"], ["show", "1"], ["days", "--from", "2026-01-01", "--count", "1"],
        ["checklist", "list"], ["guide", "--matter", "food-stall", "--action", "new"],
    ])
    func aMissingDataFolderIsTheSystemsFault(arguments: [String]) throws {
        let run = try work.run(arguments + ["--data", "\(work.path)/nowhere"])
        #expect(run.code == 4)
        #expect(run.complaints == ["找不到数据文件夹: \(work.path)/nowhere"])
        #expect(run.output == "")
    }
}
