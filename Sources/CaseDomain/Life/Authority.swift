/// 越权的理由: why somebody may not take a step.
package enum AuthorityRefusal: Hashable, Sendable {
    /// The staff list doesn't name the account.
    case unlisted
    /// 岗位不符: it takes one of these.
    case role(TermSet<Role>)
    /// 县级审批、乡镇服务.
    case township
    /// Nobody else has reviewed it yet.
    case unreviewed
    /// He reviewed it himself.
    case ownReview
    /// He took it in or judged its papers.
    case ownWork
    /// 层级不足.
    case level(needed: Int, own: Int)
    /// 独任审批 isn't for this: what is applied for isn't listed.
    case notSole
    /// AB岗: he stands in for this colleague, who isn't absent.
    case notAbsent(ClerkID)

    /// As a refused attempt names it.
    package var ground: String {
        switch self {
        case .unlisted: "unlisted"
        case .role: "role"
        case .township: "township"
        case .unreviewed, .ownReview: "four-eyes"
        case .ownWork: "own-work"
        case .level: "level"
        case .notSole: "sole-approver"
        case .notAbsent: "cover"
        }
    }
}

/// Who may do what with a case: by role, by level, by what he did before, and for whom he stands in.
///
/// The state of a case is no question of authority; the table of its life answers that.
package enum Authority {
    package enum Standing: Hashable, Sendable {
        /// By his own right.
        case own
        /// 代: in the place of this absent colleague.
        case covering(ClerkID)
        case refused(AuthorityRefusal)
    }

    /// - Returns: nil where the clerk may take the step.
    package static func refusal(
        of step: CaseStep, by clerk: ClerkID, on file: CaseFile?, at office: Office, life: LifeCycle,
        absences: [Absence], today: CivilDate
    ) -> AuthorityRefusal? {
        let standing = standing(
            of: step, by: clerk, on: file, at: office, life: life, absences: absences, today: today)
        guard case .refused(let refusal) = standing else { return nil }
        return refusal
    }

    /// - Parameters:
    ///   - file: nil for a step that begins a case.
    ///   - absences: those that the office knows of; only who is absent today is stood in for.
    package static func standing(
        of step: CaseStep, by clerk: ClerkID, on file: CaseFile?, at office: Office, life: LifeCycle,
        absences: [Absence], today: CivilDate
    ) -> Standing {
        // What the table doesn't know is nobody's in particular.
        guard let rule = life.rule(for: step) else { return .own }
        let question = Question(step: step, roles: rule.roles, file: file, office: office, clerk: clerk)
        let covered = absences.covered(by: clerk, on: today)
        guard let refusal = question.refusal(as: Powers(of: clerk, at: office)) else {
            // Whoever works on an absent colleague's case does so in his place.
            let isService = !rule.roles.intersection(Role.serving).isEmpty
            guard let file, isService, covered.contains(file.clerk) else { return .own }
            return .covering(file.clerk)
        }
        // Nobody lends the township what the county keeps.
        if refusal == .township { return .refused(refusal) }
        for colleague in covered where question.refusal(as: Powers(of: colleague, at: office)) == nil {
            return .covering(colleague)
        }
        if case .role = refusal {
            for colleague in office.staff.people where colleague.cover == clerk && colleague.account != clerk {
                guard question.refusal(as: Powers(of: colleague.account, at: office)) == nil else { continue }
                return .refused(.notAbsent(colleague.account))
            }
        }
        return .refused(refusal)
    }

    /// Whether somebody may change anything at all: by a role of his own, or of a colleague whom he stands in for today.
    package static func mayWrite(
        _ clerk: ClerkID, at office: Office, absences: [Absence], today: CivilDate
    ) -> Bool {
        ([clerk] + absences.covered(by: clerk, on: today)).contains { !office.staff.roles(of: $0).isEmpty }
    }

    /// Whether somebody may take applications in.
    package static func mayTakeIn(
        _ clerk: ClerkID, at office: Office, absences: [Absence], today: CivilDate
    ) -> Bool {
        ([clerk] + absences.covered(by: clerk, on: today)).contains {
            !office.staff.roles(of: $0).intersection(Role.serving).isEmpty
        }
    }
}

extension Role {
    /// Those who deal with applicants: help, guide, take in, hand out.
    package static let serving: TermSet<Role> = [.clerk, .helpDesk, .township]

    /// 乡镇服务: who has no other role than these serves and decides nothing.
    static let servingOnly: TermSet<Role> = [.township, .helpDesk]
}

/// What somebody may do, by the staff list.
private struct Powers {
    let roles: TermSet<Role>
    /// Nil for one whom the list doesn't name.
    let member: Staff.Member?

    init(of account: ClerkID, at office: Office) {
        member = office.staff.member(account)
        roles = office.staff.roles(of: account)
    }

    /// Whether he only serves, in the township.
    var servesTownship: Bool { roles.contains(.township) && roles.isSubset(of: Role.servingOnly) }
}

/// One step with one case, asked of whoever wants to take it.
private struct Question {
    let step: CaseStep
    let roles: TermSet<Role>
    let file: CaseFile?
    let office: Office
    /// Who takes it, by whosever powers: what he did before binds him all the same.
    let clerk: ClerkID

    func refusal(as powers: Powers) -> AuthorityRefusal? {
        if powers.servesTownship, office.approvals.countyOnly.contains(step) { return .township }
        guard !roles.intersection(powers.roles).isEmpty else {
            return powers.member == nil && powers.roles.isEmpty ? .unlisted : .role(roles)
        }
        guard step == .approve || step == .deny, let file else { return nil }
        guard powers.member != nil || office.approvals.bindsUnlisted else { return nil }
        if file.hands.contains(clerk) { return .ownWork }
        let needed = office.approvals.level(of: file.particulars)
        let own = powers.member?.level ?? 0
        if own < needed { return .level(needed: needed, own: own) }
        return secondPair(file, isSole: powers.member?.isSoleApprover == true)
    }

    /// 四眼: somebody else has reviewed it, unless one hand may do both.
    private func secondPair(_ file: CaseFile, isSole: Bool) -> AuthorityRefusal? {
        let reviewer = file.progress.review?.by
        if let reviewer, reviewer != clerk { return nil }
        if isSole { return office.approvals.isSole(file.particulars) ? nil : .notSole }
        return reviewer == nil ? .unreviewed : .ownReview
    }
}
