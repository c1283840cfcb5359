package import CaseDomain

/// Inspectors for tests, and rules that are easier to see through than an office's.
package enum SampleInspectors {
    private static let basis = LegalSource(citation: "《某办法》第一条", verified: true)

    /// Filings are excused, changes that changed nothing too, catering may be seen by video, all else on site.
    package static let rules = InspectionRules(
        promisedDays: 2, dailyLimit: 2, departments: ["公安"], collectable: [.layoutPlan],
        modes: [
            .onSite: InspectionRules.ModeRule(people: 2, basis: basis),
            .video: InspectionRules.ModeRule(people: 1, basis: basis),
        ],
        scopes: [
            scope("未变化", actions: [.change, .renewal], onlyUnchanged: true, modes: []),
            scope("备案", matters: [.prepackagedFiling], modes: []),
            scope(
                "餐饮", matters: [.foodOperationLicence], subjects: [.catering], within: [.hotDishes, .coldDishes],
                withoutMarks: [.centralKitchen], withoutProducts: [.alcohol], modes: [.onSite, .video]),
            scope("其他", modes: [.onSite]),
        ])

    /// As an office's own rows excuse.
    package static let excuses = InspectionExcuses(fingerprint: 1) { rules.excuses($0) }

    private static func scope(
        _ name: String, matters: TermSet<Matter> = TermSet(Matter.allCases),
        actions: TermSet<Action> = TermSet(Action.allCases),
        subjects: TermSet<Subject> = TermSet(Subject.allCases), within: TermSet<Item>? = nil,
        withoutMarks: TermSet<Mark> = [], withoutProducts: TermSet<Product> = [], onlyUnchanged: Bool = false,
        modes: TermSet<InspectionMode>
    ) -> InspectionRules.Scope {
        InspectionRules.Scope(
            name: name, english: name, matters: matters, actions: actions, subjects: subjects, within: within,
            withoutMarks: withoutMarks, withoutProducts: withoutProducts, onlyUnchanged: onlyUnchanged, modes: modes,
            basis: basis)
    }

    /// - Parameters:
    ///   - day: until when certificate and training hold; nil for neither.
    package static func inspector(
        _ account: String, regions: [String] = [], certificate: CivilDate? = DeskCases.date("2027-12-31"),
        trained: CivilDate? = DeskCases.date("2027-12-31"), roles: TermSet<Role> = [.inspector]
    ) -> Staff.Member {
        Staff.Member(
            account: ClerkID(account), name: account, roles: roles, regions: regions,
            certificate: certificate.map { Staff.Member.Certificate(number: "鲁1", validUntil: $0) },
            trainedUntil: trained)
    }

    package static func dispatched(
        _ inspectors: [String] = ["甲", "乙"], mode: InspectionMode = .onSite, visit: String? = nil,
        collects: [Material] = [], promised: String = "2026-11-24", planned: String? = "2026-11-23"
    ) -> CaseEvent.Payload {
        .life(
            event: .dispatched(
                dispatch: InspectionDispatch(
                    mode: mode, inspectors: inspectors.map { ClerkID($0) }, departments: ["公安"], visit: visit,
                    collects: collects, promisedBy: DeskCases.date(promised), plannedFor: planned.map(DeskCases.date))
            ))
    }

    package static func inspected(
        _ result: InspectionOutcome.Result, on day: String = "2026-11-23", rectifyBy: String? = nil
    ) -> CaseEvent.Payload {
        .life(
            event: .inspected(
                outcome: InspectionOutcome(
                    result: result, on: DeskCases.date(day), mode: .onSite, inspectors: [ClerkID("甲"), ClerkID("乙")],
                    words: "“看过”", rectifyBy: rectifyBy.map(DeskCases.date), approvedBy: rectifyBy == nil ? "" : "林局",
                    collected: [.policyIndex])))
    }

    /// What may happen about an inspection, in an order in which it may.
    package static let payloads: [CaseEvent.Payload] = [
        .accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: [.policyIndex])),
        dispatched(visit: "2026-000001/7", collects: [.policyIndex]),
        .life(event: .recalled(recall: InspectionRecall(reason: "改“期”"))),
        dispatched(mode: .video, planned: nil),
        .life(
            event: .booked(
                appointment: VideoAppointment(at: StoreSamples.stamp(90).at, code: "3752"))),
        .life(
            event: .handed(
                handover: PaperHandover(
                    direction: .toWindow, materials: [.policyIndex], from: "甲、乙", to: "zhang"))),
        inspected(.rectify, rectifyBy: "2026-11-30"), dispatched(promised: "2026-12-02"), inspected(.passed),
        .gapsSettled(materials: [.policyIndex]),
        .life(
            event: .waived(
                waiver: InspectionWaiver(
                    reason: "仅预包装", basis: LegalSource(citation: "《某办法》第二条", verified: false)))),
    ]
}
