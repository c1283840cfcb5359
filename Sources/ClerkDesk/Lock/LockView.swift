import CaseDomain
import ScreenKit
import TextLayout

/// The locked desk: the window and the time, and nothing about any person.
enum LockView {
    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas) -> Frame {
        var area = canvas.bounds
        let banner = area.splitTop(1)
        canvas.fill(banner, role: .banner)
        canvas.write(" \(head(state, desk))", at: banner.origin, role: .banner, maxColumns: banner.columns)
        let field = String(repeating: "*", count: state.lock.typed.count)
        let note = note(state, desk)
        let rows = ModalBox(title: desk.say(Phrases.Lock.title), lines: lines(state, desk))
            .draw(into: &canvas, in: area, extraRows: 3, minColumns: 30)
        canvas.write("\(desk.say(Phrases.Lock.pin)): \(field)", at: rows.origin, role: .fieldFocused)
        if let note {
            canvas.write(
                note.text, at: Position(row: rows.row + 2, column: rows.column), role: note.isBad ? .error : .accent,
                maxColumns: rows.columns)
        }
        let column = rows.column + TextWidth.columns(of: "\(desk.say(Phrases.Lock.pin)): ") + state.lock.typed.count
        let cursor = Position(row: rows.row, column: column)
        return Frame(
            grid: canvas.grid, cursor: canvas.bounds.contains(cursor) ? cursor : nil,
            title: desk.say(Phrases.Desk.product),
            theme: state.look.theme)
    }

    private static func head(_ state: DeskState, _ desk: Desk) -> String {
        let window = desk.window.isEmpty ? "" : "  " + desk.say(Phrases.Desk.window, ["window": desk.window])
        return "\(desk.say(Phrases.Desk.product))\(window)  \(state.today) \(state.now.clock)"
    }

    private static func lines(_ state: DeskState, _ desk: Desk) -> [String] {
        switch state.lock.stage {
        case .choosing(nil):
            [
                desk.say(
                    Phrases.Lock.choose, ["fewest": String(PINRule.fewest), "most": String(PINRule.most)])
            ]
        case .choosing: [desk.say(Phrases.Lock.again)]
        case .shut: [desk.say(Phrases.Lock.shut), desk.say(Phrases.Lock.shutLater)]
        case .open, .finding, .asking, .working: [desk.say(Phrases.Lock.ask)]
        }
    }

    private static func note(_ state: DeskState, _ desk: Desk) -> (text: String, isBad: Bool)? {
        if state.lock.stage == .working { return (desk.say(Phrases.Lock.working), false) }
        let seconds = state.lock.waiting(at: state.now)
        if seconds > 0 { return (desk.say(Phrases.Lock.waits, ["seconds": String(seconds)]), true) }
        switch state.lock.said {
        case nil: return nil
        case .kept: return (desk.say(Phrases.Lock.kept), false)
        case .wrong: return (desk.say(Phrases.Lock.wrong), true)
        case .differs: return (desk.say(Phrases.Lock.differs), true)
        case .trouble: return (desk.say(Phrases.Lock.trouble), true)
        case .fault(let fault):
            return (
                desk.say(fault.phrase, ["fewest": String(PINRule.fewest), "most": String(PINRule.most)]), true
            )
        }
    }

    /// The same in lines.
    static func plain(_ state: DeskState, _ desk: Desk) -> [String] {
        [desk.say(Phrases.Lock.title)] + lines(state, desk) + [note(state, desk)?.text].compactMap(\.self)
    }
}
