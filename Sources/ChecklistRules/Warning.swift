package import CaseDomain

/// Something a clerk should look at, which never stands in a notice. By ids alone; `Checklist.text(for:)` has the words.
package struct Warning: Hashable, Sendable {
    package enum Code: String, Vocabulary {
        /// The region inside the licence number isn't the county of the premises.
        case licenceRegion = "licence-region"
        /// The first digit of the licence number stands for another subject.
        case licenceSubject = "licence-subject"
        /// Inside the last working days before expiry: business pauses when the licence runs out.
        case renewalLate = "renewal-late"
        /// The yearly notice that a term needs isn't loaded.
        case calendarYearMissing = "calendar-year-missing"
        /// Recorded as retrieved, which this checklist doesn't allow.
        case notRetrievable = "not-retrievable"
        /// Recorded as promised, which food matters don't allow.
        case promiseBarred = "promise-barred"
        /// A registration whose renewal should have been asked for earlier; it is taken in all the same.
        case registrationRenewalLate = "registration-renewal-late"
    }

    /// What the words name besides the code.
    package enum Detail: Hashable, Sendable {
        case nothing
        /// The six digits inside the licence number, and those of the premises.
        case region(String, county: String)
        /// How many days before expiry the application was due.
        case days(Int)
        case years([Int])
    }

    package let code: Code
    /// The material it is about, if any.
    package let material: Material?
    package let detail: Detail

    package init(code: Code, material: Material? = nil, detail: Detail = .nothing) {
        self.code = code
        self.material = material
        self.detail = detail
    }
}
