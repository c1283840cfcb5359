import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

struct PaperTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func take(_ fixture: String, _ changes: [String: Any] = [:]) throws -> String {
        let changes = changes.merging(["receivedAt": Workplace.now]) { first, _ in first }
        try work.write(try Workplace.line(fixture, changes), to: "case.json")
        let run = try work.run("import", "case.json", "--ack", "--store", work.store)
        #expect(run.code == 0)
        return try #require(run.lines.first)
    }

    private static let at = Moment(secondsSince1970: 1_792_000_000)

    /// Appends the way the desk does.
    private func append(_ payloads: [CaseEvent.Payload], to number: String) throws {
        let store = try SQLiteCaseStore(
            path: work.store, projection: QueueProjection(fingerprint: "test") { _ in (nil, true) })
        let file = try #require(try store.load(CaseNumber(number)))
        _ = try store.append(
            payloads, to: file.number, expecting: file.revision,
            stamp: EventStamp(at: Self.at, by: ClerkID("clerk")))
        try store.close()
    }

    private func paper(_ kind: PaperKind, _ number: String?, _ lines: [String]) -> CaseEvent.Payload {
        .paperIssued(
            paper: CasePaper(
                kind: kind, number: number.map { DocumentNumber($0) }, issuedAt: Self.at, lines: lines, program: "test")
        )
    }

    private static let accepted = "示审食受〔2026〕1号"

    private func accept(_ number: String) throws {
        try append(
            [
                .accepted(acceptance: Acceptance(on: Self.at.date, gaps: [])),
                paper(.acceptance, Self.accepted, ["  受理通知书 ", "", "全部"]),
                .served(
                    service: PaperService(
                        document: DocumentNumber(Self.accepted), manner: .handed, on: Self.at.date, signedBy: "王五",
                        refusal: "")),
                paper(.referral, nil, ["引导单"]), paper(.receipt, "a/../b\u{1B}[2J*〔2026〕2号", ["收件凭证"]),
            ], to: number)
    }

    @Test func papersAreListedAndComeBackByteForByte() throws {
        let number = try take("bad/missing-policy-index.json")
        let none = try work.run("paper", number, "--store", work.store)
        #expect(none.code == 0 && none.output.contains("还没有制发过文书"))
        #expect(try work.run("paper", number, "acceptance", "--store", work.store).code == 1)
        try accept(number)
        let list = try work.run("paper", number, "--store", work.store)
        #expect(list.lines.count == 3 && list.lines[0].contains(Self.accepted) && list.lines[0].contains("直接送达"))
        #expect(!list.output.contains("\u{1B}"))
        for name in ["acceptance", "受理通知书", Self.accepted, "1"] {
            let run = try work.run("paper", number, name, "--text", "--store", work.store)
            #expect(run.code == 0 && run.output == "  受理通知书 \n\n全部\n", "\(name)")
        }
        let json = try work.run("paper", number, "acceptance", "--json", "--store", work.store).object()
        #expect(json["format"] as? String == "yicigao.paper/1" && json["number"] as? String == Self.accepted)
        #expect((json["served"] as? [String: Any])?["signedBy"] as? String == "王五")
        let papers = try work.run("paper", number, "--json", "--store", work.store).object()["papers"] as? [Any]
        #expect(papers?.count == 3)
        let wrong = try work.run("paper", number, "refusal", "--store", work.store)
        #expect(wrong.code == 1 && wrong.errors.contains("受理通知书") && wrong.output.isEmpty)
        #expect(try work.run("paper", number, "2", "-o", "slip.txt", "--store", work.store).output.isEmpty)
        #expect(try work.text(of: "slip.txt") == "引导单\n")
        #expect(try work.run("paper", number, "--pdf", "--store", work.store).code == 2)
    }

    @Test func theFileOfACaseIsWholeAndTheSameEachTime() throws {
        let number = try take("good/small-catering-new.json")
        try accept(number)
        let run = try work.run("show", number, "--file", "案卷", "--store", work.store)
        #expect(run.code == 0 && run.errors.isEmpty)
        let names = try files(in: "案卷")
        #expect(names.first == "00-目录.txt" && names.contains("01-申请/申请.json") && names.contains("04-办理过程/办理过程.txt"))
        #expect(names.count { $0.hasPrefix("02-文书/") } == 3 && names.count { $0.hasPrefix("03-送达/") } == 1)
        // A number can't lead out of the folder, nor steer a terminal.
        #expect(
            names.allSatisfy { name in name.unicodeScalars.allSatisfy { $0.value >= 0x20 } && !name.contains("..\u{2F}")
            })
        let index = try #require(
            JSONSerialization.jsonObject(with: try work.data(of: "案卷/index.json")) as? [String: Any])
        let listed = try #require(index["files"] as? [[String: Any]])
        #expect(Set(listed.compactMap { $0["file"] as? String }) == Set(names).subtracting(["index.json"]))
        for entry in listed {
            let name = try #require(entry["file"] as? String)
            let bytes = try work.data(of: "案卷/\(name)")
            #expect(entry["bytes"] as? Int == bytes.count)
            #expect(entry["sha256"] as? String == (try digest("案卷/\(name)")))
        }
        #expect(
            try work.text(of: "案卷/02-文书/\(try #require(names.first { $0.contains("001-") }?.dropFirst(6)))").contains(
                "全部"))
        let again = try work.run("show", number, "--file", "again", "--store", work.store)
        #expect(again.code == 0)
        for name in names { #expect(try work.data(of: "案卷/\(name)") == work.data(of: "again/\(name)"), "\(name)") }
    }

    @Test func identityNumbersStayCoveredInTheFileUnlessSomebodyAnswersForIt() throws {
        let number = try take("good/small-catering-new.json")
        let id = try #require(
            (try JSONSerialization.jsonObject(with: try work.data(of: "case.json")) as? [String: Any])
                .flatMap { $0["applicant"] as? [String: Any] }
                .flatMap { $0["principal"] as? [String: Any] }?["idNumber"] as? String)
        try append([.withdrawn(reason: "负责人\(id)要求")], to: number)
        #expect(try work.run("show", number, "--file", "covered", "--store", work.store).code == 0)
        for name in try files(in: "covered") { #expect(try !work.text(of: "covered/\(name)").contains(id), "\(name)") }
        #expect(try work.run("show", number, "--file", "open", "--reveal", "--store", work.store).code == 0)
        #expect(try work.text(of: "open/01-申请/申请.json").contains(id))
        #expect(try work.text(of: "open/04-办理过程/办理过程.txt").contains("查看了证件号码"))
    }

    @Test func whatLiesThereIsLeftAlone() throws {
        let number = try take("good/small-catering-new.json")
        try FileManager.default.createDirectory(atPath: "\(work.path)/full", withIntermediateDirectories: false)
        try work.write("mine", to: "full/mine.txt")
        try work.write("mine", to: "file")
        for name in ["full", "file"] {
            let run = try work.run("show", number, "--file", name, "--reveal", "--store", work.store)
            #expect(run.code == 1 && run.errors.contains("已有内容") && run.output.isEmpty)
        }
        #expect(try files(in: "full") == ["mine.txt"])
        // Refused before anybody looked.
        #expect(try !work.run("show", number, "--store", work.store).output.contains("查看了证件号码"))
        try FileManager.default.createDirectory(atPath: "\(work.path)/empty", withIntermediateDirectories: false)
        #expect(try work.run("show", number, "--file", "empty", "--store", work.store).code == 0)
        let lost = try work.run("show", number, "--file", "no/such/place", "--store", work.store)
        #expect(lost.code == 4 && lost.errors.contains("没有写成"))
        #expect(try work.run("show", number, "--file", "x", "--json", "--store", work.store).code == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: work.path).allSatisfy { !$0.hasSuffix(".tmp") })
    }

    @Test func guideGivesASlipToTakeAlong() throws {
        let arguments = ["guide", "--matter", "food-operation-licence", "--action", "new", "--subject", "catering"]
        let run = try work.run(
            arguments + ["--item", "hot-dishes", "--fact", "licenceVerifiableOnline", "--slip"])
        #expect(run.code == 0)
        let text = run.output.filter { $0 != " " && $0 != "\n" }
        for part in ["一次性告知单", "1．食品经营许可申请书", "份数与形式", "应符合", "无需提交：营业执照", "提交方式", "（待核）"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(try work.run(arguments + ["--slip", "--json"]).code == 2)
        let stall = try work.run("guide", "--matter", "food-stall", "--action", "new", "--slip")
        #expect(stall.code == 1 && stall.errors.contains("乡镇"))
    }

    @Test func anOfficeBringsItsOwnTemplatesAndTheyAreLookedOver() throws {
        let sample = try String(
            contentsOfFile: "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml", encoding: .utf8)
        try work.write(
            sample.replacing("title: 一次性告知单", with: "title: 办事一次告知单"), to: "office.yaml")
        let own = "center: {title}\nitems\nplain: {procedure}{submission}{phone}\nright: {office}{issued}\n"
        try FileManager.default.createDirectory(atPath: "\(work.path)/Papers", withIntermediateDirectories: false)
        try work.write(own, to: "Papers/guidance-slip.txt")
        let arguments = [
            "guide", "--matter", "prepackaged-filing", "--action", "new", "--slip", "--office", "office.yaml",
        ]
        let run = try work.run(arguments)
        #expect(run.code == 0 && run.output.contains("办事一次告知单") && !run.output.contains("您咨询的事项"))
        #expect(try work.run("checklist", "lint", ".").code == 0)
        try work.write("center: {titel}\nitems\n", to: "Papers/guidance-slip.txt")
        try work.write("center: {title}\n", to: "refusal.txt")
        try work.write("x", to: "Papers/refusel.txt")
        let broken = try work.run(arguments)
        #expect(broken.code == 2 && broken.errors.contains("guidance-slip.txt:1: 不认识的占位符 {titel}"))
        #expect(broken.errors.contains("guidance-slip.txt:3: 缺少 {office}"))
        let lint = try work.run("checklist", "lint", ".")
        #expect(lint.code == 1)
        for part in [
            "guidance-slip.txt:1:1: paper-template", "refusal.txt:2:1: paper-template", "{reviewTerm}", "refusel.txt",
        ] {
            #expect(lint.output.contains(part), "\(part)")
        }
    }

    @Test(arguments: [
        ("number: \"{code}〔{year}〕号\"", "{sequence}"), ("copies: 0", "copies"), ("colour: red", "colour"),
        ("countersign: maybe", "countersign"),
    ])
    func aWrongRuleForAPaperIsRefused(rule: String, named: String) throws {
        let sample = try String(
            contentsOfFile: "\(Workplace.fixtures)/../Sources/ChecklistFiles/Offices/sample.yaml", encoding: .utf8)
        let own = sample.split(separator: "\npapers:\n")[0]
        try work.write("\(own)\npapers:\n  receipt: {\(rule)}\n", to: "office.yaml")
        let run = try work.run("list", "--office", "office.yaml", "--store", work.store)
        #expect(run.code == 2 && run.errors.contains("office.yaml:") && run.errors.contains(named))
    }

    private func files(in folder: String) throws -> [String] {
        let found = try #require(FileManager.default.enumerator(atPath: "\(work.path)/\(folder)"))
        let names = found.compactMap { $0 as? String }
        return names.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(work.path)/\(folder)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    private func digest(_ name: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        process.arguments = ["\(work.path)/\(name)"]
        process.standardOutput = try work.open("digest")
        try process.run()
        process.waitUntilExit()
        return try work.text(of: "digest").split(separator: " ").first.map(String.init) ?? ""
    }
}
