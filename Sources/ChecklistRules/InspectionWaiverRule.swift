package import CaseDomain

/// 免于核查 as data: one kind of case in which the law lets a decision be made without a look at the premises.
package struct InspectionWaiverRule: Hashable, Sendable {
    package let id: String
    /// The reason as it is recorded.
    package let name: String
    package let english: String
    package let when: Condition
    package let basis: LegalSource

    package init(id: String, name: String, english: String, when: Condition, basis: LegalSource) {
        self.id = id
        self.name = name
        self.english = english
        self.when = when
        self.basis = basis
    }
}

extension RuleBook {
    /// The rules that certainly hold for a case; facts that nobody knows excuse from nothing.
    package func waivers(for particulars: Particulars, at office: Office) -> [InspectionWaiverRule] {
        let bits = CaseBits(particulars, in: OfficeBits(office))
        return waivers.filter { rule in
            var program = ConditionProgram()
            let root = program.add(rule.when)
            return program.nodes.withUnsafeBufferPointer { ConditionProgram.answer(root, bits, $0) } == .yes
        }
    }

    /// 下一步: what leads on with a case, by the table of its life and by what is known of this one: nobody is sent where
    /// nobody needs to look, and what the reviewer advised against isn't offered to be permitted.
    ///
    /// - Returns: nil where nothing leads on.
    package func nextStep(of file: CaseFile, in state: CaseState, at office: Office) -> LifeCycle.Rule? {
        let course = course(of: file)
        guard let rule = life.next(in: state, on: course) else { return nil }
        let instead: CaseStep? =
            switch rule.step {
            case .dispatch where office.inspection.scope(of: file.particulars)?.modes.isEmpty == true:
                waivers(for: file.particulars, at: office).isEmpty ? nil : .waive
            case .approve where file.progress.review?.review.proposesApproval == false: .deny
            default: nil
            }
        guard let instead, life.allows(instead, in: state, on: course) else { return rule }
        return life.rule(for: instead)
    }

    /// 办理路径 of a case, by what its checklist ends with.
    package func course(of file: CaseFile) -> CaseCourse {
        let particulars = file.particulars
        let checklist =
            file.checklist.flatMap { self.checklist($0) }
            ?? self.checklist(for: particulars.matter, particulars.action, on: particulars.receivedAt.date)
        switch checklist?.conclusion {
        case .filing: return .filing
        case .note, .card: return .note
        case .decision, nil: return particulars.action == .cancel ? .cancellation : .licence
        }
    }
}
