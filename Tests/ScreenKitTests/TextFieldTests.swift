import ScreenKit
import TestSupport
import Testing

@Suite("Text field")
struct TextFieldTests {
    private func typing(_ edits: [TextEdit], into text: String = "") -> String {
        var field = TextField(text)
        for edit in edits { field.apply(edit) }
        var shown = Array(field.text)
        shown.insert("|", at: field.cursor)
        return String(shown)
    }

    @Test(
        "edits do what their keys say",
        arguments: [
            ("羊汤馆", [TextEdit.left, .backspace], "羊|馆"), ("羊汤馆", [.start, .delete], "|汤馆"),
            ("羊汤", [.left, .insert("肉")], "羊肉|汤"), ("", [.backspace, .delete, .left, .right], "|"),
            ("张三 ab12，李四", [.wordLeft, .wordLeft], "张三 ab12|，李四"),
            ("张三 ab12，李四", [.start, .wordRight, .wordRight], "张三 ab12|，李四"),
            ("张三 ab12", [.deleteWord], "张三 |"), ("张三 ab12", [.left, .deleteToStart], "|2"),
            ("张三", [.left, .deleteToEnd], "张|"), ("e", [.insert("\u{301}"), .insert("x")], "e\u{301}x|"),
            ("", [.insert("一\n二\u{1B}\t三")], "一 二? 三|"), ("ab", [.left, .insert("\u{301}")], "a\u{301}|b"),
            ("e\u{301}", [.backspace], "|"),
        ])
    func edits(text: String, edits: [TextEdit], expected: String) {
        #expect(typing(edits, into: text) == expected)
    }

    @Test("a limit holds for typing and pasting alike")
    func limit() {
        var field = TextField("一二", limit: 4)
        field.apply(.left)
        field.apply(.insert("三四五六"))
        #expect(field.text == "一三四二")
        field.apply(.insert("x"))
        #expect(field.text == "一三四二")
    }

    @Test(
        "keys become edits, and a full-width letter stays what it is",
        arguments: [
            ("C-a", TextEdit.start), ("C-k", .deleteToEnd), ("C-u", .deleteToStart), ("C-w", .deleteWord),
            ("A-b", .wordLeft), ("C-Right", .wordRight), ("Home", .start), ("Backspace", .backspace),
        ])
    func keys(name: String, edit: TextEdit) throws {
        #expect(TextEdit(try #require(KeyStroke(name: name))) == edit)
        #expect(TextEdit(KeyStroke(.character("ｊ"))) == .insert("ｊ"))
        #expect(TextEdit(KeyStroke(.function(1))) == nil)
    }

    @Test("wherever the cursor goes, it is visible and between whole characters")
    func scrolls() throws {
        var generator = Dice(seed: 4)
        for _ in 0..<400 {
            var field = TextField(generator.text(upTo: 20))
            let columns = Int.random(in: 3...16, using: &generator)
            field.apply(.start)
            while true {
                var canvas = Canvas(size: Size(rows: 1, columns: columns))
                let rect = canvas.bounds
                let cursor = field.draw(into: &canvas, in: rect, focused: true)
                let place = try #require(cursor)
                #expect(!canvas.grid.scalars(at: place).isEmpty)
                let before = field.cursor
                field.apply(.right)
                if field.cursor == before { break }
            }
        }
    }

    @Test("without the focus the beginning shows and there is no cursor")
    func unfocused() {
        var canvas = Canvas(size: Size(rows: 1, columns: 6))
        let rect = canvas.bounds
        #expect(TextField("申请人姓名").draw(into: &canvas, in: rect, focused: false) == nil)
        #expect(canvas.grid.text == "申请人")
        #expect(canvas.grid.roles == "ffffff")
    }
}
