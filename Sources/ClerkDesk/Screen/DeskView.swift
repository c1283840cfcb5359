package import ScreenKit
import CaseDomain
import TextLayout

/// Draws the desk: a pure function from its state to a frame.
package enum DeskView {
    /// Under this size nothing useful fits, and the desk says so instead of drawing half a screen.
    package static let smallest = Size(rows: 20, columns: 60)

    package static func draw(_ state: DeskState, _ desk: Desk) -> Frame {
        guard let tutor = state.tutor, !state.lock.isLocked else { return drawDesk(state, desk) }
        return TutorView.draw(tutor, state, desk)
    }

    /// The desk without what may stand over it.
    static func drawDesk(_ state: DeskState, _ desk: Desk) -> Frame {
        var canvas = Canvas(size: state.size, widths: state.look.widths)
        if state.lock.isLocked { return LockView.draw(state, desk, into: &canvas) }
        guard !SmallScreen.isMeant(state) else {
            SmallScreen.draw(state, desk, into: &canvas)
            return Frame(grid: canvas.grid, cursor: nil, title: title(state, desk), theme: state.look.theme)
        }
        var area = canvas.bounds
        Banner.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let hints = state.pending.isEmpty ? FooterHints.hints(for: state, desk) : ChordHints.hints(state, desk)
        drawFooter(hints, into: &canvas, in: area.splitBottom(2))
        drawStatus(state, desk, into: &canvas, in: area.splitBottom(1))
        var cursor: Position?
        if state.paper != nil {
            NoticeView.draw(state, desk, into: &canvas, in: area)
        } else if state.work != nil {
            cursor = CaseView.draw(state, desk, into: &canvas, in: area)
        } else if state.tickets.isOpen {
            TicketView.draw(state, desk, into: &canvas, in: area)
        } else if state.supervision.isOpen {
            BoardView.draw(state, desk, into: &canvas, in: area)
        } else if state.inspection.isOpen {
            InspectionView.draw(state, desk, into: &canvas, in: area)
        } else if let board = state.aftercare.expiry {
            ExpiryBoardView.draw(board, state, desk, into: &canvas, in: area)
        } else if let board = state.aftercare.feedback {
            FeedbackView.draw(board, state, desk, into: &canvas, in: area)
        } else {
            cursor = QueueView.draw(state, desk, into: &canvas, in: area)
        }
        if state.modal != nil { cursor = ModalView.draw(state, desk, into: &canvas) }
        var frame = Frame(grid: canvas.grid, cursor: cursor, title: title(state, desk), theme: state.look.theme)
        frame.areas = canvas.areas
        return frame
    }

    /// Rows of the screen that belong to the banner, the status line and the footer.
    static let chromeRows = 4

    private static func drawFooter(_ hints: [KeyHint], into canvas: inout Canvas, in rect: Rect) {
        _ = Footer(hints).draw(into: &canvas, in: rect)
    }

    private static func drawStatus(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        if !state.pending.isEmpty {
            // A chord is named while it is being pressed; what was said stays for when it is over.
            let begun = desk.say(Phrases.Keys.follows, ["keys": ChordHints.begun(state)])
            StatusLine(.info, begun).draw(into: &canvas, in: rect)
        } else if let status = state.status {
            status.draw(into: &canvas, in: rect)
            drawWaiting(state.board, into: &canvas, in: rect)
        } else if state.writing != nil {
            StatusLine(.info, desk.say(Phrases.Desk.saving)).draw(into: &canvas, in: rect)
        } else {
            let standing =
                PrintReducer.progress(state, desk) ?? MessageReducer.standing(state, desk)
                ?? FeedbackReducer.standing(state, desk)
            standing?.draw(into: &canvas, in: rect)
        }
    }

    /// How many messages stand behind the one that is shown.
    private static func drawWaiting(_ board: StatusBoard, into canvas: inout Canvas, in rect: Rect) {
        guard !board.waiting.isEmpty else { return }
        let count = " +\(board.waiting.count)"
        canvas.write(count, at: Position(row: rect.row, column: rect.endColumn - count.count), role: .badge)
    }

    private static func title(_ state: DeskState, _ desk: Desk) -> String {
        let name = desk.say(Phrases.Desk.product)
        guard let file = state.work?.file else { return name }
        return "\(name) \(file.number.text)"
    }
}

/// The first row: whose desk this is, and when.
enum Banner {
    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        canvas.fill(rect, role: .banner)
        let today = state.today
        let weekday = desk.say(Phrases.weekdays[today.weekday - 1])
        let window = desk.window.isEmpty ? "" : desk.say(Phrases.Desk.window, ["window": desk.window]) + "  "
        let ticket = TicketView.bannerMark(state, desk)
        let right = "\(ticket)\(window)\(desk.name(of: desk.clerk))  \(today) \(weekday) \(state.now.clock) "
        let rightColumns = TextWidth.columns(of: right)
        var left = " \(desk.say(Phrases.Desk.product)) "
        canvas.withClip(rect) { canvas in
            if desk.isDemo {
                let mark = " \(desk.say(Phrases.Desk.demo)) "
                canvas.write(left, at: Position(row: 0, column: 0), role: .banner)
                let column = TextWidth.columns(of: left)
                canvas.write(mark, at: Position(row: 0, column: column), role: .bannerWarn)
                left = String(repeating: " ", count: column + TextWidth.columns(of: mark))
            }
            let room = rect.columns - rightColumns - TextWidth.columns(of: left) - 1
            let office = TextFit.truncated(SafeText.singleLine(desk.office.name), toColumns: max(0, room))
            canvas.write(office, at: Position(row: 0, column: TextWidth.columns(of: left)), role: .banner)
            if !desk.isDemo { canvas.write(left, at: Position(row: 0, column: 0), role: .banner) }
            canvas.write(right, at: Position(row: 0, column: rect.columns - rightColumns), role: .banner)
        }
    }
}
