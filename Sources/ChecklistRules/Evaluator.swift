package import CaseDomain

/// Judges cases by one checklist, at one office.
///
/// Total: it never throws and no rule stops another. Everything costly was done when the checklist was loaded, so an
/// evaluator is cheap to make and a case takes about a microsecond. A class, because copying all that it holds for every
/// case would cost a fifth of the judging.
package final class Evaluator: Sendable {
    /// Nil where the matter has no checklist and every case is sent elsewhere.
    package let checklist: Checklist?
    /// Those routing rules that can decide about the checklist's matter and action; all of them where there is none.
    package let routing: Routing
    let calendar: WorkingCalendar
    private let office: OfficeBits
    private let machine: MachineCheck
    private let reference: ChecklistReference?
    /// Nil for everything but a renewal.
    private let renewalTerm: RenewalRule?
    /// The checklist without its words; empty where there is none.
    private let compiled: CompiledChecklist

    /// - Parameters:
    ///   - checklist: nil for a matter without one, such as 食品摊点.
    ///   - office: whose county, tolerated gaps and local demands count.
    ///   - calendar: for the terms of a renewal.
    package init(
        checklist: Checklist?, routing: Routing, office: Office, calendar: WorkingCalendar, folding: TextFolding
    ) {
        self.checklist = checklist
        self.routing = checklist.map { routing.narrowed(to: $0.matter, $0.action) } ?? routing
        self.calendar = calendar
        self.office = OfficeBits(office)
        machine = MachineCheck(folding: folding)
        reference = checklist?.reference
        renewalTerm = checklist?.renewal
        compiled = checklist?.compiled ?? CompiledChecklist([], [])
    }

    /// Everything the rules say about a case, in checklist order whatever the order of its materials.
    ///
    /// - Parameter assumesMissing: reads a material that the case doesn't mention as missing; such an evaluation can't
    ///   become a notice.
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条.
    package func evaluate(_ application: borrowing Application, assumesMissing: Bool = false) -> Evaluation {
        let bits = CaseBits(application.particulars, in: office)
        var open: [Undetermined] = []
        switch routing.decide(bits) {
        case .stay: break
        case .route(let route): return Evaluation(checklist: nil, route: route, assumesMissing: assumesMissing)
        case .open(let facts): open = facts.map { Undetermined(material: nil, question: .fact($0)) }
        }
        var collector = FindingCollector(undetermined: open)
        withJudge(application, bits, assumesMissing) { collect(application.particulars, $0, &collector) }
        return Evaluation(
            checklist: reference, findings: collector.findings, undetermined: collector.undetermined,
            notRequested: collector.notRequested, warnings: collector.warnings, assumesMissing: assumesMissing)
    }

    private func collect(_ particulars: Particulars, _ judge: CaseJudge, _ collector: inout FindingCollector) {
        collectApplication(particulars, judge, &collector)
        compiled.rows.withUnsafeBufferPointer { rows in
            compiled.checks.withUnsafeBufferPointer { checks in
                for index in rows.indices { collect(rows[index], index, checks, judge, particulars, &collector) }
            }
        }
    }

    /// The whole checklist as the desk shows it, every line with what is known about it.
    package func sheet(for application: Application, assumesMissing: Bool = false) -> ChecklistSheet {
        let evaluation = evaluate(application, assumesMissing: assumesMissing)
        guard let checklist, evaluation.route == nil else {
            return ChecklistSheet(evaluation: evaluation, lines: [])
        }
        let bits = bits(of: application)
        var lines: [ChecklistSheet.Line] = []
        withJudge(application, bits, assumesMissing) { judge in
            let builder = SheetBuilder(
                judge: judge, machine: machine, particulars: application.particulars, checklist: checklist,
                evaluation: evaluation)
            lines = checklist.requirements.indices.map(builder.line)
        }
        return ChecklistSheet(evaluation: evaluation, lines: lines)
    }

    func bits(of application: Application) -> CaseBits { CaseBits(application.particulars, in: office) }

    /// How a check of a paper that was handed in was judged; nil for any other rule.
    func judgement(of rule: RuleName, on application: Application) -> Judgement? {
        guard case .check(let place, let check) = rule, compiled.rows.indices.contains(place) else { return nil }
        let row = compiled.rows[place]
        var judgement: Judgement?
        withJudge(application, bits(of: application), false) { judge in
            guard case .handedIn(let record) = judge.standing(of: row) else { return }
            judgement = judge.judgement(
                of: compiled.checks[Int(row.firstCheck) + check], on: record, application.particulars, machine)
        }
        return judgement
    }

    private func withJudge(
        _ application: borrowing Application, _ bits: CaseBits, _ assumesMissing: Bool, _ body: (CaseJudge) -> Void
    ) {
        let reading = CaseReading(application, bits: bits, in: office)
        compiled.program.nodes.withUnsafeBufferPointer { nodes in
            application.materials.withUnsafeBufferPointer { materials in
                body(
                    CaseJudge(
                        reading: reading, compiled: compiled, nodes: nodes, materials: materials,
                        assumesMissing: assumesMissing))
            }
        }
    }

    private func collectApplication(
        _ particulars: Particulars, _ judge: CaseJudge, _ collector: inout FindingCollector
    ) {
        var renewal: RenewalWindow?
        if let renewalTerm, let expiry = particulars.licence?.expiresOn {
            renewal = RenewalWindow(
                receivedOn: particulars.receivedAt.date, expiry: expiry, term: renewalTerm, calendar: calendar)
        }
        compiled.rules.withUnsafeBufferPointer { rules in
            for rule in rules {
                let holds = ConditionProgram.answer(rule.condition, judge.reading.bits, judge.nodes)
                guard ApplicationCheck.isDefect(rule.defect, where: holds, judge.reading, particulars, renewal)
                else { continue }
                collector.findings.append(
                    Finding(
                        requirement: nil, material: nil, defect: .application(rule.defect), isBlocking: true,
                        isOnTheSpot: rule.isOnTheSpot))
            }
        }
        if particulars.licence != nil {
            collector.warnings = ApplicationCheck.licenceWarnings(particulars, renewal)
        }
    }

    private func collect(
        _ row: CompiledChecklist.Row, _ index: Int, _ checks: UnsafeBufferPointer<CompiledChecklist.CheckEntry>,
        _ judge: CaseJudge, _ particulars: Particulars, _ collector: inout FindingCollector
    ) {
        let isTolerated = judge.reading.isTolerant && office.tolerable & (1 << row.material.tag) != 0
        switch judge.standing(of: row) {
        case .notNeeded, .replaced, .offered: break
        case .spared, .retrieved: collector.notRequested.append(NotRequested(material: row.material))
        case .undecided:
            for fact in judge.absentFacts(for: row) {
                collector.undetermined.append(Undetermined(material: row.material, question: .fact(fact)))
            }
        case .unjudged: collector.undetermined.append(Undetermined(material: row.material, question: .presence))
        case .missing(let source):
            collector.findings.append(
                Finding(
                    requirement: index, material: row.material, defect: .missing, isBlocking: !isTolerated,
                    isOnTheSpot: false))
            if let source { collector.warn(about: source, row.material) }
        case .handedIn(let record):
            for place in Int(row.firstCheck)..<Int(row.firstCheck + row.checkCount) {
                let check = checks[place]
                guard judge.applies(check) else { continue }
                switch judge.judgement(of: check, on: record, particulars, machine).verdict {
                case .pass: break
                case .unjudged:
                    collector.undetermined.append(
                        Undetermined(material: row.material, question: .check(check.check)))
                case .fail:
                    collector.findings.append(
                        Finding(
                            requirement: index, material: row.material, defect: .check(check.check),
                            isBlocking: !isTolerated, isOnTheSpot: check.isOnTheSpot))
                }
            }
        }
    }
}

/// What an evaluation has found so far.
struct FindingCollector {
    var findings: [Finding] = []
    var undetermined: [Undetermined]
    var notRequested: [NotRequested] = []
    var warnings: [Warning] = []

    init(undetermined: [Undetermined]) { self.undetermined = undetermined }

    /// Legal source: 《山东省优化营商环境条例》第二十九条 (告知承诺 is barred where health is directly concerned).
    mutating func warn(about source: MaterialSource, _ material: Material) {
        switch source {
        case .promised: warnings.append(Warning(code: .promiseBarred, material: material))
        case .retrieved: warnings.append(Warning(code: .notRetrievable, material: material))
        case .missing, .handedIn: break
        }
    }
}
