import CaseDomain
import ChecklistRules
import Yams

/// One rule case: an application, and what the rules must say about it.
struct RuleCase {
    let note: String
    let line: Int
    let application: Application
    let expected: Expectation
    /// What the office asks for beyond the law, for this case.
    let localDemands: TermSet<Material>
    /// Whether the office is a township's window, for this case.
    let isTownship: Bool

    /// What must come out. Findings and open questions are always compared; the rest only where the case says so.
    struct Expectation {
        var outcome: String?
        /// `layout-plan missing`, in order.
        var findings: [String] = []
        /// `layout-plan presence`, `application area`, in order.
        var undetermined: [String] = []
        var notRequested: [String]?
        var warnings: [String]?
        var route: String?
        var subtype: String?
        /// Findings that the office tolerates.
        var tolerated: [String]?
    }
}

extension NodeReader {
    static let casesFormat = "yicigao.checklist-cases/1"

    /// Every case of a file, each laid over the file's `base`.
    mutating func ruleCases(_ node: Node) -> [RuleCase]? {
        guard let fields = mapping(node, "the cases", required: ["format", "base", "cases"]) else { return nil }
        check(format: NodeReader.casesFormat, fields)
        guard let base = fields["base"], let list = fields["cases"].map({ self.list($0, "‘cases’") }) else {
            return nil
        }
        var cases: [RuleCase] = []
        for item in list {
            guard
                let parts = mapping(
                    item, "a case", required: ["note", "expect"], optional: ["with", "local-demands", "township"])
            else { continue }
            let merged = parts["with"].map { base.overlaid(by: $0) } ?? base
            let application = application(merged)
            let demands = parts["local-demands"].map { terms($0, Material.self, "‘local-demands’") } ?? []
            let isTownship = flag(parts, "township")
            guard let note = text(parts, "note"), let application, let expect = parts["expect"],
                let expected = expectation(expect)
            else { continue }
            cases.append(
                RuleCase(
                    note: note, line: item.mark?.line ?? 0, application: application, expected: expected,
                    localDemands: demands, isTownship: isTownship))
        }
        return cases
    }

    private mutating func expectation(_ node: Node) -> RuleCase.Expectation? {
        guard
            let fields = mapping(
                node, "‘expect’", required: ["outcome"],
                optional: [
                    "findings", "undetermined", "not-requested", "warnings", "route", "subtype", "tolerated",
                ])
        else { return nil }
        return RuleCase.Expectation(
            outcome: text(fields, "outcome"), findings: words(fields, "findings") ?? [],
            undetermined: words(fields, "undetermined") ?? [], notRequested: words(fields, "not-requested"),
            warnings: words(fields, "warnings"), route: text(fields, "route"), subtype: text(fields, "subtype"),
            tolerated: words(fields, "tolerated"))
    }

    private mutating func words(_ fields: Fields, _ key: String) -> [String]? {
        guard let node = fields[key] else { return nil }
        var words: [String] = []
        for item in list(node, "‘\(key)’") {
            if let word = scalar(item, "‘\(key)’") { words.append(word) }
        }
        return words
    }
}
