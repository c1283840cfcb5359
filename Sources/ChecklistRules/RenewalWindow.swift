import CaseDomain

/// 延续申请期: from the 90th to the 15th working day before expiry, counted backwards.
///
/// Legal source: 《食品经营许可和备案管理办法》第三十二条 (from memory; the checklist says which rules were verified).
struct RenewalWindow: Hashable, Sendable {
    let isTooEarly: Bool
    /// After the window, but before expiry: allowed, and business pauses when the licence runs out.
    let isLate: Bool
    /// Years inside the count whose yearly notice isn't loaded.
    let missingYears: [Int]

    /// Working days off that a year without its notice may be short of, at most.
    private static let slackPerYear = 20

    /// - Parameters:
    ///   - day: the day of receipt.
    ///   - expiry: the last day of validity.
    init(receivedOn day: CivilDate, expiry: CivilDate, calendar: WorkingCalendar) {
        let left = calendar.workingDays(after: day.adding(days: -1), through: expiry.adding(days: -1))
        missingYears = day <= expiry ? (day.year...expiry.year).filter { !calendar.years.contains($0) } : []
        // A count without the holidays can only be too high, so it is taken down before it turns anybody away.
        let certain = left - missingYears.count * RenewalWindow.slackPerYear
        let isDayOff = !calendar.kind(of: day).counts
        isTooEarly = certain > 90 || (certain == 90 && isDayOff)
        isLate = day <= expiry && left < 15
    }
}
