import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws the queue.
enum QueueView {
    private static let headRows = 3
    /// From so many columns on the case under the cursor stands beside the list.
    private static let twoPanes = 120

    /// Rows of the list at a screen size.
    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - headRows) }

    static func hasPreview(_ size: Size) -> Bool { size.columns >= twoPanes }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) -> Position? {
        var area = rect
        QueueTabsView.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let cursor = drawSearch(state, desk, into: &canvas, in: area.splitTop(1))
        if hasPreview(state.size) {
            let beside = area.splitRight(PreviewView.columns)
            PreviewView.draw(state, desk, into: &canvas, in: beside)
        }
        let columns = QueueColumns(columns: area.columns)
        drawHeader(columns, state, desk, into: &canvas, in: area.splitTop(1))
        QueueRowsView.draw(state, desk, columns, into: &canvas, in: area)
        return cursor
    }

    private static func drawSearch(
        _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) -> Position? {
        let query = state.queue.query
        let order = desk.say(query.descending ? Phrases.Queue.descending : Phrases.Queue.ascending)
        let count =
            state.queue.count.map { desk.say(Phrases.Queue.count, ["count": String($0)]) }
            ?? desk.say(Phrases.Queue.counting)
        let marks = state.queue.marks.count
        let marked = marks == 0 ? "" : desk.say(Phrases.Bulk.marked, ["count": String(marks)]) + "  "
        let right = "\(marked)\(desk.say(Phrases.Queue.sort)): \(desk.say(query.sort.phrase)) \(order)  \(count) "
        let rightColumns = TextWidth.columns(of: right)
        let label = " \(desk.say(Phrases.Queue.search)): "
        let labelColumns = TextWidth.columns(of: label)
        let field = Rect(
            row: rect.row, column: rect.column + labelColumns, rows: 1,
            columns: max(4, rect.columns - labelColumns - rightColumns - 2))
        canvas.withClip(rect) { canvas in
            canvas.write(label, at: Position(row: 0, column: 0), role: .label)
            canvas.write(right, at: Position(row: 0, column: rect.columns - rightColumns), role: .dim)
        }
        return state.queue.searchField.draw(
            into: &canvas, in: field, focused: state.queue.isSearching,
            placeholder: desk.say(Phrases.Queue.searchHint))
    }

    private static func drawHeader(
        _ columns: QueueColumns, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.fill(rect, role: .header)
        let query = state.queue.query
        let sorted = QueueColumns.kind(of: query.sort)
        canvas.withClip(rect) { canvas in
            for column in columns.all {
                let isOwner = column.kind == .clerk && query.filter.isRunOut
                let title = desk.say(isOwner ? Phrases.Queue.owner : column.title)
                let sign = column.kind == sorted ? (query.descending ? "v" : "^") : ""
                let room = column.width - TextWidth.columns(of: sign)
                canvas.write(
                    TextFit.truncated(title, toColumns: room, ellipsis: "") + sign,
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
    }
}

extension CaseState {
    var role: StyleRole {
        switch self {
        case .checking, .inspecting, .inspected, .reviewed: .accent
        case .awaitingCorrection, .rectifying: .warn
        case .accepted, .acceptedWithGaps, .approved, .licensed: .good
        case .deemedAccepted: .bad
        case .routed, .withdrawn, .abandoned, .refused, .denied, .delivered, .archived: .dim
        }
    }
}

extension QueueSort {
    var phrase: Phrase {
        switch self {
        case .due: Phrases.Queue.due
        case .number: Phrases.Queue.number
        case .applicant: Phrases.Queue.applicant
        case .matter: Phrases.Queue.matterSort
        case .state: Phrases.Queue.state
        case .round: Phrases.Views.rounds
        case .window: Phrases.Queue.window
        case .clerk: Phrases.Queue.clerk
        case .received: Phrases.Queue.received
        }
    }
}
