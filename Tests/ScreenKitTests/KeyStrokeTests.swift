import ScreenKit
import Testing

@Suite("Key strokes")
struct KeyStrokeTests {
    @Test(
        "names read back as the same stroke",
        arguments: [
            "a", "A", "/", "-", "F1", "F12", "C-x", "A-x", "C-A-x", "S-F5", "Enter", "Esc", "Tab", "S-Tab", "Up",
            "C-Left", "PgUp", "PgDn", "Home", "End", "Space", "Hash", "Del", "Ins", "Backspace", "C-Space", "A-Enter",
            "C--",
        ])
    func names(name: String) throws {
        let stroke = try #require(KeyStroke(name: name))
        #expect(stroke.name == name)
    }

    @Test("what is no key is refused", arguments: ["", "F0", "F25", "Foo", "S-a", "C-", "#", " ", "ab", "X-a"])
    func refuses(name: String) {
        #expect(KeyStroke(name: name) == nil)
    }

    @Test("names are read in any case, and Ctrl knows no case")
    func readsLoosely() {
        #expect(KeyStroke(name: "pgdn") == KeyStroke(.pageDown))
        #expect(KeyStroke(name: "c-X") == KeyStroke(.character("x"), .control))
    }

    @Test("labels are for readers", arguments: [("C-x", "Ctrl+X"), ("S-Tab", "Shift+Tab"), ("Hash", "#"), ("j", "j")])
    func labels(name: String, label: String) {
        #expect(KeyStroke(name: name)?.label == label)
    }

    @Test(
        "the input method's characters are the keys they stand on",
        arguments: [
            ("ｊ", "j"), ("Ｇ", "G"), ("／", "/"), ("、", "/"), ("。", "."), ("，", ","), ("？", "?"), ("；", ";"), ("：", ":"),
            ("！", "!"), ("（", "("), ("）", ")"), ("《", "<"), ("》", ">"), ("【", "["), ("】", "]"), ("“", "\""),
            ("”", "\""), ("‘", "'"), ("’", "'"), ("\u{3000}", " "), ("１", "1"), ("申", "申"), ("j", "j"),
        ] as [(Character, Character)])
    func folds(typed: Character, command: Character) {
        #expect(KeyStroke(.character(typed)).foldedForCommand == KeyStroke(.character(command)))
    }
}
