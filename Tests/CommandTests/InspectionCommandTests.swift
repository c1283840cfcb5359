import Foundation
import Testing

/// Inspections without a desk.
struct InspectionCommandTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func inspection(_ arguments: String...) throws -> CommandRun {
        try work.run(["inspection"] + arguments + ["--store", work.store])
    }

    @Test func theRosterSaysWhoMayGoAndWhyNot() throws {
        let run = try inspection("roster", "--date", "2026-11-23", "--region", "西部片区")
        #expect(run.code == 0 && run.lines.count == 4)
        #expect(run.lines[0].contains("钱海燕") && run.lines[0].contains("可派"))
        #expect(run.lines[2].contains("赵建国") && run.lines[2].contains("外片区"))
        #expect(run.lines[3].contains("郑志远") && run.lines[3].contains("不能派：执法证2026-06-30到期"))
        let json = try inspection("roster", "--date", "2026-11-23", "--json").objects()
        #expect(json.map { $0["account"] as? String } == ["赵建国", "钱海燕", "吴国强", "郑志远"])
        #expect(json.map { $0["free"] as? Bool } == [true, true, true, false])
        #expect(json.last?["why"] as? String == "certificate-over")
        let later = try inspection("roster", "--date", "2030-01-01")
        #expect(later.code == 1 && later.lines.count == 4)
        #expect(!FileManager.default.fileExists(atPath: work.store))
    }

    @Test func theListHasWhatWaitsAndTheFigures() throws {
        let none = try inspection("list")
        #expect(none.code == 0 && none.output == "" && none.complaints.count == 1)
        #expect(try work.run("generate", "--cases", "60", "--seed", "5", "--store", work.store).code == 0)
        let run = try inspection("list")
        #expect(run.code == 0)
        let summary = try #require(run.lines.last)
        #expect(summary.contains("待分派") && summary.contains("今年一次通过率"))
        for object in try inspection("list", "--json").objects() {
            #expect(object["format"] as? String == "yicigao.inspection/1")
            #expect(["out", "waiting"].contains(object["state"] as? String))
        }
        let own = try inspection("list", "--inspector", "赵建国")
        #expect(own.code == 0 && !own.output.contains("待分派"))
    }

    @Test(
        arguments: [
            ["list", "--inspector", "谁"], ["list", "--inspector", "王桂芬"], ["roster", "--date", "2026-02-30"],
            ["roster", "--region", "月亮"], ["dance"],
        ])
    func badUsage(arguments: [String]) throws {
        let run = try work.run(["inspection"] + arguments + ["--store", work.store])
        #expect(run.code == 2 && run.output == "" && run.complaints.count == 1)
    }
}
