import CaseDomain

/// How an application for renewal lies to its term.
///
/// Legal source: 《食品经营许可和备案管理办法》第三十二条, 《山东省食品小作坊小餐饮和食品摊点管理条例》第十七条、第二十四条 (the
/// checklists have the numbers, and say which of them were verified).
struct RenewalWindow: Hashable, Sendable {
    let isTooEarly: Bool
    /// After the term, but before expiry: allowed, with a warning.
    let isLate: Bool
    /// Years inside the count whose yearly notice isn't loaded.
    let missingYears: [Int]
    let term: RenewalRule

    /// Working days off that a year without its notice may be short of, at most.
    private static let slackPerYear = 20

    /// - Parameters:
    ///   - day: the day of receipt.
    ///   - expiry: the last day of validity.
    init(receivedOn day: CivilDate, expiry: CivilDate, term: RenewalRule, calendar: WorkingCalendar) {
        self.term = term
        guard term.unit == .workingDays else {
            let left = expiry.dayNumber - day.dayNumber
            missingYears = []
            isTooEarly = term.opens.map { left > $0 } ?? false
            isLate = left >= 0 && left < term.closes
            return
        }
        let left = calendar.workingDays(after: day.adding(days: -1), through: expiry.adding(days: -1))
        missingYears = day <= expiry ? (day.year...expiry.year).filter { !calendar.years.contains($0) } : []
        // A count without the holidays can only be too high, so it is taken down before it turns anybody away.
        let certain = left - missingYears.count * RenewalWindow.slackPerYear
        let isDayOff = !calendar.kind(of: day).counts
        isTooEarly = term.opens.map { certain > $0 || (certain == $0 && isDayOff) } ?? false
        isLate = day <= expiry && left < term.closes
    }
}
