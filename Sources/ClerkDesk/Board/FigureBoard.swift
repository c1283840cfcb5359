package import CaseDomain

/// 指标: which figures of which days and whose cases, and what the store counted.
package struct FigureBoard: Hashable, Sendable {
    package var period = FigurePeriod.month
    package var window: String?
    package var clerk: ClerkID?
    package var matter: Matter?
    package var breakdown = Breakdown.matter
    /// 前后对照; nil for one period with its twelve months.
    package var span: CutOverSpan?
    package var answer: Answer?
    /// The indicator under the cursor.
    package var selected = 0
    /// The bar under the cursor; nil while it is among the indicators.
    package var bar: Int?

    /// By what the chosen indicator is told apart in the bars.
    package enum Breakdown: String, CaseIterable, Hashable, Sendable {
        case window, matter, clerk, month
        /// 高频缺陷.
        case defects

        var grouping: FigureGrouping {
            switch self {
            case .window: .window
            case .matter: .matter
            case .clerk: .clerk
            case .month: .month
            case .defects: .none
            }
        }
    }

    /// What is asked of the store together.
    package struct Question: Hashable, Sendable {
        /// The period, told apart by the breakdown; the days before a cut-over.
        package let first: FigureQuery
        /// The last twelve months; the days since.
        package let second: FigureQuery
        package let isComparing: Bool

        package var queries: [FigureQuery] { [first, second] }
    }

    package struct Answer: Hashable, Sendable {
        package let question: Question
        package let first: FigureSheet
        package let second: FigureSheet
    }

    package init() {}

    /// - Parameter today: the last day that may be counted.
    package func question(on today: CivilDate) -> Question {
        if let spans = span?.spans(on: today) {
            return Question(
                first: query(spans.before, .none, today), second: query(spans.after, .none, today), isComparing: true)
        }
        let days = period.days(on: today)
        let year = Self.months(until: days.upperBound)
        return Question(
            first: query(days, breakdown.grouping, today), second: query(year, .month, today), isComparing: false)
    }

    private func query(_ days: ClosedRange<CivilDate>, _ grouping: FigureGrouping, _ today: CivilDate) -> FigureQuery {
        FigureQuery(days: days, window: window, clerk: clerk, matter: matter, grouping: grouping, asOf: today)
    }

    /// The twelve months up to a day.
    static func months(until day: CivilDate) -> ClosedRange<CivilDate> {
        let first = day.adding(days: 1 - day.components.day)
        return first.adding(months: -11).date...day
    }

    /// The keys of the twelve months up to a day, the oldest first.
    static func monthKeys(until day: CivilDate) -> [String] {
        let first = months(until: day).lowerBound
        return (0..<12).map { String(first.adding(months: $0).date.description.prefix(7)) }
    }
}
