package import CaseDomain

/// 延续申请期 as the clocks have it: when it opens and closes, in working days before expiry, and for whom. Plain numbers,
/// because every case is asked for it.
package struct RenewalTerm: Hashable, Sendable {
    let matters: TermSet<Matter>
    let actions: TermSet<Action>
    let opens: Int
    let closes: Int

    /// - Returns: nil where the clocks know no such window.
    package init?(_ rules: [ClockRule]) {
        for rule in rules where rule.from == .expiry && rule.until == .application && rule.term.unit == .workingDays {
            guard let opens = rule.term.opens, let closes = rule.term.count else { continue }
            matters = rule.matters
            actions = rule.actions
            self.opens = opens
            self.closes = closes
            return
        }
        return nil
    }

    func concerns(_ particulars: Particulars) -> Bool {
        matters.contains(particulars.matter) && actions.contains(particulars.action)
    }
}

/// Where a day of receipt lies in the window to apply for a renewal, counted backwards from expiry.
struct RenewalWindow: Hashable, Sendable {
    let isTooEarly: Bool
    /// After the window, but before expiry: allowed, and business pauses when the licence runs out.
    let isLate: Bool
    /// Years inside the count whose yearly notice isn't loaded.
    let missingYears: [Int]
    /// Working days before expiry at which the window closes.
    let closes: Int

    /// Working days off that a year without its notice may be short of, at most.
    private static let slackPerYear = 20

    /// - Parameters:
    ///   - day: the day of receipt.
    ///   - expiry: the last day of validity.
    init(receivedOn day: CivilDate, expiry: CivilDate, term: RenewalTerm, calendar: WorkingCalendar) {
        closes = term.closes
        let left = calendar.workingDays(after: day.adding(days: -1), through: expiry.adding(days: -1))
        missingYears = day <= expiry ? (day.year...expiry.year).filter { !calendar.years.contains($0) } : []
        // A count without the holidays can only be too high, so it is taken down before it turns anybody away.
        let certain = left - missingYears.count * RenewalWindow.slackPerYear
        let isDayOff = !calendar.kind(of: day).counts
        isTooEarly = certain > term.opens || (certain == term.opens && isDayOff)
        isLate = day <= expiry && left < term.closes
    }
}
