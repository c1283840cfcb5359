package import CaseDomain
package import CaseStore
import ScreenKit
import TextLayout

/// What is known of the case under the cursor beyond its row.
package struct QueuePreview: Hashable, Sendable {
    /// The row that is shown. It follows the cursor when that rests: a list that is run through would otherwise paint a
    /// case beside it for every row.
    package var row: QueueRow?
    package var asked: Asked?
    /// What has happened to a case, oldest first.
    package var events: Events?

    package struct Asked: Hashable, Sendable {
        package let effect: Int
        package let number: CaseNumber
    }

    package struct Events: Hashable, Sendable {
        package let number: CaseNumber
        /// The case is read again when it isn't at this revision any more.
        package let revision: Revision
        package let events: [CaseEvent]
    }

    package init() {}
}

/// Reads what the preview shows beside the row, once the cursor rests.
enum PreviewReducer {
    static func tick(_ state: inout DeskState) -> [Effect] {
        follow(&state)
        guard state.work == nil, QueueView.hasPreview(state.size), let row = state.queue.current else { return [] }
        let preview = state.queue.preview
        guard preview.asked == nil, preview.events?.number != row.number || preview.events?.revision != row.revision
        else { return [] }
        let effect = state.effect(.glance(row.number))
        state.queue.preview.asked = QueuePreview.Asked(effect: effect.id, number: row.number)
        return [effect]
    }

    /// Shows the row under the cursor.
    static func follow(_ state: inout DeskState) { state.queue.preview.row = state.queue.current }

    static func take(_ events: [CaseEvent], _ id: Int, _ state: inout DeskState) {
        guard let asked = state.queue.preview.asked, asked.effect == id else { return }
        state.queue.preview.asked = nil
        guard let row = state.queue.current, row.number == asked.number else { return }
        state.queue.preview.events = QueuePreview.Events(
            number: asked.number, revision: row.revision, events: events)
    }

    /// What couldn't be read isn't asked for again at every tick: an erased case stays so.
    ///
    /// - Returns: false where this wasn't read for the preview.
    static func failed(_ id: Int, _ state: inout DeskState) -> Bool {
        guard state.queue.preview.asked?.effect == id else { return false }
        take([], id, &state)
        return true
    }
}

/// Draws the case under the cursor beside the list.
enum PreviewView {
    /// Terminal columns beside the list.
    static let columns = 38
    private static let labelColumns = 9

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.withClip(rect) { canvas in
            for row in 0..<rect.rows { canvas.write("|", at: Position(row: row, column: 0), role: .border) }
        }
        guard let row = state.queue.preview.row ?? state.queue.current else { return }
        var area = Rect(row: rect.row, column: rect.column + 2, rows: rect.rows, columns: max(0, rect.columns - 2))
        let name = LineBreaking.lines(SafeText.singleLine(row.applicant), columns: max(4, area.columns))
        // Two rows whatever the name, so that nothing below moves from case to case.
        for place in 0..<2 {
            let line = area.splitTop(1)
            canvas.withClip(line) { canvas in
                guard name.indices.contains(place) else { return }
                let text = place == 1 && name.count > 2 ? name[1] + ".." : name[place]
                canvas.write(
                    TextFit.truncated(text, toColumns: line.columns), at: Position(row: 0, column: 0), role: .title)
            }
        }
        for (label, value, role) in facts(row, state, desk) {
            let line = area.splitTop(1)
            canvas.withClip(line) { canvas in
                canvas.write(label, at: Position(row: 0, column: 0), role: .label, maxColumns: labelColumns)
                canvas.write(
                    TextFit.truncated(SafeText.singleLine(value), toColumns: max(0, line.columns - labelColumns)),
                    at: Position(row: 0, column: labelColumns), role: role)
            }
        }
        _ = area.splitTop(1)
        drawEvents(row, state, desk, into: &canvas, in: area)
    }

    private static func facts(_ row: QueueRow, _ state: DeskState, _ desk: Desk) -> [(String, String, StyleRole)] {
        let names = RowNames(desk, state)
        let days = names.cell(.days, of: row)
        let due = names.query.day(row).map { " (\($0.description))" } ?? ""
        let rounds =
            row.round == 0
            ? desk.say(Phrases.Preview.noRound)
            : desk.say(Phrases.Preview.roundText, ["round": String(row.round)])
        return [
            (desk.say(Phrases.Queue.number), row.number.text, .text),
            (desk.say(Phrases.Preview.external), row.externalNumber ?? "-", row.externalNumber == nil ? .dim : .text),
            (desk.say(Phrases.Preview.matter), names.cell(.matter, of: row).0, .text),
            (desk.say(Phrases.Preview.state), names.cell(.state, of: row).0, names.cell(.state, of: row).1),
            (desk.say(Phrases.Preview.clock), days.0 + due, days.1),
            (desk.say(Phrases.Preview.round), rounds, names.cell(.round, of: row).1),
            (desk.say(Phrases.Preview.window), "\(row.window)  \(desk.name(of: row.clerk))", .text),
            (desk.say(Phrases.Preview.received), "\(row.received.date) \(row.received.clock)", .text),
            (desk.say(Phrases.Preview.phone), phone(row, desk), .text),
        ]
    }

    /// Enough to recognise it, too little to call it.
    private static func phone(_ row: QueueRow, _ desk: Desk) -> String {
        guard let phone = row.phone, !phone.isEmpty else { return desk.say(Phrases.Preview.noPhone) }
        return MobileNumber(phone)?.masked ?? MatchMark.covered(phone, keeping: 4)
    }

    private static func drawEvents(
        _ row: QueueRow, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        guard let known = state.queue.preview.events, known.number == row.number, !known.events.isEmpty else { return }
        var area = rect
        canvas.withClip(area.splitTop(1)) { canvas in
            canvas.write(desk.say(Phrases.Preview.events), at: Position(row: 0, column: 0), role: .label)
        }
        let lines = HistoryText.lines(of: known.events, checklist: nil, desk: desk).reversed().flatMap {
            LineBreaking.lines(SafeText.singleLine($0), columns: max(4, area.columns))
        }
        for line in lines.prefix(area.rows) {
            let place = area.splitTop(1)
            canvas.withClip(place) { canvas in canvas.write(line, at: Position(row: 0, column: 0), role: .dim) }
        }
    }
}
