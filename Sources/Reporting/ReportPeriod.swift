package import CaseDomain

/// The days that a report is about, and the days before them that it is held against.
package struct ReportPeriod: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    /// 上期: as long, and right before.
    package let before: ClosedRange<CivilDate>
    package let name: String

    package static func day(_ day: CivilDate) -> ReportPeriod {
        let eve = day.adding(days: -1)
        return ReportPeriod(days: day...day, before: eve...eve, name: "日报 \(day)")
    }

    /// Monday to Sunday.
    package static func week(of day: CivilDate) -> ReportPeriod {
        let monday = day.adding(days: 1 - day.weekday)
        return ReportPeriod(
            days: monday...monday.adding(days: 6), before: monday.adding(days: -7)...monday.adding(days: -1),
            name: "周报 \(monday)—\(monday.adding(days: 6))")
    }

    package static func month(of day: CivilDate) -> ReportPeriod {
        let first = day.adding(days: 1 - day.components.day)
        let next = first.adding(months: 1).date
        let last = first.adding(months: -1).date
        return ReportPeriod(
            days: first...next.adding(days: -1), before: last...first.adding(days: -1),
            name: "月报 \(first.year)年\(first.components.month)月")
    }

    package static func quarter(of day: CivilDate) -> ReportPeriod {
        let parts = day.components
        let first = day.adding(days: 1 - parts.day).adding(months: -((parts.month - 1) % 3)).date
        return ReportPeriod(
            days: first...first.adding(months: 3).date.adding(days: -1),
            before: first.adding(months: -3).date...first.adding(days: -1),
            name: "季报 \(first.year)年第\((parts.month + 2) / 3)季度")
    }

    package static func year(of day: CivilDate) -> ReportPeriod {
        let parts = day.components
        let first = day.adding(days: 1 - parts.day).adding(months: 1 - parts.month).date
        let next = first.adding(months: 12).date
        return ReportPeriod(
            days: first...next.adding(days: -1), before: first.adding(months: -12).date...first.adding(days: -1),
            name: "年报 \(first.year)年")
    }

    /// Any days; held against as many before them.
    package static func days(_ days: ClosedRange<CivilDate>, named name: String = "统计") -> ReportPeriod {
        let length = days.upperBound.dayNumber - days.lowerBound.dayNumber + 1
        return ReportPeriod(
            days: days, before: days.lowerBound.adding(days: -length)...days.lowerBound.adding(days: -1),
            name: "\(name) \(days.lowerBound)—\(days.upperBound)")
    }

    /// 首月: a month from the day of a cut-over on, held against the month before it.
    package static func firstMonth(since day: CivilDate) -> ReportPeriod {
        ReportPeriod(
            days: day...day.adding(months: 1).date.adding(days: -1),
            before: day.adding(months: -1).date...day.adding(days: -1), name: "首月报告 \(day)起")
    }

    private init(days: ClosedRange<CivilDate>, before: ClosedRange<CivilDate>, name: String) {
        self.days = days
        self.before = before
        self.name = name
    }
}
