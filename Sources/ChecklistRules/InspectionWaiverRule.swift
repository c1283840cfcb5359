package import CaseDomain

/// 免于核查 as data: one kind of case in which the law lets a decision be made without a look at the premises.
package struct InspectionWaiverRule: Hashable, Sendable {
    package let id: String
    /// The reason as it is recorded.
    package let name: String
    package let english: String
    package let when: Condition
    package let look: Look
    package let basis: LegalSource

    /// What becomes of the look at the premises.
    package enum Look: String, Vocabulary {
        /// 不核查: nobody is sent.
        case never = "none"
        /// 可不核查: excusing leads on; somebody may be sent all the same.
        case optional
        /// 视情核查: sending somebody leads on; a case may be excused where that turns out to be needless.
        case weighed
    }

    package init(id: String, name: String, english: String, when: Condition, look: Look, basis: LegalSource) {
        self.id = id
        self.name = name
        self.english = english
        self.when = when
        self.look = look
        self.basis = basis
    }
}

extension RuleBook {
    /// The rules that certainly hold for a case; facts that nobody knows excuse from nothing. A row of the office file that
    /// has no way of looking is one of them, as offices wrote such rows before the law's own were data.
    package func waivers(for particulars: Particulars, at office: Office) -> [InspectionWaiverRule] {
        let bits = CaseBits(particulars, in: OfficeBits(office))
        let lawful = waivers.filter { rule in
            var program = ConditionProgram()
            let root = program.add(rule.when)
            return program.nodes.withUnsafeBufferPointer { ConditionProgram.answer(root, bits, $0) } == .yes
        }
        guard let scope = office.inspection.scope(of: particulars), scope.modes.isEmpty else { return lawful }
        return lawful + [
            InspectionWaiverRule(
                id: "office", name: scope.name, english: scope.english, when: .always, look: .never, basis: scope.basis)
        ]
    }

    /// The rule by which nobody may be sent to look; nil where somebody may.
    package func exemption(of particulars: Particulars, at office: Office) -> InspectionWaiverRule? {
        waivers(for: particulars, at: office).first { $0.look == .never }
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
            case .dispatch:
                waivers(for: file.particulars, at: office).contains { $0.look != .weighed } ? .waive : nil
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

extension InspectionExcuses {
    /// What the law and an office excuse, whatever the papers of a case say.
    package init(_ waivers: [InspectionWaiverRule], at office: Office) {
        var program = ConditionProgram()
        let roots = waivers.filter { $0.look != .weighed }.map { program.add($0.when) }
        let (nodes, place, rules) = (program.nodes, OfficeBits(office), office.inspection)
        var hasher = Hasher()
        hasher.combine(waivers)
        hasher.combine(rules)
        self.init(fingerprint: hasher.finalize()) { outline in
            if rules.excuses(outline) { return true }
            let bits = CaseBits(outline, in: place)
            return nodes.withUnsafeBufferPointer { nodes in
                roots.contains { ConditionProgram.answer($0, bits, nodes) == .yes }
            }
        }
    }
}
