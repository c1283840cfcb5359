import Foundation
import Testing

/// Commands that need no cases: days, numbers, guides and the rules themselves.
struct CalculationTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    @Test(arguments: [
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-26", 0, "2025-09-26"), ("2025-10-10", -5, "2025-09-26"),
        ("2026-02-13", 1, "2026-02-14"), ("2026-11-20", 1, "2026-11-23"),
    ])
    func workingDaysAreCounted(from: String, count: Int, result: String) throws {
        let run = try work.run("days", "--from", from, "--count", String(count), "--json")
        #expect(run.code == 0)
        #expect(run.errors == "")
        let object = try run.object()
        #expect(object["from"] as? String == from)
        #expect(object["count"] as? Int == count)
        #expect(object["certain"] as? Bool == true)
        let ledger = try #require(object["ledger"] as? [[String: Any]])
        #expect(ledger.first?["why"] as? String == "start")
        #expect(ledger.count { $0["counted"] as? Bool == true } == abs(count))
        #expect(object["result"] as? String == result)
    }

    @Test func aYearThatIsNotLoadedIsNamed() throws {
        let run = try work.run("days", "--from", "2026-12-30", "--count", "5", "--json")
        #expect(run.code == 0)
        #expect(try run.object()["certain"] as? Bool == false)
        #expect(run.complaints.count == 1)
        #expect(run.errors.contains("2027"))
    }

    @Test func theTextHasTheWholeLedger() throws {
        let run = try work.run("days", "--from", "2025-09-26", "--count", "5")
        #expect(run.lines.count == 16)
        #expect(run.lines[0] == "2025-09-26后第5个工作日：2025-10-10 周五")
        #expect(run.lines[3] == "  2025-09-28 周日  调休上班（国庆节）  第1日")
    }

    @Test(arguments: [["2026-02-30", "1"], ["2026-01-01", "99999999"], ["0001-01-05", "-9"], ["9999-12-30", "9"]])
    func daysThatDoNotExistAreRefused(arguments: [String]) throws {
        let run = try work.run("days", "--from", arguments[0], "--count", arguments[1])
        #expect(run.code == 2)
        #expect(run.complaints.last?.hasPrefix("--") == true)
    }

    @Test(arguments: [
        ("uscc", "91371625MA3ACNBBX6", [String]()), ("uscc", "91371625MA3ACNBBX7", ["check"]),
        ("uscc", "9137", ["length"]), ("uscc", "91371625MA3ACNBBXI", ["character"]),
        ("resident-id", "11010519491231002X", []), ("resident-id", "110105194912310021", ["check"]),
        ("resident-id", "11010519491331002X", ["birth-date", "check"]), ("resident-id", "1101", ["length"]),
        ("licence", "JY23716250794618", []), ("licence", "JY23716250794619", ["check"]),
        ("licence", "YB23716250794618", ["prefix"]), ("licence", "鲁餐证字2013-1", ["former-certificate"]),
        ("resident-id", "110105491231002", ["former-number"]), ("filing", "JY23716250794618", ["prefix"]),
    ])
    func numbersAreChecked(kind: String, value: String, codes: [String]) throws {
        let run = try work.run("number", kind, value, "--json")
        #expect(run.code == (codes.isEmpty ? 0 : 1))
        #expect(run.errors == "")
        let object = try run.object()
        #expect(object["kind"] as? String == kind)
        #expect(object["valid"] as? Bool == codes.isEmpty)
        let problems = try #require(object["problems"] as? [[String: Any]])
        #expect(problems.compactMap { $0["code"] as? String } == codes)
        let plain = try work.run("number", kind, value)
        #expect(plain.code == run.code)
        #expect(plain.errors == "")
        #expect(plain.lines.count { $0.hasPrefix("  错误：") } == codes.count)
        for problem in problems { #expect(plain.output.contains(problem["text"] as? String ?? "?")) }
    }

    @Test(arguments: [
        ("filing", "YB23716250794617", "check"), ("production", "SC10637162500012", "check"),
        ("resident-id", "USA110182010101", "former-residence-card"),
        ("licence", "JY92405020183630", "unknown-province"),
    ])
    func whatIsOnlyDoubtfulIsNotRefused(kind: String, value: String, code: String) throws {
        let run = try work.run("number", kind, value, "--json")
        #expect(run.code == 0)
        let warnings = try #require(try run.object()["warnings"] as? [[String: Any]])
        #expect(warnings.contains { $0["code"] as? String == code })
        #expect(try work.run("number", kind, value).lines.contains { $0.hasPrefix("  留意：") })
    }

    @Test func aCaretStandsUnderWhatIsWrong() throws {
        let run = try work.run("number", "uscc", "91３71625MA3ACNBBXI")
        #expect(run.code == 1)
        #expect(run.lines[1].hasPrefix("   1  2  3  4"))
        #expect(run.lines[2].hasPrefix("   9  1 ３  7"))
        #expect(run.lines[3] == "         ^" + String(repeating: " ", count: 44) + "^")
    }

    @Test func anUnknownKindIsBadUsage() throws {
        let run = try work.run("number", "usc", "1")
        #expect(run.code == 2)
        #expect(run.complaints.count == 1)
        #expect(run.errors.contains("uscc"))
    }

    @Test func theGuideListsWhatIsNeeded() throws {
        let base = ["guide", "--matter", "food-operation-licence", "--action", "new", "--subject", "catering"]
        let run = try work.run(base + ["--item", "hot-dishes,cold-meat", "--json"])
        #expect(run.code == 0)
        let object = try run.object()
        #expect(object["format"] as? String == "yicigao.guide/1")
        func materials(_ object: [String: Any], _ key: String) -> [String] {
            (object[key] as? [[String: Any]])?.compactMap { $0["material"] as? String } ?? []
        }
        #expect(
            materials(object, "needed") == ["application-form", "layout-plan", "process-description", "policy-index"])
        #expect(materials(object, "depends") == ["business-licence"])
        #expect(materials(object, "notNeeded").contains("power-of-attorney"))
        let known = try work.run(base + ["--agent", "--fact", "licenceVerifiableOnline", "--json"]).object()
        #expect(materials(known, "notRequested") == ["business-licence"])
        #expect(materials(known, "needed").contains("power-of-attorney"))
        let plain = try work.run(base)
        #expect(plain.code == 0)
        #expect(plain.lines.contains { $0.hasPrefix("要交的材料") })
    }

    @Test func theGuideTellsTheTermOfARenewalTheWaysAndWhoMayNotApply() throws {
        let base = [
            "guide", "--matter", "food-operation-licence", "--action", "renewal", "--subject", "catering", "--fact",
            "conditionsUnchanged,paperLicenceHeld=false", "--expires", "2026-12-31",
        ]
        let object = try work.run(base + ["--json"]).object()
        let term = try #require(object["renewal"] as? [String: Any])
        #expect(term["first"] as? String == "2026-08-21" && term["last"] as? String == "2026-12-10")
        let bars = try #require(object["eligibility"] as? [[String: Any]])
        #expect(bars.compactMap { $0["bar"] as? String } == ["licence-revoked", "false-papers", "obtained-by-fraud"])
        let ways = try #require(object["ways"] as? [[String: Any]])
        #expect(ways.compactMap { $0["way"] as? String } == ["tolerance", "promise", "retrieval", "declaration"])
        let needed = try #require(object["needed"] as? [[String: Any]])
        #expect(needed.compactMap { $0["ways"] as? [String] } == [[], ["declaration"]])
        let plain = try work.run(base)
        #expect(plain.lines.contains { $0.contains("2026-08-21 至 2026-12-10") })
        #expect(plain.lines.contains { $0.contains("告知承诺 不适用") })
        #expect(try work.run(base + ["--expires", "nie"]).code == 2)
    }

    @Test func theGuideRoutes() throws {
        let run = try work.run("guide", "--matter", "food-stall", "--action", "new", "--json")
        #expect(run.code == 0)
        #expect(try (run.object()["route"] as? [String: Any])?["to"] as? String == "township")
    }

    @Test(arguments: [
        ["--matter", "food-operation-license", "--action", "new"],
        ["--matter", "food-operation-licence", "--action", "nwe"],
        ["--matter", "food-operation-licence", "--action", "new"],
        ["--matter", "food-operation-licence", "--action", "new", "--subject", "catring"],
        ["--matter", "food-operation-licence", "--action", "new", "--subject", "sales", "--item", "hot-dishs"],
        ["--matter", "small-catering", "--action", "new", "--fact", "staff"],
        ["--matter", "small-catering", "--action", "new", "--area", "-5"],
    ])
    func theGuideRefusesWhatItDoesNotKnow(arguments: [String]) throws {
        let run = try work.run(["guide"] + arguments)
        #expect(run.code == 2)
        #expect(run.complaints.count == 1)
    }

    @Test func aMisspeltIdIsHelpedOn() throws {
        let run = try work.run("guide", "--matter", "food-operation-license", "--action", "new")
        #expect(run.errors.contains("是否应为 food-operation-licence？"))
    }

    @Test func theRulesCanBeListedAndShown() throws {
        let list = try work.run("checklist", "list", "--json")
        #expect(list.code == 0)
        let ids = try list.objects().compactMap { $0["id"] as? String }
        #expect(ids.contains("food-operation-licence/new"))
        let show = try work.run("checklist", "show", "food-operation-licence/new")
        #expect(show.code == 0)
        #expect(show.lines.contains { $0.hasPrefix("X3  layout-plan") })
        #expect(try work.run("checklist", "show", "food-operation-licence/old").code == 2)
        #expect(try work.run("checklist", "show", "food-operation-licence/new", "--on", "2000-01-01").code == 1)
    }

    @Test func soundRulesPassAndBadOnesAreNamed() throws {
        let sound = try work.run("checklist", "lint")
        #expect(sound.code == 0)
        #expect(sound.lines.count == 1)
        #expect(sound.lines.first?.hasPrefix("19 份清单，") == true)
        #expect(sound.lines.first?.hasSuffix(" 秒：没有发现问题") == true)
        let bad = "\(Workplace.fixtures)/BadChecklists/many-at-once.yaml"
        let run = try work.run("checklist", "lint", bad)
        #expect(run.code == 1)
        let expected = try String(contentsOfFile: bad + ".expected", encoding: .utf8).split(separator: "\n")
        let folder = "\(Workplace.fixtures)/BadChecklists/"
        let found = run.lines.filter { $0.hasPrefix(bad) }.map { $0.dropFirst(folder.count) }
        #expect(found == expected)
        let both = try work.run("checklist", "lint", folder + "food-operation-licence.change.contradiction.yaml")
        #expect(both.code == 1)
        #expect(both.lines.contains("    例如：领过纸质许可证：是；纸质证遗失：是"))
        #expect(both.lines.last?.hasSuffix("：2 处问题") == true)
        #expect(try work.run("checklist", "lint", "nowhere").code == 2)
        // Nothing is left behind.
        #expect(try !FileManager.default.contentsOfDirectory(atPath: work.path).contains { $0.contains("lint") })
    }

    @Test func ruleCasesAreRun() throws {
        let run = try work.run("checklist", "test", "\(Workplace.fixtures)/Checklists")
        #expect(run.code == 0)
        #expect(run.lines.count == 2)
        #expect(run.lines.last == "覆盖 19 份清单：材料 111 项、审查项 349 个、申请事项 75 条、引导规则 11 条，全部覆盖")
        #expect(try work.run("checklist", "test", work.path).code == 2)
        let cases = try String(
            contentsOfFile: "\(Workplace.fixtures)/Checklists/small-catering.new.cases.yaml", encoding: .utf8)
        try work.write(cases.replacing("outcome: accept", with: "outcome: route"), to: "wrong.cases.yaml")
        let wrong = try work.run("checklist", "test", "wrong.cases.yaml")
        #expect(wrong.code == 1)
        #expect(wrong.lines.first?.hasPrefix("wrong.cases.yaml:") == true)
    }

    @Test func aLineThatNoCaseTriesIsNamed() throws {
        let cases = try String(
            contentsOfFile: "\(Workplace.fixtures)/Checklists/small-catering.new.cases.yaml", encoding: .utf8)
        let first = try #require(cases.firstRange(of: "\n\n  - note: nothing was said"))
        try work.write(String(cases[..<first.lowerBound]) + "\n", to: "one.cases.yaml")
        let run = try work.run("checklist", "test", "one.cases.yaml")
        #expect(run.code == 1)
        #expect(run.lines.contains("one.cases.yaml: small-catering/new XC1 application-form signed: 缺“不符合”的用例"))
        #expect(run.lines.contains("one.cases.yaml: small-catering/new X7 agent-identity: 缺“符合”的用例"))
        #expect(run.lines.contains { $0.hasPrefix("没有用例的清单 18 份：") })
        #expect(run.lines.contains("共 1 例，通过 1 例，不通过 0 例"))
    }

    @Test(arguments: [
        "check", "guide", "import", "list", "show", "notice", "paper", "days", "number", "generate", "checklist",
        "calendar",
    ])
    func everyCommandShowsAnExample(command: String) throws {
        let run = try work.run(command, "--help")
        #expect(run.code == 0)
        #expect(run.output.contains("Example:"))
    }
}
