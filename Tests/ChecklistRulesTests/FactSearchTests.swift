import CaseDomain
import TestSupport
import Testing

@testable import ChecklistRules

/// That a search finds a case where there is one, and that what it finds is one.
struct FactSearchTests {
    /// Arbitrary conditions and cases over every vocabulary.
    private struct Arbitrary {
        var dice: Dice

        mutating func terms<Term: Vocabulary>(_ most: Int) -> TermSet<Term> {
            TermSet((0...dice.below(most)).map { _ in dice.pick(Array(Term.allCases)) })
        }

        mutating func condition(depth: Int) -> Condition {
            if depth > 0, dice.chance(65) {
                let parts = (0...dice.below(3)).map { _ in condition(depth: depth - 1) }
                switch dice.below(3) {
                case 0: return .all(parts)
                case 1: return .any(parts)
                default: return .not(parts[0])
                }
            }
            switch dice.below(11) {
            case 0: return .subject(terms(2))
            case 1: return .mark(terms(3))
            case 2: return .item(terms(3))
            case 3: return .applicantKind(terms(3))
            case 4: return .fact(dice.pick(Fact.allCases))
            case 5: return .changed(terms(3))
            case 6: return .product(terms(4))
            case 7: return .localDemand(dice.pick([.deliveryCapability, .schoolProof]))
            case 8: return .areaAtLeast(dice.pick([10, 50, 100]))
            case 9: return .action(terms(2))
            default: return .circumstance(dice.pick(Circumstance.allCases))
            }
        }

        /// A case about which everything is known.
        mutating func bits() -> CaseBits {
            var facts = Facts(products: dice.chance(30) ? [] : terms(8), changed: dice.chance(30) ? [] : terms(3))
            for fact in Fact.allCases { facts[fact] = dice.chance(50) }
            let action = dice.pick(Action.allCases)
            let expiry = FactSearchTests.day.adding(days: dice.chance(50) ? -1 : 1)
            let particulars = Particulars(
                matter: .smallCatering, action: action, receivedAt: Moment(FactSearchTests.day), channel: .window,
                applicant: Applicant(name: "示例", kind: dice.pick(ApplicantKind.allCases)),
                agent: dice.chance(50) ? Agent(name: "乙") : nil,
                premises: Premises(address: "东街", county: "1", area: dice.pick([0, 10, 49, 50, 200])),
                subject: dice.pick(Subject.allCases), marks: dice.chance(30) ? [] : terms(4),
                items: dice.chance(20) ? [] : terms(4), facts: facts,
                licence: action == .new ? nil : LicenceHeld(number: "1", expiresOn: expiry))
            var bits = CaseBits(particulars, in: OfficeBits(nil))
            // What depends on the office, of which there is none here.
            if dice.chance(50) { bits.holding.high |= 1 << (AtomLayout.localDemand + Material.deliveryCapability.tag) }
            if dice.chance(50) { bits.holding.low |= 1 << (AtomLayout.circumstance + Circumstance.otherCounty.tag) }
            return bits
        }
    }

    private static let day = CivilDate(dayNumber: 20_777)

    private func search(_ condition: Condition, limit: Int = FactSearch.defaultLimit) -> (
        FactSearch, FactSearch.Question
    ) {
        var builder = QuestionBuilder()
        let question = builder.add(condition)
        let space = FactSpace(builder.reading, matter: .smallCatering, action: nil, allowsAbsent: false)
        return (FactSearch(space, builder.program, limit: limit), question)
    }

    private func answer(_ search: FactSearch, _ question: FactSearch.Question, _ bits: CaseBits) -> Ternary {
        search.program.nodes.withUnsafeBufferPointer { ConditionProgram.answer(question.root, bits, $0) }
    }

    @Test(arguments: 1...60)
    func whatSomeCaseAnswersIsFound(seed: UInt64) {
        var arbitrary = Arbitrary(dice: Dice(seed: seed))
        let condition = arbitrary.condition(depth: 3)
        var (search, question) = search(condition)
        var seen: Set<Ternary> = []
        for _ in 0..<150 {
            seen.insert(answer(search, question, arbitrary.bits()))
        }
        for wanted in [Ternary.no, .yes, .unknown] {
            let demand = FactSearch.Demand(question: question, answers: [wanted])
            let found = search.find([demand])
            #expect(found != .tooWide)
            if seen.contains(wanted) { #expect(found != .none, "seed \(seed): \(condition) can be \(wanted)") }
        }
    }

    /// Where nothing is found, going through every choice of every axis finds nothing either; and the other way round.
    @Test(arguments: 1...40)
    func itAgreesWithGoingThroughEverything(seed: UInt64) {
        var arbitrary = Arbitrary(dice: Dice(seed: seed &+ 1000))
        let condition = arbitrary.condition(depth: 2)
        var (search, question) = search(condition)
        let axes = search.space.axes
        guard axes.reduce(1, { $0 * $1.choices.count }) < 20_000 else { return }
        var cases = [search.space.fixed]
        for axis in axes {
            cases = cases.flatMap { bits in
                axis.choices.map { choice in
                    CaseBits(
                        known: bits.known | choice.known, holding: bits.holding | choice.holding,
                        area: axis.decidesArea ? choice.area : bits.area)
                }
            }
        }
        let seen = Set(cases.map { answer(search, question, $0) })
        for wanted in [Ternary.no, .yes, .unknown] {
            let found = search.find([FactSearch.Demand(question: question, answers: [wanted])])
            #expect((found != .none) == seen.contains(wanted), "seed \(seed): \(condition) \(wanted)")
        }
    }

    @Test func itemsCarryWhatFollowsFromThem() {
        for (condition, isPossible) in [
            (Condition.all([.item([.coldMeat]), .not(.item([.coldDishes]))]), false),
            (.all([.item([.bulkCookedFood]), .not(.item([.bulkFood]))]), false),
            (.all([.circumstance(.managementOnly), .circumstance(.hasCateringItems)]), false),
            (.all([.circumstance(.prepackagedOnly), .item([.bulkFood])]), false),
            (.all([.circumstance(.hasCateringItems), .item([.cateringManagement])]), true),
            (.all([.action([.new]), .circumstance(.licenceExpired)]), false),
            (.all([.areaAtLeast(50), .not(.areaAtLeast(50.5))]), true),
            (.all([.areaAtLeast(50.5), .not(.areaAtLeast(50))]), false),
        ] {
            var (search, question) = search(condition)
            #expect((search.find([.yes(question)]) != .none) == isPossible, "\(condition)")
        }
    }

    /// Twenty-five products, each read by itself, are no reason to give up.
    @Test func manyTermsAreGoneThroughWithoutListingTheirSets() {
        let products = Product.allCases.map { Condition.product([$0]) }
        var builder = QuestionBuilder()
        let question = builder.add(.all(products + [.subject([.sales])]))
        let space = FactSpace(builder.reading, matter: .smallWorkshop, action: .new, allowsAbsent: true)
        #expect(space.axes.count == products.count + 1)
        var search = FactSearch(space, builder.program)
        #expect(search.find([.unknown(question)]) != .none)
        let silent = FactSearch.Demand(question: question, answers: [.unknown], isUnasked: true)
        #expect(search.find([silent]) != .none)
    }

    @Test func aSearchThatTakesTooLongSaysSo() {
        let facts = Fact.allCases.map(Condition.fact)
        // Whether the facts are alike two by two can't be settled before the last.
        let alike = zip(facts, facts.dropFirst()).map { one, other in
            Condition.any([.all([one, other]), .all([.not(one), .not(other)])])
        }
        let condition = Condition.all(alike + [facts[0], .not(facts[facts.count - 1])])
        var (narrow, question) = search(condition, limit: 3)
        #expect(narrow.find([.yes(question)]) == .tooWide)
        var (wide, same) = search(condition)
        #expect(wide.find([.yes(same)]) == .none)
        #expect(wide.combinations == 1 << Fact.allCases.count)
    }
}
