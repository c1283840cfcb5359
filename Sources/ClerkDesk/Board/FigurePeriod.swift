package import CaseDomain

/// 期间: the days that figures are counted over.
package enum FigurePeriod: Hashable, Sendable {
    case today, week, month, quarter, year, lastMonth, lastYear
    case free(ClosedRange<CivilDate>)

    /// Those that need no days to be typed, in the order of the list.
    static let named: [FigurePeriod] = [.today, .week, .month, .quarter, .year, .lastMonth, .lastYear]

    /// The days, up to today: what is to come can't have been counted.
    package func days(on today: CivilDate) -> ClosedRange<CivilDate> {
        let (year, month, _) = today.components
        switch self {
        case .today: return today...today
        case .week: return today.adding(days: 1 - today.weekday)...today
        case .month: return first(year, month, today)...today
        case .quarter: return first(year, (month - 1) / 3 * 3 + 1, today)...today
        case .year: return first(year, 1, today)...today
        case .lastMonth:
            let end = first(year, month, today).adding(days: -1)
            return first(end.components.year, end.components.month, end)...end
        case .lastYear:
            let end = first(year, 1, today).adding(days: -1)
            return first(end.year, 1, end)...end
        case .free(let days): return days
        }
    }

    private func first(_ year: Int, _ month: Int, _ other: CivilDate) -> CivilDate {
        CivilDate(year: year, month: month, day: 1) ?? other
    }

    var phrase: Phrase {
        switch self {
        case .today: Phrases.Board.periodToday
        case .week: Phrases.Board.periodWeek
        case .month: Phrases.Board.periodMonth
        case .quarter: Phrases.Board.periodQuarter
        case .year: Phrases.Board.periodYear
        case .lastMonth: Phrases.Board.periodLastMonth
        case .lastYear: Phrases.Board.periodLastYear
        case .free: Phrases.Board.periodFree
        }
    }

    var id: String {
        switch self {
        case .today: "today"
        case .week: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        case .lastMonth: "last-month"
        case .lastYear: "last-year"
        case .free: "free"
        }
    }
}

/// 前后对照: as many days before a day as since.
package struct CutOverSpan: Hashable, Sendable {
    /// The first day of the new way.
    package let date: CivilDate
    /// The most days on either side.
    package let length: Int

    /// - Returns: nil where the day is still to come.
    package func spans(on today: CivilDate) -> (before: ClosedRange<CivilDate>, after: ClosedRange<CivilDate>)? {
        let days = min(length, today.dayNumber - date.dayNumber + 1)
        guard days > 0 else { return nil }
        return (date.adding(days: -days)...date.adding(days: -1), date...date.adding(days: days - 1))
    }
}
