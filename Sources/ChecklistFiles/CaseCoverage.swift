import CaseDomain
package import ChecklistRules

/// Which lines of the rules a set of cases tries, and how.
///
/// A line that no case contradicts proves nothing: somebody may change it, and every case still comes out as expected.
/// So each line wants a case in which it is fulfilled, one in which it isn't, and one to which it doesn't apply.
package struct CaseCoverage: Sendable {
    /// How a case can try a line.
    package enum Kind: String, CaseIterable, Sendable {
        /// It applies and is fulfilled.
        case fine
        /// It applies and isn't fulfilled; a defect or a route that holds.
        case wrong
        /// It doesn't apply.
        case notNeeded
        /// The paper is spared.
        case spared
    }

    /// A line, and a way in which no case tries it.
    package struct Gap: Hashable, Sendable {
        /// The file whose cases try the rest of the checklist.
        package let file: String
        /// Nil for a route.
        package let checklist: String?
        /// `X3`; empty for what has no row.
        package let row: String
        package let line: RuleLine
        package let kind: Kind
    }

    /// Everything that isn't tried, in the order of the rules.
    package private(set) var gaps: [Gap] = []
    /// Ids of checklists that no case is judged by.
    package private(set) var untried: [String] = []
    package private(set) var checklists = 0
    package private(set) var requirements = 0
    package private(set) var checks = 0
    package private(set) var applicationRules = 0
    package private(set) var routes = 0

    /// Adds up what the cases tried.
    ///
    /// - Parameter includesRoutes: a single file of cases needn't try the routes.
    init(_ tally: CoverageTally, of rules: RuleBook, includesRoutes: Bool) {
        for checklist in rules.checklists {
            guard let file = tally.files[checklist.reference] else {
                untried.append(checklist.id)
                continue
            }
            checklists += 1
            for (line, row, kinds) in Self.wanted(of: checklist) {
                switch line {
                case .requirement: requirements += 1
                case .check: checks += 1
                default: applicationRules += 1
                }
                let tried = tally.kinds(of: line, in: checklist.reference)
                gaps += kinds.filter { !tried.contains($0) }.map {
                    Gap(file: file, checklist: checklist.id, row: row, line: line, kind: $0)
                }
            }
        }
        guard includesRoutes else { return }
        for place in rules.routing.rules.indices {
            let line = RuleLine.route(place)
            let tried = tally.kinds(of: line, in: nil)
            // A route that is about none of the matters and actions at hand needs no case.
            guard let file = tally.routeFiles[place] else { continue }
            routes += 1
            let kinds: [Kind] = rules.routing.canLeave(place) ? [.wrong, .notNeeded] : [.wrong]
            gaps += kinds.filter { !tried.contains($0) }.map {
                Gap(file: file, checklist: nil, row: "", line: line, kind: $0)
            }
        }
    }

    /// Every line of a checklist with the ways in which it wants to be tried.
    private static func wanted(of checklist: Checklist) -> [(line: RuleLine, row: String, kinds: [Kind])] {
        var lines: [(line: RuleLine, row: String, kinds: [Kind])] = checklist.applicationRules.map {
            (.application($0.defect), "", [.fine, .wrong])
        }
        for requirement in checklist.requirements {
            var kinds: [Kind] = [.fine, .wrong]
            if requirement.need != .always { kinds.append(.notNeeded) }
            if requirement.spared != nil { kinds.append(.spared) }
            lines.append((.requirement(requirement.material), requirement.row, kinds))
            for rule in requirement.checks {
                let kinds: [Kind] = rule.condition == .always ? [.fine, .wrong] : [.fine, .wrong, .notNeeded]
                lines.append((.check(requirement.material, rule.check), requirement.row, kinds))
            }
        }
        return lines
    }
}

/// What cases have tried so far.
struct CoverageTally {
    private struct Key: Hashable {
        let checklist: ChecklistReference?
        let line: RuleLine
    }

    private var tried: [Key: Set<CaseCoverage.Kind>] = [:]
    /// The first file with a case for each checklist.
    private(set) var files: [ChecklistReference: String] = [:]
    /// The first file with a case of the matter and action of each route.
    private(set) var routeFiles: [Int: String] = [:]

    func kinds(of line: RuleLine, in checklist: ChecklistReference?) -> Set<CaseCoverage.Kind> {
        tried[Key(checklist: checklist, line: line)] ?? []
    }

    private mutating func note(_ kind: CaseCoverage.Kind, _ line: RuleLine, _ checklist: ChecklistReference?) {
        tried[Key(checklist: checklist, line: line), default: []].insert(kind)
    }

    /// Notes what a case tries.
    mutating func add(_ application: Application, in file: String, rules: RuleBook, office: Office) {
        let evaluator = rules.evaluator(for: application.particulars, office: office)
        let sheet = evaluator.sheet(for: application)
        add(rules.routing, application.particulars, sheet.evaluation, file, office)
        guard sheet.evaluation.route == nil, let checklist = evaluator.checklist else { return }
        let reference = checklist.reference
        if files[reference] == nil { files[reference] = file }
        let defects = Set(sheet.evaluation.findings.map(\.defect))
        for rule in checklist.applicationRules {
            let isFound = defects.contains(.application(rule.defect))
            note(isFound ? .wrong : .fine, .application(rule.defect), reference)
        }
        for line in sheet.lines { add(line, checklist.requirements[line.requirement], reference) }
    }

    private mutating func add(
        _ routing: Routing, _ particulars: Particulars, _ evaluation: Evaluation, _ file: String, _ office: Office
    ) {
        for (place, answer) in routing.answers(particulars, office: office).enumerated() where answer != .foreign {
            if routeFiles[place] == nil { routeFiles[place] = file }
            if answer == .leaves { note(.notNeeded, .route(place), nil) }
            // Where several hold, the case tries the one that decides.
            if answer == .takes, evaluation.route == routing.rules[place].route { note(.wrong, .route(place), nil) }
        }
    }

    private mutating func add(
        _ line: ChecklistSheet.Line, _ requirement: Requirement, _ checklist: ChecklistReference
    ) {
        let place = RuleLine.requirement(line.material)
        switch line.need {
        case .notNeeded, .offered:
            note(.notNeeded, place, checklist)
            return
        case .spared:
            note(.spared, place, checklist)
            return
        case .depends: return
        case .needed: break
        }
        if line.state == .inOrder { note(.fine, place, checklist) }
        if !line.findings.isEmpty { note(.wrong, place, checklist) }
        for (index, rule) in requirement.checks.enumerated() {
            let check = RuleLine.check(line.material, rule.check)
            guard let found = line.checks.first(where: { $0.place == index }) else {
                note(.notNeeded, check, checklist)
                continue
            }
            switch found.judgement.verdict {
            case .pass: note(.fine, check, checklist)
            case .fail: note(.wrong, check, checklist)
            case .unjudged: break
            }
        }
    }
}
