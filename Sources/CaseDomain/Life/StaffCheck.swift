/// What is wrong, or soon will be, with the people of an office: found before a case finds it.
package enum StaffFinding: Hashable, Sendable {
    /// Nobody whom the list names may take a step.
    case nobodyFor(CaseStep)
    /// Nobody decides on this level.
    case nobodyDecides(level: Int)
    /// One person alone could review and decide it, so that there are never four eyes.
    case noSecondPair
    /// 独任审批 is provided for, and nobody is appointed.
    case noSoleApprover
    /// A region of the windows in which nobody may inspect today.
    case noInspector(region: String)
    /// 执法证.
    case noCertificate(ClerkID)
    case certificateOver(ClerkID, CivilDate)
    case certificateEnds(ClerkID, CivilDate)
    /// 核查培训.
    case notTrained(ClerkID)
    case trainingOver(ClerkID, CivilDate)
    case trainingEnds(ClerkID, CivilDate)
    /// Nobody stands in for somebody who serves applicants or decides.
    case noCover(ClerkID)
    /// Who stands in hasn't the same rights by himself; he has them only while the other is away.
    case coverLacks(ClerkID, cover: ClerkID, TermSet<Role>)
    /// Both are away at once.
    case coverAway(ClerkID, cover: ClerkID)
    /// Accounts that nobody has listed may take steps here.
    case unlistedMay(TermSet<Role>)

    package enum Weight: Int, Hashable, Sendable, Comparable {
        /// Good to know.
        case note
        /// Wrong before long.
        case soon
        /// Some case will find nobody.
        case hole

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var weight: Weight {
        switch self {
        case .nobodyFor, .nobodyDecides, .noSecondPair, .noInspector, .coverAway: .hole
        case .noCertificate, .certificateOver, .notTrained, .trainingOver, .noSoleApprover: .soon
        case .certificateEnds, .trainingEnds: .soon
        case .noCover, .coverLacks, .unlistedMay: .note
        }
    }

    /// Its name in JSON.
    package var kind: String {
        switch self {
        case .nobodyFor: "nobody-for-step"
        case .nobodyDecides: "nobody-decides-level"
        case .noSecondPair: "no-second-pair"
        case .noSoleApprover: "no-sole-approver"
        case .noInspector: "region-without-inspector"
        case .noCertificate: "certificate-missing"
        case .certificateOver: "certificate-over"
        case .certificateEnds: "certificate-ends"
        case .notTrained: "training-missing"
        case .trainingOver: "training-over"
        case .trainingEnds: "training-ends"
        case .noCover: "no-cover"
        case .coverLacks: "cover-lacks"
        case .coverAway: "cover-away"
        case .unlistedMay: "unlisted-may"
        }
    }
}

package enum StaffCheck {
    /// So long before its end a certificate is told of, in days.
    package static let warningDays = 60

    /// - Returns: the gravest first, otherwise in the order of the list.
    package static func findings(
        at office: Office, life: LifeCycle, absences: [Absence], today: CivilDate
    ) -> [StaffFinding] {
        let staff = office.staff
        let all =
            steps(staff, life) + levels(office) + regions(office, absences, today)
            + staff.people.flatMap { papers(of: $0, today) + cover(of: $0, staff, absences, today) }
            + (staff.people.isEmpty || staff.unlisted.isEmpty ? [] : [.unlistedMay(staff.unlisted)])
        return all.enumerated().sorted { left, right in
            left.element.weight != right.element.weight
                ? left.element.weight > right.element.weight : left.offset < right.offset
        }.map(\.element)
    }

    private static func steps(_ staff: Staff, _ life: LifeCycle) -> [StaffFinding] {
        guard !staff.people.isEmpty else { return [] }
        return life.rules.filter { rule in
            !staff.people.contains { !$0.roles.intersection(rule.roles).isEmpty }
        }.map { .nobodyFor($0.step) }
    }

    private static func levels(_ office: Office) -> [StaffFinding] {
        let approvers = office.staff.people(with: .approver)
        guard !office.staff.people.isEmpty else { return [] }
        let highest = office.approvals.levels.map(\.level).reduce(office.approvals.usualLevel, max)
        var found: [StaffFinding] = (office.approvals.usualLevel...max(highest, office.approvals.usualLevel))
            .filter { level in !approvers.contains { $0.level >= level } }.map { .nobodyDecides(level: $0) }
        if approvers.count == 1 { found.append(.noSecondPair) }
        if !office.approvals.sole.isEmpty, !approvers.contains(where: \.isSoleApprover) {
            found.append(.noSoleApprover)
        }
        return found
    }

    private static func regions(_ office: Office, _ absences: [Absence], _ today: CivilDate) -> [StaffFinding] {
        guard !office.staff.people.isEmpty else { return [] }
        let able = office.staff.people(with: .inspector).filter {
            $0.mayInspect(on: today) && absences.absence(of: $0.account, on: today) == nil
        }
        var regions: [String] = []
        for window in office.windows where !window.region.isEmpty && !regions.contains(window.region) {
            regions.append(window.region)
        }
        return regions.filter { region in !able.contains { $0.regions.isEmpty || $0.regions.contains(region) } }
            .map { .noInspector(region: $0) }
    }

    private static func papers(of member: Staff.Member, _ today: CivilDate) -> [StaffFinding] {
        guard member.roles.contains(.inspector) else { return [] }
        let soon = today.adding(days: warningDays)
        var found: [StaffFinding] = []
        switch member.certificate?.validUntil {
        case nil: found.append(.noCertificate(member.account))
        case let end? where end < today: found.append(.certificateOver(member.account, end))
        case let end? where end <= soon: found.append(.certificateEnds(member.account, end))
        default: break
        }
        switch member.trainedUntil {
        case nil: found.append(.notTrained(member.account))
        case let end? where end < today: found.append(.trainingOver(member.account, end))
        case let end? where end <= soon: found.append(.trainingEnds(member.account, end))
        default: break
        }
        return found
    }

    private static func cover(
        of member: Staff.Member, _ staff: Staff, _ absences: [Absence], _ today: CivilDate
    ) -> [StaffFinding] {
        let absence = absences.absence(of: member.account, on: today)
        let needsOne = !member.roles.intersection([.clerk, .helpDesk, .township, .approver]).isEmpty
        guard let cover = absence.map(\.cover) ?? member.cover else {
            return needsOne ? [.noCover(member.account)] : []
        }
        var found: [StaffFinding] = []
        if absence != nil, absences.absence(of: cover, on: today) != nil {
            found.append(.coverAway(member.account, cover: cover))
        }
        let lacking = member.roles.subtracting(staff.roles(of: cover))
        if !lacking.isEmpty { found.append(.coverLacks(member.account, cover: cover, lacking)) }
        return found
    }
}

extension Staff.Member {
    /// Whether somebody's enforcement certificate and training hold on a day.
    package func mayInspect(on day: CivilDate) -> Bool {
        guard let certificate, let trainedUntil else { return false }
        return certificate.validUntil >= day && trainedUntil >= day
    }
}
