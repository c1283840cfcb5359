/// 报表: a few tables under one title, as a value that every way of writing it down starts from.
package struct Report: Hashable, Sendable {
    package let title: String
    /// The office, the period, when it was made and from what: a line each.
    package let head: [String]
    package let tables: [ReportTable]
    /// What has to be known to read it, such as a figure that isn't complete.
    package let notes: [String]

    package init(title: String, head: [String], tables: [ReportTable], notes: [String]) {
        self.title = title
        self.head = head
        self.tables = tables
        self.notes = notes
    }
}

package struct ReportTable: Hashable, Sendable {
    package let title: String
    package let columns: [Column]
    /// As many cells in each as there are columns.
    package let rows: [[Cell]]

    package struct Column: Hashable, Sendable {
        package let name: String
        package let isNumber: Bool

        package init(_ name: String, isNumber: Bool = true) {
            self.name = name
            self.isNumber = isNumber
        }
    }

    package enum Cell: Hashable, Sendable {
        case text(String)
        case count(Int)
        /// Working days.
        case days(Int)
        case percent(Double)
        /// There was nothing to measure it on.
        case none

        /// As people read it.
        package var text: String {
            switch self {
            case .text(let text): text
            case .count(let count): String(count)
            case .days(let days): String(days)
            case .percent(let share): "\(Cell.tenths(share))%"
            case .none: "-"
            }
        }

        /// One digit behind the point; nothing is rounded up to a whole that it isn't.
        static func tenths(_ value: Double) -> String {
            let tenths = Int((value * 10).rounded())
            return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
        }
    }

    package init(_ title: String, _ columns: [Column], _ rows: [[Cell]]) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
