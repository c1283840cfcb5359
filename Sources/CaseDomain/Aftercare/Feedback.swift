/// 反馈: something that doesn't go as it should, told upwards by a clerk and answered back to him.
package enum FeedbackKind: String, Vocabulary {
    /// 办不成事: what an applicant came for and couldn't get done.
    case unsolved
    /// 系统问题.
    case system
    /// 窗口问题.
    case window
    /// 企业诉求.
    case request
}

/// The running number of something told.
package struct FeedbackNumber: Hashable, Sendable, Comparable {
    package let count: Int

    package init(_ count: Int) { self.count = count }

    private static let letter: Character = "F"

    /// Reads a number as it is shown; the letter may be small or missing.
    package init?(_ text: String) {
        let digits = text.first.map { $0.uppercased() == String(Self.letter) } == true ? text.dropFirst() : text[...]
        guard let count = Int(digits), count > 0 else { return nil }
        self.count = count
    }

    package var text: String { "\(Self.letter)\(count)" }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

/// What is told, as it was first written down.
package struct FeedbackOpening: Hashable, Sendable, Codable {
    package let kind: FeedbackKind
    package let words: String
    /// Who told it; empty where the clerk noticed it himself.
    package let from: String
    /// The window where it was told.
    package let window: String
    /// The case that it is about; nil where it is about none.
    package let number: CaseNumber?

    package init(kind: FeedbackKind, words: String, from: String, window: String, number: CaseNumber?) {
        self.kind = kind
        self.words = words
        self.from = from
        self.window = window
        self.number = number
    }
}

/// What happened to something told. Only ever appended.
package enum FeedbackDeed: Hashable, Sendable, Codable {
    case opened(opening: FeedbackOpening)
    /// 上报, to whoever can do something about it.
    case passedUp(to: String, words: String)
    /// 答复: it comes back to the clerk who opened it.
    case answered(words: String)
    /// The clerk who opened it has read the answer.
    case read
    case closed(words: String)
}

package struct FeedbackEvent: Hashable, Sendable {
    /// The place in the log of all feedback, from 1.
    package let sequence: Int
    package let number: FeedbackNumber
    package let deed: FeedbackDeed
    package let stamp: EventStamp

    package init(sequence: Int, number: FeedbackNumber, deed: FeedbackDeed, stamp: EventStamp) {
        self.sequence = sequence
        self.number = number
        self.deed = deed
        self.stamp = stamp
    }
}

/// Something told as it stands, folded from its events.
package struct Feedback: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case open
        case passedUp = "passed-up"
        case answered
        case closed
    }

    package let number: FeedbackNumber
    package let opening: FeedbackOpening
    package let openedAt: Moment
    /// 首问: who wrote it down, for good.
    package let firstAsked: ClerkID
    package private(set) var state = State.open
    /// Whose turn it is, as an account or a name.
    package private(set) var owner: String
    /// The last answer, and who gave it; nil before the first.
    package private(set) var answer: Answer?
    /// Whether an answer waits for the clerk who opened it.
    package private(set) var isUnread = false
    package private(set) var lastChange: Moment

    package struct Answer: Hashable, Sendable {
        package let words: String
        package let by: ClerkID
        package let at: Moment
    }

    /// - Returns: nil where it doesn't begin with an opening.
    package init?(_ history: some Sequence<FeedbackEvent>) {
        var feedback: Feedback?
        for event in history {
            if feedback == nil { feedback = Feedback(event) } else { feedback?.apply(event) }
        }
        guard let feedback else { return nil }
        self = feedback
    }

    private init?(_ event: FeedbackEvent) {
        guard case .opened(let opening) = event.deed else { return nil }
        number = event.number
        self.opening = opening
        openedAt = event.stamp.at
        firstAsked = event.stamp.by
        owner = event.stamp.by.text
        lastChange = event.stamp.at
    }

    package mutating func apply(_ event: FeedbackEvent) {
        lastChange = event.stamp.at
        switch event.deed {
        case .opened: break
        case .passedUp(let to, _): (state, owner) = (.passedUp, to)
        case .answered(let words):
            answer = Answer(words: words, by: event.stamp.by, at: event.stamp.at)
            (state, owner) = (.answered, firstAsked.text)
            isUnread = event.stamp.by != firstAsked
        case .read: isUnread = false
        case .closed: (state, isUnread) = (.closed, false)
        }
    }

    /// Why a deed can't be done; nil where it can.
    package func refusal(of deed: FeedbackDeed, by clerk: ClerkID) -> FeedbackRefusal? {
        switch deed {
        case .opened: .openedTwice(number)
        case .passedUp, .answered, .closed: state == .closed ? .isClosed(number) : nil
        case .read: isUnread && clerk == firstAsked ? nil : .nothingToRead(number)
        }
    }

    /// The last day by which it should be answered.
    package func due(at office: Office, _ calendar: WorkingCalendar) -> CivilDate? {
        office.aftercare.feedbackDays[opening.kind].map { calendar.ledger($0, from: openedAt.date).result }
    }

    /// Working days since it was told.
    package func age(on today: CivilDate, _ calendar: WorkingCalendar) -> Int {
        calendar.workingDays(after: openedAt.date, through: today)
    }

    package var isClosed: Bool { state == .closed }
    /// Whether somebody still has to find an answer.
    package var isWaiting: Bool { state == .open || state == .passedUp }
}

/// What somebody wants to do.
package enum FeedbackAct: Hashable, Sendable {
    case open(FeedbackOpening)
    case change(FeedbackNumber, FeedbackDeed)
}

/// Why nothing was done.
package enum FeedbackRefusal: Error, Hashable, Sendable {
    case noSuchFeedback(FeedbackNumber)
    case isClosed(FeedbackNumber)
    case nothingToRead(FeedbackNumber)
    case openedTwice(FeedbackNumber)
    /// The words spell somebody's identity number, which nobody could mask or erase there.
    case identityNumber
}

extension FeedbackDeed {
    /// What somebody has written in it.
    package var words: [String] {
        switch self {
        case .opened(let opening): [opening.words, opening.from]
        case .passedUp(_, let words), .answered(let words), .closed(let words): [words]
        case .read: []
        }
    }

    /// The deed's name in the log and in JSON.
    package var kind: String {
        switch self {
        case .opened: "opened"
        case .passedUp: "passed-up"
        case .answered: "answered"
        case .read: "read"
        case .closed: "closed"
        }
    }
}
