import CaseDomain

/// Judges one case line by line. `Evaluator.evaluate` and `Evaluator.sheet` both walk over these answers, so that the
/// notice and the desk's screen can't disagree.
struct CaseJudge {
    /// Where a row stands before its checks are looked at.
    enum Standing {
        case notNeeded
        case spared
        /// Absent facts decide whether it is needed.
        case undecided
        case unjudged
        case missing(MaterialSource?)
        case retrieved
        /// Handed in; the place of its record.
        case handedIn(Int)
        /// Not there, but other papers prove the same.
        case replaced
        /// Could stand in for a material that is open.
        case offered
    }

    let reading: CaseReading
    let nodes: UnsafeBufferPointer<ConditionProgram.Node>
    let materials: UnsafeBufferPointer<MaterialRecord>
    let assumesMissing: Bool
    private(set) var standIns = StandIns()

    init(
        reading: CaseReading, compiled: CompiledChecklist, nodes: UnsafeBufferPointer<ConditionProgram.Node>,
        materials: UnsafeBufferPointer<MaterialRecord>, assumesMissing: Bool
    ) {
        self.reading = reading
        self.nodes = nodes
        self.materials = materials
        self.assumesMissing = assumesMissing
        if !compiled.evidence.isEmpty { standIns = StandIns(compiled.evidence, self, compiled.rows) }
    }

    /// The materials that were handed in, as the bits of a `TermSet<Material>`.
    var handedIn: UInt64 {
        materials.reduce(0) { $1.how == .handedIn ? $0 | $1.material.bit : $0 }
    }

    /// The place of a material's record; nil where the case doesn't mention the material. There are too few records for
    /// anything better than looking at each.
    @inline(__always)
    func record(of material: Material) -> Int? {
        var place = 0
        while place < materials.count {
            if materials[place].material.tag == material.tag { return place }
            place &+= 1
        }
        return nil
    }

    @inline(__always)
    func need(of row: CompiledChecklist.Row) -> Ternary {
        ConditionProgram.answer(row.need, reading.bits, nodes)
    }

    @inline(__always)
    func isSpared(_ row: CompiledChecklist.Row) -> Ternary {
        guard let spared = row.spared else { return .no }
        return ConditionProgram.answer(spared, reading.bits, nodes)
    }

    @inline(__always)
    func standing(of row: CompiledChecklist.Row) -> Standing {
        if row.standsIn { return standingIn(row) }
        let need = need(of: row)
        if need == .no { return .notNeeded }
        let spared = isSpared(row)
        if spared == .yes { return .spared }
        if need == .unknown || spared == .unknown { return .undecided }
        if standIns.replaced & row.material.bit != 0 { return .replaced }
        guard let record = record(of: row.material) else {
            return assumesMissing ? .missing(nil) : .unjudged
        }
        switch materials[record].how {
        case .missing: return .missing(.missing)
        case .promised: return .missing(.promised)
        case .retrieved: return row.isRetrievable ? .retrieved : .missing(.retrieved)
        case .handedIn: return .handedIn(record)
        }
    }

    @inline(never)
    private func standingIn(_ row: CompiledChecklist.Row) -> Standing {
        let material = row.material.bit
        if standIns.used & material != 0, let record = record(of: row.material) { return .handedIn(record) }
        return standIns.offered & material != 0 ? .offered : .notNeeded
    }

    /// The absent facts because of which a row is undecided.
    func absentFacts(for row: CompiledChecklist.Row) -> [DecidingFact] {
        var facts = ConditionProgram.absentFacts(of: row.need, reading.bits, nodes)
        if let spared = row.spared {
            for fact in ConditionProgram.absentFacts(of: spared, reading.bits, nodes) where !facts.contains(fact) {
                facts.append(fact)
            }
        }
        return facts
    }

    /// Whether a check belongs to the case. One whose condition isn't known is asked: asking too little is the fault
    /// that can't be mended.
    @inline(__always)
    func applies(_ check: CompiledChecklist.CheckEntry) -> Bool {
        ConditionProgram.answer(check.condition, reading.bits, nodes) != .no
    }

    /// A computed answer goes before a clerk's; a clerk's stands where nothing can be computed.
    func judgement(
        of check: CompiledChecklist.CheckEntry, on record: Int, _ application: borrowing Application,
        _ machine: MachineCheck
    ) -> Judgement {
        guard let base = materials.baseAddress else { return Judgement(verdict: .unjudged, by: .nobody, reason: nil) }
        var reason: Judgement.Reason?
        if check.isMachine {
            let computed = machine.reason(check.check, base + record, self, application)
            if computed.verdict != .unjudged {
                return Judgement(verdict: computed.verdict, by: .machine, reason: computed)
            }
            reason = computed
        }
        let bit = check.check.bit
        if materials[record].checks.passed.bits & bit != 0 {
            return Judgement(verdict: .pass, by: .clerk, reason: reason)
        }
        if materials[record].checks.failed.bits & bit != 0 {
            return Judgement(verdict: .fail, by: .clerk, reason: reason)
        }
        return Judgement(verdict: .unjudged, by: .nobody, reason: reason)
    }
}
