package import CaseDomain

/// What the queue screen asks for.
package struct QueueQuery: Hashable, Sendable {
    /// Which cases.
    package var filter: QueueFilter
    /// Whose cases, and from which windows; both this and the filter must hold.
    package var scope: QueueScope
    /// Part of the applicant's name, by eye or by ear (pinyin, initials), of a case number (ours or the province's), of a
    /// phone number or of a credit code; empty for no search. What counts as the same is `SearchText`'s business.
    package var search: String
    package var sort: QueueSort
    package var descending: Bool
    /// The day that "overdue" and "deemed accepted" are reckoned on.
    package var today: CivilDate

    package init(
        filter: QueueFilter = .all, scope: QueueScope = .everything, search: String = "", sort: QueueSort = .due,
        descending: Bool = false, today: CivilDate
    ) {
        self.filter = filter
        self.scope = scope
        self.search = search
        self.sort = sort
        self.descending = descending
        self.today = today
    }
}

/// The views of the queue.
package enum QueueFilter: Hashable, Sendable {
    case all
    /// Somebody has to do something: being checked, deemed accepted, or waiting for correction.
    case open
    case state(CaseState)
    /// A clock has run out, whosever it is and whatever the state.
    case overdue
    case dueToday
    /// Open, and left under an old regime by a cut-over.
    case runOut([RunOutScope])
    /// 催办: waiting for correction, the last day of which is near or over.
    case correctionDue(through: CivilDate)
    /// 需督办: open, with so many notices behind it.
    case supervised(fromRound: Int)
    /// 等我办: the next move is the desk's: being checked, deemed accepted included.
    case waiting
    /// 补正已交回: being checked again, after a notice and what came in upon it.
    case returned
    /// 容缺未补: accepted with gaps of which some are still owed. Sorted by due day, such a queue goes by the first day on
    /// which any of them was promised (`QueueRow.owed`), not by the day of the decision.
    case gapsAgeing
    /// 在办: accepted and to be decided.
    case inProgress
    /// 待发证、待送达: approved, and the applicant hasn't the licence yet.
    case afterDecision

    /// The states of a view that is several of them and nothing else; nil for any other.
    package var states: [QueueState]? {
        switch self {
        case .inProgress: [.accepted, .acceptedWithGaps, .inspecting, .rectifying, .inspected, .reviewed]
        case .afterDecision: [.approved, .licensed]
        default: nil
        }
    }

    package var isRunOut: Bool {
        if case .runOut = self { return true }
        return false
    }

    /// Whether both are the same view, though a day or a rule may have changed what belongs to it.
    package func isSameView(as other: QueueFilter) -> Bool {
        switch (self, other) {
        case (.runOut, .runOut), (.correctionDue, .correctionDue), (.supervised, .supervised): true
        default: self == other
        }
    }
}

/// Whose cases a queue shows, and from where.
package struct QueueScope: Hashable, Sendable {
    /// 我的: the cases that this clerk has in hand; nil for everybody's.
    package var clerk: ClerkID?
    /// 本窗口、本区域: the cases taken in at any of these windows; empty for all windows. A region of the office file is
    /// its windows.
    package var windows: [String]

    package static let everything = QueueScope()

    package init(clerk: ClerkID? = nil, windows: [String] = []) {
        self.clerk = clerk
        self.windows = windows
    }
}

/// The columns a queue can be sorted by. Ties are broken by the order of receipt; a descending queue turns that round
/// as well. Texts are compared by their code points.
package enum QueueSort: String, Vocabulary {
    /// The running clock's last day; cases without a clock come last, in a descending queue too.
    case due
    case number, applicant, matter
    /// The state that events decide, then the due day: within those being checked, the deemed accepted come first.
    case state
    case round, window, clerk, received
}

/// Where in the sorted queue a page begins.
package enum QueueAnchor: Hashable, Sendable {
    case first
    case last
    /// The rows behind this one.
    case after(QueueRow)
    /// The rows before this one.
    case before(QueueRow)
    /// This row, wherever it stands now, and the rows behind it.
    case at(QueueRow)
}

/// A stretch of the queue, always in display order, whichever way it was asked for.
package struct QueuePage: Hashable, Sendable {
    package let rows: [QueueRow]
    /// Whether there are rows before the first and behind the last of these.
    package let hasEarlier: Bool
    package let hasLater: Bool

    package init(rows: [QueueRow], hasEarlier: Bool, hasLater: Bool) {
        self.rows = rows
        self.hasEarlier = hasEarlier
        self.hasLater = hasLater
    }
}

/// One line of the queue: what the screen shows, kept beside the events so that no case need be folded for it.
package struct QueueRow: Hashable, Sendable {
    /// The store's own key; breaks ties in every order.
    package let key: Int64
    package let number: CaseNumber
    package let externalNumber: String?
    package let applicant: String
    package let phone: String?
    package let uscc: String?
    package let matter: Matter
    package let action: Action
    package let subject: Subject?
    package let marks: TermSet<Mark>
    package let items: TermSet<Item>
    package let state: QueueState
    /// 补正轮次.
    package let round: Int
    /// The last day of the running clock.
    package let due: CivilDate?
    /// False where the due day lies in a year whose holidays aren't loaded.
    package let dueIsCertain: Bool
    /// 容缺: the first day by which something still owed was promised; the day of acceptance where nothing was promised.
    /// Nil unless something is owed.
    package let owed: CivilDate?
    package let received: Moment
    package let window: String
    package let clerk: ClerkID
    package let revision: Revision

    package init(
        key: Int64, number: CaseNumber, externalNumber: String?, applicant: String, phone: String?, uscc: String?,
        matter: Matter, action: Action, subject: Subject?, marks: TermSet<Mark>, items: TermSet<Item>,
        state: QueueState, round: Int, due: CivilDate?, dueIsCertain: Bool, owed: CivilDate?, received: Moment,
        window: String, clerk: ClerkID, revision: Revision
    ) {
        self.key = key
        self.number = number
        self.externalNumber = externalNumber
        self.applicant = applicant
        self.phone = phone
        self.uscc = uscc
        self.matter = matter
        self.action = action
        self.subject = subject
        self.marks = marks
        self.items = items
        self.state = state
        self.round = round
        self.due = due
        self.dueIsCertain = dueIsCertain
        self.owed = owed
        self.received = received
        self.window = window
        self.clerk = clerk
        self.revision = revision
    }

    /// Whether somebody at the desk still has to do something.
    package var isOpen: Bool { state == .checking || state == .awaitingCorrection }

    /// The state as it reads on a day, which may differ from the stored one where a clock has run out.
    package func state(on today: CivilDate) -> CaseState {
        if state == .checking, let due, today > due { return .deemedAccepted }
        return state.caseState
    }
}

/// The states that events alone decide, numbered for the store. `deemedAccepted` is not among them: only a day makes it.
package enum QueueState: Int, CaseIterable, Sendable {
    case checking = 0
    case awaitingCorrection = 1
    case accepted = 2
    case acceptedWithGaps = 3
    case routed = 4
    case withdrawn = 5
    case abandoned = 6
    case refused = 7
    case inspecting = 8
    case rectifying = 9
    case inspected = 10
    case reviewed = 11
    case approved = 12
    case denied = 13
    case licensed = 14
    case delivered = 15
    case archived = 16

    package init(_ file: CaseFile) {
        let state = CaseState(file)
        // Only `deemedAccepted` has no number, and no event makes it.
        self = Self.allCases.first { $0.caseState == state } ?? .checking
    }

    package var caseState: CaseState {
        switch self {
        case .checking: .checking
        case .awaitingCorrection: .awaitingCorrection
        case .accepted: .accepted
        case .acceptedWithGaps: .acceptedWithGaps
        case .routed: .routed
        case .withdrawn: .withdrawn
        case .abandoned: .abandoned
        case .refused: .refused
        case .inspecting: .inspecting
        case .rectifying: .rectifying
        case .inspected: .inspected
        case .reviewed: .reviewed
        case .approved: .approved
        case .denied: .denied
        case .licensed: .licensed
        case .delivered: .delivered
        case .archived: .archived
        }
    }
}
