package import CaseDomain

/// 今日看板 as it stands on the screen: what the store counted, and how it is looked at.
package struct TodayBoard: Hashable, Sendable {
    package var board: DayBoard?
    package var grouping = Grouping.person
    /// By which column the rows are sorted; by window and clerk where none is chosen.
    package var sort: Column?
    package var isDescending = true
    /// The row under the cursor; all together at first.
    package var key = Key(window: nil, clerk: nil)
    package var column = Column.name

    package enum Grouping: String, CaseIterable, Hashable, Sendable {
        /// A clerk at a window.
        case person
        case window, clerk
    }

    /// Whose row it is; all together where it names neither.
    package struct Key: Hashable, Sendable {
        package let window: String?
        package let clerk: ClerkID?

        package init(window: String?, clerk: ClerkID?) {
            self.window = window
            self.clerk = clerk
        }

        package var isTotal: Bool { window == nil && clerk == nil }
    }

    package enum Column: Int, CaseIterable, Hashable, Sendable {
        case name, waiting, awaiting, inHand, dueToday, overdue, idle, afterDecision, receivedToday, decidedToday
    }

    package init() {}
}

extension TodayBoard.Column {
    /// What it counts; nil for the name, behind which stands all that is in hand.
    var figure: DayBoard.Figure? {
        switch self {
        case .name: nil
        case .waiting: .waiting
        case .awaiting: .awaiting
        case .inHand: .inHand
        case .dueToday: .dueToday
        case .overdue: .overdue
        case .idle: .idle
        case .afterDecision: .afterDecision
        case .receivedToday: .receivedToday
        case .decidedToday: .decidedToday
        }
    }
}

extension DayBoard.Row {
    package subscript(column: TodayBoard.Column) -> Int {
        column.figure.map { self[$0] } ?? waiting + awaiting + inHand + afterDecision
    }

    fileprivate mutating func add(_ other: DayBoard.Row) {
        for figure in DayBoard.Figure.allCases { self[figure] += other[figure] }
        if let due = other.oldestDue { note(overdue: due) }
    }
}

/// The rows of the board in the order of the screen, all together last.
struct TodayRows {
    struct Line {
        let key: TodayBoard.Key
        let row: DayBoard.Row
        let light: Office.Escalation.Light
        /// Whoever sees to what is over its term or lies idle; nil where nothing is.
        let step: Office.Escalation.Step?
        /// Working days that the oldest case of the row is overdue; 0 where none is known to be.
        let overdueDays: Int
    }

    let lines: [Line]

    init(_ state: DeskState, _ desk: Desk) {
        let today = state.supervision.today
        guard let board = today.board else {
            lines = []
            return
        }
        // Whoever supervises nobody sees the office's figures and his own: a board is no means to watch colleagues.
        let isOpen = desk.seesEverybody
        let key = { (row: DayBoard.Row) -> TodayBoard.Key in
            switch isOpen ? today.grouping : .person {
            case .person: TodayBoard.Key(window: row.window, clerk: row.clerk)
            case .window: TodayBoard.Key(window: row.window, clerk: nil)
            case .clerk: TodayBoard.Key(window: nil, clerk: row.clerk)
            }
        }
        var total = DayBoard.Row(window: "", clerk: ClerkID(""))
        var sums: [TodayBoard.Key: DayBoard.Row] = [:]
        for row in board.rows {
            total.add(row)
            guard isOpen || row.clerk == desk.clerk else { continue }
            let key = key(row)
            sums[key, default: DayBoard.Row(window: key.window ?? "", clerk: key.clerk ?? ClerkID(""))].add(row)
        }
        let sorted = sums.sorted { one, other in
            if let sort = today.sort, one.value[sort] != other.value[sort] {
                return (one.value[sort] > other.value[sort]) == today.isDescending
            }
            return (one.key.window ?? "", one.key.clerk?.text ?? "") < (
                other.key.window ?? "", other.key.clerk?.text ?? ""
            )
        }
        let all = sorted.map { ($0.key, $0.value) } + [(TodayBoard.Key(window: nil, clerk: nil), total)]
        lines = all.map { key, row in TodayRows.line(key, row, state.today, desk) }
    }

    private static func line(
        _ key: TodayBoard.Key, _ row: DayBoard.Row, _ today: CivilDate, _ desk: Desk
    ) -> Line {
        let days = row.oldestDue.map { max(0, desk.clocks.calendar.workingDays(after: $0, through: today)) } ?? 0
        let escalation = desk.office.escalation
        let isRaised = row.overdue > 0 || row.idle > 0
        return Line(
            key: key, row: row, light: escalation.light(of: row),
            step: isRaised ? escalation.step(overdue: days) : nil, overdueDays: row.overdue > 0 ? max(1, days) : 0)
    }

    /// The place of the cursor; all together where its row is gone.
    func place(of key: TodayBoard.Key) -> Int { lines.firstIndex { $0.key == key } ?? max(0, lines.count - 1) }

    func line(at key: TodayBoard.Key) -> Line? { lines.isEmpty ? nil : lines[place(of: key)] }
}

extension Desk {
    /// Whether figures may be told apart by window and clerk at this desk.
    package var seesEverybody: Bool { office.staff.roles(of: clerk).contains(.supervisor) }
}

extension Office.Escalation.Step {
    /// The post, and who holds it.
    func shown(_ desk: Desk) -> String {
        let title = desk.language == .zh ? title : english
        guard let account else { return title }
        return "\(title) \(desk.office.staff.name(of: account))"
    }
}
