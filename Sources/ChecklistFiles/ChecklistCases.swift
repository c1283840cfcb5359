package import CaseDomain
package import ChecklistRules

/// Runs rule cases that are kept as data, so that the people who keep the checklists can prove a change themselves.
package enum ChecklistCases {
    static let ending = ".cases.yaml"

    /// - Parameters:
    ///   - path: a file of cases, or a folder of such files.
    ///   - rules: what judges them.
    ///   - office: whose county, tolerated gaps and local demands count.
    /// - Returns: one report for every case, in the order of the files, and what the cases that passed have tried.
    /// - Throws: `DataLoadFailure` where the cases themselves can't be read; nothing was run then.
    package static func run(
        _ path: String, rules: RuleBook, office: Office
    ) throws(DataLoadFailure) -> CaseTrial {
        let isFile = path.hasSuffix(".yaml")
        let files = isFile ? [path] : try DataText.files(in: path, ending: ending)
        var loaded: [(file: String, cases: [RuleCase])] = []
        for file in files { loaded.append((file, try load(file))) }
        var reports: [CaseReport] = []
        var tally = CoverageTally()
        for (file, cases) in loaded {
            for ruleCase in cases {
                let office = office.demanding(ruleCase.localDemands, township: ruleCase.isTownship)
                let report = report(ruleCase, in: file, rules: rules, office: office)
                reports.append(report)
                if report.passed { tally.add(ruleCase.application, in: file, rules: rules, office: office) }
            }
        }
        return CaseTrial(
            reports: reports, coverage: CaseCoverage(tally, of: rules, includesRoutes: !isFile))
    }

    static func load(_ file: String) throws(DataLoadFailure) -> [RuleCase] {
        var reader = NodeReader(file: file)
        let cases = reader.parse(try DataText.read(file)).flatMap { reader.ruleCases($0) }
        return try reader.finish(cases)
    }

    static func report(_ ruleCase: RuleCase, in file: String, rules: RuleBook, office: Office) -> CaseReport {
        var differences: [String] = []
        do throws(NoChecklist) {
            let evaluation = try rules.evaluate(ruleCase.application, office: office)
            let subtype = rules.subtypes.subtype(of: ruleCase.application.particulars)
            differences = self.differences(evaluation, subtype, ruleCase.expected)
        } catch {
            if ruleCase.expected.outcome != "no-checklist" {
                differences = ["no checklist for \(error.matter.id)/\(error.action.id) on \(error.day)"]
            }
        }
        return CaseReport(file: file, line: ruleCase.line, note: ruleCase.note, differences: differences)
    }

    private static func differences(
        _ evaluation: Evaluation, _ subtype: Subtype?, _ expected: RuleCase.Expectation
    ) -> [String] {
        var differences: [String] = []
        func compare(_ what: String, _ found: [String], _ expected: [String]?) {
            guard let expected, found != expected else { return }
            differences.append(
                "\(what): expected [\(expected.joined(separator: ", "))], found [\(found.joined(separator: ", "))]")
        }
        compare("outcome", [evaluation.outcome.rawValue], expected.outcome.map { [$0] })
        compare("findings", evaluation.findings.map { shown($0) }, expected.findings)
        compare("undetermined", evaluation.undetermined.map { shown($0) }, expected.undetermined)
        compare("not requested", evaluation.notRequested.map(\.material.id), expected.notRequested)
        compare("warnings", evaluation.warnings.map(\.code.rawValue), expected.warnings)
        compare("route", [evaluation.route?.to.id ?? "none"], [expected.route ?? "none"])
        compare("sub-type", [subtype?.id ?? "none"], expected.subtype.map { [$0] })
        compare("tolerated", evaluation.findings.filter { !$0.isBlocking }.map { shown($0) }, expected.tolerated)
        return differences
    }

    private static func shown(_ finding: Finding) -> String { "\(finding.place) \(finding.defect.id)" }

    private static func shown(_ open: Undetermined) -> String {
        switch open.question {
        case .presence: "\(open.place) presence"
        case .check(let check): "\(open.place) \(check.id)"
        case .fact(let fact): "\(open.place) \(fact.id)"
        }
    }
}

/// What became of a set of rule cases.
package struct CaseTrial: Sendable {
    package let reports: [CaseReport]
    package let coverage: CaseCoverage
}

/// What became of one rule case.
package struct CaseReport: Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int
    package let note: String
    /// Everything that came out otherwise than expected; empty where the case passed.
    package let differences: [String]

    package var passed: Bool { differences.isEmpty }
}

extension Office {
    /// The same office with further local demands, or as a township's window.
    func demanding(_ materials: TermSet<Material>, township: Bool) -> Office {
        Office(
            name: name, code: code, county: county, address: address, hours: hours, phone: phone,
            supervisionPhone: supervisionPhone, online: online, windows: windows, correctionDays: correctionDays,
            tolerable: tolerable, localDemands: localDemands.union(materials),
            noticeNumberPattern: noticeNumberPattern, noticeTitle: noticeTitle, promisedDays: promisedDays,
            ladder: ladder, isTownship: isTownship || township)
    }
}
