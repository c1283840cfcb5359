extension CaseEvent.Payload {
    /// The step that an event records; nil for one that anybody may cause who may change a case at all.
    package var step: CaseStep? {
        switch self {
        case .received, .bundled, .particularsChanged, .materialRecorded, .materialCleared, .spotCorrected,
            .ineligible, .eligibilityRestored, .gapsSettled, .visitAnswered:
            .judge
        case .noticeIssued, .noticeWithdrawn, .lateFindingRecorded, .correctionExtended: .issueNotice
        case .correctionReceived: .returnPapers
        case .accepted, .gapsPromised, .cardIssued: .accept
        case .routed: .route
        case .withdrawn: .withdraw
        case .abandoned: .abandon
        case .refused: .refuse
        case .clockStopped: .stopClock
        case .clockResumed: .resumeClock
        case .termExtended: .extendTerm
        case .released: .release
        case .life(let event): event.step
        case .identityRevealed, .paperIssued, .served, .messageQueued, .messageSettled: nil
        }
    }
}

extension LifeEvent {
    /// The step that it records; nil for what is only noted beside one.
    package var step: CaseStep? {
        switch self {
        case .dispatched: .dispatch
        case .recalled: .recall
        case .waived: .waive
        case .booked: .book
        case .handed: .handOver
        case .inspected: .inspect
        case .reviewed: .review
        case .sentBack: .sendBack
        case .decided(let decision): decision.outcome == .approved ? .approve : .deny
        case .licensed: .license
        case .deliveryPlanned: .planDelivery
        case .delivered: .deliver
        case .archived: .archive
        case .reassigned: .reassign
        case .rated: .rate
        case .ratingAnswered: .answerRating
        case .expiryContacted: .remindOfExpiry
        case .licenceEnded: .endLicence
        case .attemptRefused, .covered, .lookExplained: nil
        }
    }
}
