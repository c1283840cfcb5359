package import ScreenKit
import CaseDomain
import TextLayout

/// Draws the desk: a pure function from its state to a frame.
package enum DeskView {
    /// Under this size nothing useful fits, and the desk says so instead of drawing half a screen.
    package static let smallest = Size(rows: 20, columns: 60)

    package static func draw(_ state: DeskState, _ desk: Desk) -> Frame {
        state.tutor.map { TutorView.draw($0, state, desk) } ?? drawDesk(state, desk)
    }

    /// The desk without what may stand over it.
    static func drawDesk(_ state: DeskState, _ desk: Desk) -> Frame {
        var canvas = Canvas(size: state.size)
        let strip = state.tutor == nil ? 0 : TutorView.rows
        guard state.size.rows + strip >= smallest.rows, state.size.columns >= smallest.columns else {
            canvas.write(
                desk.say(Phrases.Desk.tooSmall), at: Position(row: 0, column: 0), role: .warn,
                maxColumns: state.size.columns)
            return Frame(grid: canvas.grid, cursor: nil, title: title(state, desk))
        }
        var area = canvas.bounds
        Banner.draw(state, desk, into: &canvas, in: area.splitTop(1))
        let hints = FooterHints.hints(for: state, desk)
        drawFooter(hints, into: &canvas, in: area.splitBottom(2))
        drawStatus(state, desk, into: &canvas, in: area.splitBottom(1))
        var cursor: Position?
        if state.paper != nil {
            NoticeView.draw(state, desk, into: &canvas, in: area)
        } else if state.work != nil {
            cursor = CaseView.draw(state, desk, into: &canvas, in: area)
        } else {
            cursor = QueueView.draw(state, desk, into: &canvas, in: area)
        }
        if state.modal != nil { cursor = ModalView.draw(state, desk, into: &canvas) }
        return Frame(grid: canvas.grid, cursor: cursor, title: title(state, desk))
    }

    /// Rows of the screen that belong to the banner, the status line and the footer.
    static let chromeRows = 4

    private static func drawFooter(_ hints: [KeyHint], into canvas: inout Canvas, in rect: Rect) {
        _ = Footer(hints).draw(into: &canvas, in: rect)
    }

    private static func drawStatus(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        if let status = state.status {
            status.draw(into: &canvas, in: rect)
        } else if state.writing != nil {
            StatusLine(.info, desk.say(Phrases.Desk.saving)).draw(into: &canvas, in: rect)
        } else {
            let standing = PrintReducer.progress(state, desk) ?? MessageReducer.standing(state, desk)
            standing?.draw(into: &canvas, in: rect)
        }
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
        let right = "\(window)\(desk.clerk.text)  \(today) \(weekday) \(state.now.clock) "
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
