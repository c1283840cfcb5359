import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

/// 台账 from the command line, and the desk in lines through pipes.
struct LogTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func import1(_ name: String) throws {
        let line = try Workplace.line("good/small-catering-new.json", ["externalNumber": name])
        try work.write(line + "\n", to: "\(name).jsonl")
        #expect(try work.run("import", "\(name).jsonl", "--store", work.store).code == 0)
    }

    @Test func aDayIsToldInEveryForm() throws {
        try import1("A1")
        try import1("A2")
        let text = try work.run("log", "--store", work.store, "--clerk", "all")
        #expect(text.code == 0)
        #expect(text.output.contains("收件2"))
        let json = try work.run("log", "--store", work.store, "--clerk", "all", "--json").objects()
        #expect(json.count == 2)
        #expect(json.first?["kind"] as? String == "received")
        let csv = try work.run("log", "--store", work.store, "--clerk", "all", "--csv")
        #expect(csv.output.hasPrefix("\u{FEFF}\"日期\""))
        let none = try work.run("log", "--store", work.store, "--clerk", "nobody", "--json")
        #expect(none.output.isEmpty && none.code == 0)
        let far = try work.run("log", "--store", work.store, "--clerk", "all", "--from", "2001-01-01", "--json")
        #expect(try far.objects().count == 2)
        let english = try work.run("log", "--store", work.store, "--clerk", "all", "--lang", "en")
        #expect(english.output.contains("taken in 2"))
    }

    @Test func anExportReplacesNothing() throws {
        try import1("A1")
        let arguments = ["log", "--store", work.store, "--clerk", "all", "--csv", "-o", "day.csv"]
        #expect(try work.run(arguments).code == 0)
        let before = try work.data(of: "day.csv")
        let again = try work.run(arguments)
        #expect(again.code == 4 && again.errors.contains("没有覆盖"))
        #expect(try work.data(of: "day.csv") == before)
    }

    @Test(arguments: [["--date", "x"], ["--from", "2026-11-21", "--to", "2026-11-20"], ["--csv", "--json"]])
    func badUsageIsToldInOneLine(more: [String]) throws {
        let run = try work.run(["log", "--store", work.store] + more)
        #expect(run.code == 2 && run.complaints.count == 1)
    }

    @Test func theDeskIsWorkedThroughAPipe() throws {
        let commands = [
            "new-case", "名称=管道面馆", "主体类型=个体", "经营场所=一路1号", "主体业态=餐饮服务", "经营项目=热食", "save", "1 在", "back", "my-day",
            "save", "back", "q", "y",
        ]
        let run = try work.run(["--store", work.store, "--plain"], input: commands.map { $0 + "\n" }.joined())
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.contains("完成: 已收件"))
        #expect(run.output.contains("1 X1 食品经营许可申请书 在"))
        #expect(run.output.contains("完成: 已导出到"))
        #expect(run.output.hasSuffix("已离开\n"))
        #expect(!run.output.contains("\u{1B}"))
        #expect(try work.run("list", "--store", work.store, "--json").objects().count == 1)
        let files = try #require(FileManager.default.enumerator(atPath: work.path)).compactMap { $0 as? String }
        let exported = files.filter { $0.hasSuffix(".csv") }
        #expect(exported.count == 1)
    }

    @Test func theEndOfTheInputSaysWhatWasNotSaved() throws {
        let run = try work.run(["--store", work.store, "--plain"], input: "new-case\n名称=断线面馆")
        #expect(run.code == 0)
        #expect(run.output.contains("表单没有保存，已丢弃：断线面馆"))
        #expect(try work.run("list", "--store", work.store, "--view", "all", "--json").output == "")
    }

    @Test func lessonsAreListedAndTouchNothing() throws {
        let list = try work.run("tutor", "--list")
        #expect(list.code == 0 && list.lines.count == 9 && list.lines[2] == "3 收新件")
        #expect(try work.run("tutor", "--list", "--lang", "en").lines.first == "1 The queue")
        #expect(try work.run("tutor", "--lesson", "10").code == 2)
        let run = try work.run(["tutor", "--plain", "--lesson", "3"], input: "new-case\nq\ny\n")
        #expect(run.code == 0)
        #expect(run.output.contains("练习 3/9 收新件 2/3"))
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/data/yicigao/desk.sqlite"))
    }
}
