/// What somebody wants counted: a period, and whose cases.
package struct FigureQuery: Hashable, Sendable {
    package var days: ClosedRange<CivilDate>
    package var window: String?
    package var clerk: ClerkID?
    package var matter: Matter?
    package var grouping: FigureGrouping
    /// 超期未告知: papers that nobody has answered count as `answeredLate` where the notice term was over before this day;
    /// nil counts only what was answered.
    package var asOf: CivilDate?

    package init(
        days: ClosedRange<CivilDate>, window: String? = nil, clerk: ClerkID? = nil, matter: Matter? = nil,
        grouping: FigureGrouping = .none, asOf: CivilDate? = nil
    ) {
        self.asOf = asOf
        self.days = days
        self.window = window
        self.clerk = clerk
        self.matter = matter
        self.grouping = grouping
    }

    /// 超期未告知: the last days of notice terms that count, where nothing was answered; nil where there are none.
    package var unansweredDue: ClosedRange<CivilDate>? {
        guard let asOf else { return nil }
        let (first, last) = (days.lowerBound.adding(days: -1), min(days.upperBound, asOf).adding(days: -1))
        return first <= last ? first...last : nil
    }
}

/// By what figures are told apart.
package enum FigureGrouping: String, Vocabulary {
    case none, window, clerk, matter, month, day
}

/// How often each value occurred.
package struct Histogram: Hashable, Sendable {
    /// Cases by value, such as working days.
    package private(set) var counts: [Int: Int]

    package init(_ counts: [Int: Int] = [:]) { self.counts = counts }

    package mutating func add(_ value: Int, times: Int = 1) {
        counts[value, default: 0] += times
        if counts[value] == 0 { counts[value] = nil }
    }

    /// How many were measured.
    package var count: Int { counts.values.reduce(0, +) }

    /// All values together.
    package var total: Int { counts.reduce(0) { $0 + $1.key * $1.value } }

    /// The smallest value that so many tenths of all reach or stay under; nil where nothing was measured.
    ///
    /// - Parameter tenths: 5 for the median, 9 for the ninth decile.
    package func quantile(tenths: Int) -> Int? {
        let count = count
        var seen = 0
        for (value, times) in counts.sorted(by: { $0.key < $1.key }) {
            seen += times
            if seen * 10 >= count * tenths { return value }
        }
        return nil
    }
}

/// What was counted for a query: one row a group, the groups in order of their keys.
package struct FigureSheet: Hashable, Sendable {
    package let query: FigureQuery
    package let rows: [Row]
    /// 高频缺陷 of the whole query, the most frequent first.
    package let defects: [DefectCount]
    /// Whether every case is counted. A store that an earlier program made counts its cases in the background.
    package let isComplete: Bool

    package struct Row: Hashable, Sendable {
        /// The window, the account, the id of the matter, `YYYY-MM`, the day; empty where nothing is told apart.
        package let key: String
        package let figures: [Measure: Histogram]

        package init(key: String, figures: [Measure: Histogram]) {
            self.key = key
            self.figures = figures
        }

        package subscript(measure: Measure) -> Histogram { figures[measure] ?? Histogram() }
    }

    package struct DefectCount: Hashable, Sendable {
        package let material: Material?
        package let defect: String
        package let count: Int

        package init(material: Material?, defect: String, count: Int) {
            self.material = material
            self.defect = defect
            self.count = count
        }
    }

    package init(query: FigureQuery, rows: [Row], defects: [DefectCount], isComplete: Bool = true) {
        self.isComplete = isComplete
        self.query = query
        self.rows = rows
        self.defects = defects
    }

    /// All groups together.
    package var total: Row {
        var figures: [Measure: Histogram] = [:]
        for row in rows {
            for (measure, histogram) in row.figures {
                for (value, times) in histogram.counts {
                    figures[measure, default: Histogram()].add(value, times: times)
                }
            }
        }
        return Row(key: "", figures: figures)
    }
}
