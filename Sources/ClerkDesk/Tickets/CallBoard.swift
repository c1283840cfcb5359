package import CaseDomain
package import ScreenKit
import TextLayout

/// 大字叫号: one call in characters as large as there is room for.
enum CallLine {
    /// Has a background in every theme, without colours too.
    static let role = StyleRole.bannerWarn

    /// The whole sentence where it fits, else what matters of it.
    ///
    /// - Returns: nil where not even the number has room.
    static func big(_ ticket: TicketNumber, _ window: String, in size: Size) -> BigText? {
        let number = ticket.text
        return BigText(
            [
                ["请\(number)号到\(window)窗口"], ["请\(number)号", "到\(window)窗口"], ["\(number)号", "\(window)窗口"],
                [number, "\(window)窗口"], [number, window], [number],
            ], in: size)
    }
}

/// The display over a hall: the last call large, those before it below.
package struct CallBoard {
    private let office: Office
    private let region: String?
    private let language: Language

    /// - Parameter region: whose calls are shown; nil for everybody's.
    package init(_ office: Office, region: String?, language: Language) {
        self.office = office
        self.region = region
        self.language = language
    }

    /// Somebody who was called to a window; called again it is another one.
    package struct Call: Hashable, Sendable {
        package let ticket: TicketNumber
        package let window: String
        let place: Int
    }

    /// Everybody who is expected or sits at a window, the last call first.
    package func calls(_ book: TicketBook?) -> [Call] {
        let called = (book?.tickets ?? []).compactMap { ticket -> Call? in
            guard ticket.state.isAtWindow, let window = ticket.window, let place = ticket.announcedPlace,
                region == nil || office.region(of: window) == region
            else { return nil }
            return Call(ticket: ticket.number, window: window, place: place)
        }
        return called.sorted { $0.place > $1.place }
    }

    /// The call as one ordinary line.
    package func line(_ call: Call) -> String {
        Phrases.Tickets.call.text(language, ["number": call.ticket.text, "window": call.window])
    }

    package func draw(_ book: TicketBook?, at now: Moment, size: Size) -> Frame {
        var canvas = Canvas(size: size)
        var area = canvas.bounds
        let head = area.splitTop(1)
        canvas.fill(head, role: .banner)
        let title = Phrases.Tickets.board.text(language, ["office": region ?? office.name, "time": now.clock])
        canvas.write(" " + SafeText.singleLine(title), at: head.origin, role: .banner, maxColumns: head.columns)
        let calls = calls(book)
        let foot = area.splitBottom(2)
        drawFoot(calls.dropFirst(), book, at: now, into: &canvas, in: foot)
        guard let call = calls.first else {
            canvas.withClip(area) { canvas in
                let words = Phrases.Tickets.boardWaits.text(language)
                let column = max(0, (canvas.bounds.columns - TextWidth.columns(of: words)) / 2)
                canvas.write(words, at: Position(row: area.rows / 2, column: column), role: .title)
            }
            return Frame(grid: canvas.grid)
        }
        if let big = CallLine.big(call.ticket, call.window, in: Size(rows: area.rows, columns: area.columns)) {
            big.draw(into: &canvas, in: area, role: CallLine.role)
        }
        canvas.write(
            TextFit.truncated(line(call), toColumns: foot.columns - 1),
            at: Position(row: foot.row, column: 1), role: .title)
        return Frame(grid: canvas.grid)
    }

    private func drawFoot(
        _ earlier: ArraySlice<Call>, _ book: TicketBook?, at now: Moment, into canvas: inout Canvas, in rect: Rect
    ) {
        let calls = earlier.prefix(8).map {
            Phrases.Tickets.boardCall.text(language, ["number": $0.ticket.text, "window": $0.window])
        }
        let waiting = (region.map { [$0] } ?? office.regions).reduce(0) { count, region in
            count + (book.map { TicketFigures($0, region: region, at: now).waiting } ?? 0)
        }
        let count = Phrases.Tickets.boardCounts.text(language, ["count": String(waiting)])
        let last =
            calls.isEmpty ? "" : Phrases.Tickets.boardLast.text(language, ["calls": calls.joined(separator: "  ")])
        let line = rect.line(rect.rows - 1)
        canvas.withClip(line) { canvas in
            let room = canvas.bounds.columns - TextWidth.columns(of: count) - 3
            canvas.write(TextFit.truncated(last, toColumns: room), at: Position(row: 0, column: 1), role: .dim)
            canvas.write(count, at: Position(row: 0, column: room + 2), role: .label)
        }
    }
}
