import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws a list of cases on the board.
enum ListingView {
    private static let otherRows = 2

    static func listHeight(_ size: Size) -> Int { max(1, size.rows - DeskView.chromeRows - otherRows) }

    /// The columns that there is room for; the applicant gets the rest.
    private enum Kind { case number, applicant, reason, state, days, window, clerk, to }

    private struct Column {
        let kind: Kind
        let title: Phrase
        let start: Int
        let width: Int
    }

    private static func columns(_ columns: Int, hasReasons: Bool) -> [Column] {
        var plan: [(Kind, Phrase, Int)] = [
            (.number, Phrases.Queue.number, 11), (.applicant, Phrases.Queue.applicant, 0),
        ]
        if hasReasons { plan.append((.reason, Phrases.Board.reason, 8)) }
        plan += [(.state, Phrases.Queue.state, 8), (.days, Phrases.Queue.days, 8)]
        if columns >= 78 { plan.append((.window, Phrases.Queue.window, 4)) }
        plan.append((.clerk, Phrases.Queue.clerk, 8))
        if columns >= 100 { plan.append((.to, Phrases.Board.goesTo, 22)) }
        let rest = max(6, columns - plan.reduce(0) { $0 + $1.2 } - plan.count - 1)
        var start = 1
        return plan.map { kind, title, width in
            let width = kind == .applicant ? rest : width
            defer { start += width + 1 }
            return Column(kind: kind, title: title, start: start, width: width)
        }
    }

    static func title(_ listing: CaseListing, isNamed: Bool, _ desk: Desk) -> String {
        let count = listing.entries.count
        let more = listing.hasLater ? Phrases.Board.atLeast : Phrases.Queue.count
        let counted =
            listing.isKnown ? desk.say(more, ["count": String(count)]) : desk.say(Phrases.Board.reading)
        let marks = listing.marks.count
        let marked = marks == 0 ? "" : "  " + desk.say(Phrases.Bulk.marked, ["count": String(marks)])
        return (isNamed ? "\(desk.say(listing.title))  " : "") + counted + marked
    }

    static func draw(
        _ listing: CaseListing, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var area = rect
        BoardTabsView.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let columns = columns(rect.columns, hasReasons: listing.parts.contains { $0.reason != nil })
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.withClip(head) { canvas in
            for column in columns {
                canvas.write(
                    TextFit.truncated(desk.say(column.title), toColumns: column.width, ellipsis: ""),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
        let entries = listing.entries
        guard !entries.isEmpty else {
            let words = listing.isKnown ? Phrases.Queue.empty : Phrases.Board.reading
            canvas.write(desk.say(words), at: Position(row: area.row + 1, column: 2), role: .dim)
            return
        }
        var scroll = ListScroll(count: entries.count)
        scroll.select(listing.cursor, height: area.rows)
        for (offset, place) in scroll.visible(height: area.rows).enumerated() {
            let entry = entries[place]
            canvas.withClip(area.line(offset)) { canvas in
                if listing.isMarked(entry.row) { canvas.write("*", at: Position(row: 0, column: 0), role: .accent) }
                for column in columns {
                    let (text, role) = cell(column.kind, entry, state, desk)
                    canvas.write(
                        TextFit.truncated(SafeText.singleLine(text), toColumns: column.width),
                        at: Position(row: 0, column: column.start), role: role)
                }
            }
            canvas.mark(area.line(offset), .row(place))
            if place == listing.cursor { canvas.restyle(area.line(offset), \.onSelection) }
        }
    }

    private static func cell(
        _ kind: Kind, _ entry: CaseListing.Entry, _ state: DeskState, _ desk: Desk
    ) -> (String, StyleRole) {
        let row = entry.row
        switch kind {
        case .number: return (row.number.text, .text)
        case .applicant: return (row.applicant, .text)
        case .reason: return (entry.reason.map { desk.say($0) } ?? "", .warn)
        case .state:
            let now = row.state(on: state.today)
            return (desk.say(now.phrase), now.role)
        case .days:
            let left = DaysLeft(due: row.due, isCertain: row.dueIsCertain, today: state.today, desk: desk)
            return (left.text, left.role)
        case .window: return (row.window, .dim)
        case .clerk: return (desk.office.staff.name(of: row.clerk), .dim)
        case .to: return (step(of: entry, state, desk)?.shown(desk) ?? "", .warn)
        }
    }

    /// Whoever sees to a case that is over its term, or that stands in a list because nobody has seen to it.
    static func step(
        of entry: CaseListing.Entry, _ state: DeskState, _ desk: Desk
    ) -> Office.Escalation.Step? {
        let isIdle = entry.reason == Phrases.Board.idle
        let days = entry.row.due.map { desk.clocks.calendar.workingDays(after: $0, through: state.today) } ?? 0
        guard isIdle || entry.row.due.map({ $0 < state.today }) == true else { return nil }
        return desk.office.escalation.step(overdue: days)
    }

    /// One case as a line.
    static func line(_ entry: CaseListing.Entry, _ state: DeskState, _ desk: Desk) -> String {
        [Kind.number, .applicant, .reason, .state, .days, .window, .clerk, .to].map { cell($0, entry, state, desk).0 }
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
