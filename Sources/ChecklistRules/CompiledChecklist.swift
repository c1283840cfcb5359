import CaseDomain

/// A checklist without its words: flat arrays of plain values, so that judging a case touches no reference count.
struct CompiledChecklist: Sendable {
    struct Row: Sendable {
        let material: Material
        let need: ConditionProgram.Root
        /// Atoms of the low word that `need` can't do without. Most lines that aren't needed fail by one of them and
        /// are passed over at once.
        let required: UInt64
        /// Nil where nothing spares the material.
        let spared: ConditionProgram.Root?
        let isRetrievable: Bool
        let standsIn: Bool
        let firstCheck: Int32
        let checkCount: Int32
    }

    struct CheckEntry: Sendable {
        let check: Check
        let isMachine: Bool
        let isOnTheSpot: Bool
        let condition: ConditionProgram.Root
        /// The place in the requirement's own list.
        let place: Int32
        /// As the bit of a `TermSet<Check>`, where only a person judges it; 0 where the program does.
        let personal: UInt64
    }

    struct RuleEntry: Sendable {
        let defect: ApplicationDefect
        let isOnTheSpot: Bool
        let condition: ConditionProgram.Root
    }

    struct Evidence: Sendable {
        /// The line that it proves.
        let row: Int
        let take: Int
        /// As the bits of a `TermSet<Material>`.
        let of: UInt64
    }

    let rows: [Row]
    let evidence: [Evidence]
    let checks: [CheckEntry]
    let rules: [RuleEntry]
    let program: ConditionProgram

    init(_ requirements: [Requirement], _ applicationRules: [ApplicationRule]) {
        var program = ConditionProgram()
        var rows: [Row] = []
        var checks: [CheckEntry] = []
        for requirement in requirements {
            let first = checks.count
            for (place, rule) in requirement.checks.enumerated() {
                checks.append(
                    CheckEntry(
                        check: rule.check, isMachine: rule.isMachine, isOnTheSpot: rule.isOnTheSpot,
                        condition: program.add(rule.condition), place: Int32(place),
                        personal: rule.isMachine ? 0 : rule.check.bit))
            }
            let need = program.add(requirement.need)
            rows.append(
                Row(
                    material: requirement.material, need: need,
                    required: requirement.standsIn ? 0 : program.required(by: need),
                    spared: requirement.spared.map { program.add($0.when) },
                    isRetrievable: requirement.isRetrievable, standsIn: requirement.standsIn, firstCheck: Int32(first),
                    checkCount: Int32(requirement.checks.count)))
        }
        rules = applicationRules.map {
            RuleEntry(defect: $0.defect, isOnTheSpot: $0.isOnTheSpot, condition: program.add($0.condition))
        }
        evidence = requirements.enumerated().flatMap { row, requirement in
            requirement.alternatives.map { Evidence(row: row, take: $0.take, of: $0.of.bits) }
        }
        self.rows = rows
        self.checks = checks
        self.program = program
    }
}
