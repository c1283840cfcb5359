import CaseStore
@testable import SQLiteCaseStore
import Testing

@Suite struct SearchGramsTests {
    @Test func noCodeBeginsAnother() {
        let scalars: [Unicode.Scalar] = ["\u{0}", "0", "z", "\u{7F}", "\u{80}", "中", "\u{FFFD}", "𠮷", "\u{10FFFF}"]
        let codes = scalars.map { SearchGrams.terms(String($0), .texts).dropLast() }
        for (place, code) in codes.enumerated() {
            #expect(code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) })
            for (other, longer) in codes.enumerated() where place != other { #expect(!longer.hasPrefix(code)) }
        }
    }

    @Test(arguments: ["OR", "\"", "a* OR b", "NEAR(", "中", "羊汤", "%_'"]) func nothingTypedIsSyntax(_ text: String)
        throws
    {
        let search = try #require(SearchGrams.search(SoughtText(text)))
        let words = search.expression.replacing("AND", with: "").replacing("OR", with: "")
        #expect(words.allSatisfy { $0.isLowercase || $0.isNumber || "\" *()".contains($0) })
    }

    /// Whole syllables have grams of their own, so that two of them are no short search.
    @Test(arguments: [
        ("yangtang", false), ("yangt", false), ("boxi", false), ("yang", false), ("羊tangguan", false), ("yt", true),
    ])
    func syllablesAreGrams(_ typed: String, isShort: Bool) throws {
        let sought = SoughtText(typed)
        #expect(try #require(SearchGrams.search(sought)).isShort == isShort)
        #expect(
            try #require(SearchGrams.search(sought, in: [.texts, .additions])).expression.firstMatch(of: /"y/) == nil)
    }

    @Test(arguments: [("羊", false), ("138", true), ("羊汤", false), ("1381", false), ("yt", true), ("羊 汤", false)])
    func longAndShortSearches(_ typed: String, isShort: Bool) throws {
        #expect(try #require(SearchGrams.search(SoughtText(typed))).isShort == isShort)
    }

    /// Before singles and initials are in the index, it can't be asked for them.
    @Test func oldIndexesKnowTextsOnly() throws {
        #expect(try #require(SearchGrams.search(SoughtText("羊"), in: .texts)).isShort)
        #expect(SearchGrams.search(SoughtText("yangtang"), in: .texts) == nil)
        #expect(
            SearchGrams.terms("羊汤\u{1F}12", .texts) + SearchGrams.terms("羊汤\u{1F}12", .additions)
                != SearchGrams.terms("羊汤\u{1F}12", .texts))
    }

    @Test(arguments: ["羊汤", "yangtangguan", "ytgytgytg", "shishishishi"])
    func expressionsStayShort(_ typed: String) throws {
        let long = String(repeating: typed, count: 1_000)
        #expect(try #require(SearchGrams.search(SoughtText(long))).expression.count < 2_000)
    }
}
