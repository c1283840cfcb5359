import CaseStore
@testable import SQLiteCaseStore
import Testing

@Suite struct SearchGramsTests {
    @Test func noCodeBeginsAnother() {
        let scalars: [Unicode.Scalar] = ["\u{0}", "0", "z", "\u{7F}", "\u{80}", "中", "\u{FFFD}", "𠮷", "\u{10FFFF}"]
        let codes = scalars.map { SearchGrams.terms(String($0)).dropLast() }
        for (place, code) in codes.enumerated() {
            #expect(code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) })
            for (other, longer) in codes.enumerated() where place != other { #expect(!longer.hasPrefix(code)) }
        }
    }

    @Test(arguments: ["OR", "\"", "a* OR b", "NEAR(", "中", "羊汤", "%_'"]) func nothingTypedIsSyntax(_ text: String) {
        let search = SearchGrams.search(SearchText.needle(text))
        #expect(search.expression.allSatisfy { $0.isLowercase || $0.isNumber || "\" *".contains($0) })
    }

    @Test func longAndShortSearches() {
        #expect(SearchGrams.search("羊").isPrefix)
        #expect(SearchGrams.search("138").isPrefix)
        #expect(!SearchGrams.search("羊汤").isPrefix)
        #expect(!SearchGrams.search("1381").isPrefix)
        #expect(SearchGrams.search(String(repeating: "羊汤", count: 4_000)).expression.count < 200)
    }
}
