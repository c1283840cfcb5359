import CaseDomain
import ChecklistRules
import TestSupport
import Testing

@testable import ChecklistFiles

/// What the lint says about rules that load, and still are wrong.
struct LintTests {
    /// A fault, how to put it into a sound checklist, and what must be said about it.
    enum Fault: CaseIterable {
        case contradictsItself, alwaysHolds, neverChecked, vagueCheck, gapInWords, sparedInVain, twoAlternatives
        case forgottenBasis, forgottenCheck, forbiddenPaper

        var code: ChecklistDiagnostic.Code {
            switch self {
            case .contradictsItself, .neverChecked: .unreachable
            case .alwaysHolds: .redundant
            case .vagueCheck: .vagueDemand
            case .gapInWords: .unsetPlaceholder
            case .sparedInVain: .sparedNotRetrievable
            case .twoAlternatives: .contradiction
            case .forgottenBasis, .forgottenCheck: .missingKey
            case .forbiddenPaper: .doNotAsk
            }
        }
    }

    /// A checklist's lines, to be spoilt.
    struct Sheet {
        var lines: [String]

        /// Puts a fault in at a random place.
        ///
        /// - Returns: whether the checklist has a place for the fault.
        mutating func spoil(_ fault: Fault, _ dice: inout Dice) -> Bool {
            switch fault {
            case .contradictsItself: return wrapNeed(&dice) { "{all: [\($0), {not: \($0)}]}" }
            case .alwaysHolds: return wrapNeed(&dice) { "{any: [\($0), {not: \($0)}]}" }
            case .neverChecked:
                return change(&dice, { $0.hasPrefix("      - check: ") }) {
                    "\($0)\n        when: {all: [has-agent, {not: has-agent}]}"
                }
            case .vagueCheck:
                return change(&dice, { $0.hasPrefix("        label: ") }) { "\($0)等相关材料" }
            case .gapInWords:
                return change(&dice, { $0.contains("[") && $0.contains("{") && $0.contains("  text: ") }) {
                    $0.replacing("[", with: "").replacing("]", with: "")
                }
            case .sparedInVain:
                return spare(&dice)
            case .twoAlternatives:
                return change(&dice, { $0 == "    needed: {all: [{fact: paperLicenceHeld}, {fact: paperLost}]}" }) {
                    _ in
                    "    needed: {fact: paperLicenceHeld}"
                }
            case .forgottenBasis:
                return change(&dice, { $0.hasPrefix("    basis: {") }) { _ in "    # no basis" }
            case .forgottenCheck: return forget(&dice)
            case .forbiddenPaper:
                return change(&dice, { $0.hasPrefix("    must-fulfil: ") }) { "\($0)，附消防意见" }
            }
        }

        private mutating func wrapNeed(_ dice: inout Dice, _ wrap: (String) -> String) -> Bool {
            let key = "    needed: "
            return change(&dice, { $0.hasPrefix(key) }) { key + wrap(String($0.dropFirst(key.count))) }
        }

        private mutating func spare(_ dice: inout Dice) -> Bool {
            guard let place = place(&dice, { $0 == "    spared:" }),
                let retrievable = lines[place...].firstIndex(of: "    retrievable: true")
            else { return false }
            lines.remove(at: retrievable)
            return true
        }

        /// Takes a check out that isn't the only one of its paper.
        private mutating func forget(_ dice: inout Dice) -> Bool {
            guard let place = place(&dice, { ["      - check: legible", "      - check: all-copies"].contains($0) }),
                lines[place - 1] != "    checks:"
            else { return false }
            let end = lines[(place + 1)...].firstIndex { $0.isEmpty || $0.hasPrefix("      - ") } ?? lines.count
            lines.removeSubrange(place..<end)
            return true
        }

        private func place(_ dice: inout Dice, _ test: (String) -> Bool) -> Int? {
            let places = lines.indices.filter { test(lines[$0]) }
            return places.isEmpty ? nil : dice.pick(places)
        }

        private mutating func change(
            _ dice: inout Dice, _ test: (String) -> Bool, _ change: (String) -> String
        ) -> Bool {
            guard let place = place(&dice, test) else { return false }
            lines[place] = change(lines[place])
            return true
        }
    }

    @Test(arguments: Fault.allCases, 1...3)
    func aFaultInASoundChecklistIsFound(fault: Fault, seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let files = RuleData.files(in: RuleData.folder.checklists, ending: ".yaml")
            .filter { !ChecklistLibrary.otherFiles.contains($0) }
        let review = try RuleData.review()
        var isSpoilt = false
        for file in files.shuffled(using: &dice) where !isSpoilt {
            let text = try RuleData.text("\(RuleData.folder.checklists)/\(file)")
            var sheet = Sheet(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            guard sheet.spoil(fault, &dice) else { continue }
            isSpoilt = true
            let found = review.look(at: sheet.lines.joined(separator: "\n"), file: file).report.diagnostics
            #expect(found.contains { $0.code == fault.code }, "seed \(seed), \(file): \(found)")
            #expect(found.allSatisfy { $0.line > 0 && $0.column > 0 })
        }
        #expect(isSpoilt, "no checklist has a place for \(fault)")
    }

    @Test func aGapAndAnOverlapAreToldWhereTheLaterVersionBegins() throws {
        let text = try RuleData.text("\(RuleData.folder.checklists)/small-catering.new.yaml")
        func version(_ from: String, to end: String?) throws -> SourceRules<Checklist> {
            let lines = "effective-from: \(from)" + (end.map { "\neffective-to: \($0)" } ?? "")
            let changed = text.replacing(/effective-from: .*/, with: lines)
            return try ChecklistFile.source(changed, file: "small-catering.new.\(from).yaml", names: TermNames())
        }
        let first = try version("2020-01-01", to: "2024-12-31")
        let late = ChecklistLint.ranges(of: [first, try version("2025-01-02", to: nil)])
        #expect(late.map(\.code) == [.gap])
        #expect(late.first?.file == "small-catering.new.2025-01-02.yaml")
        #expect(late.first?.line == 6)
        #expect(ChecklistLint.ranges(of: [first, try version("2024-12-31", to: nil)]).map(\.code) == [.overlap])
        #expect(ChecklistLint.ranges(of: [first, try version("2025-01-01", to: nil)]).isEmpty)
    }

    @Test func aRouteThatDecidesNothingIsToldWhereItStands() throws {
        let sound = try RuleData.text("\(RuleData.folder.checklists)/routing.yaml")
        let lines = sound.split(separator: "\n", omittingEmptySubsequences: false).count
        let path = try TemporaryCases.write(
            sound + """

                  - to: township
                    name: 别处
                    english: elsewhere
                    when: {all: [{matter: food-stall}, {not: township-window}, has-agent]}
                    asks: [area]
                    text: 去别处。
                    basis: {citation: 《试验法》, verified: false}

                """)
        defer { TemporaryCases.remove(path) }
        let source = try RoutingFile.source(path)
        var report = LintReport()
        report.add(OrderProof.prove(source.rules), source.places)
        let places = report.diagnostics.map { "\($0.line - lines):\($0.column) \($0.code.rawValue)" }
        #expect(places == ["4:11 shadowed", "5:12 useless-question"])
        #expect(report.diagnostics.first?.message == "route 12’s condition holds only where route 1 decided already")
    }

    @Test func anExampleShowsTwoPapersAtOnce() throws {
        let file = "food-operation-licence.change.contradiction.yaml"
        let text = try RuleData.text("\(RuleData.bad)/\(file)")
        let found = try RuleData.review().look(at: text, file: file).report.diagnostics
        #expect(found.first?.example == [.fact(.paperLicenceHeld, true), .fact(.paperLost, true)])
    }

    @Test func theTermOfRenewalIsThatOfTheClocks() throws {
        let path = "\(RuleData.folder.checklists)/small-catering.renewal.yaml"
        let text = try RuleData.text(path)
        let clocks = try RuleData.library.clocks(for: RuleData.office()).rules
        let changed = text.replacing("closes: 30", with: "closes: 20")
        #expect(changed != text)
        for (text, expected) in [(text, 0), (changed, 1)] {
            let source = try ChecklistFile.source(text, file: path, names: TermNames())
            #expect(RenewalTermLint.diagnostics([source], against: clocks).count == expected)
        }
    }
}
