package import CaseDomain

/// Something a clerk should look at, which never stands in a notice.
package struct Warning: Hashable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
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
    }

    package let code: Code
    /// The material it is about, if any.
    package let material: Material?
    package let text: String

    init(code: Code, material: Material? = nil, text: String) {
        self.code = code
        self.material = material
        self.text = text
    }
}
