/// What a case's clocks run from and stop at, folded from its events.
package struct CaseTimeline: Hashable, Sendable {
    /// In the order in which they happened.
    package private(set) var steps: [Step]
    /// 中止计时, in the order in which they happened; only the last may still be open.
    package private(set) var stops: [Stop] = []
    /// 延长期限, which the law allows once: nothing after the first counts.
    package private(set) var extended: TermExtension?

    package struct Step: Hashable, Sendable {
        package let kind: Kind
        package let day: CivilDate

        package enum Kind: Hashable, Sendable {
            /// Papers came in, for the first time or as corrected.
            case papers
            /// A notice went out: its place among the case's notices.
            case notice(Int)
            case accepted, routed, withdrawn, abandoned, refused
            case dispatched, inspected, decided, licensed, delivered
        }
    }

    package struct Stop: Hashable, Sendable {
        package let reason: StopReason
        /// Why, and how long it takes, in the words of whoever stopped it.
        package let note: String
        package let from: CivilDate
        /// Nil while the clock stands still.
        package fileprivate(set) var through: CivilDate?
    }

    init(papersOn day: CivilDate) {
        steps = [Step(kind: .papers, day: day)]
    }

    /// The day on which the applicant withdrew; nil where he didn't.
    var withdrawnOn: CivilDate? { steps.last { $0.kind == .withdrawn }?.day }

    package var isStopped: Bool { stops.last.map { $0.through == nil } ?? false }

    mutating func add(_ kind: Step.Kind, on day: CivilDate) { steps.append(Step(kind: kind, day: day)) }

    /// A notice that was taken back answers nothing: the clock runs on from the papers.
    mutating func takeBackNotice(_ place: Int) { steps.removeAll { $0.kind == .notice(place) } }

    /// A clock that stands still can't be stopped again, and one that runs can't be resumed.
    mutating func stop(_ reason: StopReason, _ note: String, on day: CivilDate) {
        if !isStopped { stops.append(Stop(reason: reason, note: note, from: day, through: nil)) }
    }

    mutating func resume(on day: CivilDate) {
        if isStopped { stops[stops.count - 1].through = max(day, stops[stops.count - 1].from) }
    }

    mutating func extend(_ extension: TermExtension) {
        if extended == nil { extended = `extension` }
    }

    /// The stretches that don't count, a stop that is still open as if it ended on a day.
    package func pauses(closing day: CivilDate?) -> [ClockPause] {
        stops.compactMap { stop in
            (stop.through ?? day.map { max($0, stop.from) }).map { ClockPause(after: stop.from, through: $0) }
        }
    }
}

/// 延长期限: granted before the term was over, and told to the applicant with the reason.
package struct TermExtension: Hashable, Sendable, Codable {
    /// In the unit of the term.
    package let days: Int
    package let approvedBy: String
    package let reason: String

    package init(days: Int, approvedBy: String, reason: String) {
        self.days = days
        self.approvedBy = approvedBy
        self.reason = reason
    }
}

/// Days that a clock leaves out. As with every term the day of the event isn't part of it: the day on which a hearing is
/// ordered still counts, the day on which it ends doesn't.
package struct ClockPause: Hashable, Sendable {
    package let after: CivilDate
    package let through: CivilDate

    package init(after: CivilDate, through: CivilDate) {
        self.after = after
        self.through = through
    }

    package func covers(_ day: CivilDate) -> Bool { day > after && day <= through }
}
