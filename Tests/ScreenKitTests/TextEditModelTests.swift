import ScreenKit
import TestSupport
import TextLayout
import Testing

/// The field against an array of characters with a place in it.
@Suite("Editing, by a model")
struct TextEditModelTests {
    private struct Model {
        var characters: [Character] = []
        var cursor = 0
        var past: [([Character], Int)] = []

        mutating func insert(_ text: String) {
            past.append((characters, cursor))
            let before = Array(String(characters[..<cursor]) + text)
            characters = Array(String(before) + String(characters[cursor...]))
            cursor = min(before.count, characters.count)
        }

        mutating func remove(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            past.append((characters, cursor))
            let before = String(characters[..<range.lowerBound])
            characters = Array(before + String(characters[range.upperBound...]))
            cursor = min(before.count, characters.count)
        }
    }

    @Test("any edits leave what they leave in an array of characters", arguments: [UInt64(1), 2, 3, 4])
    func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let pieces = ["王", "记", "渤海大街", "A座", "18", "e\u{301}", "👨‍👩‍👧", " ", "，", "한", "x y"]
        var field = TextField()
        var model = Model()
        for _ in 0..<2_000 {
            switch dice.below(9) {
            case 0...2:
                let text = SafeText.singleLine(dice.pick(pieces))
                field.apply(.insert(text))
                model.insert(text)
            case 3:
                field.apply(.backspace)
                model.remove(max(0, model.cursor - 1)..<model.cursor)
            case 4:
                field.apply(.delete)
                model.remove(model.cursor..<min(model.characters.count, model.cursor + 1))
            case 5:
                field.apply(.left)
                model.cursor = max(0, model.cursor - 1)
            case 6:
                field.apply(.right)
                model.cursor = min(model.characters.count, model.cursor + 1)
            case 7:
                let word = field.killed(by: .deleteWord)
                field.apply(.deleteWord)
                #expect(String(model.characters[..<model.cursor]).hasSuffix(word))
                model.remove((model.cursor - word.count)..<model.cursor)
            default:
                let ahead = field.killed(by: .deleteToEnd)
                #expect(ahead == String(model.characters[model.cursor...]))
                field.apply(dice.chance(50) ? .wordLeft : .wordRight)
                model.cursor = field.cursor
            }
            #expect(Array(field.text) == model.characters && field.cursor == model.cursor)
        }
    }

    @Test("undo leads back through every text to the first")
    func undo() {
        var dice = Dice(seed: 9)
        for _ in 0..<100 {
            var field = TextField("原来")
            for _ in 0..<20 {
                switch dice.below(5) {
                case 0: field.apply(.insert(dice.pick(["长春路", "x", "粘贴 一段"])))
                case 1: field.apply(.deleteWord)
                case 2: field.apply(.backspace)
                case 3: field.apply(.left)
                default: field.apply(.deleteToEnd)
                }
            }
            for _ in 0..<25 { field.apply(.undo) }
            #expect(field.text == "原来")
        }
    }

    @Test("typing is taken back together, a paste and a killed word each alone")
    func steps() {
        var field = TextField()
        for character in "王记" { field.apply(.insert(String(character))) }
        field.apply(.insert("羊汤馆总店"))
        field.apply(.deleteWord)
        #expect(field.isEmpty)
        field.apply(.undo)
        #expect(field.text == "王记羊汤馆总店")
        field.apply(.undo)
        #expect(field.text == "王记" && field.cursor == 2)
        field.apply(.undo)
        #expect(field.isEmpty)
        field.apply(.undo)
        #expect(field.isEmpty)
    }

    @Test("words of an address end where its parts end")
    func words() {
        var field = TextField("山东省滨州市博兴县城东街道渤海大街18号楼")
        var stops: [String] = []
        while field.cursor > 0 {
            field.apply(.wordLeft)
            stops.insert(String(field.text.dropFirst(field.cursor)), at: 0)
        }
        let starts = stops.map { field.text.count - $0.count }
        let parts = zip(starts, starts.dropFirst() + [field.text.count]).map { String(Array(field.text)[$0..<$1]) }
        #expect(parts == ["山东省", "滨州市", "博兴县", "城东街道", "渤海大街", "18", "号楼"])
        var ends: [Int] = []
        while field.cursor < field.text.count {
            field.apply(.wordRight)
            ends.append(field.cursor)
        }
        #expect(ends == Array(starts.dropFirst()) + [field.text.count])
    }

    @Test("what a limit leaves out is counted")
    func overflow() {
        let field = TextField("一二三", limit: 5)
        #expect(field.overflow(of: "四五") == 0)
        #expect(field.overflow(of: "四五六七") == 2)
        #expect(TextField("一二三").overflow(of: "四五六七") == 0)
        #expect(TextField("e", limit: 1).overflow(of: "\u{301}") == 0)
    }

    @Test("marks say that there is more, and the cursor keeps text on both sides")
    func window() {
        func shown(_ field: TextField, columns: Int) -> (String, Int?) {
            var canvas = Canvas(size: Size(rows: 1, columns: columns))
            let rect = canvas.bounds
            let cursor = field.draw(into: &canvas, in: rect, focused: true)
            return (canvas.grid.text, cursor?.column)
        }
        var field = TextField("abcdefghijklmnopqrstuvwxyz")
        #expect(shown(field, columns: 12) == ("<qrstuvwxyz", 11))
        for _ in 0..<13 { field.apply(.left) }
        let (text, column) = shown(field, columns: 12)
        #expect(text.hasPrefix("<") && text.hasSuffix(">"))
        #expect((3...8).contains(column ?? 0))
        field.apply(.start)
        #expect(shown(field, columns: 12) == ("abcdefghijk>", 0))
        #expect(shown(TextField("abc"), columns: 12) == ("abc", 3))
    }
}
