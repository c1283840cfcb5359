extension Office {
    /// 督办升级: when a window's or a clerk's work shows a light, and who sees to what is over its term.
    package struct Escalation: Hashable, Sendable {
        /// 停滞: working days without anything happening from which on a case that waits for the desk counts as idle.
        package var idleDays = 3
        package var yellow = Threshold([.dueToday: 1, .idle: 1])
        package var red = Threshold([.overdue: 1])
        /// The fewest days overdue first.
        package var steps: [Step] = []

        /// 绿灯、黄灯、红灯.
        package enum Light: String, Vocabulary {
            case green, yellow, red
        }

        /// What a light goes by.
        package enum Count: String, Vocabulary {
            case waiting, overdue, idle
            case dueToday = "due-today"
        }

        /// A light is on as soon as any of its counts is reached.
        package struct Threshold: Hashable, Sendable {
            package let counts: [Count: Int]

            package init(_ counts: [Count: Int]) { self.counts = counts }

            package func isReached(by row: DayBoard.Row) -> Bool {
                counts.contains { count, least in
                    switch count {
                    case .waiting: row.waiting >= least
                    case .overdue: row.overdue >= least
                    case .idle: row.idle >= least
                    case .dueToday: row.dueToday >= least
                    }
                }
            }
        }

        /// Whoever sees to a case from so many days on.
        package struct Step: Hashable, Sendable {
            /// In working days behind the last day.
            package let overdue: Int
            /// 科长, 分管领导.
            package let title: String
            package let english: String
            /// Nil where the office names the post alone.
            package let account: ClerkID?

            package init(overdue: Int, title: String, english: String, account: ClerkID? = nil) {
                self.overdue = overdue
                self.title = title
                self.english = english
                self.account = account
            }
        }

        package init() {}

        package func light(of row: DayBoard.Row) -> Light {
            red.isReached(by: row) ? .red : yellow.isReached(by: row) ? .yellow : .green
        }

        /// Whoever sees to a case that is so many working days overdue; the first of them for one that isn't over yet.
        package func step(overdue days: Int) -> Step? { steps.last { $0.overdue <= days } ?? steps.first }
    }
}
