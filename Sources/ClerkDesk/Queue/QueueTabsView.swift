import ScreenKit
import TextLayout

/// Draws the views that Tab goes through, in one row, with how many cases each has.
enum QueueTabsView {
    private struct Label {
        let name: String
        /// Empty as long as it isn't known.
        let count: String

        var columns: Int { TextWidth.columns(of: name) + TextWidth.columns(of: count) + (count.isEmpty ? 2 : 3) }
    }

    static func draw(_ state: DeskState, _ desk: Desk, into canvas: inout Canvas, in rect: Rect) {
        let tabs = QueueTabs.row(state, desk)
        let labels = tabs.map { tab in
            Label(
                name: SafeText.singleLine(desk.say(tab.name)),
                count: state.queue.tally.counts[tab.id].map { count($0, desk) } ?? "")
        }
        let chosen = tabs.firstIndex { $0.id == state.queue.tab } ?? 0
        let more = desk.say(Phrases.Views.more)
        let shown = visible(labels.map(\.columns), chosen: chosen, columns: rect.columns, more: more.utf8.count)
        var column = 0
        canvas.withClip(rect) { canvas in
            if shown.lowerBound > 0 {
                column += canvas.write(more, at: Position(row: 0, column: 0), role: .dim)
            }
            for place in shown {
                draw(labels[place], isChosen: place == chosen, into: &canvas, column: column)
                canvas.mark(Rect(row: 0, column: column, rows: 1, columns: labels[place].columns), .tab(place))
                column += labels[place].columns
            }
            if shown.upperBound < labels.count {
                canvas.write(more, at: Position(row: 0, column: column), role: .dim)
            }
        }
    }

    private static func draw(_ label: Label, isChosen: Bool, into canvas: inout Canvas, column: Int) {
        let role: StyleRole = isChosen ? .badge : .dim
        let text = label.count.isEmpty ? " \(label.name) " : " \(label.name) \(label.count) "
        canvas.write(text, at: Position(row: 0, column: column), role: role)
    }

    /// The labels that fit, as many of those before the chosen one as there is room for.
    private static func visible(_ widths: [Int], chosen: Int, columns: Int, more: Int) -> Range<Int> {
        func fits(_ range: Range<Int>) -> Bool {
            let marks = (range.lowerBound > 0 ? more : 0) + (range.upperBound < widths.count ? more : 0)
            return widths[range].reduce(0, +) + marks <= columns
        }
        guard widths.indices.contains(chosen) else { return 0..<0 }
        var first = 0
        while first < chosen, !fits(first..<(chosen + 1)) { first += 1 }
        var end = chosen + 1
        while end < widths.count, fits(first..<(end + 1)) { end += 1 }
        return first..<end
    }

    /// Short, and never more than there are.
    static func count(_ count: Int, _ desk: Desk) -> String {
        count < 100_000 ? String(count) : desk.say(Phrases.Views.manyCounted, ["count": String(count / 10_000)])
    }
}
