import CaseDomain
import Testing

@testable import ChecklistFiles

/// The terms of the law as the data has them, and what is refused of them.
struct ClocksFileTests {
    private static func rules() throws -> [ClockRule] {
        try RuleData.library.clocks(for: RuleData.office()).rules
    }

    @Test
    func everyTermOfTheDomainIsThereAsItWasFound() throws {
        let rules = try Self.rules()
        let numbers = Set(rules.map { $0.id.trimmingSuffix(while: \.isLetter) })
        let terms = [1, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23]
        #expect(numbers == Set(terms.map { "T\($0)" }))
        // What was read in a source; everything else shows that it wasn't.
        let verified = ["T1", "T9", "T16", "T17", "T18", "T19", "T21", "T22", "T23"]
        for rule in rules {
            #expect(rule.basis.verified == verified.contains(String(rule.id.trimmingSuffix(while: \.isLetter))))
        }
    }

    @Test
    func theDaysAreThoseOfTheLaw() throws {
        let rules = Dictionary(try Self.rules().map { ($0.id, $0) }) { first, _ in first }
        func term(_ id: String) -> String {
            guard let term = rules[id]?.term else { return "none" }
            let opens = term.opens.map { "\($0)–" } ?? ""
            return "\(opens)\(term.count.map(String.init) ?? "?") \(term.unit.id) \(term.direction.id)"
        }
        for (id, expected) in [
            ("T1", "5 working-days after"), ("T3a", "? working-days after"), ("T6", "5 working-days after"),
            ("T7", "10 working-days after"), ("T8", "5 working-days after"), ("T9", "5 years after"),
            ("T10", "10 working-days after"), ("T11", "10 working-days after"), ("T12", "90–15 working-days before"),
            ("T13", "30 working-days after"), ("T14", "10 working-days after"), ("T15a", "5 working-days after"),
            ("T15b", "5 working-days after"), ("T15c", "15 working-days after"), ("T16a", "15 working-days after"),
            ("T17b", "3 years after"), ("T18a", "30 working-days before"), ("T19a", "10 working-days after"),
            ("T19d", "10 working-days after"), ("T21a", "60 days after"), ("T21b", "6 months after"),
            ("T22a", "5 working-days after"), ("T22b", "20 working-days after"), ("T23", "0 days before"),
        ] {
            #expect(term(id) == expected, "\(id)")
        }
        #expect(rules["T7"]?.longer?.count == 5)
        #expect(rules["T16a"]?.longer == nil)
        #expect(rules["T7"]?.stops?.reasons.contains(.hearing) == true)
        #expect(rules["T1"]?.consequence?.outcome == "视为受理")
        #expect(rules["T3b"]?.consequence?.outcome == "视为放弃")
        #expect(rules["T23"]?.consequence?.outcome == "视为准予延续")
        #expect(rules["T16a"]?.from == .receipt && rules["T7"]?.from == .acceptance)
    }

    @Test
    func everyMatterHasACorrectionTermAndEveryDecisionOneClock() throws {
        let rules = try Self.rules()
        for matter in Matter.allCases {
            for action in Action.allCases {
                func count(_ kind: ClockRule.Kind) -> Int {
                    rules.count { $0.kind == kind && $0.matters.contains(matter) && $0.actions.contains(action) }
                }
                #expect(count(.notice) == 1)
                #expect(count(.correction) == 1, "\(matter)")
                #expect(count(.decision) <= 1, "\(matter) \(action)")
            }
        }
    }

    // MARK: What is refused

    private static let sound = """
        format: yicigao.clocks/2
        clocks:
          - id: T1
            name: 告知
            english: notice
            whose: office
            from: receipt
            until: answer
            term: {count: 5, unit: working-days}
            basis: {citation: 《法》第一条, verified: true}
          - id: T7
            name: 办结
            english: decision
            whose: office
            from: acceptance
            until: decision
            term: {count: 10, unit: working-days}
            promise: true
            basis: {citation: 《法》第二条, verified: true}

        """

    @Test
    func aSoundFileIsRead() throws {
        let file = try ClocksFile.decode(Self.sound, file: "clocks.yaml")
        #expect(file.rules.map(\.id) == ["T1", "T7"])
        #expect(file.notice.id == "T1")
        #expect(file.rules[1].matters.count == Matter.allCases.count)
    }

    @Test(arguments: [
        ("from: acceptance", "from: aceptance", "15:11: unknown-term"),
        ("count: 10", "count: 0", "17:19: bad-number"),
        ("count: 10, unit", "unit", "17:11: missing-key"),
        ("unit: working-days}\n    promise", "unit: months}\n    promise", "17:11: bad-value"),
        ("id: T7", "id: T1", "11:5: duplicate-row"),
        ("id: T7", "id: seven", "11:9: bad-value"),
        ("from: acceptance", "from: expiry", "17:11: bad-value"),
        ("count: 10,", "count: 10, opens: 3,", "17:30: bad-value"),
        ("    until: decision\n", "", "11:5: bad-value"),
        ("from: acceptance\n    until: decision", "from: receipt\n    until: answer", "11:5: overlap"),
        ("promise: true", "promised: true", "18:5: unknown-key"),
        ("  - id: T1\n", "  - id: T1\n    actions: [new]\n", "3:3: bad-value"),
        ("until: answer", "until: decision", "11:5: overlap"), ("    until: answer\n", "", "3:3: missing-key"),
    ])
    func everyFaultHasItsPlace(wrong: (String, String, String)) throws {
        let text = Self.sound.replacing(wrong.0, with: wrong.1)
        #expect(text != Self.sound)
        let failure = #expect(throws: DataLoadFailure.self) { try ClocksFile.decode(text, file: "clocks.yaml") }
        let found = failure?.diagnostics.map(\.description) ?? []
        #expect(found.contains { $0.hasPrefix("clocks.yaml:\(wrong.2)") }, "\(found)")
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isDropped(last) { text.removeLast() }
        return text
    }
}
