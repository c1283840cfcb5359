package import CaseDomain

/// 审查表: the whole checklist over one case, every line with its need, its record and its checks.
package struct ChecklistSheet: Hashable, Sendable {
    /// What the same rules come to for the same case.
    package let evaluation: Evaluation
    /// One line for each requirement, in checklist order; empty where a route decided.
    package let lines: [Line]

    package struct Line: Hashable, Sendable {
        /// The place in `Checklist.requirements`.
        package let requirement: Int
        package let material: Material
        package let need: Need
        package let state: State
        /// Nil where the case doesn't mention the material.
        package let record: MaterialRecord?
        /// Every check that applies to the case, in checklist order, whether the paper is there or not.
        package let checks: [CheckLine]
        /// This line's findings, the very ones of the evaluation.
        package let findings: [Finding]
    }

    package enum Need: Hashable, Sendable {
        case needed(because: String)
        case notNeeded(because: String)
        /// 免提交.
        case spared(because: String)
        /// Not asked for, but taken instead of another material.
        case offered(because: String)
        /// Absent facts decide; empty where the missing subject does.
        case depends(on: [DecidingFact])
    }

    package enum State: String, CaseIterable, Sendable {
        /// 在
        case inOrder
        /// 缺
        case missing
        /// 有误
        case defective
        /// 未审: nothing, or not everything, was judged yet, or it isn't known whether it is needed.
        case unjudged
        /// 免提交
        case spared
        /// 容缺: there are findings, and the office tolerates them.
        case tolerated
        /// 不需要
        case notNeeded
        /// 已替代: other papers prove the same.
        case replaced
        /// 可替代: could stand in for a material that is open.
        case offered
    }

    package struct CheckLine: Hashable, Sendable {
        /// The place in `Requirement.checks`.
        package let place: Int
        package let check: Check
        package let judgement: Judgement
    }
}

/// Builds a sheet's lines from the answers that the evaluation itself was built from.
struct SheetBuilder {
    let judge: CaseJudge
    let machine: MachineCheck
    let application: Application
    let checklist: Checklist
    let evaluation: Evaluation

    func line(_ index: Int) -> ChecklistSheet.Line {
        let requirement = checklist.requirements[index]
        let row = checklist.compiled.rows[index]
        let record = judge.record(of: row.material)
        let standing = judge.standing(of: row)
        let findings = evaluation.findings.filter { $0.requirement == index }
        let checks = checks(of: row, standing)
        return ChecklistSheet.Line(
            requirement: index, material: row.material, need: need(of: row, standing, requirement),
            state: state(standing, findings, checks), record: record.map { judge.materials[$0] }, checks: checks,
            findings: findings)
    }

    private func need(
        of row: CompiledChecklist.Row, _ standing: CaseJudge.Standing, _ requirement: Requirement
    ) -> ChecklistSheet.Need {
        switch standing {
        case .notNeeded: .notNeeded(because: requirement.otherwise)
        case .spared: .spared(because: requirement.spared?.because ?? "")
        case .offered: .offered(because: requirement.because)
        case .undecided: .depends(on: judge.absentFacts(for: row))
        case .unjudged, .missing, .retrieved, .handedIn, .replaced: .needed(because: requirement.because)
        }
    }

    private func checks(
        of row: CompiledChecklist.Row, _ standing: CaseJudge.Standing
    ) -> [ChecklistSheet.CheckLine] {
        if case .notNeeded = standing { return [] }
        let range = Int(row.firstCheck)..<Int(row.firstCheck + row.checkCount)
        return checklist.compiled.checks[range].filter(judge.applies).map { check in
            var judgement = Judgement(verdict: .unjudged, by: .nobody, reason: nil)
            if case .handedIn(let record) = standing {
                judgement = judge.judgement(of: check, on: record, application, machine)
            }
            return ChecklistSheet.CheckLine(place: Int(check.place), check: check.check, judgement: judgement)
        }
    }

    private func state(
        _ standing: CaseJudge.Standing, _ findings: [Finding], _ checks: [ChecklistSheet.CheckLine]
    ) -> ChecklistSheet.State {
        switch standing {
        case .notNeeded: return .notNeeded
        case .replaced: return .replaced
        case .offered: return .offered
        case .spared, .retrieved: return .spared
        case .undecided, .unjudged: return .unjudged
        case .missing: return findings.contains(where: \.isBlocking) ? .missing : .tolerated
        case .handedIn:
            if checks.contains(where: { $0.judgement.verdict == .unjudged }) { return .unjudged }
            if findings.isEmpty { return .inOrder }
            return findings.contains(where: \.isBlocking) ? .defective : .tolerated
        }
    }
}
