import CaseDomain

/// The checks of the application itself, and the warnings that come from its own numbers and days.
enum ApplicationCheck {
    /// - Parameter holds: what the rule's condition says about the case.
    static func isDefect(
        _ defect: ApplicationDefect, where holds: Ternary, _ reading: CaseReading, _ particulars: Particulars,
        _ renewal: RenewalWindow?
    ) -> Bool {
        // A condition that absent facts leave open isn't a defect: nobody can correct what isn't there.
        guard holds == .yes else { return false }
        switch defect {
        case .semiFinishedNeedsCentralKitchen, .schoolCanteenForbiddenItem, .itemNotForSubject: return true
        case .subjectMissing: return particulars.subject == nil
        case .badUscc: return reading.uscc == .wrong
        case .badPrincipalID: return reading.principalID == .wrong
        case .badAgentID: return reading.agentID == .wrong
        case .licenceNumber:
            guard let number = particulars.licence?.number else { return false }
            return !LicenceNumber.isValid(number, families: [.operation])
        case .tooEarlyToRenew: return renewal?.isTooEarly ?? false
        }
    }

    /// Warnings about the licence that the application is about; empty for a new one.
    static func licenceWarnings(_ particulars: Particulars, _ renewal: RenewalWindow?) -> [Warning] {
        guard let licence = particulars.licence else { return [] }
        var warnings: [Warning] = []
        if particulars.matter == .foodOperationLicence, LicenceNumber.isValid(licence.number, families: [.operation]) {
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
