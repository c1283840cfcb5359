import CaseDomain

/// Terms like those of the law, so that the clocks can be tested without a data file.
enum SampleClocks {
    static let basis = LegalSource(citation: "《行政许可法》第三十二条", verified: true)

    static func rule(
        _ id: String, _ whose: ClockParty = .office, from: ClockStart, until: ClockEnd? = nil, _ term: ClockRule.Term,
        matters: TermSet<Matter> = TermSet(Matter.allCases), isDecision: Bool = false, longer: Int? = nil
    ) -> ClockRule {
        ClockRule(
            id: id, name: id, english: id, matters: matters, actions: TermSet(Action.allCases), whose: whose,
            from: from, until: isDecision ? .decision : until, term: term, isPromised: isDecision,
            stops: isDecision ? ClockRule.Stops(reasons: TermSet(StopReason.allCases), basis: basis) : nil,
            longer: longer.map {
                ClockRule.Extension(count: $0, approver: "负责人", approverEnglish: "head", basis: basis)
            }, basis: basis)
    }

    static let notice = rule("T1", from: .receipt, until: .answer, ClockRule.Term(5))

    static let rules = [
        notice, rule("T3", .applicant, from: .notice, until: .papersBack, ClockRule.Term(nil)),
        rule(
            "T7", from: .acceptance, ClockRule.Term(10), matters: [.foodOperationLicence], isDecision: true, longer: 5),
        rule("T9", .nobody, from: .issue, ClockRule.Term(5, .years), matters: [.foodOperationLicence]),
        rule(
            "T12", .applicant, from: .expiry, until: .application, ClockRule.Term(15, .workingDays, .before, opens: 90),
            matters: [.foodOperationLicence]),
        rule("T16", from: .receipt, ClockRule.Term(15), matters: [.smallWorkshop, .smallCatering], isDecision: true),
        rule(
            "T18", .applicant, from: .expiry, until: .application,
            ClockRule.Term(30, .workingDays, .before, isAmbiguous: true), matters: [.smallWorkshop]),
        rule("T21", .applicant, from: .learned, ClockRule.Term(6, .months)),
        rule("T23", from: .expiry, until: .decision, ClockRule.Term(0, .days, .before)),
    ]

    static let clocks = CaseClocks(
        calendar: PublishedCalendar.calendar, notice: notice, rules: rules,
        promisedDays: [.foodOperationLicence: 5, .smallWorkshop: 5])
}
