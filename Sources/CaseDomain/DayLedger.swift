/// 日期账: a count of days that can be read aloud, day by day.
package struct DayLedger: Hashable, Sendable {
    /// One day of the count; of a count of months or years, the last day of each.
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
        /// 自然日.
        case day
        case month, year
        /// 中止计时.
        case stopped
        /// 有效期的第一天, which belongs to it.
        case firstDay = "first-day"
    }

    package let from: CivilDate
    /// Days, months or years asked for; negative counts backwards.
    package let count: Int
    package let unit: TermUnit
    package let result: CivilDate
    package let entries: [Entry]
    /// Years touched by the count whose yearly notice isn't loaded; the result is only a guess unless this is empty.
    package let missingYears: [Int]
    /// Those of them whose statutory festivals are known and nothing else.
    package let provisionalYears: [Int]

    package var isCertain: Bool { missingYears.isEmpty }

    /// Years of which nothing at all is loaded.
    package var unknownYears: [Int] { missingYears.filter { !provisionalYears.contains($0) } }
}

extension WorkingCalendar {
    /// Counts from a date, the date itself excluded.
    ///
    /// - Parameters:
    ///   - count: working days or natural days; negative counts backwards; 0 is the date itself.
    ///   - start: the day of the event.
    ///   - unit: working days or natural days; for months and years see `span`.
    ///   - pauses: days that are left out.
    /// - Returns: the day reached and every day on the way. Where a year isn't loaded, `missingYears` names it.
    /// Legal source: 《行政许可法》(2019-04-23) 第八十二条.
    package func ledger(
        _ count: Int, from start: CivilDate, unit: TermUnit = .workingDays, pauses: [ClockPause] = []
    ) -> DayLedger {
        if unit == .months || unit == .years { return span(count, unit, from: start, includesFirst: false) }
        let step = count < 0 ? -1 : 1
        var left = abs(count)
        var date = start
        var entries = [DayLedger.Entry(date: start, counted: false, why: .start)]
        var missing: Set<Int> = []
        func touch(_ year: Int) {
            if unit == .workingDays, !years.contains(year) { missing.insert(year) }
        }
        touch(start.year)
        while left > 0 {
            date = date.adding(days: step)
            touch(date.year)
            if pauses.contains(where: { $0.covers(date) }) {
                entries.append(DayLedger.Entry(date: date, counted: false, why: .stopped))
                continue
            }
            let kind = kind(of: date)
            let counts = unit == .days || kind.counts
            if counts { left -= 1 }
            let why = unit == .days ? .day : DayLedger.Reason(kind)
            entries.append(DayLedger.Entry(date: date, counted: counts, why: why))
        }
        return DayLedger(
            from: start, count: count, unit: unit, result: date, entries: entries, missingYears: missing.sorted(),
            provisionalYears: missing.filter(provisionalYears.contains).sorted())
    }

    /// Counts months or years: each ends on the day of the month on which it began, or on the month's last day where it
    /// is too short.
    ///
    /// - Parameter includesFirst: whether the first day belongs to the term, as with a validity: it then ends on the day
    ///   before its anniversary.
    package func span(_ count: Int, _ unit: TermUnit, from start: CivilDate, includesFirst: Bool) -> DayLedger {
        let months = unit == .years ? 12 : 1
        let first = DayLedger.Entry(
            date: start, counted: false, why: includesFirst ? .firstDay : .start)
        var entries = [first]
        for place in 0..<abs(count) {
            let (date, isCut) = start.adding(months: (place + 1) * months * (count < 0 ? -1 : 1))
            // A year from 29 February ends on the 28th by either way of counting: there is no anniversary to stop before.
            let last = includesFirst && !isCut ? date.adding(days: -1) : date
            entries.append(DayLedger.Entry(date: last, counted: true, why: unit == .years ? .year : .month))
        }
        return DayLedger(
            from: start, count: count, unit: unit, result: entries.last?.date ?? start, entries: entries,
            missingYears: [], provisionalYears: [])
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
