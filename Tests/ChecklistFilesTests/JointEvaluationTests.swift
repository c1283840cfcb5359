import CaseDomain
import ChecklistFiles
import ChecklistRules
import Testing

/// What must hold for every bundle that ships, whatever the application says: joined is neither more nor less.
struct JointEvaluationTests {
    static let seed: UInt64 = 20_261_129
    static let bundles: [Bundle] = (try? RuleData.library.bundles()) ?? []

    /// Applications of one bundle: one form, and the shared papers alike in all members.
    private func forEachCase(of bundle: Bundle, _ body: (JointEvaluation) throws -> Void) throws {
        let rules = try RuleData.rules()
        let office = try RuleData.office()
        var cases = SeededCases(seed: Self.seed)
        for _ in 0..<150 {
            let form = cases.application(.foodOperationLicence, .change)
            let members = bundle.members.map { member -> JointEvaluation.Member in
                let own = cases.application(member.matter, member.action).materials
                let shared = form.materials.filter { bundle.shared.contains($0.material) }
                let application = Application(
                    particulars: bundle.particulars(of: member, from: form.particulars),
                    materials: shared + own.filter { !bundle.shared.contains($0.material) })
                let evaluator = rules.evaluator(for: application.particulars, office: office)
                return JointEvaluation.Member(
                    application: application, checklist: evaluator.checklist, sheet: evaluator.sheet(for: application))
            }
            try body(JointEvaluation(members, sharing: bundle.shared))
        }
    }

    @Test func bundlesShip() {
        #expect(Self.bundles.count >= 6)
        #expect(Self.bundles.allSatisfy { $0.members.count > 1 })
    }

    @Test(arguments: bundles) func joinedLinesAreTheUnionOfTheFindings(bundle: Bundle) throws {
        var found = 0
        try forEachCase(of: bundle) { joined in
            for (place, member) in joined.members.enumerated() {
                let parts = joined.lines.flatMap(\.parts).filter { $0.member == place }.map(\.finding)
                #expect(Set(parts) == Set(member.evaluation.findings), "seed \(Self.seed)")
                #expect(parts.count == member.evaluation.findings.count)
                found += parts.count
            }
            for line in joined.lines {
                #expect(!line.parts.isEmpty && Set(line.parts.map(\.member)).count == line.parts.count)
                #expect(line.parts.allSatisfy { $0.finding.material == line.material })
                #expect(line.parts.allSatisfy { $0.finding.defect == line.defect })
            }
        }
        #expect(found > 300)
    }

    @Test(arguments: bundles) func eachSharedThingStandsOnce(bundle: Bundle) throws {
        try forEachCase(of: bundle) { joined in
            let shared = joined.lines.filter { $0.material.map(bundle.shared.contains) ?? true }
            #expect(Set(shared.map { "\($0.material?.id ?? "") \($0.defect.id)" }).count == shared.count)
            let papers = joined.papers.filter { bundle.shared.contains($0.material) }
            #expect(Set(papers.map(\.material)).count == papers.count)
            #expect(joined.papers.allSatisfy { bundle.shared.contains($0.material) || $0.parts.count == 1 })
        }
    }

    @Test(arguments: bundles) func savingsAreWhatSharingSpares(bundle: Bundle) throws {
        var spared = 0
        try forEachCase(of: bundle) { joined in
            let needed = joined.members.map { member in
                member.sheet.lines.filter { if case .needed = $0.need { true } else { false } }.map(\.material)
            }
            let savings = joined.savings
            #expect(savings.separately == needed.reduce(0) { $0 + $1.count })
            let shared = Set(needed.flatMap { $0 }.filter(bundle.shared.contains))
            let own = needed.flatMap { $0 }.count { !bundle.shared.contains($0) }
            #expect(savings.together == shared.count + own)
            #expect(savings.spared >= 0 && savings.spared == savings.separately - savings.together)
            spared += savings.spared
        }
        #expect(spared > 0)
    }

    @Test(arguments: bundles) func whoIsCompleteIsHeldBackByNothing(bundle: Bundle) throws {
        try forEachCase(of: bundle) { joined in
            for place in joined.complete {
                #expect(!joined.lines.contains { $0.holdsBack.contains(place) })
                #expect(joined.members[place].evaluation.undetermined.isEmpty)
            }
        }
    }

    @Test func anApplicantNeverMeetsAMatterOutsideItsBundle() throws {
        let office = try RuleData.office()
        let bundle = try #require(Self.bundles.first { $0.id == "catering-and-prepackaged" })
        var cases = SeededCases(seed: Self.seed)
        for _ in 0..<100 {
            let form = cases.application(.foodOperationLicence, .new).particulars
            let hasFiling = bundle.members(for: form, at: office).contains { $0.matter == .prepackagedFiling }
            #expect(hasFiling == !form.items.contains(.bulkAndPrepackaged))
        }
    }
}
