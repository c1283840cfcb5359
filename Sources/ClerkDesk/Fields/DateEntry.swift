package import CaseDomain

/// Dates as clerks type them, for every field that takes one: `今天`, `+5`, `+5工`, `1120`, `2026-11-20`, `11月20日`, `下周一`,
/// `月底`. Full-width digits and signs count as plain ones.
package enum DateEntry {
    /// Which year or week is meant where none is said.
    package enum Leaning: Hashable, Sendable {
        /// From nine months back to three months ahead.
        case nearest
        /// No later than today: something that has happened.
        case past
        /// No earlier than today: something to come.
        case future
    }

    /// What was typed, understood.
    package struct Reading: Hashable, Sendable {
        package let date: CivilDate
        /// Whether the year wasn't typed.
        package let isYearGuessed: Bool
        /// Years that working days were counted in without their holidays being known.
        package let missingYears: [Int]
    }

    package enum Problem: Error, Hashable, Sendable {
        case unreadable
        case noSuchDay(month: Int, day: Int)
        /// A step of more days than anybody means.
        case tooFar
    }

    /// The longest step, in days, weeks or months.
    private static let farthest = 1000

    /// - Parameters:
    ///   - text: as typed; blanks don't count.
    ///   - today: what steps and weekdays are reckoned from.
    ///   - calendar: what working days are counted by.
    package static func read(
        _ text: String, today: CivilDate, calendar: WorkingCalendar, leaning: Leaning = .nearest
    ) throws(Problem) -> Reading {
        let typed = FieldFolding.plain(text).lowercased().filter { !$0.isWhitespace }
        if let day = named(typed, today) { return Reading(date: day, isYearGuessed: false, missingYears: []) }
        if let day = weekday(typed, today, leaning) {
            return Reading(date: day, isYearGuessed: false, missingYears: [])
        }
        if let first = typed.first, first == "+" || first == "-" { return try step(typed, today, calendar) }
        return try written(typed, today, leaning)
    }

    /// The day that was meant; nil where it can't be read.
    package static func day(
        _ text: String, today: CivilDate, calendar: WorkingCalendar, leaning: Leaning = .nearest
    ) -> CivilDate? {
        do throws(Problem) {
            return try read(text, today: today, calendar: calendar, leaning: leaning).date
        } catch {
            return nil
        }
    }

    // MARK: By name

    private static func named(_ text: String, _ today: CivilDate) -> CivilDate? {
        switch text {
        case "今天", "今日", "today": today
        case "明天", "明日", "tomorrow": today.adding(days: 1)
        case "后天": today.adding(days: 2)
        case "昨天", "昨日", "yesterday": today.adding(days: -1)
        case "前天": today.adding(days: -2)
        case "月底", "月末", "本月底": lastDay(today, months: 0)
        case "下月底": lastDay(today, months: 1)
        case "上月底": lastDay(today, months: -1)
        default: nil
        }
    }

    private static func lastDay(_ today: CivilDate, months: Int) -> CivilDate {
        let (year, month, _) = today.components
        guard let first = CivilDate(year: year, month: month, day: 1) else { return today }
        return first.adding(months: months + 1).date.adding(days: -1)
    }

    private static let weekdays: [Character: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
        "6": 6, "7": 7,
    ]

    private static func weekday(_ text: String, _ today: CivilDate, _ leaning: Leaning) -> CivilDate? {
        var rest = Substring(text)
        var weeks: Int?
        for (prefix, step) in [("上", -1), ("下", 1), ("本", 0), ("这", 0)] where rest.hasPrefix(prefix) {
            weeks = step
            rest = rest.dropFirst()
            break
        }
        guard let name = ["周", "星期", "礼拜"].first(where: rest.hasPrefix) else { return nil }
        rest = rest.dropFirst(name.count)
        guard rest.count == 1, let weekday = rest.first.flatMap({ weekdays[$0] }) else { return nil }
        let day = today.adding(days: weekday - today.weekday + 7 * (weeks ?? 0))
        guard weeks == nil else { return day }
        switch leaning {
        case .past where day > today: return day.adding(days: -7)
        case .future where day < today: return day.adding(days: 7)
        case .past, .future, .nearest: return day
        }
    }

    // MARK: Steps

    private static func step(
        _ text: String, _ today: CivilDate, _ calendar: WorkingCalendar
    ) throws(Problem) -> Reading {
        let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
        let unit = String(text.dropFirst(1 + digits.count))
        guard let size = Int(digits) else { throw digits.isEmpty ? .unreadable : .tooFar }
        guard size <= farthest else { throw .tooFar }
        let count = text.hasPrefix("-") ? -size : size
        switch unit {
        case "", "天", "日", "d": return plain(today.adding(days: count))
        case "周", "w": return plain(today.adding(days: count * 7))
        case "月", "个月", "m": return plain(today.adding(months: count).date)
        case "工", "g", "工作日", "个工作日":
            let ledger = calendar.ledger(count, from: today)
            return Reading(date: ledger.result, isYearGuessed: false, missingYears: ledger.missingYears)
        default: throw .unreadable
        }
    }

    private static func plain(_ date: CivilDate) -> Reading {
        Reading(date: date, isYearGuessed: false, missingYears: [])
    }

    // MARK: Days that are written out

    private static func written(
        _ text: String, _ today: CivilDate, _ leaning: Leaning
    ) throws(Problem) -> Reading {
        let parts = text.split { "-/.年月日号".contains($0) }.map(String.init)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { throw .unreadable }
        switch (parts.count, parts.map(\.count)) {
        case (1, [8]):
            guard let number = Int(parts[0]) else { throw .unreadable }
            return try full(number / 10_000, number / 100 % 100, number % 100)
        case (1, [4]):
            guard let number = Int(parts[0]) else { throw .unreadable }
            return try guessed(number / 100, number % 100, today, leaning)
        case (3, _):
            guard parts[0].count == 4, let year = Int(parts[0]), let month = small(parts[1]),
                let day = small(parts[2])
            else { throw .unreadable }
            return try full(year, month, day)
        case (2, _):
            guard let month = small(parts[0]), let day = small(parts[1]) else { throw .unreadable }
            return try guessed(month, day, today, leaning)
        default: throw .unreadable
        }
    }

    private static func small(_ digits: String) -> Int? { digits.count <= 2 ? Int(digits) : nil }

    private static func full(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> Reading {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            throw .noSuchDay(month: month, day: day)
        }
        return plain(date)
    }

    /// A month and a day: of the years in which there is such a day, the one that fits best.
    private static func guessed(
        _ month: Int, _ day: Int, _ today: CivilDate, _ leaning: Leaning
    ) throws(Problem) -> Reading {
        let days = (-8...8).compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
        let found: CivilDate?
        switch leaning {
        case .past: found = days.last { $0 <= today }
        case .future: found = days.first { $0 >= today }
        case .nearest:
            let (from, through) = (today.adding(months: -9).date, today.adding(months: 3).date)
            found =
                days.first { $0 > from && $0 <= through }
                // 29 February has no such day in most years.
                ?? days.min { abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber) }
        }
        guard let found else { throw .noSuchDay(month: month, day: day) }
        return Reading(date: found, isYearGuessed: true, missingYears: [])
    }
}
