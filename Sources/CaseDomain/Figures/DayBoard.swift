/// 今日看板: how the work stands at one moment, by window and clerk.
package struct DayBoard: Hashable, Sendable {
    package let today: CivilDate
    package let rows: [Row]

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
        package var dueToday = 0
        package var overdue = 0
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
    }

    package init(today: CivilDate, rows: [Row]) {
        self.today = today
        self.rows = rows
    }
}
