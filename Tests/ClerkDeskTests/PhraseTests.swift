import ClerkDesk
import TestSupport
import Testing

/// What the screen says, in both languages.
@Suite("Phrases")
struct PhraseTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        let file: String
        let chinese: String
        let english: String
        var testDescription: String { chinese }
    }

    /// Every `Phrase("…", "…")` of the desk's sources.
    static let pairs: [Pair] = {
        // A string, in which an interpolation may hold brackets and strings of its own.
        let pattern =
            /Phrase\(\s*"((?:[^"\\]|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^(])*)",\s*"((?:[^"\\]|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^(])*)"\)/
        return SourceTree.files(under: "Sources/ClerkDesk", ending: ".swift").flatMap { path -> [Pair] in
            let text = (try? SourceTree.text(path)) ?? ""
            return text.matches(of: pattern).map {
                Pair(file: path, chinese: String($0.output.1), english: String($0.output.2))
            }
        }
    }()

    @Test("all of them are found")
    func found() throws {
        let written = try SourceTree.files(under: "Sources/ClerkDesk", ending: ".swift").reduce(0) { count, path in
            let lines = try SourceTree.text(path).split(separator: "\n")
            return count + lines.filter { !$0.contains("///") }.reduce(0) { $0 + $1.matches(of: /\bPhrase\(/).count }
        }
        #expect(Self.pairs.count > 300)
        #expect(Self.pairs.count == written)
    }

    @Test("both languages fill the same places")
    func placeholders() {
        for pair in Self.pairs {
            #expect(places(pair.chinese) == places(pair.english), "\(pair.file): \(pair.chinese)")
        }
    }

    @Test("Chinese is Chinese and English is English")
    func languages() {
        for pair in Self.pairs {
            let english = pair.english.replacing(/\\\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)/, with: "")
            #expect(!pair.english.isEmpty && !pair.chinese.isEmpty)
            let han = english.unicodeScalars.filter { (0x3000...0x9FFF).contains($0.value) }
            #expect(han.isEmpty, "\(pair.file): \(pair.english)")
        }
    }

    @Test("no phrase uses a character whose width depends on the terminal")
    func widths() {
        for pair in Self.pairs {
            for scalar in pair.chinese.unicodeScalars where scalar.value > 0x7F {
                let isSafe = TextColumns.of(scalar) == 2 || "·…“”㎡〔〕".unicodeScalars.contains(scalar)
                #expect(isSafe, "\(pair.file): \(scalar) in \(pair.chinese)")
            }
        }
    }

    private func places(_ text: String) -> [String] {
        (text.matches(of: /\{(\w+)\}/).map { String($0.output.1) }
            + text.matches(of: /\\\((\w+)/).map { String($0.output.1) }).sorted()
    }
}
