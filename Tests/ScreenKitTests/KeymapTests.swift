import ScreenKit
import TestSupport
import Testing

private enum Place: String, CaseIterable, Sendable {
    case global, queue, search
}

private enum Act: String, CaseIterable, Sendable {
    case help, quit, down, up, open, issue
    case goTop = "go-top"
}

private typealias Map = Keymap<Place, Act>

@Suite("Keymap")
struct KeymapTests {
    private let base = Map.parse(
        """
        # 全局
        global  F1      help    # 帮助
        global  C-x C-c  quit
        queue   Down    down    # 下一件
        queue\tj\tdown
        queue   g g     go-top  # 到 # 最前
        global  g       up
        search  Enter   open
        """)

    private func stroke(_ name: String) throws -> KeyStroke {
        try #require(KeyStroke(name: name))
    }

    @Test("a stroke is resolved in its context, then in the global one")
    func resolves() throws {
        let map = base.keymap
        #expect(base.diagnostics == [])
        #expect(map.resolve(context: .queue, stroke: try stroke("j")) == .intent(.down))
        #expect(map.resolve(context: .queue, stroke: KeyStroke(.character("ｊ"))) == .intent(.down))
        #expect(map.resolve(context: .queue, stroke: try stroke("F1")) == .intent(.help))
        #expect(map.resolve(context: .search, stroke: try stroke("j")) == .unbound)
        #expect(map.resolve(context: .queue, stroke: try stroke("g")) == .pending)
        #expect(map.resolve(context: .search, stroke: try stroke("g")) == .intent(.up))
        #expect(
            map.resolve(context: .queue, pending: [try stroke("g")], stroke: try stroke("g")) == .intent(.goTop))
        #expect(map.resolve(context: .queue, pending: [try stroke("g")], stroke: try stroke("x")) == .unbound)
        #expect(map.resolve(context: .search, stroke: try stroke("C-x")) == .pending)
    }

    @Test("while typing, keys that type something are left to the field")
    func typing() throws {
        let map = base.keymap
        #expect(map.resolve(context: .queue, stroke: try stroke("j"), isTyping: true) == .unbound)
        #expect(map.resolve(context: .search, stroke: try stroke("Enter"), isTyping: true) == .intent(.open))
    }

    @Test("an intent's keys are listed, the context's own first and hidden ones not at all")
    func lists() {
        let map = base.keymap
        #expect(map.bindings(for: .down, in: .queue).map(\.name) == ["Down", "j"])
        #expect(map.bindings(for: .up, in: .queue) == [])
        #expect(map.bindings(for: .up, in: .search).map(\.name) == ["g"])
        #expect(map.label(for: .quit, in: .queue) == "Ctrl+X Ctrl+C")
        #expect(map.continuations(of: [KeyStroke(.character("g"))], in: .queue).map(\.intent) == [.goTop])
    }

    @Test("a user's file wins over the base, in its context only")
    func layers() throws {
        let user = Map.parse("queue  g  quit\nqueue  Down  -\nsearch  F1  open\n", over: base.keymap)
        #expect(user.diagnostics == [])
        #expect(user.keymap.resolve(context: .queue, stroke: try stroke("g")) == .intent(.quit))
        #expect(user.keymap.resolve(context: .queue, stroke: try stroke("Down")) == .unbound)
        #expect(user.keymap.resolve(context: .search, stroke: try stroke("F1")) == .intent(.open))
        #expect(user.keymap.resolve(context: .queue, stroke: try stroke("F1")) == .intent(.help))
        #expect(user.keymap.bindings(for: .goTop, in: .queue) == [])
    }

    @Test(
        "every mistake is told in words",
        arguments: [
            ("queue  j", "第 1 行第 9 列：这一行应有三列：场合、按键、动作，列间至少空两格"),
            ("quuee  j  down", "第 1 行第 1 列：没有“quuee”这个场合，是不是“queue”？"),
            ("queue  PgDwn  down", "第 1 行第 8 列：不认识按键“PgDwn”，是不是“PgDn”？"),
            ("queue  j  dwon", "第 1 行第 11 列：没有“dwon”这个动作，是不是“down”？"),
            ("queue  j  xyzzy-plugh", "第 1 行第 11 列：没有“xyzzy-plugh”这个动作"),
            ("queue  j  down  下一件", "第 1 行第 17 列：多出一列“下一件”；组合键之间只空一格，说明写在 # 后面"),
            ("queue  j  down\n\nqueue  j  up", "第 3 行第 8 列：按键“j”已在第 1 行指定"),
            ("queue  g g  up\nqueue  g  down", "第 1 行第 8 列：按键“g g”按不到：第 2 行的“g”先起作用"),
        ])
    func diagnoses(text: String, message: String) {
        #expect(Map.parse(text).diagnostics.map(\.description) == [message])
    }

    @Test("all mistakes are told at once, in the order of the lines")
    func diagnosesAll() {
        let parsed = Map.parse("nowhere  Foo  nothing\nqueue  j  down\nqueue  j  up\nqueue\n")
        #expect(parsed.diagnostics.map(\.line) == [1, 1, 1, 3, 4])
        #expect(parsed.keymap.bindings.count == 1)
    }

    @Test("a printed keymap reads back as the same keymap")
    func printsAndParses() {
        #expect(Map.parse(base.keymap.text).keymap == base.keymap)
        var generator = Dice(seed: 1)
        let keys = KeyStroke.namedKeys.map(\.key) + [.character("j"), .character("/"), .character("-"), .function(8)]
        for _ in 0..<200 {
            let lines = (0..<Int.random(in: 0...20, using: &generator)).map { index in
                let chord = (0...Int.random(in: 0...2, using: &generator)).map { _ in
                    KeyStroke(
                        keys.randomElement(using: &generator) ?? .enter,
                        [[], .control, .alt].randomElement(using: &generator) ?? [])
                }
                let place = Place.allCases.randomElement(using: &generator) ?? .global
                let act = Act.allCases.randomElement(using: &generator) ?? .help
                let help = index % 3 == 0 ? "" : "  # 说明 #\(index)"
                return "\(place.rawValue)  \(KeyChord(chord).name)  \(act.rawValue)\(help)"
            }
            let parsed = Map.parse(lines.joined(separator: "\n"))
            let again = Map.parse(parsed.keymap.text)
            #expect(again.diagnostics == [])
            #expect(again.keymap == parsed.keymap)
        }
    }
}
