/// 核查人员 on a day: who may be sent to a case, in the order in which they are offered, and why the others may not.
///
/// Another region bars nobody; it only puts somebody behind those whose own it is.
package struct InspectionRoster: Hashable, Sendable {
    /// Those who may go first, by region and load; then the others.
    package let entries: [Entry]

    package struct Entry: Hashable, Sendable {
        package let member: Staff.Member
        /// Nil where the inspector may go.
        package let bar: Bar?
        package let isOwnRegion: Bool
        /// Premises that the inspector looks at on that day already.
        package let load: Int
    }

    /// Why somebody may not go.
    package enum Bar: Hashable, Sendable {
        case notInspector
        case noCertificate
        /// 执法证 was valid until this day.
        case certificateOver(CivilDate)
        case untrained
        /// 核查培训 held until this day.
        case trainingOver(CivilDate)
        /// So many premises on that day already.
        case full(Int)
    }

    /// - Parameters:
    ///   - region: of the premises; nil or empty where none is meant.
    ///   - day: on which the inspectors go.
    ///   - loads: premises that each looks at on that day.
    package init(
        _ staff: Staff, _ rules: InspectionRules, region: String?, on day: CivilDate, loads: [ClerkID: Int]
    ) {
        let all = staff.people(with: .inspector).map { member in
            let load = loads[member.account, default: 0]
            let isOwn = region.map { $0.isEmpty || member.regions.isEmpty || member.regions.contains($0) } ?? true
            let bar = InspectionRoster.unfit(member, on: day) ?? (load < rules.dailyLimit ? nil : .full(load))
            return Entry(member: member, bar: bar, isOwnRegion: isOwn, load: load)
        }
        entries = all.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if (one.bar == nil) != (other.bar == nil) { return one.bar == nil }
            if one.isOwnRegion != other.isOwnRegion { return one.isOwnRegion }
            return (one.load, left.offset) < (other.load, right.offset)
        }.map(\.element)
    }

    /// Why somebody may not be sent, whoever that is; nil where he may.
    package func bar(_ account: ClerkID) -> Bar? {
        guard let entry = entries.first(where: { $0.member.account == account }) else { return .notInspector }
        return entry.bar
    }

    /// Whether an inspector's certificate and training hold on a day; nil where both do.
    package static func unfit(_ member: Staff.Member, on day: CivilDate) -> Bar? {
        guard member.roles.contains(.inspector) else { return .notInspector }
        guard let certificate = member.certificate else { return .noCertificate }
        if certificate.validUntil < day { return .certificateOver(certificate.validUntil) }
        guard let trained = member.trainedUntil else { return .untrained }
        return trained < day ? .trainingOver(trained) : nil
    }

    /// How many premises each inspector looks at on a day. Cases that are looked at on one visit count as one.
    package static func loads(of tasks: some Sequence<InspectionTask>, on day: CivilDate) -> [ClerkID: Int] {
        var visits: [ClerkID: Set<String>] = [:]
        for task in tasks where task.day == day {
            for inspector in task.dispatch.inspectors { visits[inspector, default: []].insert(task.visit) }
        }
        return visits.mapValues(\.count)
    }
}

/// 核查任务 that is out: somebody has been sent and hasn't reported yet.
package struct InspectionTask: Hashable, Sendable {
    package let number: CaseNumber
    package let dispatch: InspectionDispatch
    /// The day of the dispatch, from which its terms run.
    package let on: CivilDate
    package let appointment: VideoAppointment?

    package init(
        number: CaseNumber, dispatch: InspectionDispatch, on: CivilDate, appointment: VideoAppointment?
    ) {
        self.number = number
        self.dispatch = dispatch
        self.on = on
        self.appointment = appointment
    }

    /// - Returns: nil where none is out.
    package init?(_ file: CaseFile) {
        guard case .accepted = file.phase, let out = file.progress.dispatch else { return nil }
        self.init(
            number: file.number, dispatch: out.dispatch, on: out.on, appointment: file.progress.appointment)
    }

    /// The day on which the inspectors look, as far as it is known.
    package var day: CivilDate { appointment?.at.date ?? dispatch.plannedFor ?? dispatch.promisedBy }

    /// 勘查收件: what the inspectors were to bring back of a case, and what it owes.
    package func papers(of file: CaseFile) -> [Material] { TermSet(dispatch.collects + file.openGaps).terms }

    /// What the visit is called that the task is a part of.
    package var visit: String { dispatch.visit ?? number.text }
}
