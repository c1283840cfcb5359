import CaseDomain
import ChecklistRules

/// Measures a run of `check`. Evaluation is measured apart, on one thread, over cases that are already decoded, a
/// batch at a time, so that memory stays bounded.
struct CheckTiming {
    /// As many cases as stay in the processor's cache, because a case that was just read is there when it is judged.
    private static let batch = 64
    /// Each batch is evaluated this often, and the median counts: the first pass pays for caches that reading filled.
    private static let passes = 7

    private let table: EvaluatorTable
    private let start = ContinuousClock.now
    private var reading = Duration.zero
    private var evaluating = Duration.zero
    /// What the whole would not have taken without this.
    private var measuring = Duration.zero
    private var cases = 0
    private var rules = 0
    private var pending: [HeldCase] = []
    private var assumesMissing = false
    /// Keeps the measured evaluations from being optimised away.
    private var findings = 0

    init(_ table: EvaluatorTable) { self.table = table }

    mutating func tookReading(_ time: Duration) { reading += time }

    mutating func take(_ application: Application, assumesMissing: Bool) {
        self.assumesMissing = assumesMissing
        cases += 1
        pending.append(HeldCase(application))
        if pending.count == Self.batch { measure() }
    }

    private mutating func measure() {
        let start = ContinuousClock.now
        let passes = (0..<Self.passes).map { _ in evaluateAll() }.sorted { $0.time < $1.time }
        evaluating += passes[Self.passes / 2].time
        findings += passes[0].findings
        for held in pending { rules += atomicRules(for: held.application) }
        measuring += ContinuousClock.now - start
        pending.removeAll(keepingCapacity: true)
    }

    private func evaluateAll() -> (time: Duration, findings: Int) {
        let start = ContinuousClock.now
        let findings = pending.reduce(0) { $0 + $1.findings(by: table, assumesMissing: assumesMissing) }
        return (ContinuousClock.now - start, findings)
    }

    /// Every routing rule, rule of the application, need of a material and check of a material handed in.
    private func atomicRules(for application: Application) -> Int {
        let evaluator = table.evaluator(for: application.particulars)
        let routingRules = evaluator.routing.rules.count
        guard let checklist = evaluator.checklist else { return routingRules }
        let checks = application.materials.reduce(0) { count, record in
            guard record.how == .handedIn else { return count }
            return count + (checklist.requirement(for: record.material)?.checks.count ?? 0)
        }
        return routingRules + checklist.applicationRules.count + checklist.requirements.count + checks
    }

    mutating func report() {
        measure()
        let whole = ContinuousClock.now - start - measuring
        let mean = cases > 0 ? Double(rules) / Double(cases) : 0
        StandardError.write("共 \(cases) 件，平均每件 \(Self.shown(mean, 1)) 条原子规则（\(findings) 处有误）")
        line("读取解析", reading)
        line("单独审查", evaluating)
        line("全程", whole)
    }

    private func line(_ name: String, _ time: Duration) {
        let seconds = time / .seconds(1)
        let rate = seconds > 0 ? Int((Double(cases) / seconds).rounded()) : 0
        StandardError.write("\(name)：\(Self.shown(seconds, 3)) 秒，每秒 \(rate) 件")
    }

    private static func shown(_ number: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return "\((number * scale).rounded() / scale)"
    }
}

/// A case that is judged where it lies, as the command itself judges the case that it has just read: an array of cases
/// would copy each on the way to the evaluator.
private final class HeldCase {
    let application: Application

    init(_ application: Application) { self.application = application }

    func findings(by table: EvaluatorTable, assumesMissing: Bool) -> Int {
        table.evaluate(application, assumesMissing: assumesMissing).findings.count
    }
}
