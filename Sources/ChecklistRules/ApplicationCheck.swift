import CaseDomain

/// The checks of the application itself, and the warnings that come from its own numbers and days.
enum ApplicationCheck {
    /// The defects that the case has wherever a rule asks for them, as the bits of a `TermSet<ApplicationDefect>`.
    @inline(__always)
    static func defects(_ reading: CaseReading, _ application: borrowing Application) -> UInt64 {
        // These aren't computed: their conditions are the whole rule.
        var defects =
            ApplicationDefect.semiFinishedNeedsCentralKitchen.bit | ApplicationDefect.schoolCanteenForbiddenItem.bit
            | ApplicationDefect.itemNotForSubject.bit
        if application.particulars.subject == nil { defects |= ApplicationDefect.subjectMissing.bit }
        if reading.uscc == .wrong { defects |= ApplicationDefect.badUscc.bit }
        if reading.principalID == .wrong { defects |= ApplicationDefect.badPrincipalID.bit }
        if reading.agentID == .wrong { defects |= ApplicationDefect.badAgentID.bit }
        if reading.licenceNumber == .wrong { defects |= ApplicationDefect.licenceNumber.bit }
        return defects
    }

    /// Warnings about the licence that the application is about; empty for a new one.
    static func licenceWarnings(
        _ reading: CaseReading, _ particulars: Particulars, _ renewal: RenewalWindow?
    ) -> [Warning] {
        guard let licence = particulars.licence else { return [] }
        var warnings: [Warning] = []
        if particulars.matter == .foodOperationLicence, reading.licenceNumber == .right {
            let county = particulars.premises.county
            if let region = LicenceNumber.region(of: licence.number), region != county {
                warnings.append(Warning(code: .licenceRegion, detail: .region(region, county: county)))
            }
            let former = LicenceNumber.subject(of: licence.number)
            if let former, let subject = particulars.subject, former != subject {
                warnings.append(Warning(code: .licenceSubject))
            }
        }
        if let renewal {
            if renewal.isLate {
                warnings.append(Warning(code: renewal.term.late, detail: .days(renewal.term.closes)))
            }
            if !renewal.missingYears.isEmpty {
                warnings.append(Warning(code: .calendarYearMissing, detail: .years(renewal.missingYears)))
            }
        }
        return warnings
    }
}
