/// What has happened around the papers of a case: made out, served, taken back, released, told. Folded from events; the
/// phase of the case depends on none of it.
package struct PaperRecord: Hashable, Sendable {
    /// In the order in which they were made out.
    package private(set) var papers: [CasePaper] = []
    package private(set) var spotCorrections: [SpotCorrection] = []
    package private(set) var withdrawals: [NoticeWithdrawal] = []
    package private(set) var services: [PaperService] = []
    package private(set) var grants: [CorrectionGrant] = []
    package private(set) var lateFindings: [LateFinding] = []
    package private(set) var releases: [Release] = []
    /// The rounds whose late findings a supervisor has let go, as they were recorded last.
    private var releasedFindings: Set<Int> = []
    package private(set) var visits: [GuidanceVisit] = []
    package private(set) var promise: GapPromise?
    /// Each with what became of it; nil while it waits.
    package private(set) var messages: [SentMessage] = []

    package struct SentMessage: Hashable, Sendable {
        package let message: OutboxMessage
        package let queuedAt: Moment
        package fileprivate(set) var settlement: MessageSettlement?
        package fileprivate(set) var settledAt: Moment?
    }

    /// Takes in an event that is about papers; others change nothing.
    mutating func apply(_ event: CaseEvent) {
        switch event.payload {
        case .paperIssued(let paper): papers.append(paper)
        case .spotCorrected(let correction): spotCorrections.append(correction)
        case .noticeWithdrawn(let withdrawal): withdrawals.append(withdrawal)
        case .served(let service): services.append(service)
        case .correctionExtended(let grant): grants.append(grant)
        case .lateFindingRecorded(let finding):
            lateFindings.append(finding)
            // What is found after a release hasn't been let go.
            releasedFindings.remove(finding.round)
        case .released(let release):
            releases.append(release)
            if release.scope == .lateFinding { releasedFindings.insert(release.round) }
        case .visitAnswered(let visit): visits.append(visit)
        case .gapsPromised(let promise): self.promise = promise
        case .messageQueued(let message): messages.append(SentMessage(message: message, queuedAt: event.stamp.at))
        case .messageSettled(let settlement):
            guard let place = messages.firstIndex(where: { $0.message.id == settlement.id }) else { return }
            messages[place].settlement = settlement
            messages[place].settledAt = event.stamp.at
        default: break
        }
    }

    /// Messages that didn't reach anybody, or may not have, and that no other stands in for.
    package var troubledMessages: [SentMessage] {
        messages.filter { sent in
            sent.settlement?.outcome.isTrouble == true
                && !messages.contains { $0.message.replaces == sent.message.id }
        }
    }

    /// 漏告知 of a notice, as it was recorded last; nil where nothing was.
    package func lateFinding(round: Int) -> LateFinding? { lateFindings.last { $0.round == round } }

    /// Whether a supervisor has let something of a notice go.
    package func isReleased(_ scope: Release.Scope, round: Int) -> Bool {
        switch scope {
        case .lateFinding: releasedFindings.contains(round)
        case .round: releases.contains { $0.scope == .round && $0.round == round }
        }
    }

    /// 上门指导 that was offered because of a notice; nil while nobody has answered.
    package func visit(round: Int) -> GuidanceVisit? { visits.last { $0.round == round } }

    package func isWithdrawn(_ number: DocumentNumber) -> Bool { withdrawals.contains { $0.number == number } }

    /// How a paper was served; the last time counts.
    package func service(of number: DocumentNumber) -> PaperService? { services.last { $0.document == number } }
}
