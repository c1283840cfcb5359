import Foundation
import Testing

/// The table of a case's life, as a command and as a page.
struct LifeTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    /// The page is made from the data: `yicigao life --markdown > Sources/yicigao/yicigao.docc/LifeOfACase.md`.
    @Test func thePageIsTheTable() throws {
        let run = try work.run("life", "--markdown")
        #expect(run.code == 0 && run.errors == "")
        let page = URL(fileURLWithPath: Workplace.fixtures).deletingLastPathComponent()
            .appendingPathComponent("Sources/yicigao/yicigao.docc/LifeOfACase.md")
        #expect(run.output == String(decoding: try Data(contentsOf: page), as: UTF8.self))
    }

    @Test func aStateSaysWhatMayBeDone() throws {
        let run = try work.run("life", "--state", "accepted")
        #expect(run.code == 0 && run.lines.first?.contains("已受理（accepted）  下一步：分派核查") == true)
        #expect(run.output.contains("准予许可 → 准予许可  审批人员（《中华人民共和国行政许可法》第三十八条）"))
        let filing = try work.run("life", "--state", "accepted", "--course", "filing")
        #expect(filing.output.contains("发证") && !filing.output.contains("分派核查"))
        let json = try work.run("life", "--json").objects()
        #expect(json.count > 30)
        let archive = try #require(json.first { $0["step"] as? String == "archive" })
        #expect((archive["otherwise"] as? [String: [String]])?["note"]?.first == "accepted")
        #expect(try work.run("life", "--state", "acepted").code == 2)
        #expect(try work.run("life", "--markdown", "--json").code == 2)
    }

    /// What is in hand, what is to be handed out, and how far one case has come.
    @Test func whereCasesStandIsListedAndShown() throws {
        let made = try work.run(
            "generate", "--cases", "400", "--seed", "3", "--until", "2026-11-20", "--with-life", "--store", work.store)
        #expect(made.code == 0)
        func listed(_ view: String) throws -> [[String: Any]] {
            try work.run("list", "--view", view, "--json", "--store", work.store).objects()
        }
        let states = { (rows: [[String: Any]]) in Set(rows.compactMap { $0["state"] as? String }) }
        let (open, after) = (try listed("in-progress"), try listed("after-decision"))
        #expect(!open.isEmpty && !after.isEmpty)
        #expect(
            states(open).isSubset(of: [
                "accepted", "accepted-with-gaps", "inspecting", "rectifying", "inspected", "reviewed",
            ]))
        #expect(states(after).isSubset(of: ["approved", "licensed"]))
        let due = open.compactMap { $0["due"] as? String }
        #expect(!due.isEmpty && due == due.sorted())
        let licensed = try #require(try listed("licensed").first?["number"] as? String)
        let shown = try work.run("show", licensed, "--json", "--store", work.store).object()
        let progress = try #require(shown["progress"] as? [String: Any])
        #expect(progress["next"] as? String == "deliver")
        #expect((progress["decision"] as? [String: Any])?["outcome"] as? String == "approved")
        let number = try #require((progress["licence"] as? [String: Any])?["number"] as? String)
        let text = try work.run("show", licensed, "--store", work.store)
        #expect(text.output.contains("办理进度") && text.output.contains("证件：\(number)"))
        #expect(text.output.contains("下一步：证照送达"))
    }
}
