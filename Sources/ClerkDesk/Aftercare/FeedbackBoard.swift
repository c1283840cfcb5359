package import CaseDomain
package import CaseStore

/// 反馈: what the desk knows of it, whether it is on the screen or not.
package struct FeedbackInbox: Hashable, Sendable {
    /// As the store was last read; nil before that.
    package var sheet: FeedbackSheet?
    package var ratings: [BadRating] = []
    package var reading: Int?
    package var readingRatings: Int?
    /// The story that is being fetched to be shown.
    package var readingStory: Int?
    /// When it is looked at again; nil before the first look.
    package var next: Moment?

    /// Answers that wait for a clerk.
    package func unread(by clerk: ClerkID) -> [Feedback] {
        (sheet?.items ?? []).filter { $0.isUnread && $0.firstAsked == clerk }
    }

    mutating func forget(_ id: Int) {
        if reading == id { reading = nil }
        if readingRatings == id { readingRatings = nil }
        if readingStory == id { readingStory = nil }
    }

    /// Puts one in that was just written.
    mutating func put(_ feedback: Feedback) {
        guard let sheet else { return }
        let others = sheet.items.filter { $0.number != feedback.number }
        self.sheet = FeedbackSheet(
            counter: sheet.counter, items: (others + [feedback]).sorted { $0.number < $1.number })
    }
}

/// 反馈 on the screen.
package struct FeedbackBoard: Hashable, Sendable {
    package var view = View.open
    package var cursor = 0

    package enum View: String, CaseIterable, Hashable, Sendable {
        /// Nobody has answered.
        case open
        /// What this clerk wrote down.
        case mine
        /// 差评 that aren't put right.
        case ratings
        case all
    }

    package enum Row: Hashable, Sendable {
        case feedback(Feedback)
        case rating(BadRating)
    }

    /// What the view shows; what somebody waits for longest stands first.
    func rows(_ inbox: FeedbackInbox, _ desk: Desk) -> [Row] {
        let items = inbox.sheet?.items ?? []
        switch view {
        case .open: return items.filter(\.isWaiting).map { .feedback($0) }
        case .mine: return items.filter { $0.firstAsked == desk.clerk }.map { .feedback($0) }
        case .ratings: return inbox.ratings.map { .rating($0) }
        case .all: return items.map { .feedback($0) }
        }
    }
}
