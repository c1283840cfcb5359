/// 工作日历: which days count. Holidays and make-up workdays are data from the State Council's yearly notice.
///
/// Days of a year whose notice isn't loaded are counted by the week alone, and everything computed from them says so.
/// Legal source: 《行政许可法》(2019-04-23) 第八十二条 (terms are counted in working days, without statutory holidays).
package struct WorkingCalendar: Sendable {
    /// How a day counts.
    package enum DayKind: String, Sendable {
        case workingDay = "working-day"
        case weekend
        case holiday
        /// 调休上班: a Saturday or Sunday that is worked.
        case makeUpDay = "make-up-day"

        package var counts: Bool { self == .workingDay || self == .makeUpDay }
    }

    /// A day that the week rule alone gets wrong.
    package struct SpecialDay: Hashable, Sendable {
        package let date: CivilDate
        /// True for a day off, false for a make-up workday.
        package let isHoliday: Bool
        /// 春节, 国庆节 …
        package let name: String

        package init(date: CivilDate, isHoliday: Bool, name: String) {
            self.date = date
            self.isHoliday = isHoliday
            self.name = name
        }
    }

    /// Years whose yearly notice is loaded.
    package let years: Set<Int>
    /// Years of which only the statutory festivals are known: make-up days and longer breaks aren't published yet.
    package let provisionalYears: Set<Int>
    private let special: [CivilDate: SpecialDay]
    /// The first day of the counted range, and how many working days lie in the range before each day of it. Makes
    /// the distance of two days a subtraction, which a screen of forty cases asks for at every key.
    private let firstDay: CivilDate
    private let countBefore: [Int]

    /// - Parameters:
    ///   - days: every day of the loaded years that the week rule gets wrong.
    ///   - years: years that are complete in `days`.
    ///   - provisionalYears: years of which `days` has the statutory festivals alone.
    package init(days: [SpecialDay], years: Set<Int>, provisionalYears: Set<Int> = []) {
        var special: [CivilDate: SpecialDay] = [:]
        for day in days { special[day.date] = day }
        self.special = special
        self.years = years
        self.provisionalYears = provisionalYears
        let counted = years.union(provisionalYears)
        guard let first = counted.min(), let last = counted.max(),
            let start = CivilDate(year: first, month: 1, day: 1), let end = CivilDate(year: last, month: 12, day: 31)
        else {
            firstDay = CivilDate(dayNumber: 0)
            countBefore = [0]
            return
        }
        firstDay = start
        var counts = [0]
        counts.reserveCapacity(end.dayNumber - start.dayNumber + 2)
        for number in start.dayNumber...end.dayNumber {
            let kind = WorkingCalendar.kind(of: CivilDate(dayNumber: number), special: special)
            counts.append((counts.last ?? 0) + (kind.counts ? 1 : 0))
        }
        countBefore = counts
    }

    /// Changes whenever any day of the calendar does, so that what was computed from another calendar can be told.
    package var fingerprint: String {
        // FNV-1a, because it must be the same in every process.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ value: Int) {
            hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x0000_0100_0000_01b3
        }
        years.sorted().forEach(take)
        provisionalYears.sorted().forEach { take(-$0) }
        for day in special.values.sorted(by: { $0.date < $1.date }) {
            take(day.date.dayNumber)
            take(day.isHoliday ? 1 : 0)
        }
        return String(hash, radix: 16)
    }

    package func kind(of date: CivilDate) -> DayKind {
        WorkingCalendar.kind(of: date, special: special)
    }

    /// The festival that makes a day special; nil for an ordinary day.
    package func festival(on date: CivilDate) -> String? { special[date]?.name }

    private static func kind(of date: CivilDate, special: [CivilDate: SpecialDay]) -> DayKind {
        if let day = special[date] { return day.isHoliday ? .holiday : .makeUpDay }
        return date.isWeekend ? .weekend : .workingDay
    }

    /// Working days from the day after `start` up to and including `end`; negative where `end` lies before `start`.
    ///
    /// - Complexity: O(1) within the loaded years; one step a day outside them.
    package func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        if end < start { return -workingDays(after: end, through: start) }
        return workingDays(through: end) - workingDays(through: start)
    }

    /// Working days since a fixed point, up to and including `date`.
    private func workingDays(through date: CivilDate) -> Int {
        let place = date.dayNumber - firstDay.dayNumber + 1
        if place >= 0, place < countBefore.count { return countBefore[place] }
        if place < 0 {
            return -stride(from: date.dayNumber + 1, to: firstDay.dayNumber, by: 1)
                .count { kind(of: CivilDate(dayNumber: $0)).counts }
        }
        let end = firstDay.dayNumber + countBefore.count - 2
        return (countBefore.last ?? 0)
            + stride(from: end + 1, through: date.dayNumber, by: 1)
            .count { kind(of: CivilDate(dayNumber: $0)).counts }
    }
}
