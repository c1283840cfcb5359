import CaseDomain
import Testing

@testable import ChecklistFiles

/// The indicators as the data has them, and what is refused of them.
struct IndicatorsFileTests {
    private static func indicator(_ id: String) throws -> Indicator {
        try #require(RuleData.library.indicators().first { $0.id == id })
    }

    private func row(_ figures: [Measure: [Int: Int]]) -> FigureSheet.Row {
        FigureSheet.Row(key: "", figures: figures.mapValues { Histogram($0) })
    }

    @Test func whatTheOfficeIsHeldTo() throws {
        let targets: [(String, Indicator.Target.Comparison, Double, Bool)] = [
            ("second-correction-rate", .below, 5, false), ("five-rounds", .atMost, 0, false),
            ("inspection-first-pass", .atLeast, 90, false), ("video-inspections", .atLeast, 2000, true),
            ("yearly-volume", .atLeast, 100_000, true), ("answered-late", .atMost, 0, false),
        ]
        for (id, comparison, value, isYearly) in targets {
            let indicator = try Self.indicator(id)
            #expect(indicator.target == Indicator.Target(comparison: comparison, value: value, isYearly: isYearly))
            #expect(indicator.basis.verified)
        }
    }

    @Test func figuresAreReckoned() throws {
        let row = row([
            .received: [1: 200], .notifiedTwice: [1: 9], .lateFindings: [1: 2, 3: 1],
            .answerDays: [0: 40, 1: 30, 3: 25, 8: 5], .rating: [5: 7, 3: 1, 1: 2],
        ])
        #expect(try Self.indicator("second-correction-rate").value(of: row) == 4.5)
        #expect(try Self.indicator("late-findings").value(of: row) == 5)
        #expect(try Self.indicator("notice-median").value(of: row) == 1)
        #expect(try Self.indicator("notice-ninth-decile").value(of: row) == 3)
        #expect(try Self.indicator("good-ratings").value(of: row) == 80)
        #expect(try Self.indicator("gaps-on-time").value(of: row) == nil)
        #expect(try Self.indicator("good-ratings").measures == [.rating])
    }

    @Test(arguments: [
        ("formula: {sum: [recieved]}", "received"), ("formula: {sum: []}", "empty"),
        ("formula: {sum: [received], median: rating}", "several"), ("formula: {median: rating, of: [received]}", "of"),
        ("formula: {share: [received]}", "of"), ("formula: {share-of: rating, from: 5, through: 3}", "more than"),
        ("formula: {median: rating}\n    target: {above: 3}", "above"),
        ("formula: {median: rating}\n    target: {below: 3, at-most: 4}", "at-most"),
    ])
    func whatIsRefused(line: String, words: String) {
        let text = """
            format: yicigao.indicators/1
            indicators:
              - id: a
                name: 甲
                english: A
                \(line)
                basis: {citation: 甲, verified: true}
            """
        let error = #expect(throws: DataLoadFailure.self) { try IndicatorsFile.decode(text, file: "x") }
        let said = (error?.diagnostics ?? []).map { "\($0.message) \($0.hint ?? "")" }.joined(separator: "\n")
        #expect(said.contains(words), "\(said)")
    }
}
