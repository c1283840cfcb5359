/// What has become of a case since it was accepted, folded from its `LifeEvent`s.
package struct CaseProgress: Hashable, Sendable {
    /// The task that is out; nil while none is, and after its outcome.
    package private(set) var dispatch: Dispatched?
    /// In the order in which they were concluded.
    package private(set) var outcomes: [Concluded] = []
    package private(set) var waiver: InspectionWaiver?
    package private(set) var waivedOn: CivilDate?
    /// Of the task that is out.
    package private(set) var appointment: VideoAppointment?
    package private(set) var handovers: [PaperHandover] = []
    /// The review that waits for a decision, or led to it.
    package private(set) var review: Reviewed?
    package private(set) var decision: Decision?
    package private(set) var licence: IssuedLicence?
    /// The day on which it was made out, which may be later than the day that stands on it.
    package private(set) var licensedOn: CivilDate?
    package private(set) var deliveryPlan: DeliveryPlan?
    package private(set) var delivery: Delivery?
    package private(set) var archiving: Archiving?
    package private(set) var rating: Rating?
    package private(set) var ratedOn: CivilDate?
    package private(set) var ratingAnswers: [RatingAnswer] = []
    /// 差评整改: the day on which the matter was put right.
    package private(set) var ratingSettledOn: CivilDate?
    package private(set) var expiryContacts: [Contacted] = []
    package private(set) var licenceEnding: LicenceEnding?
    /// 越权被拒: each clerk, step and day once.
    package private(set) var attempts: [Attempted] = []
    /// 代办: each clerk, colleague and day once.
    package private(set) var covers: [Covered] = []

    /// Somebody tried on a day what he may not do.
    package struct Attempted: Hashable, Sendable {
        package let attempt: RefusedAttempt
        package let by: ClerkID
        package let on: CivilDate

        package init(attempt: RefusedAttempt, by: ClerkID, on: CivilDate) {
            self.attempt = attempt
            self.by = by
            self.on = on
        }
    }

    /// Somebody worked on a day in a colleague's place.
    package struct Covered: Hashable, Sendable {
        package let colleague: ClerkID
        package let by: ClerkID
        package let on: CivilDate

        package init(colleague: ClerkID, by: ClerkID, on: CivilDate) {
            self.colleague = colleague
            self.by = by
            self.on = on
        }
    }

    /// A task, and when it was given.
    package struct Dispatched: Hashable, Sendable {
        package let dispatch: InspectionDispatch
        package let on: CivilDate
    }

    /// An outcome with the task that it answers.
    package struct Concluded: Hashable, Sendable {
        package let outcome: InspectionOutcome
        /// Nil where somebody went without a task.
        package let dispatched: CivilDate?
    }

    package struct Reviewed: Hashable, Sendable {
        package let review: CaseReview
        package let by: ClerkID
        package let on: CivilDate
    }

    /// A contact about the end of the licence, and when it was made.
    package struct Contacted: Hashable, Sendable {
        package let contact: ExpiryContact
        package let on: CivilDate
    }

    package init() {}

    mutating func apply(_ event: LifeEvent, _ stamp: EventStamp) {
        let day = stamp.at.date
        switch event {
        case .dispatched(let dispatch):
            self.dispatch = Dispatched(dispatch: dispatch, on: day)
            (waiver, waivedOn) = (nil, nil)
        case .recalled:
            dispatch = nil
            appointment = nil
        case .waived(let waiver): (self.waiver, waivedOn) = (waiver, day)
        case .booked(let appointment): self.appointment = appointment
        case .handed(let handover): handovers.append(handover)
        case .inspected(let outcome):
            outcomes.append(Concluded(outcome: outcome, dispatched: dispatch?.on))
            dispatch = nil
            appointment = nil
        case .reviewed(let review): self.review = Reviewed(review: review, by: stamp.by, on: day)
        case .sentBack: review = nil
        case .decided(let decision): self.decision = decision
        case .licensed(let licence): (self.licence, licensedOn) = (licence, day)
        case .deliveryPlanned(let plan): deliveryPlan = plan
        case .delivered(let delivery): self.delivery = delivery
        case .archived(let archiving): self.archiving = archiving
        case .rated(let rating): (self.rating, ratedOn) = (rating, day)
        case .ratingAnswered(let answer):
            ratingAnswers.append(answer)
            if answer.isSettled, ratingSettledOn == nil { ratingSettledOn = day }
        case .expiryContacted(let contact): expiryContacts.append(Contacted(contact: contact, on: day))
        case .licenceEnded(let ending): licenceEnding = ending
        case .attemptRefused(let attempt):
            let attempted = Attempted(attempt: attempt, by: stamp.by, on: day)
            if !attempts.contains(attempted) { attempts.append(attempted) }
        case .covered(let cover):
            let covered = Covered(colleague: cover.colleague, by: stamp.by, on: day)
            if !covers.contains(covered) { covers.append(covered) }
        case .reassigned, .lookExplained: break
        }
    }

    /// The state that progress has brought an accepted case to; nil where nothing has happened since the acceptance.
    package var state: CaseState? {
        if archiving != nil { return .archived }
        if delivery != nil { return .delivered }
        if licence != nil { return .licensed }
        switch decision?.outcome {
        case .approved: return .approved
        case .denied: return .denied
        case nil: break
        }
        if review != nil { return .reviewed }
        if dispatch != nil { return .inspecting }
        if let last = outcomes.last { return last.outcome.result == .rectify ? .rectifying : .inspected }
        return waiver == nil ? nil : .inspected
    }

    /// A bad rating that isn't put right yet; nil where there is none.
    package var openBadRating: (rating: Rating, on: CivilDate)? {
        guard let rating, let ratedOn, rating.level.isBad, !ratingAnswers.contains(where: \.isSettled) else {
            return nil
        }
        return (rating, ratedOn)
    }

    /// 一次通过: whether the first look was enough; nil while nobody has looked.
    package var passedAtFirst: Bool? { outcomes.first.map { $0.outcome.result == .passed } }
}
