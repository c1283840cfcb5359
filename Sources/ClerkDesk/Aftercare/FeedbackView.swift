import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// Draws what was told and what came of it: a row each, and below the words of the one under the cursor.
enum FeedbackView {
    private static let headRows = 2

    private static func detailRows(_ size: Size) -> Int { size.rows >= 24 ? 5 : 3 }

    static func listHeight(_ size: Size) -> Int {
        max(1, size.rows - DeskView.chromeRows - headRows - detailRows(size))
    }

    static func draw(
        _ board: FeedbackBoard, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        var area = rect
        drawTitle(board, state, desk, into: &canvas, in: area.splitTop(1))
        let columns = FeedbackColumns(board.view, columns: rect.columns)
        let head = area.splitTop(1)
        canvas.fill(head, role: .header)
        canvas.withClip(head) { canvas in
            for column in columns.all {
                canvas.write(
                    TextFit.truncated(desk.say(column.title), toColumns: column.width),
                    at: Position(row: 0, column: column.start), role: .header)
            }
        }
        let rows = board.rows(state.aftercare.inbox, desk)
        let detail = area.splitBottom(min(detailRows(state.size), max(0, area.rows - 1)))
        guard !rows.isEmpty else {
            let words = board.view == .ratings ? Phrases.Ratings.noneOpen : Phrases.Feedback.empty
            canvas.withClip(area) { canvas in
                canvas.write(desk.say(words), at: Position(row: 1, column: 2), role: .dim)
            }
            return
        }
        drawRows(rows, board, state, desk, columns, into: &canvas, in: area)
        drawDetail(rows, board, desk, into: &canvas, in: detail)
    }

    private static func drawTitle(
        _ board: FeedbackBoard, _ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.withClip(rect) { canvas in
            var column = canvas.write(
                " \(desk.say(DeskPlace.feedback.phrase)) ", at: Position(row: 0, column: 0), role: .title)
            for view in FeedbackBoard.View.allCases {
                let count = FeedbackBoard(view: view).rows(state.aftercare.inbox, desk).count
                let role: StyleRole = view == board.view ? .accent : .dim
                let mark =
                    view == board.view ? "[\(desk.say(view.phrase)) \(count)]" : " \(desk.say(view.phrase)) \(count) "
                column += canvas.write(mark, at: Position(row: 0, column: column), role: role)
            }
        }
    }

    private static func drawRows(
        _ rows: [FeedbackBoard.Row], _ board: FeedbackBoard, _ state: DeskState, _ desk: Desk,
        _ columns: FeedbackColumns, into canvas: inout Canvas, in rect: Rect
    ) {
        var scroll = ListScroll(count: rows.count)
        scroll.select(board.cursor, height: rect.rows)
        for (offset, place) in scroll.visible(height: rect.rows).enumerated() {
            let line = rect.line(offset)
            canvas.mark(line, .row(place))
            canvas.withClip(line) { canvas in
                for column in columns.all {
                    let (text, role) = cell(column.kind, of: rows[place], state.today, desk)
                    canvas.write(
                        TextFit.truncated(SafeText.singleLine(text), toColumns: column.width),
                        at: Position(row: 0, column: column.start), role: role)
                }
            }
            if place == board.cursor { canvas.restyle(line, \.onSelection) }
        }
    }

    private static func cell(
        _ kind: FeedbackColumns.Kind, of row: FeedbackBoard.Row, _ today: CivilDate, _ desk: Desk
    ) -> (String, StyleRole) {
        switch row {
        case .feedback(let feedback): return cell(kind, of: feedback, today, desk)
        case .rating(let rating): return cell(kind, of: rating, today, desk)
        }
    }

    private static func cell(
        _ kind: FeedbackColumns.Kind, of feedback: Feedback, _ today: CivilDate, _ desk: Desk
    ) -> (String, StyleRole) {
        switch kind {
        case .number: return (feedback.number.text, .text)
        case .what: return (desk.say(feedback.opening.kind.phrase), .text)
        case .state:
            if feedback.isUnread { return (desk.say(Phrases.Feedback.unreadMark), .good) }
            return (desk.say(feedback.state.phrase), feedback.isWaiting ? .warn : .dim)
        case .age: return (String(feedback.age(on: today, desk.clocks.calendar)), .text)
        case .left:
            guard let (text, isOver) = FeedbackText.wait(feedback, today, desk) else { return ("", .dim) }
            return (text, isOver ? .bad : .text)
        case .owner: return (desk.office.staff.name(of: ClerkID(feedback.owner)), .text)
        case .words: return (feedback.opening.words, .text)
        }
    }

    private static func cell(
        _ kind: FeedbackColumns.Kind, of rating: BadRating, _ today: CivilDate, _ desk: Desk
    ) -> (String, StyleRole) {
        switch kind {
        case .number: return (rating.number.text, .text)
        case .what: return (desk.say(rating.level.phrase), .bad)
        case .state: return (rating.on.description, .text)
        case .age: return (String(desk.clocks.calendar.workingDays(after: rating.on, through: today)), .text)
        case .left:
            let due = rating.due(at: desk.office, desk.clocks.calendar)
            guard let (text, isOver) = FeedbackText.left(due, today, desk) else { return ("", .dim) }
            return (text, isOver ? .bad : .text)
        case .owner: return ("\(rating.window) \(desk.office.staff.name(of: rating.clerk))", .text)
        case .words: return (rating.applicant, .text)
        }
    }

    private static func drawDetail(
        _ rows: [FeedbackBoard.Row], _ board: FeedbackBoard, _ desk: Desk, into canvas: inout Canvas, in rect: Rect
    ) {
        guard rect.rows > 1, rows.indices.contains(board.cursor), case .feedback(let feedback) = rows[board.cursor]
        else { return }
        var area = rect
        let rule = area.splitTop(1)
        canvas.horizontalRule(at: rule.origin, columns: rule.columns)
        let first = desk.say(
            Phrases.Feedback.firstAsked,
            [
                "name": desk.office.staff.name(of: feedback.firstAsked), "date": feedback.openedAt.date.description,
                "window": feedback.opening.window, "case": feedback.opening.number?.text ?? "",
            ])
        let answer = feedback.answer.map {
            desk.say(
                Phrases.Feedback.answerLine, ["name": desk.office.staff.name(of: $0.by), "words": $0.words])
        }
        let lines = [feedback.opening.words, answer ?? "", first].filter { !$0.isEmpty }.flatMap {
            LineBreaking.lines(SafeText.singleLine($0), columns: max(4, area.columns - 2))
        }
        for (offset, text) in lines.prefix(area.rows).enumerated() {
            canvas.withClip(area.line(offset)) { canvas in
                canvas.write(text, at: Position(row: 0, column: 1), role: .label)
            }
        }
    }
}

/// How the columns of the feedback share a row; what is left goes to the words.
struct FeedbackColumns {
    enum Kind: Hashable { case number, what, state, age, left, owner, words }

    struct Column {
        let kind: Kind
        let title: Phrase
        /// In terminal columns.
        let start: Int
        let width: Int
    }

    let all: [Column]

    /// - Parameter columns: terminal columns of the row.
    init(_ view: FeedbackBoard.View, columns: Int) {
        typealias Words = Phrases.Feedback
        let isRating = view == .ratings
        let isWide = columns >= 78
        var plan: [(Kind, Phrase, Int)] = [
            (.number, isRating ? Phrases.Queue.number : Words.number, isRating ? 12 : 5),
            (.what, isRating ? Phrases.Ratings.level : Words.kind, 10),
            (.state, isRating ? Phrases.Ratings.day : Words.state, isRating ? 10 : 8),
        ]
        if isWide { plan.append((.age, Words.age, 4)) }
        plan.append((.left, Words.limit, 8))
        if isWide { plan.append((.owner, Words.owner, columns >= 100 ? 16 : 10)) }
        let fixed = plan.reduce(1) { $0 + $1.2 + 1 }
        plan.append((.words, isRating ? Phrases.Queue.applicant : Words.words, max(6, columns - fixed - 1)))
        var start = 1
        all = plan.map { kind, title, width in
            defer { start += width + 1 }
            return Column(kind: kind, title: title, start: start, width: width)
        }
    }
}
