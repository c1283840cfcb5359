import CaseDomain
import Testing

@testable import ChecklistRules

struct ConditionTests {
    private static let day = CivilDate(dayNumber: 20_777)

    private func particulars(
        items: TermSet<Item> = [], subject: Subject? = .catering, facts: Facts = Facts(), area: Double? = nil
    ) -> Particulars {
        Particulars(
            matter: .foodOperationLicence, action: .new, receivedAt: Moment(ConditionTests.day), channel: .window,
            applicant: Applicant(name: "示例", kind: .individual),
            premises: Premises(address: "东街", county: "371625", area: area), subject: subject, items: items,
            facts: facts)
    }

    private func answer(_ condition: Condition, _ particulars: Particulars) -> (Ternary, [DecidingFact]) {
        var program = ConditionProgram()
        let root = program.add(condition)
        let bits = CaseBits(particulars, in: OfficeBits(nil))
        return program.nodes.withUnsafeBufferPointer {
            (ConditionProgram.answer(root, bits, $0), ConditionProgram.absentFacts(of: root, bits, $0))
        }
    }

    @Test func noTwoAtomsShareABit() {
        func range<Term: Vocabulary>(_ start: UInt64, _ kind: Term.Type) -> Range<UInt64> {
            start..<(start + UInt64(Term.allCases.count))
        }
        let low = [
            range(AtomLayout.matter, Matter.self), range(AtomLayout.action, Action.self),
            range(AtomLayout.subject, Subject.self), range(AtomLayout.mark, Mark.self),
            range(AtomLayout.item, Item.self), range(AtomLayout.kind, ApplicantKind.self),
            range(AtomLayout.circumstance, Circumstance.self), range(AtomLayout.fact, Fact.self),
        ]
        let high = [
            range(AtomLayout.changed, ChangedThing.self), range(AtomLayout.product, Product.self),
            range(AtomLayout.localDemand, Material.self),
        ]
        for ranges in [low, high] {
            for (earlier, later) in zip(ranges, ranges.dropFirst()) {
                #expect(earlier.upperBound <= later.lowerBound)
            }
            #expect((ranges.last?.upperBound ?? 65) <= 64)
        }
        #expect(AtomLayout.facts.nonzeroBitCount == Fact.allCases.count)
        #expect(AtomLayout.products.nonzeroBitCount == Product.allCases.count)
        #expect(AtomLayout.changedThings.nonzeroBitCount == ChangedThing.allCases.count)
        #expect(PolicyTopic.allCases.count == 4)
        for material in Material.allCases { #expect(Int(material.tag) == material.ordinal) }
    }

    @Test func anAbsentFactIsUnknownOnlyWhereItMatters() {
        let held = Condition.all([.fact(.paperLicenceHeld), .not(.fact(.paperLost))])
        #expect(answer(held, particulars()).1 == [.fact(.paperLicenceHeld), .fact(.paperLost)])
        #expect(answer(held, particulars(facts: Facts([.paperLicenceHeld: false]))).0 == .no)
        let known = answer(held, particulars(facts: Facts([.paperLicenceHeld: true])))
        #expect(known.0 == .unknown)
        #expect(known.1 == [.fact(.paperLost)])
        #expect(answer(held, particulars(facts: Facts([.paperLicenceHeld: true, .paperLost: false]))).0 == .yes)
    }

    @Test func anAbsentSubjectIsUnknownAndNoQuestion() {
        let found = answer(.subject([.canteen]), particulars(subject: nil))
        #expect(found.0 == .unknown)
        #expect(found.1.isEmpty)
    }

    @Test(arguments: [(49.99, Ternary.no), (50, .yes), (50.01, .yes)])
    func fiftyIsNotLessThanFifty(area: Double, expected: Ternary) {
        #expect(answer(.areaAtLeast(50), particulars(area: area)).0 == expected)
    }

    @Test func itemsAreReadClosed() {
        #expect(answer(.item([.coldDishes]), particulars(items: [.coldMeat])).0 == .yes)
        #expect(answer(.item([.bulkFood]), particulars(items: [.bulkCookedFood])).0 == .yes)
        #expect(answer(.circumstance(.managementOnly), particulars()).0 == .no)
        #expect(answer(.circumstance(.managementOnly), particulars(items: [.cateringManagement])).0 == .yes)
    }

    @Test func joinedConditionsFollowKleene() {
        let unknown = Condition.fact(.damaged)
        let yes = Condition.always
        let no = Condition.not(.always)
        let table: [(Condition, Ternary)] = [
            (.all([yes, unknown]), .unknown), (.all([no, unknown]), .no), (.any([yes, unknown]), .yes),
            (.any([no, unknown]), .unknown), (.not(unknown), .unknown), (.all([yes, .not(no)]), .yes),
            (.any([no, no]), .no), (.not(.any([unknown, yes])), .no),
        ]
        for (condition, expected) in table { #expect(answer(condition, particulars()).0 == expected) }
    }
}
