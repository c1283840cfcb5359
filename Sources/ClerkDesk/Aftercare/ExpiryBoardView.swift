import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws the ledger of licences that run out: a row a firm, and below all licences of the one under the cursor.
enum ExpiryBoardView {
    /// The title with the views, and the heading.
    private static let headRows = 2

    private static func detailRows(_ size: Size) -> Int { size.rows >= 30 ? 7 : size.rows >= 24 ? 5 : 3 }

    static func listHeight(_ size: Size) -> Int {
        max(1, size.rows - DeskView.chromeRows - headRows - detailRows(size))
    }

    static func draw(_ board: ExpiryBoard, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        var area = rect
        drawTitle(board, desk, into: &canvas, in: area.splitTop(1))
        let columns = ExpiryColumns(columns: rect.columns)
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.withClip(head) { canvas in
            for column in columns.all where column.kind != .mark {
                canvas.write(
                    TextFit.truncated(desk.say(column.title), toColumns: column.width),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
        let detail = area.splitBottom(min(detailRows(state.size), max(0, area.rows - 1)))
        drawRows(board, state, desk, columns, into: &canvas, in: area)
        drawDetail(board, state, desk, into: &canvas, in: detail)
    }

    private static func drawTitle(
        _ board: ExpiryBoard, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        let marks = board.marks.isEmpty ? "" : desk.say(Phrases.Bulk.marked, ["count": String(board.marks.count)])
        let count =
            board.count.map { desk.say(Phrases.Expiry.count, ["count": String($0)]) }
            ?? desk.say(Phrases.Queue.counting)
        let right = "\(marks)  \(count) "
        let rightColumns = TextWidth.columns(of: right)
        canvas.withClip(rect) { canvas in
            let used = canvas.write(
                " \(desk.say(DeskPlace.expiry.phrase)) ", at: Position(row: 0, column: 0), role: .title)
            canvas.write(desk.say(board.view.phrase), at: Position(row: 0, column: used + 1), role: .accent)
            canvas.write(right, at: Position(row: 0, column: rect.columns - rightColumns), role: .dim)
        }
    }

    private static func drawRows(
        _ board: ExpiryBoard, _ state: DeskState, _ desk: Desk, _ columns: ExpiryColumns, into canvas: inout Canvas,
        in rect: Rect
    ) {
        guard !board.firms.isEmpty else {
            let words = board.reading == nil ? Phrases.Expiry.empty : Phrases.DayLog.reading
            canvas.withClip(rect) { canvas in
                canvas.write(desk.say(words), at: Position(row: 1, column: 2), role: .dim)
            }
            return
        }
        var scroll = ListScroll(count: board.firms.count)
        scroll.select(board.cursor, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let line = rect.line(offset)
            let firm = board.firms[place]
            canvas.mark(line, .row(place))
            canvas.withClip(line) { canvas in
                for column in columns.all {
                    let (text, role) = cell(column.kind, of: firm, board, state, desk)
                    canvas.write(
                        TextFit.truncated(SafeText.singleLine(text), toColumns: column.width),
                        at: Position(row: 0, column: column.start), role: role)
                }
            }
            if place == board.cursor { canvas.restyle(line, \.onSelection) }
        }
    }

    private static func cell(
        _ kind: ExpiryColumns.Kind, of firm: FirmLicences, _ board: ExpiryBoard, _ state: DeskState, _ desk: Desk
    ) -> (String, StyleRole) {
        let last = firm.place.expiresOn
        switch kind {
        case .mark: return (board.marks.contains(firm.firm) ? "*" : "", .accent)
        case .firm: return (firm.applicant, .text)
        case .count: return (String(firm.licences.count), firm.licences.count > 1 ? .accent : .text)
        case .last: return (last.description, .text)
        case .left:
            let days = last.dayNumber - state.today.dayNumber
            return (ExpiryText.days(last, state.today, desk), days < 0 ? .bad : days < 30 ? .warn : .text)
        case .contact:
            let text = ExpiryText.contact(firm.contact, desk)
            return text.isEmpty ? (desk.say(Phrases.Expiry.untouched), .warn) : (text, .text)
        case .followUp:
            guard let day = ExpiryText.followUp(firm, desk) else { return ("", .text) }
            return (day.description, day <= state.today ? .warn : .dim)
        }
    }

    private static func drawDetail(
        _ board: ExpiryBoard, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        guard let firm = board.current, rect.rows > 1 else { return }
        var area = rect
        let rule = area.splitTop(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        let hidden = firm.licences.count - area.rows
        for (offset, licence) in firm.licences.prefix(area.rows).enumerated() {
            canvas.withClip(area.line(offset)) { canvas in
                let isLast = offset == area.rows - 1 && hidden > 0
                let text =
                    isLast
                    ? desk.say(Phrases.Expiry.more, ["count": String(hidden + 1)])
                    : SafeText.singleLine(desk.say(ExpiryText.label(licence.line)))
                let masked = isLast ? "" : MobileNumber(licence.line.phone)?.masked ?? ""
                canvas.write(
                    "\(text)  \(masked)", at: Position(row: 0, column: 1), role: isLast ? .dim : .label)
            }
        }
    }
}

/// How the columns of the ledger share a row; what is left goes to the firm's name.
struct ExpiryColumns {
    enum Kind: Hashable { case mark, firm, count, last, left, contact, followUp }

    struct Column {
        let kind: Kind
        let title: Phrase
        /// In terminal columns.
        let start: Int
        let width: Int
    }

    let all: [Column]

    /// - Parameter columns: terminal columns of the row.
    init(columns: Int) {
        typealias Words = Phrases.Expiry
        let isWide = columns >= 78
        var behind: [(Kind, Phrase, Int)] = [(.count, Words.licences, 4)]
        if isWide { behind.append((.last, Words.lastDay, 10)) }
        behind += [(.left, Words.left, 10), (.contact, Words.lastContact, columns >= 100 ? 28 : isWide ? 24 : 20)]
        if columns >= 100 { behind.append((.followUp, Words.followUp, 10)) }
        let fixed = behind.reduce(3) { $0 + $1.2 + 1 }
        let plan: [(Kind, Phrase, Int)] =
            [(.mark, Words.firm, 1), (.firm, Words.firm, max(8, columns - fixed - 1))] + behind
        var start = 0
        all = plan.map { kind, title, width in
            defer { start += width + 1 }
            return Column(kind: kind, title: title, start: start, width: width)
        }
    }
}
