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
                let text = "许可证编号中的区划码\(region)与经营场所所在县区\(county)不同，请留意（编号终身不变，不属于错误）。"
                warnings.append(Warning(code: .licenceRegion, text: text))
            }
            let former = LicenceNumber.subject(of: licence.number)
            if let former, let subject = particulars.subject, former != subject {
                let text = "许可证编号首位数字与申请的主体业态不同，请留意（编号终身不变，不属于错误）。"
                warnings.append(Warning(code: .licenceSubject, text: text))
            }
        }
        if let renewal {
            if renewal.isLate {
                let text = "距有效期届满已不足\(renewal.closes)个工作日：可以收件，但许可证到期后须暂停经营，直至准予延续。"
                warnings.append(Warning(code: .renewalLate, text: text))
            }
            if !renewal.missingYears.isEmpty {
                let years = renewal.missingYears.map(String.init).joined(separator: "、")
                let text = "\(years)年的放假调休安排尚未载入，延续申请的起止日仅供参考。"
                warnings.append(Warning(code: .calendarYearMissing, text: text))
            }
        }
        return warnings
    }
}
