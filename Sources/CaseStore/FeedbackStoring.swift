package import CaseDomain
import Synchronization

/// 反馈 of a store. What happened to each is only ever appended; how it stands is folded from that.
package protocol FeedbackStoring: Sendable {
    /// Writes something down, or does something about it, after everything that anybody did before.
    ///
    /// - Returns: how it is now, or why nothing was done. When the call returns it survives a power cut.
    func perform(
        _ act: FeedbackAct, stamp: EventStamp
    ) throws(StoreError) -> Result<Feedback, FeedbackRefusal>

    /// Everything that isn't closed, and what was closed lately, oldest first.
    ///
    /// - Parameters:
    ///   - since: what was closed earlier is left out.
    ///   - counter: of the sheet that the caller has; nil where he has none.
    /// - Returns: nil where nothing has happened since.
    func feedback(closedSince since: Moment, counter: Int?) throws(StoreError) -> FeedbackSheet?

    /// Who did what about it, and when.
    func feedbackHistory(of number: FeedbackNumber) throws(StoreError) -> [FeedbackEvent]

    /// 差评 that aren't put right yet, oldest first.
    func openBadRatings(limit: Int) throws(StoreError) -> [BadRating]
}

/// What was told, as it was at one moment.
package struct FeedbackSheet: Hashable, Sendable {
    /// The place in the log of the last event; 0 before the first.
    package let counter: Int
    package let items: [Feedback]

    package init(counter: Int, items: [Feedback]) {
        self.counter = counter
        self.items = items
    }
}

/// A case with a bad rating.
package struct BadRating: Hashable, Sendable {
    package let number: CaseNumber
    package let applicant: String
    package let window: String
    package let clerk: ClerkID
    package let level: Rating.Level
    package let on: CivilDate

    package init(
        number: CaseNumber, applicant: String, window: String, clerk: ClerkID, level: Rating.Level, on: CivilDate
    ) {
        self.number = number
        self.applicant = applicant
        self.window = window
        self.clerk = clerk
        self.level = level
        self.on = on
    }

    /// The last day on which it should be put right.
    package func due(at office: Office, _ calendar: WorkingCalendar) -> CivilDate {
        calendar.ledger(office.aftercare.rating.days, from: on).result
    }
}

extension FeedbackAct {
    /// The event that it makes; what every store runs inside its write.
    ///
    /// - Parameters:
    ///   - history: of the feedback that it changes; empty for a new one.
    ///   - next: the number that a new one gets.
    package func event(
        after history: [FeedbackEvent], next: FeedbackNumber, sequence: Int, stamp: EventStamp
    ) throws(FeedbackRefusal) -> FeedbackEvent {
        let deed: FeedbackDeed
        switch self {
        case .open(let opening): deed = .opened(opening: opening)
        case .change(let number, let change):
            guard let feedback = Feedback(history) else { throw .noSuchFeedback(number) }
            if let refusal = feedback.refusal(of: change, by: stamp.by) { throw refusal }
            deed = change
        }
        guard !deed.words.contains(where: ResidentID.isSpelled(in:)) else { throw .identityNumber }
        return FeedbackEvent(sequence: sequence, number: number ?? next, deed: deed, stamp: stamp)
    }

    package var number: FeedbackNumber? {
        switch self {
        case .open: nil
        case .change(let number, _): number
        }
    }
}

extension InMemoryCaseStore: FeedbackStoring {
    package func perform(
        _ act: FeedbackAct, stamp: EventStamp
    ) throws(StoreError) -> Result<Feedback, FeedbackRefusal> {
        contents.withLock { contents in
            let last = contents.feedback.map(\.number.count).max() ?? 0
            let history = contents.feedback.filter { $0.number == act.number }
            do throws(FeedbackRefusal) {
                let event = try act.event(
                    after: history, next: FeedbackNumber(last + 1), sequence: contents.feedback.count + 1, stamp: stamp)
                guard let feedback = Feedback(history + [event]) else { throw .noSuchFeedback(event.number) }
                contents.feedback.append(event)
                return .success(feedback)
            } catch {
                return .failure(error)
            }
        }
    }

    package func feedback(closedSince since: Moment, counter: Int?) throws(StoreError) -> FeedbackSheet? {
        contents.withLock { contents in
            guard contents.feedback.count != counter else { return nil }
            let numbers = Set(contents.feedback.map(\.number)).sorted()
            let items = numbers.compactMap { number in Feedback(contents.feedback.filter { $0.number == number }) }
            return FeedbackSheet(
                counter: contents.feedback.count, items: items.filter { !$0.isClosed || $0.lastChange >= since })
        }
    }

    package func feedbackHistory(of number: FeedbackNumber) throws(StoreError) -> [FeedbackEvent] {
        contents.withLock { $0.feedback.filter { $0.number == number } }
    }

    package func openBadRatings(limit: Int) throws(StoreError) -> [BadRating] {
        contents.withLock { contents in
            let open = contents.cases.compactMap { entry -> BadRating? in
                guard let (rating, on) = entry.file.progress.openBadRating else { return nil }
                return BadRating(
                    number: entry.number, applicant: entry.row.applicant, window: entry.row.window,
                    clerk: entry.row.clerk, level: rating.level, on: on)
            }
            return Array(
                open.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
                    .prefix(limit).map(\.element))
        }
    }
}
