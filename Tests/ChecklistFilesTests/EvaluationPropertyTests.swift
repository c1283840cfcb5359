import CaseDomain
import ChecklistFiles
import ChecklistRules
import Testing

/// What must hold for every case whatever its content, on the rules that ship.
struct EvaluationPropertyTests {
    static let seed: UInt64 = 20_261_122
    static let rounds = 150
    /// The checklists that ship; the stall's is opened at a township's window alone.
    static let kinds: [(matter: Matter, action: Action)] = [
        (.foodOperationLicence, .new), (.foodOperationLicence, .change), (.foodOperationLicence, .renewal),
        (.foodOperationLicence, .reissue), (.foodOperationLicence, .cancel), (.foodOperationLicence, .report),
        (.prepackagedFiling, .new),
        (.prepackagedFiling, .update), (.smallWorkshop, .new), (.smallWorkshop, .change), (.smallWorkshop, .renewal),
        (.smallWorkshop, .reissue), (.smallWorkshop, .cancel), (.smallCatering, .new), (.smallCatering, .change),
        (.smallCatering, .renewal), (.smallCatering, .reissue), (.smallCatering, .cancel), (.foodStall, .new),
    ]

    private func forEachCase(
        of kind: (matter: Matter, action: Action), _ body: (Application, Evaluator, inout SeededCases) throws -> Void
    ) throws {
        let rules = try RuleData.rules()
        let office = try kind.matter == .foodStall ? RuleData.township() : RuleData.office()
        var cases = SeededCases(seed: EvaluationPropertyTests.seed)
        for _ in 0..<EvaluationPropertyTests.rounds {
            let application = cases.application(kind.matter, kind.action)
            let evaluator = rules.evaluator(for: application.particulars, office: office)
            try body(application, evaluator, &cases)
        }
    }

    @Test(arguments: kinds) func theOrderOfMaterialsChangesNothing(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, cases in
            let shuffled = Application(
                particulars: application.particulars, materials: cases.shuffled(application.materials))
            #expect(
                evaluator.evaluate(shuffled) == evaluator.evaluate(application), "seed \(EvaluationPropertyTests.seed)")
        }
    }

    @Test(arguments: kinds) func everythingIsSaidOnceAndInOrder(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, _ in
            let evaluation = evaluator.evaluate(application)
            #expect(Set(evaluation.findings).count == evaluation.findings.count)
            #expect(Set(evaluation.undetermined).count == evaluation.undetermined.count)
            #expect(Set(evaluation.notRequested).count == evaluation.notRequested.count)
            let places = evaluation.findings.map { $0.requirement ?? -1 }
            #expect(places == places.sorted())
        }
    }

    @Test(arguments: kinds) func theSheetAgreesWithTheEvaluation(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, _ in
            let evaluation = evaluator.evaluate(application)
            let sheet = evaluator.sheet(for: application)
            #expect(sheet.evaluation == evaluation)
            guard evaluation.route == nil else { return }
            #expect(sheet.lines.flatMap(\.findings) == evaluation.findings.filter { $0.requirement != nil })
            for line in sheet.lines {
                let failed = line.checks.filter { $0.judgement.verdict == .fail }.map(\.check)
                let found = line.findings.compactMap { if case .check(let check) = $0.defect { check } else { nil } }
                #expect(failed == found)
                let open = evaluation.undetermined.filter { $0.material == line.material }
                #expect(line.state != .unjudged || !open.isEmpty || line.need == .depends(on: []))
                #expect(
                    (line.state == .inOrder)
                        == (line.record?.how == .handedIn && isNeeded(line) && open.isEmpty && line.findings.isEmpty))
                let isSpared = evaluation.notRequested.contains { $0.material == line.material }
                #expect((line.state == .spared) == isSpared)
                if line.state == .notNeeded { #expect(line.findings.isEmpty && open.isEmpty && !isSpared) }
            }
        }
    }

    private func isNeeded(_ line: ChecklistSheet.Line) -> Bool {
        if case .needed = line.need { true } else { false }
    }

    @Test(arguments: kinds) func learningAFactNeverLosesANeededMaterial(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, _ in
            let before = evaluator.sheet(for: application)
            for fact in Fact.allCases where application.particulars.facts[fact] == nil {
                for value in [true, false] {
                    var learnt = application
                    learnt.particulars.facts[fact] = value
                    let after = evaluator.sheet(for: learnt)
                    guard after.evaluation.route == nil, before.evaluation.route == nil else { continue }
                    for (earlier, later) in zip(before.lines, after.lines) where isNeeded(earlier) {
                        #expect(isNeeded(later), "\(earlier.material) after \(fact)")
                    }
                }
            }
        }
    }

    @Test(arguments: kinds) func onlyWhatIsWhollyJudgedIsComplete(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, _ in
            let evaluation = evaluator.evaluate(application)
            if evaluation.route == nil, evaluation.undetermined.isEmpty {
                let complete = try evaluation.completed()
                #expect(complete.outcome == evaluation.outcome)
            } else {
                #expect(throws: IncompleteEvaluation.self) { _ = try evaluation.completed() }
            }
            let assumed = evaluator.evaluate(application, assumesMissing: true)
            #expect(!assumed.undetermined.contains { $0.question == .presence })
            #expect(throws: IncompleteEvaluation.self) { _ = try assumed.completed() }
        }
    }

    @Test(arguments: kinds) func everyFindingHasWordsWithoutBraces(kind: (matter: Matter, action: Action)) throws {
        try forEachCase(of: kind) { application, evaluator, _ in
            guard let checklist = evaluator.checklist else { return }
            for finding in evaluator.evaluate(application).findings {
                let text = checklist.text(for: finding, in: application)
                let remedy = checklist.remedy(for: finding, in: application)
                #expect(!text.isEmpty && !remedy.isEmpty && !text.contains("{") && !remedy.contains("{"))
                #expect(checklist.basis(for: finding).citation.hasPrefix("《"))
            }
        }
    }
}
