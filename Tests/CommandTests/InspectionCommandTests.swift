import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
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
            ["roster", "--region", "月亮"], ["dance"], ["recall", "1"], ["recall", "1", "--reason", " "],
            ["outcome", "1", "--result", "passd"], ["outcome", "1", "--result", "passed", "--on", "x"],
        ])
    func badUsage(arguments: [String]) throws {
        let run = try work.run(["inspection"] + arguments + ["--store", work.store])
        #expect(run.code == 2 && run.output == "" && run.complaints.count == 1)
    }

    // MARK: A visit as one

    /// Three accepted cases that are out on one visit.
    private func visit(_ read: (SQLiteCaseStore, [CaseNumber]) throws -> Void) throws {
        if !FileManager.default.fileExists(atPath: work.store) {
            #expect(try work.run("generate", "--cases", "60", "--seed", "7", "--store", work.store).code == 0)
        }
        let store = try SQLiteCaseStore(
            path: work.store, projection: QueueProjection(fingerprint: "test") { _ in (nil, true) })
        let today = CivilDate(dayNumber: Int(Date().timeIntervalSince1970 + 8 * 3600) / 86_400)
        let query = InspectionQuery(from: today, through: today, excuses: .none)
        var numbers = try store.inspections(query).tasks.filter { $0.task.visit == "v/1" }.map(\.row.number)
        if numbers.isEmpty {
            let waiting = QueueQuery(filter: .waiting, today: today)
            numbers = try store.queue(waiting, from: .first, limit: 3).rows.map(\.number)
            let acceptance = Acceptance(on: today, gaps: [])
            let dispatch = InspectionDispatch(
                mode: .onSite, inspectors: [ClerkID("赵建国"), ClerkID("吴国强")], visit: "v/1",
                collects: [.policyIndex], promisedBy: today)
            for number in numbers {
                let file = try #require(try store.load(number))
                _ = try store.append(
                    [.accepted(acceptance: acceptance), .life(event: .dispatched(dispatch: dispatch))], to: number,
                    expecting: file.revision, stamp: EventStamp(at: Moment(today), by: ClerkID("zhang")))
            }
        }
        try read(store, numbers.sorted { $0.text < $1.text })
        try store.close()
    }

    @Test func aVisitIsConcludedForAllOfItsCasesOrForNone() throws {
        var numbers: [String] = []
        try visit { numbers = $1.map(\.text) }
        try #require(numbers.count == 3)
        let dry = try inspection("outcome", numbers[0], "--result", "passed", "--dry-run")
        #expect(dry.code == 0 && dry.lines.count == 3 && dry.lines.allSatisfy { $0.contains("要办") }, "\(dry)")
        try visit { #expect($1.map(\.text) == numbers) }
        let some = try inspection(
            "outcome", numbers[0], "--result", "passed", "--except", numbers[2], "--collected",
            "\(numbers[1]):policy-index", "--json")
        #expect(some.code == 0, "\(some)")
        let objects = try some.objects()
        #expect(objects.map { $0["case"] as? String } == [numbers[0], numbers[1]])
        #expect(objects.allSatisfy { $0["standing"] as? String == "done" })
        try visit { store, left in
            #expect(left.map(\.text) == [numbers[2]])
            let outcomes = try numbers.prefix(2).map { try store.load(CaseNumber($0))?.progress.outcomes.last?.outcome }
            #expect(outcomes.map { $0?.result } == [.passed, .passed])
            #expect(outcomes.map { $0?.collected } == [[], [.policyIndex]])
        }
        let back = try inspection("recall", numbers[2], "--reason", "改期")
        #expect(back.code == 0 && back.lines.count == 1 && back.output.contains("已办"))
        // Nothing is out any more.
        let late = try inspection("outcome", numbers[2], "--result", "failed", "--words", "x")
        #expect(late.code == 1)
    }

    @Test func whatIsWrongIsSaidAndNothingWritten() throws {
        var numbers: [String] = []
        try visit { numbers = $1.map(\.text) }
        try #require(numbers.count == 3)
        for (arguments, code) in [
            (["--result", "failed"], 2), (["--result", "passed", "--on", "2099-01-01"], 2),
            (["--result", "rectify", "--words", "x"], 2), (["--result", "passed", "--except", "2000-999999"], 1),
            (["--result", "passed", "--collected", "x"], 2),
            (["--result", "passed", "--collected", "\(numbers[0]):layout-plan"], 2),
            (
                [
                    "--result", "rectify", "--words", "x", "--rectify-by", "2099-01-01", "--approved-by", "赵建国",
                ], 2
            ),
        ] {
            let run = try work.run(["inspection", "outcome", numbers[0]] + arguments + ["--store", work.store])
            #expect(run.code == Int32(code) && run.output.isEmpty, "\(arguments): \(run)")
        }
        try visit { #expect($1.map(\.text) == numbers) }
        let unknown = try inspection("recall", "2000-999999", "--reason", "x")
        #expect(unknown.code == 1 && unknown.complaints.count == 1)
    }
}
