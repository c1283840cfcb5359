package import CaseDomain

/// Judges cases by one checklist, at one office.
///
/// Total: it never throws and no rule stops another. Everything costly was done when the checklist was loaded, so an
/// evaluator is cheap to make and a case takes a fraction of a microsecond. A class, because copying all that it holds
/// for every case would cost more than the judging.
package final class Evaluator: Sendable {
    /// Nil where the matter has no checklist and every case is sent elsewhere.
    package let checklist: Checklist?
    /// Those routing rules that can decide about the checklist's matter and action; all of them where there is none.
    package let routing: Routing
    let calendar: WorkingCalendar
    private let office: OfficeBits
    private let machine: MachineCheck
    private let applied: RulesApplied?
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
        applied = checklist.map { .checklist($0.reference, lines: $0.requirements.map(\.material)) }
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
        var collector = FindingCollector()
        switch routing.decide(bits) {
        case .stay: break
        case .route(let route): return Evaluation(by: nil, route: route, assumesMissing: assumesMissing)
        case .open(let facts):
            collector.undetermined = facts.map { Undetermined(material: nil, question: .fact($0)) }
        }
        withJudge(application, bits, assumesMissing) { judge in
            collectApplication(application, judge, &collector)
            collectRows(application, judge, &collector)
        }
        return Evaluation(
            by: applied, findings: collector.findings, undetermined: collector.undetermined,
            spared: collector.spared, warnings: collector.warnings, assumesMissing: assumesMissing)
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
                judge: judge, machine: machine, application: application, checklist: checklist,
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
                of: compiled.checks[Int(row.firstCheck) + check], on: record, application, machine)
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
        _ application: borrowing Application, _ judge: CaseJudge, _ collector: inout FindingCollector
    ) {
        var defects = ApplicationCheck.defects(judge.reading, application)
        if application.particulars.licence != nil { defects |= collectLicence(application, judge, &collector) }
        compiled.rules.withUnsafeBufferPointer { rules in
            for rule in rules where defects & rule.defect.bit != 0 {
                // A condition that absent facts leave open isn't a defect: nobody can correct what isn't there.
                guard ConditionProgram.answer(rule.condition, judge.reading.bits, judge.nodes) == .yes else { continue }
                collector.add(
                    Finding(
                        requirement: nil, material: nil, defect: .application(rule.defect), isBlocking: true,
                        isOnTheSpot: rule.isOnTheSpot))
            }
        }
    }

    /// Collects the warnings about the licence that the application is about.
    ///
    /// - Returns: the defects that come from it, like `ApplicationCheck.defects`.
    @inline(never)
    private func collectLicence(
        _ application: borrowing Application, _ judge: CaseJudge, _ collector: inout FindingCollector
    ) -> UInt64 {
        let particulars = application.particulars
        var renewal: RenewalWindow?
        if let renewalTerm, let expiry = particulars.licence?.expiresOn {
            renewal = RenewalWindow(
                receivedOn: particulars.receivedAt.date, expiry: expiry, term: renewalTerm, calendar: calendar)
        }
        collector.warnings = ApplicationCheck.licenceWarnings(judge.reading, particulars, renewal)
        return renewal?.isTooEarly == true ? ApplicationDefect.tooEarlyToRenew.bit : 0
    }

    // The walk is a function of its own, with what is rare kept out of it, so that the processor's registers hold it.
    @inline(never)
    private func collectRows(
        _ application: borrowing Application, _ judge: CaseJudge, _ collector: inout FindingCollector
    ) {
        let tolerated = judge.reading.isTolerant ? office.tolerable : 0
        let failing = judge.reading.bits.known.subtracting(judge.reading.bits.holding).low
        compiled.rows.withUnsafeBufferPointer { rows in
            for index in rows.indices {
                if rows[index].required & failing != 0 { continue }
                let row = rows[index]
                switch judge.standing(of: row) {
                case .notNeeded, .replaced, .offered: break
                case .spared, .retrieved: collector.spared |= row.material.bit
                case .undecided:
                    for fact in judge.absentFacts(for: row) { collector.ask(.fact(fact), about: row.material) }
                case .unjudged: collector.ask(.presence, about: row.material)
                case .missing(let source):
                    collector.add(
                        Finding(
                            requirement: index, material: row.material, defect: .missing,
                            isBlocking: tolerated & row.material.bit == 0, isOnTheSpot: false))
                    if let source { collector.warn(about: source, row.material) }
                case .handedIn(let record):
                    let isBlocking = tolerated & row.material.bit == 0
                    collectChecks(of: row, index, isBlocking, on: record, application, judge, &collector)
                }
            }
        }
    }

    @inline(__always)
    private func collectChecks(
        of row: CompiledChecklist.Row, _ index: Int, _ isBlocking: Bool, on record: Int,
        _ application: borrowing Application, _ judge: CaseJudge, _ collector: inout FindingCollector
    ) {
        let passed = judge.materials[record].checks.passed.bits
        compiled.checks.withUnsafeBufferPointer { checks in
            for place in Int(row.firstCheck)..<Int(row.firstCheck + row.checkCount) {
                // What a person alone judges and has passed comes to nothing, whether or not it applies.
                if checks[place].personal & passed != 0 { continue }
                let check = checks[place]
                guard judge.applies(check) else { continue }
                switch judge.judgement(of: check, on: record, application, machine).verdict {
                case .pass: break
                case .unjudged: collector.ask(.check(check.check), about: row.material)
                case .fail:
                    collector.add(
                        Finding(
                            requirement: index, material: row.material, defect: .check(check.check),
                            isBlocking: isBlocking, isOnTheSpot: check.isOnTheSpot))
                }
            }
        }
    }
}

/// What an evaluation has found so far.
struct FindingCollector {
    private(set) var findings: [Finding] = []
    var undetermined: [Undetermined] = []
    /// 免提交, as the bits of a `TermSet<Material>`.
    var spared: UInt64 = 0
    var warnings: [Warning] = []

    @inline(never)
    mutating func add(_ finding: Finding) {
        // Few cases have more, and growing twice costs more than the rest of it.
        if findings.isEmpty { findings.reserveCapacity(4) }
        findings.append(finding)
    }

    @inline(never)
    mutating func ask(_ question: Undetermined.Question, about material: Material) {
        undetermined.append(Undetermined(material: material, question: question))
    }

    /// Legal source: 《山东省优化营商环境条例》第二十九条 (告知承诺 is barred where health is directly concerned).
    mutating func warn(about source: MaterialSource, _ material: Material) {
        switch source {
        case .promised: warnings.append(Warning(code: .promiseBarred, material: material))
        case .retrieved: warnings.append(Warning(code: .notRetrievable, material: material))
        case .missing, .handedIn: break
        }
    }
}
