import ScreenKit
import TestSupport
import TextLayout
import Testing

@Suite("Bars and charts")
struct GaugeTests {
    @Test(
        "only a finished bar is full and only an unbegun one is empty",
        arguments: [(0, 5, 0), (1, 1000, 1), (3, 5, 6), (999, 1000, 9), (5, 5, 10), (7, 5, 10), (-1, 5, 0), (0, 0, 10)])
    func filled(done: Int, whole: Int, expected: Int) {
        #expect(ProgressBar(done, of: whole).filled(of: 10) == expected)
    }

    @Test("a bar of one column or none is drawn too")
    func tiny() {
        #expect(ProgressBar(1, of: 2).filled(of: 1) == 1)
        #expect(ProgressBar(1, of: 2).filled(of: 0) == 0)
    }

    @Test("with and without colours, wide and narrow", arguments: [AmbiguousWidth.unknown, .narrow, .wide])
    func goldens(widths: AmbiguousWidth) {
        var canvas = Canvas(size: Size(rows: 8, columns: 30), widths: widths)
        ProgressBar(3, of: 5).draw(into: &canvas, at: Position(row: 0, column: 0), columns: 10)
        ProgressBar(1, of: 5, tone: .warn).draw(into: &canvas, at: Position(row: 1, column: 0), columns: 10)
        ProgressBar(5, of: 5, tone: .bad).draw(into: &canvas, at: Position(row: 2, column: 0), columns: 40)
        let chart = BarChart([
            BarChart.Entry("待办·①", 40), BarChart.Entry("超期", 4, tone: .bad), BarChart.Entry("容缺", 0),
        ])
        chart.draw(into: &canvas, in: Rect(row: 3, column: 0, rows: 3, columns: 30))
        Sparkline([0, 1, 4, 9, 3, 8]).draw(into: &canvas, at: Position(row: 7, column: 0), columns: 30)
        Golden.expect(Frame(grid: canvas.grid), named: "gauges-\(widths)")
    }

    @Test("the next theme goes round all of them")
    func themes() {
        var theme = ScreenTheme.automatic
        var seen: [ScreenTheme] = []
        repeat {
            seen.append(theme)
            theme = theme.next
        } while theme != .automatic
        #expect(seen == ScreenTheme.allCases)
    }
}
