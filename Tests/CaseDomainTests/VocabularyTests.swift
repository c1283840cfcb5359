import CaseDomain
import Testing

/// `Vocabulary.ordinal` reads an enum's tag; bit masks in memory depend on it.
struct VocabularyTests {
    private static func pin<Term: Vocabulary>(_ vocabulary: Term.Type) {
        let terms = Array(Term.allCases)
        #expect(terms.map(\.ordinal) == Array(terms.indices), "\(vocabulary)")
        #expect(MemoryLayout<Term>.size <= 1, "\(vocabulary)")
        #expect(terms.count <= 64, "\(vocabulary)")
        #expect(Set(terms.map(\.id)).count == terms.count, "\(vocabulary)")
        for term in terms {
            #expect(Term(rawValue: term.id) == term)
            #expect(term.id.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 })
        }
        let all = TermSet<Term>(terms)
        #expect(all.terms == terms)
        #expect(all.count == terms.count)
    }

    @Test
    func `the ordinal of every term is its place in the declaration`() {
        VocabularyTests.pin(Matter.self)
        VocabularyTests.pin(Action.self)
        VocabularyTests.pin(Subject.self)
        VocabularyTests.pin(Mark.self)
        VocabularyTests.pin(Item.self)
        VocabularyTests.pin(ApplicantKind.self)
        VocabularyTests.pin(Channel.self)
        VocabularyTests.pin(MaterialSource.self)
        VocabularyTests.pin(Material.self)
        VocabularyTests.pin(Check.self)
        VocabularyTests.pin(PolicyTopic.self)
        VocabularyTests.pin(ChangedThing.self)
        VocabularyTests.pin(Product.self)
        VocabularyTests.pin(Fact.self)
        VocabularyTests.pin(CaseState.self)
        VocabularyTests.pin(ClockParty.self)
        VocabularyTests.pin(ClockStart.self)
        VocabularyTests.pin(ClockEnd.self)
        VocabularyTests.pin(TermUnit.self)
        VocabularyTests.pin(TermDirection.self)
        VocabularyTests.pin(StopReason.self)
    }

    @Test
    func `a set of terms obeys the laws of sets`() {
        let some: TermSet<Item> = [.hotDishes, .coldMeat]
        #expect(some.closed == [.hotDishes, .coldMeat, .coldDishes])
        #expect(some.isSubset(of: some.closed))
        #expect(some.closed.subtracting(some) == [.coldDishes])
        #expect(some.intersection(.management).isEmpty)
        #expect(some.union([.rawFood]).count == 3)
        var changed = some
        changed.toggle(.hotDishes)
        changed.remove(.coldMeat)
        #expect(changed.isEmpty)
        #expect(TermSet<Item>([.bulkCookedFood]).closed.contains(.bulkFood))
    }

    @Test
    func `a verdict is passed, failed or not given`() {
        var verdicts = CheckVerdicts(passed: [.signed], failed: [.dated])
        #expect(verdicts[.signed] == true)
        #expect(verdicts[.dated] == false)
        #expect(verdicts[.uscc] == nil)
        verdicts[.signed] = false
        #expect(verdicts == CheckVerdicts(failed: [.signed, .dated]))
        verdicts[.signed] = nil
        verdicts[.dated] = nil
        #expect(verdicts.isEmpty)
    }

    @Test
    func `every check belongs to some material, and every material has a check`() {
        let all = Material.allCases.reduce(TermSet<Check>()) { $0.union($1.checks) }
        #expect(all.terms == Check.allCases)
        #expect(Material.allCases.allSatisfy { !$0.checks.isEmpty })
    }

    @Test
    func `an unknown fact isn't a false one`() {
        var facts = Facts([.paperLost: false, .damaged: true])
        #expect(facts[.paperLost] == false)
        #expect(facts[.damaged] == true)
        #expect(facts[.terminated] == nil)
        facts[.damaged] = nil
        #expect(facts == Facts([.paperLost: false]))
    }
}
