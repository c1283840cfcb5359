/// 日期账: a count of working days that can be read aloud, day by day.
package struct DayLedger: Hashable, Sendable {
    /// One day of the count.
    package struct Entry: Hashable, Sendable {
        package let date: CivilDate
        package let counted: Bool
        package let why: Reason
    }

    package enum Reason: String, Sendable {
        /// The day of the event itself, which is never counted.
        case start
        case workingDay = "working-day"
        case weekend, holiday
        case makeUpDay = "make-up-day"
    }

    package let from: CivilDate
    /// Working days asked for; negative counts backwards.
    package let count: Int
    package let result: CivilDate
    package let entries: [Entry]
    /// Years touched by the count whose yearly notice isn't loaded; the result is only a guess unless this is empty.
    package let missingYears: [Int]

    package var isCertain: Bool { missingYears.isEmpty }
}

extension WorkingCalendar {
    /// Counts working days from a date, the date itself excluded.
    ///
    /// - Parameters:
    ///   - count: working days; negative counts backwards; 0 is the date itself.
    ///   - start: the day of the event.
    /// - Returns: the day reached and every day on the way. Where a year isn't loaded, `missingYears` names it.
    /// Legal source: 《行政许可法》(2019-04-23) 第八十二条.
    package func ledger(_ count: Int, from start: CivilDate) -> DayLedger {
        let step = count < 0 ? -1 : 1
        var left = abs(count)
        var date = start
        var entries = [DayLedger.Entry(date: start, counted: false, why: .start)]
        var missing: Set<Int> = years.contains(start.year) ? [] : [start.year]
        while left > 0 {
            date = date.adding(days: step)
            if !years.contains(date.year) { missing.insert(date.year) }
            let kind = kind(of: date)
            if kind.counts { left -= 1 }
            entries.append(DayLedger.Entry(date: date, counted: kind.counts, why: DayLedger.Reason(kind)))
        }
        return DayLedger(
            from: start, count: count, result: date, entries: entries, missingYears: missing.sorted())
    }
}

extension DayLedger.Reason {
    init(_ kind: WorkingCalendar.DayKind) {
        switch kind {
        case .workingDay: self = .workingDay
        case .weekend: self = .weekend
        case .holiday: self = .holiday
        case .makeUpDay: self = .makeUpDay
        }
    }
}
