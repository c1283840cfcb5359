package import CaseDomain

/// 延续申请期 as data: how long before expiry a renewal is asked for, counted backwards.
package struct RenewalRule: Hashable, Sendable {
    package enum Unit: String, Vocabulary {
        case workingDays = "working-days"
        /// Calendar days, where the law doesn't say working days.
        case days
    }

    /// The first day of the term, that many days before expiry; nil where an application is never too early.
    package let opens: Int?
    /// The last day of the term.
    package let closes: Int
    package let unit: Unit
    /// What is said of an application after the term and before expiry.
    package let late: Warning.Code
    package let basis: LegalSource

    package init(opens: Int?, closes: Int, unit: Unit, late: Warning.Code, basis: LegalSource) {
        self.opens = opens
        self.closes = closes
        self.unit = unit
        self.late = late
        self.basis = basis
    }

    /// The term of a licence that runs out on a day.
    ///
    /// - Parameter expiry: the last day of validity; itself never counted.
    package func span(before expiry: CivilDate, calendar: WorkingCalendar) -> RenewalSpan {
        switch unit {
        case .workingDays:
            let ledger = calendar.ledger(-(opens ?? closes), from: expiry)
            let last = calendar.ledger(-closes, from: expiry).result
            return RenewalSpan(first: opens.map { _ in ledger.result }, last: last, expiry: expiry, ledger: ledger)
        case .days:
            let first = opens.map { expiry.adding(days: -$0) }
            return RenewalSpan(first: first, last: expiry.adding(days: -closes), expiry: expiry, ledger: nil)
        }
    }
}

/// From which day to which a renewal is asked for.
package struct RenewalSpan: Hashable, Sendable {
    /// Nil where an application is never too early.
    package let first: CivilDate?
    package let last: CivilDate
    package let expiry: CivilDate
    /// Every day of the count, from expiry backwards; nil where calendar days are counted.
    package let ledger: DayLedger?
}
