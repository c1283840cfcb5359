/// 考核指标 as data: how one figure of the board and of the reports is made of what is counted.
package struct Indicator: Hashable, Sendable {
    package let id: String
    package let name: String
    package let english: String
    package let formula: Formula
    package let target: Target?
    /// Where the indicator and its target come from.
    package let basis: LegalSource

    package enum Formula: Hashable, Sendable {
        /// How many cases, or how many of whatever is counted, all values together.
        case sum([Measure])
        /// One in a hundred of another.
        case share([Measure], of: [Measure])
        case median(Measure)
        /// Those with such values in a hundred of one measure.
        case shareOf(Measure, ClosedRange<Int>)
        /// 九分位数.
        case ninthDecile(Measure)
    }

    /// What it is held against.
    package struct Target: Hashable, Sendable {
        package enum Comparison: String, Vocabulary {
            case below, atMost = "at-most", atLeast = "at-least"
        }

        package let comparison: Comparison
        /// In the unit of the figure: percent, days, or a number. A yearly number is held against a share of it by days.
        package let value: Double
        package let isYearly: Bool

        package init(comparison: Comparison, value: Double, isYearly: Bool) {
            self.comparison = comparison
            self.value = value
            self.isYearly = isYearly
        }
    }

    package init(
        id: String, name: String, english: String, formula: Formula, target: Target?, basis: LegalSource
    ) {
        self.id = id
        self.name = name
        self.english = english
        self.formula = formula
        self.target = target
        self.basis = basis
    }

    /// The figure of one row: percent for a share, working days for a median or decile.
    ///
    /// - Returns: nil where there is nothing to measure it on.
    package func value(of row: FigureSheet.Row) -> Double? {
        switch formula {
        case .sum(let measures): return Double(measures.reduce(0) { $0 + row[$1].total })
        case .share(let part, let whole):
            let all = whole.reduce(0) { $0 + row[$1].count }
            return all == 0 ? nil : Double(part.reduce(0) { $0 + row[$1].count }) * 100 / Double(all)
        case .shareOf(let measure, let values):
            let all = row[measure]
            let part = all.counts.reduce(0) { $0 + (values.contains($1.key) ? $1.value : 0) }
            return all.count == 0 ? nil : Double(part) * 100 / Double(all.count)
        case .median(let measure): return row[measure].quantile(tenths: 5).map(Double.init)
        case .ninthDecile(let measure): return row[measure].quantile(tenths: 9).map(Double.init)
        }
    }

    /// What is counted by it; the cases behind a figure are those that were measured so.
    package var measures: [Measure] {
        switch formula {
        case .sum(let measures): measures
        case .share(let part, _): part
        case .median(let measure), .ninthDecile(let measure), .shareOf(let measure, _): [measure]
        }
    }
}

extension Indicator.Target {
    /// A yearly number asks of a part of the year only its share.
    package func isMet(by value: Double, in days: ClosedRange<CivilDate>) -> Bool {
        let length = days.upperBound.dayNumber - days.lowerBound.dayNumber + 1
        let wanted = isYearly ? self.value * Double(length) / 365 : self.value
        return switch comparison {
        case .below: value < wanted
        case .atMost: value <= wanted
        case .atLeast: value >= wanted
        }
    }
}
