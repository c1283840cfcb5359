/// 今日看板: how the work stands at one moment, by window and clerk.
package struct DayBoard: Hashable, Sendable {
    package let today: CivilDate
    /// In the order of the windows, then of the accounts; whoever has nothing isn't there.
    package let rows: [Row]
    /// Whether every case is counted. A store that an earlier program made counts its cases in the background.
    package let isComplete: Bool

    /// One clerk at one window.
    package struct Row: Hashable, Sendable {
        package let window: String
        package let clerk: ClerkID
        /// 等我办: the next move is the desk's, before the acceptance.
        package var waiting = 0
        /// 待补正.
        package var awaiting = 0
        /// 在办: accepted, and not decided yet.
        package var inHand = 0
        /// The last day of the desk's own clock: of what waits or is in hand.
        package var dueToday = 0
        package var overdue = 0
        /// The last day of what is overdue for longest; nil where nothing is.
        package var oldestDue: CivilDate?
        /// 停滞: the desk's move, and nothing has happened for the office's number of working days.
        package var idle = 0
        /// 待发证、待送达.
        package var afterDecision = 0
        /// 今日收件、今日办结.
        package var receivedToday = 0
        package var decidedToday = 0

        package init(window: String, clerk: ClerkID) {
            self.window = window
            self.clerk = clerk
        }

        /// Takes in the last day of something that is overdue.
        package mutating func note(overdue due: CivilDate) { oldestDue = min(oldestDue ?? due, due) }

        package subscript(figure: Figure) -> Int {
            get { self[keyPath: figure.path] }
            set { self[keyPath: figure.path] = newValue }
        }
    }

    /// What is counted in a row.
    package enum Figure: String, Vocabulary {
        case waiting, awaiting
        case inHand = "in-hand"
        case dueToday = "due-today"
        case overdue, idle
        case afterDecision = "after-decision"
        case receivedToday = "received-today"
        case decidedToday = "decided-today"

        fileprivate var path: WritableKeyPath<Row, Int> {
            switch self {
            case .waiting: \.waiting
            case .awaiting: \.awaiting
            case .inHand: \.inHand
            case .dueToday: \.dueToday
            case .overdue: \.overdue
            case .idle: \.idle
            case .afterDecision: \.afterDecision
            case .receivedToday: \.receivedToday
            case .decidedToday: \.decidedToday
            }
        }
    }

    package init(today: CivilDate, rows: [Row], isComplete: Bool = true) {
        self.today = today
        self.rows = rows
        self.isComplete = isComplete
    }
}
