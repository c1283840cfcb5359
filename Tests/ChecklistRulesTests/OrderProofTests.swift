import CaseDomain
import Testing

@testable import ChecklistRules

/// Of rules of which the first that holds decides, each must decide something.
struct OrderProofTests {
    private func routing(_ rules: [(Condition, [DecidingFact])]) -> Routing {
        Routing(
            rules: rules.map { condition, asks in
                let basis = LegalSource(citation: "《试验法》", verified: true)
                let route = Route(to: .township, name: "别处", english: "elsewhere", text: "去别处", basis: basis)
                return Routing.Rule(route: route, when: condition, asks: asks)
            })
    }

    @Test func aRouteBehindOneThatTakesAllItsCasesIsNamed() {
        let report = OrderProof.prove(
            routing([
                (.item([.coldDishes]), []), (.item([.rawFood]), []), (.all([.item([.coldMeat]), .fact(.damaged)]), []),
            ]))
        #expect(report.faults.map(\.kind) == [.shadowed(by: .route(0))])
        #expect(report.faults.first?.part == RulePart(.route(2), .condition))
    }

    @Test func severalRoutesTogetherCanTakeAllOfAnothersCases() {
        let report = OrderProof.prove(
            routing([(.areaAtLeast(50), []), (.not(.areaAtLeast(60)), []), (.fact(.damaged), [])]))
        #expect(report.faults.map(\.kind) == [.shadowed(by: nil)])
    }

    @Test func aRouteThatNeverHoldsIsUnreachableAndNotShadowed() {
        let report = OrderProof.prove(routing([(.all([.subject([.sales]), .subject([.catering])]), [])]))
        #expect(report.faults.map(\.kind) == [.unreachable])
    }

    @Test func aQuestionMustBeAboutWhatDecides() {
        let asks: [DecidingFact] = [.area, .products, .fact(.damaged), .changed, .licence]
        let condition = Condition.any([.areaAtLeast(50), .product([.dairy])])
        let report = OrderProof.prove(routing([(condition, asks)]))
        #expect(
            report.faults.map(\.kind) == [
                .uselessQuestion(.fact(.damaged)), .uselessQuestion(.changed), .uselessQuestion(.licence),
            ])
    }

    @Test func subtypesAreProvedToo() {
        let table = SubtypeTable([
            Subtype(id: "a", chinese: "甲", english: "a", when: .mark([.wholesale, .centralKitchen])),
            Subtype(id: "b", chinese: "乙", english: "b", when: .mark([.wholesale])),
        ])
        #expect(OrderProof.prove(table).faults.map(\.kind) == [.shadowed(by: .subtype(0))])
    }
}
