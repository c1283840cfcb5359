import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// Tables from the provincial system, and imports that don't come to their end at once.
struct TableImportTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private static let heading = "办件编号,事项名称,办理类型,收件时间,申请方式,申请人名称,申请人类型,经营场所,行政区划,主体业态,经营项目,已提交材料,未提交材料"

    private func table(_ count: Int, from first: Int = 1) -> String {
        let rows = (first..<first + count).map { place in
            "SD-\(place),食品经营许可,新办,2026/11/18 09:12,窗口,老王\(place)号羊汤馆,个体工商户,示例县人民路\(place)号,371625,"
                + "餐饮服务,热食类、冷荤类,申请书、营业执照,平面布局图"
        }
        return ([Self.heading] + rows).joined(separator: "\r\n") + "\r\n"
    }

    private func listed() throws -> [[String: Any]] {
        try work.run("list", "--view", "all", "--json", "--store", work.store).objects()
    }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    @Test(arguments: ["utf-8", "utf-8-mark", "gb18030", "gb18030-named"]) func aTableIsTakenIn(_ kind: String) throws {
        var text = table(30)
        if kind == "utf-8-mark" { text = "\u{FEFF}" + text }
        let isChinese = kind.hasPrefix("gb18030")
        try work.write(isChinese ? #require(text.data(using: Self.gb18030)) : Data(text.utf8), to: "a.csv")
        let encoding = kind == "gb18030-named" ? ["--encoding", "gb18030"] : []
        let run = try work.run(["import", "a.csv", "--store", work.store] + encoding)
        #expect(run.code == 0 && run.output == "已导入 30 件\n")
        let rows = try listed()
        #expect(rows.count == 30)
        #expect(Set(rows.compactMap { $0["applicant"] as? String }).contains("老王7号羊汤馆"))
        let shown = try work.run("show", "SD-7", "--json", "--store", work.store).object()
        let record = try #require(shown["case"] as? [String: Any])
        #expect(
            record["items"] as? [String] == ["hot-dishes", "cold-meat"] && record["subject"] as? String == "catering")
        #expect((record["materials"] as? [Any])?.count == 3)
    }

    @Test func aMappingOfOnesOwn() throws {
        try work.write(
            """
            format: yicigao.mapping/1
            name: 本县
            delimiter: semicolon
            dates: [YYYYMMDD]
            constants: {matter: small-catering, action: new, channel: online, applicant.kind: individual, premises.county: "371625"}
            columns:
              - {column: 日期, field: receivedAt}
              - {column: 店名, field: applicant.name}
              - {column: 地址, field: premises.address}
            others: ignore
            """, to: "own.yaml")
        try work.write("日期;店名;电话;地址\n20261118;老王;1;\"路;\n二楼\"\n", to: "a.csv")
        let run = try work.run("import", "a.csv", "--mapping", "own.yaml", "--store", work.store)
        #expect(run.code == 0 && run.errors == "")
        #expect(try listed().first?["matter"] as? String == "small-catering")
        try work.write("format: yicigao.mapping/1\nname: x\ndates: [heute]\ncolumns: []\n", to: "bad.yaml")
        let bad = try work.run("import", "a.csv", "--mapping", "bad.yaml", "--store", work.store)
        #expect(bad.code == 2 && bad.errors.contains("bad.yaml:3:"))
        let other = try work.run("import", "a.csv", "--store", work.store)
        #expect(other.code == 2 && other.complaints.count == 1 && other.errors.contains("事项名称"))
    }

    /// What stands on the papers is checked by the rules as if a clerk had taken it down.
    @Test func whatStandsOnThePapersIsJudged() throws {
        func row(_ place: Int, _ missing: String, _ cells: String) -> String {
            "SD-\(place),食品经营许可,新办,2026/11/18 09:12,窗口,老王\(place)号羊汤馆,个体工商户,示例县人民路\(place)号,371625,"
                + "餐饮服务,热食类,\(missing.isEmpty ? "申请书、营业执照、平面布局图" : "申请书、营业执照"),\(missing),否,\(cells)"
        }
        let rows = [
            Self.heading + ",证照可联网核验,营业执照名称,营业执照有效期至,平面布局图地址", row(1, "", "老王1号羊汤馆,长期,示例县人民路1号"),
            row(2, "", "别家,2026-11-17,"), row(3, "平面布局图", ",,示例县人民路3号"),
        ]
        try work.write(rows.joined(separator: "\n") + "\n", to: "a.csv")
        let run = try work.run("import", "a.csv", "--skip-bad", "--store", work.store)
        #expect(run.code == 2 && run.output.hasPrefix("已导入 2 件"))
        #expect(
            run.complaints == ["a.csv:4: “平面布局图地址”列：写了材料 layout-plan 的内容，另一列却写它没有提交（是8个字符）"])
        for (number, defects) in [("SD-1", []), ("SD-2", ["unexpired", "name"])] {
            let shown = try work.run("show", number, "--json", "--store", work.store).object()
            let judged = try #require(shown["findings"] as? [String: Any])
            let findings = try #require(judged["findings"] as? [[String: Any]])
            let licence = findings.filter { $0["material"] as? String == "business-licence" }
            #expect(licence.compactMap { $0["defect"] as? String } == defects, "\(number)")
        }
    }

    @Test func aLookBeforeAnythingIsStored() throws {
        try work.write(table(30) + "坏\n", to: "a.csv")
        let run = try work.run("import", "a.csv", "--preview", "3", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.lines.count == 6 && run.output.contains("老王3号羊汤馆") && !run.output.contains("老王4号"))
        #expect(try work.run("import", "--preview", "a.csv", "--store", work.store).lines.count == 13)
        #expect(try work.run("import", "--preview", "0", "a.csv", "--store", work.store).code == 2)
        let all = try work.run("import", "--preview", "99", "a.csv", "--store", work.store)
        #expect(all.code == 2 && all.complaints == ["a.csv:32: 比表头少 12 格"])
        #expect(!FileManager.default.fileExists(atPath: work.store))
    }

    @Test func badRowsGoIntoAFileAndComeBackMended() throws {
        let rows = table(4).replacing("SD-2,食品经营许可", with: "SD-2,烟草").replacing(
            "SD-3,食品经营许可,新办,2026/11/18", with: "SD-3,食品经营许可,新办,昨天")
        try work.write(rows, to: "a.csv")
        let stopped = try work.run("import", "a.csv", "--rejects", "r.csv", "--store", work.store)
        #expect(stopped.code == 2)
        #expect(
            stopped.complaints.prefix(2) == [
                "a.csv:3: “事项名称”列：对照表里没有这个值（是2个汉字）",
                "a.csv:4: “收件时间”列：不是对照文件所写的日期（是8个字符）",
            ])
        #expect(!FileManager.default.fileExists(atPath: work.store))
        let again = try work.run("import", "a.csv", "--skip-bad", "--rejects", "r.csv", "--store", work.store)
        #expect(again.code == 2 && again.complaints.count == 1)
        #expect(!FileManager.default.fileExists(atPath: work.store))
        let skipped = try work.run("import", "a.csv", "--skip-bad", "--rejects", "s.csv", "--store", work.store)
        #expect(skipped.code == 2 && skipped.output == "已导入 2 件，跳过 2 条不能读的记录\n")
        #expect(try work.text(of: "s.csv").split(separator: "\r\n").count == 3)
        #expect(try work.text(of: "s.csv") == work.text(of: "r.csv"))
        let mended = try work.text(of: "s.csv").replacing("烟草", with: "食品经营许可").replacing(
            "昨天 09:12", with: "2026-11-18")
        try work.write(mended, to: "m.csv")
        #expect(try work.run("import", "m.csv", "--store", work.store).output == "已导入 2 件\n")
        #expect(try listed().count == 4)
    }

    @Test func aFileThatIsImportedTwice() throws {
        try work.write(table(20), to: "a.csv")
        try work.write(table(20, from: 11), to: "b.csv")
        #expect(try work.run("import", "a.csv", "--store", work.store).code == 0)
        let refused = try work.run("import", "b.csv", "--store", work.store)
        #expect(refused.code == 1 && refused.complaints.count == 1 && refused.errors.hasPrefix("10 条"))
        #expect(try listed().count == 20)
        let skipped = try work.run("import", "b.csv", "--on-duplicate", "skip", "--store", work.store)
        #expect(skipped.code == 0 && skipped.output == "已导入 10 件，跳过 10 件已有的\n")
        #expect(try work.run("import", "b.csv", "--resume", "--store", work.store).output.contains("已经导入完"))
        #expect(try work.run("import", "b.csv", "--on-duplicate", "add", "--store", work.store).code == 0)
        #expect(try listed().count == 50)
        try work.write(table(3, from: 90) + table(1, from: 91).split(separator: "\r\n")[1], to: "c.csv")
        let twice = try work.run("import", "c.csv", "--store", work.store)
        #expect(twice.code == 1 && twice.errors.hasPrefix("1 条"))
    }

    /// Killed wherever it is, and gone on with: every record once.
    @Test(arguments: [100, 900, 2_500]) func aKilledImportGoesOn(_ bytes: Int) throws {
        try work.write(table(3_000), to: "a.csv")
        let process = work.process(["import", "a.csv", "--ack", "--store", work.store])
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try work.open("err")
        try process.run()
        var read = 0
        while read < bytes {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            read += more.count
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let before = try listed().count
        #expect(before >= 100 && before < 3_000)
        let doctor = try work.run("doctor", "--json", "--store", work.store)
        #expect(doctor.code == 0 && doctor.output.contains("个文件没有导入完"))
        let plain = try work.run("import", "a.csv", "--store", work.store)
        #expect(plain.code == 1 && plain.errors.contains("--resume"))
        let resumed = try work.run("import", "a.csv", "--resume", "--store", work.store)
        #expect(resumed.code == 0 && resumed.output == "已导入 \(3_000 - before) 件\n")
        let numbers = try listed().compactMap { $0["externalNumber"] as? String }
        #expect(numbers.count == 3_000 && Set(numbers).count == 3_000)
        #expect(try work.run("audit", "verify", "--store", work.store).code == 0)
    }

    @Test func whatIsExportedCanBeImported() throws {
        #expect(try work.run("generate", "--cases", "120", "--seed", "5", "--jsonl", "a.jsonl").code == 0)
        #expect(try work.run("import", "a.jsonl", "--store", work.store).code == 0)
        let out = ["export", "--store", work.store, "-o"]
        #expect(try work.run(out + ["plain.jsonl", "--reveal-ids"]).code == 1)
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/plain.jsonl"))
        #expect(try work.run(out + ["b.jsonl", "--reveal-ids", "--reason", "移交"]).code == 0)
        #expect(
            try Set(work.text(of: "b.jsonl").split(separator: "\n"))
                == Set(work.text(of: "a.jsonl").split(separator: "\n")))
        #expect(try work.run("import", "b.jsonl", "--store", "\(work.path)/second.sqlite").code == 0)
        let story = try work.run("audit", "show", "SD-2026-000004", "--store", work.store)
        #expect(story.output.contains("移交"))
        #expect(try work.run(out + ["c.jsonl"]).code == 0)
        #expect(try work.text(of: "c.jsonl").contains("**********"))
        let again = try work.run(out + ["c.jsonl"])
        #expect(again.code == 4 && again.complaints.count == 1)
        let some = try work.run("export", "--store", work.store, "--from", "2026-11-18", "--to", "2026-11-18")
        #expect(some.lines.allSatisfy { $0.contains("\"receivedAt\":\"2026-11-18") } && some.lines.count < 120)
    }

    /// A term that ran out makes a case deemed accepted, and no event says so.
    @Test func anExportedTableTellsTheStatesOfTheDay() throws {
        let line = try Workplace.line("good/workshop-new.json", ["receivedAt": "2025-03-03T09:00:00+08:00"])
        try work.write(line, to: "a.jsonl")
        #expect(try work.run("import", "a.jsonl", "--store", work.store).code == 0)
        #expect(try work.run("list", "--view", "all", "--store", work.store).output.contains("视为受理"))
        let table = try work.run("export", "--format", "csv", "--store", work.store).output
        #expect(table.contains("视为受理") && !table.contains("审查中"))
    }

    @Test(arguments: ["utf-8", "gb18030"]) func anExportedTableRunsNoFormula(_ encoding: String) throws {
        let names = ["=1+2", "+x", "-x", "@x", "＝1", "\t=1", "王\"五"]
        let lines = try names.map { name in
            try Workplace.line(
                "good/workshop-new.json",
                ["applicant": ["name": name, "kind": "individual"], "externalNumber": "SD龘"])
        }
        try work.write(lines.joined(separator: "\n"), to: "a.jsonl")
        #expect(try work.run("import", "a.jsonl", "--store", work.store).code == 0)
        let run = try work.run(
            "export", "--format", "csv", "--encoding", encoding, "-o", "a.csv", "--store", work.store)
        #expect(run.code == 0)
        let data = try work.data(of: "a.csv")
        let text = try #require(String(data: data, encoding: encoding == "utf-8" ? .utf8 : Self.gb18030))
        #expect(data.starts(with: [0xEF, 0xBB, 0xBF]) == (encoding == "utf-8"))
        #expect(text.contains("\"'=1+2\"") && text.contains("\"王\"\"五\"") && text.contains("SD龘"))
        for row in text.split(separator: "\r\n").dropFirst() {
            #expect(row.firstMatch(of: /,"\s*[=+\-@＝]/) == nil)
        }
    }
}
