package import CaseDomain

/// What a store knows of its cases as figures. One source for the board, the reports and the commands.
///
/// A case counts for the window and the clerk who have it in hand now, and under the matter that it is about now.
package protocol FigureStoring: Sendable {
    /// How the work stands, by window and clerk.
    ///
    /// - Parameters:
    ///   - today: the day that "due", "overdue" and "today" are reckoned on.
    ///   - idleSince: the day before which a case was worked on last that counts as idle.
    func dayBoard(on today: CivilDate, idleSince: CivilDate) throws(StoreError) -> DayBoard

    /// What was counted in a period.
    func figures(_ query: FigureQuery) throws(StoreError) -> FigureSheet

    /// The cases behind a figure, in the order of receipt.
    ///
    /// - Parameters:
    ///   - query: the period and whose cases; its grouping doesn't matter.
    ///   - key: of the last case that the caller has; nil for the first.
    func cases(
        measured measures: [Measure], in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow]

    /// The cases in whose notices something was found wrong, in the order of receipt.
    ///
    /// - Parameter defect: its count doesn't matter.
    func cases(
        with defect: FigureSheet.DefectCount, in query: FigureQuery, after key: Int64?, limit: Int
    ) throws(StoreError) -> [QueueRow]

    /// The cases behind a number of the day board: those whose clock runs out first at the top, those without one last;
    /// what was counted today in the order of receipt.
    ///
    /// - Parameter last: the last case that the caller has; nil for the first.
    func cases(on board: BoardQuery, after last: QueueRow?, limit: Int) throws(StoreError) -> [QueueRow]
}

/// Which number of the day board, and whose.
package struct BoardQuery: Hashable, Sendable {
    package let figure: DayBoard.Figure
    /// Nil for all.
    package var window: String?
    package var clerk: ClerkID?
    package let today: CivilDate
    package let idleSince: CivilDate

    package init(
        _ figure: DayBoard.Figure, window: String? = nil, clerk: ClerkID? = nil, today: CivilDate, idleSince: CivilDate
    ) {
        self.figure = figure
        self.window = window
        self.clerk = clerk
        self.today = today
        self.idleSince = idleSince
    }
}

extension DayBoard {
    /// Whether a case stands in one of the columns that are about how the work stands.
    ///
    /// - Parameters:
    ///   - due: the last day of the running clock.
    ///   - workedOn: the day on which it was worked on last.
    ///   - idleSince: the day before which that counts as idle.
    package static func counts(
        _ state: QueueState, due: CivilDate?, workedOn: CivilDate, as figure: Figure, on today: CivilDate,
        idleSince: CivilDate
    ) -> Bool {
        switch figure {
        case .waiting: state == .checking
        case .awaiting: state == .awaitingCorrection
        case .inHand: state.isInHand
        case .dueToday: state.isDesks && due == today
        case .overdue: state.isDesks && (due.map { $0 < today } ?? false)
        case .idle: state.isDesksMove && workedOn < idleSince
        case .afterDecision: state == .approved || state == .licensed
        case .receivedToday, .decidedToday: false
        }
    }
}

extension QueueState {
    /// 在办: accepted, and not decided yet.
    package var isInHand: Bool {
        switch self {
        case .accepted, .acceptedWithGaps, .inspecting, .rectifying, .inspected, .reviewed: true
        case .checking, .awaitingCorrection, .routed, .withdrawn, .abandoned, .refused, .approved, .denied, .licensed,
            .delivered, .archived:
            false
        }
    }

    /// Whether a decision or a correction is still to come: a clock that has run out matters to somebody.
    package var isUndecided: Bool { isDesks || self == .awaitingCorrection }

    /// Whether the clock that runs is the desk's own.
    package var isDesks: Bool { self == .checking || isInHand }

    /// Whether the next move is the desk's: neither the applicant corrects papers or puts something right, nor fetches
    /// the licence.
    package var isDesksMove: Bool { self == .checking || self == .approved || isInHand && self != .rectifying }

    /// Whether a day board has a column for it.
    package var isOnBoard: Bool { isDesks || self == .awaitingCorrection || self == .approved || self == .licensed }
}

extension FigureQuery {
    package func admits(_ row: QueueRow) -> Bool {
        (window.map { $0.utf8.elementsEqual(row.window.utf8) } ?? true)
            && (clerk.map { $0.text.utf8.elementsEqual(row.clerk.text.utf8) } ?? true)
            && (matter.map { $0 == row.matter } ?? true)
    }
}
