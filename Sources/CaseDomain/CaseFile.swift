/// 案卷: the state of one case, folded from its events and from nothing else.
package struct CaseFile: Hashable, Sendable {
    package let number: CaseNumber
    package private(set) var revision: Revision
    package private(set) var application: Application
    package private(set) var checklist: ChecklistReference?
    package private(set) var window: String
    /// 首问: the clerk who took the case in.
    package private(set) var clerk: ClerkID
    package private(set) var phase: Phase
    package private(set) var notices: [IssuedNotice]
    /// Materials that came back after the last notice and wait for judgement.
    package private(set) var returned: TermSet<Material>
    /// The day on which the papers now being checked came in: day 0 of the five-day clock.
    package private(set) var submittedOn: CivilDate
    package private(set) var lastChange: EventStamp
    /// 一件事: nil for a case of its own.
    package private(set) var membership: BundleMembership?

    /// Where the case stands. What only time decides (视为受理) is computed from this and a day; see `CaseState`.
    package enum Phase: Hashable, Sendable {
        case checking
        case awaitingCorrection
        case accepted(Acceptance)
        case routed(RouteTaken)
        case withdrawn
    }

    package var particulars: Particulars { application.particulars }

    /// 补正轮次: how many notices were issued.
    package var round: Int { notices.count }

    /// Begins a case with the event that every case begins with.
    ///
    /// - Returns: nil where the event isn't a receipt.
    package init?(number: CaseNumber, first event: CaseEvent) {
        guard case .received(let receipt) = event.payload else { return nil }
        self.number = number
        revision = Revision(1)
        application = receipt.application
        checklist = receipt.checklist
        window = receipt.window
        clerk = event.stamp.by
        phase = .checking
        notices = []
        returned = []
        submittedOn = receipt.application.particulars.receivedAt.date
        lastChange = event.stamp
    }

    /// Folds a whole history.
    ///
    /// - Returns: nil where the history is empty or doesn't begin with a receipt.
    package init?(number: CaseNumber, history: some Sequence<CaseEvent>) {
        var file: CaseFile?
        for event in history {
            if file == nil {
                file = CaseFile(number: number, first: event)
                if file == nil { return nil }
            } else {
                file?.apply(event)
            }
        }
        guard let file else { return nil }
        self = file
    }

    /// Takes one more event in.
    package mutating func apply(_ event: CaseEvent) {
        revision = Revision(revision.count + 1)
        lastChange = event.stamp
        switch event.payload {
        case .received, .identityRevealed: break
        case .particularsChanged(let particulars):
            application.particulars = particulars
        case .materialRecorded(let record):
            application.record(record)
            returned.remove(record.material)
        case .materialCleared(let material):
            application.materials.removeAll { $0.material == material }
        case .noticeIssued(let notice):
            notices.append(notice)
            returned = []
            phase = .awaitingCorrection
        case .correctionReceived(let materials):
            returned = TermSet(materials)
            application.materials.removeAll { returned.contains($0.material) }
            submittedOn = event.stamp.at.date
            phase = .checking
        case .accepted(let acceptance):
            phase = .accepted(acceptance)
        case .routed(let route):
            phase = .routed(route)
        case .withdrawn:
            phase = .withdrawn
        case .bundled(let membership):
            self.membership = membership
        }
    }
}
