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
}
