import ScreenKit
import Testing

@testable import TerminalIO

/// The terminal's answers come with the keys; none of them may be taken for a key, and no key for one of them.
@Suite("Answers of the terminal")
struct AnswerFilterTests {
    private struct Heard: Equatable {
        var inputs: [TerminalInput] = []
        var answers: [TerminalAnswer] = []
    }

    /// - Parameter reads: what comes at once each; between two of them nothing comes, nil is a wait that ends in vain.
    private func heard(_ reads: [String?], width: Bool = true, background: Bool = true) -> Heard {
        var filter = AnswerFilter()
        filter.expect(width: width, background: background)
        var decoder = KeyDecoder()
        var heard = Heard()
        for read in reads {
            guard let read else {
                for key in filter.giveUp() { decoder.take(key, into: &heard.inputs) }
                decoder.settle(into: &heard.inputs)
                continue
            }
            for byte in read.utf8 {
                let (keys, answer) = filter.take(Int(byte))
                for key in keys { decoder.take(key, into: &heard.inputs) }
                if let answer { heard.answers.append(answer) }
            }
            for key in filter.settle() { decoder.take(key, into: &heard.inputs) }
            if !filter.isHolding { decoder.settle(into: &heard.inputs) }
        }
        return heard
    }

    private func keys(_ text: String) -> [TerminalInput] { text.map { .key(KeyStroke(.character($0))) } }

    private static let narrow = "\u{1B}[2;2R"
    private static let wide = "\u{1B}[2;3R"
    private static let light = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
    private static let dark = "\u{1B}]11;rgb:1e/1e/1e\u{7}"

    @Test("answers are understood, in either order")
    func answers() {
        #expect(
            heard([Self.narrow + Self.light])
                == Heard(answers: [.cursor(row: 2, column: 2), .background(RGB(0xFFFFFF))]))
        #expect(
            heard([Self.dark + Self.wide]) == Heard(answers: [.background(RGB(0x1E1E1E)), .cursor(row: 2, column: 3)]))
    }

    @Test("in the middle of what is being typed no key is lost and none is added")
    func typeAhead() {
        let heard = heard(["张a" + Self.wide + "b" + Self.light + "三"])
        #expect(heard.inputs == keys("张ab三"))
        #expect(heard.answers.count == 2)
    }

    @Test("torn at any byte, with waits between", arguments: [narrow, wide, light, dark], [0, 1, 2])
    func torn(answer: String, waits: Int) {
        let bytes = Array(answer.utf8)
        for cut in 1..<bytes.count {
            let parts = [bytes[..<cut], bytes[cut...]].map { String(decoding: $0, as: UTF8.self) }
            // A quiet wait lets go what is held: until then the rest may still come.
            let reads = waits == 0 ? ["x", parts[0], parts[1], "y"] : ["x" + parts[0], parts[1] + "y"]
            let heard = heard(reads)
            #expect(heard.inputs == keys("xy"), "cut at \(cut)")
            #expect(heard.answers.count == 1)
        }
    }

    @Test("late, after the desk has long stopped waiting")
    func late() {
        let heard = heard([nil, nil, nil, nil, nil, nil, "a" + Self.wide + Self.light + "b"])
        #expect(heard.inputs == keys("ab"))
        #expect(heard.answers.count == 2)
    }

    @Test("a terminal that never answers loses no key", arguments: [["\u{1B}", nil], [nil, nil, nil, nil, "\u{1B}"]])
    func noAnswer(reads: [String?]) {
        #expect(heard(reads) == Heard(inputs: [.key(KeyStroke(.escape))]))
    }

    @Test("what only begins like an answer is the keys that it is")
    func lookalikes() {
        let alt = { (character: Character) in TerminalInput.key(KeyStroke(.character(character), .alt)) }
        #expect(heard(["\u{1B}]x"]).inputs == [alt("]")] + keys("x"))
        #expect(heard(["\u{1B}]11", nil]).inputs == [alt("]")] + keys("11"))
        #expect(heard(["\u{1B}]"], background: false).inputs == [alt("]")])
        #expect(heard(["\u{1B}\u{1B}", nil]).inputs == [.key(KeyStroke(.escape)), .key(KeyStroke(.escape))])
        #expect(heard(["\u{1B}" + Self.wide, nil]).answers == [.cursor(row: 2, column: 3)])
        #expect(heard(["\u{1B}t"]).inputs == [alt("t")])
        #expect(heard(["\u{1B}[", nil]).inputs == [alt("[")])
        // Somebody types what looks like the end of an answer.
        #expect(heard([Self.narrow, "[2;2R"]).inputs == keys("[2;2R"))
    }

    @Test("a terminal that was never asked is not listened to")
    func neverAsked() {
        let heard = heard([Self.light], width: false, background: false)
        #expect(heard.answers.isEmpty)
    }
}
