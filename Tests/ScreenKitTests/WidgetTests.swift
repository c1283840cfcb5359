import ScreenKit
import TestSupport
import Testing

@Suite("Widgets")
struct WidgetTests {
    private func drawn(_ rows: Int, _ columns: Int, _ draw: (inout Canvas, Rect) -> Void) -> CellGrid {
        var canvas = Canvas(size: Size(rows: rows, columns: columns))
        let rect = canvas.bounds
        draw(&canvas, rect)
        return canvas.grid
    }

    @Test("a list shows its selection and no needless empty rows, whatever was asked of it")
    func listInvariant() {
        var generator = Dice(seed: 11)
        for _ in 0..<2_000 {
            var list = ScrollCase(generator: &generator)
            for _ in 0..<6 { list.step(&generator) }
            let visible = list.scroll.visible(height: list.height)
            #expect(visible.count == min(list.scroll.count, list.height))
            #expect(list.scroll.count == 0 || visible.contains(list.scroll.selected))
        }
    }

    @Test("a page down keeps one row of context")
    func page() {
        var list = ListScroll(count: 100)
        list.page(by: 1, height: 10)
        #expect(list.selected == 9)
        #expect(list.visible(height: 10) == 9..<19)
        list.page(by: 100, height: 10)
        #expect(list.selected == 99)
        #expect(list.visible(height: 10) == 90..<100)
        list.move(by: Int.min, height: 10)
        #expect(list.selected == 0)
    }

    @Test("a footer draws what fits, most important first")
    func footer() {
        let footer = Footer([
            KeyHint(key: "F1", text: "帮助"), KeyHint(key: "F8", text: "签发"),
            KeyHint(key: "Esc", text: "返回", isEnabled: false),
        ])
        let one = drawn(1, 16) { canvas, rect in #expect(footer.draw(into: &canvas, in: rect) == 2) }
        #expect(one.text == "F1 帮助  F8 签发")
        #expect(one.roles == "kktttttttkkttttt")
        let two = drawn(2, 16) { canvas, rect in #expect(footer.draw(into: &canvas, in: rect) == 3) }
        #expect(two.text == "F1 帮助  F8 签发\nEsc 返回")
        _ = drawn(1, 3) { canvas, rect in #expect(footer.draw(into: &canvas, in: rect) == 0) }
    }

    @Test("the ways out of a place are shown before what is useful there")
    func keptHints() {
        let footer = Footer([
            KeyHint(key: "F8", text: "签发"), KeyHint(key: "F7", text: "受理"),
            KeyHint(key: "F1", text: "帮助", isKept: true),
        ])
        let one = drawn(1, 16) { canvas, rect in #expect(footer.draw(into: &canvas, in: rect) == 2) }
        #expect(one.text == "F8 签发  F1 帮助")
        let all = drawn(1, 32) { canvas, rect in #expect(footer.draw(into: &canvas, in: rect) == 3) }
        #expect(all.text.hasPrefix("F8 签发  F7 受理  F1 帮助"))
    }

    @Test("a box holds its lines and options and tells where the free rows are")
    func box() {
        let box = ModalBox(
            title: "签发", lines: ["将一次性告知全部内容。"], options: [KeyHint(key: "Enter", text: "签发")])
        var free = Rect(row: 0, column: 0, rows: 0, columns: 0)
        let grid = drawn(6, 26) { canvas, rect in free = box.draw(into: &canvas, in: rect, extraRows: 1) }
        #expect(
            grid.text == """
                +- 签发 -----------------+
                | 将一次性告知全部内容。 |
                |                        |
                |                        |
                | Enter 签发             |
                +------------------------+
                """)
        #expect(free == Rect(row: 2, column: 2, rows: 1, columns: 22))
    }

    @Test("a box is drawn on any screen", arguments: [(0, 0), (1, 1), (2, 2), (3, 5), (4, 80), (24, 6)])
    func smallBox(rows: Int, columns: Int) {
        let box = ModalBox(
            title: "很长的标题很长的标题", lines: ["一", "", "二二二二二二"],
            options: [KeyHint(key: "F8", text: "签发"), KeyHint(key: "Esc", text: "返回")])
        _ = drawn(rows, columns) { canvas, rect in
            box.draw(into: &canvas, in: rect, extraRows: 2)
            _ = TextField("张三").draw(into: &canvas, in: rect, focused: true)
            StatusLine(.failure, "存不上").draw(into: &canvas, in: rect)
        }
    }

    @Test("a status line tells its severity without colours too")
    func status() {
        #expect(drawn(1, 20) { StatusLine(.failure, "没有保存").draw(into: &$0, in: $1) }.text == "!! 没有保存")
        #expect(drawn(1, 4) { StatusLine(.info, "已保存").draw(into: &$0, in: $1) }.text == "已保")
    }

    @Test("a text field shows its text, and where the next character goes")
    func textField() {
        let grid = drawn(1, 10) { canvas, rect in
            #expect(TextField("6105").draw(into: &canvas, in: rect, focused: true) == Position(row: 0, column: 4))
        }
        #expect(grid.text == "6105")
    }

    @Test("every role has a letter of its own")
    func letters() {
        #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
        #expect(StyleRole.allCases.allSatisfy { $0.onSelection.onSelection == $0.onSelection })
    }
}

private struct ScrollCase {
    var scroll: ListScroll
    var height: Int

    init(generator: inout Dice) {
        height = Int.random(in: 1...12, using: &generator)
        scroll = ListScroll(count: Int.random(in: 0...40, using: &generator), selected: 3)
        scroll.ensureVisible(height: height)
    }

    mutating func step(_ generator: inout Dice) {
        let amount = Int.random(in: -30...30, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: scroll.move(by: amount, height: height)
        case 1: scroll.page(by: amount, height: height)
        case 2: scroll.home(height: height)
        case 3: scroll.end(height: height)
        case 4: scroll.setCount(amount, height: height)
        default:
            height = max(1, amount)
            scroll.ensureVisible(height: height)
        }
    }
}
