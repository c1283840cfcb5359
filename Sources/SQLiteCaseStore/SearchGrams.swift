import CaseStore

/// The index terms of a text, so that any part of it can be found through an index of words.
///
/// At every place of a text stands one gram: two characters from a Chinese character on, four from an ASCII one on (there
/// are only ten digits, and pairs of them would find everything), fewer where the text ends. A search of several
/// grams must hold each of its own; a search shorter than one gram looks for grams that begin with it. Hits are only
/// candidates: grams may stand in another order in the text than in the search.
enum SearchGrams {
    /// The grams of a haystack, separated by blanks.
    static func terms(_ haystack: String) -> String {
        var terms: [UInt8] = []
        for field in haystack.unicodeScalars.split(separator: SearchText.separator) {
            let scalars = Array(field)
            for place in scalars.indices {
                let end = min(place + length(from: scalars[place]), scalars.count)
                for scalar in scalars[place..<end] { append(scalar, to: &terms) }
                terms.append(UInt8(ascii: " "))
            }
        }
        return String(decoding: terms, as: UTF8.self)
    }

    /// What to ask the index for.
    struct Search {
        /// An FTS5 expression made of letters and digits only, whatever was typed.
        let expression: String
        /// The search is shorter than a gram. The index then has to gather every word that begins with it, which is slow
        /// where there are many.
        let isPrefix: Bool
    }

    /// - Parameter needle: folded, not empty.
    static func search(_ needle: String) -> Search {
        let scalars = Array(needle.unicodeScalars)
        var grams: [String] = []
        for place in scalars.indices {
            let end = place + length(from: scalars[place])
            guard end <= scalars.count, grams.count < 12 else { continue }
            let gram = term(scalars[place..<end])
            if !grams.contains(gram) { grams.append(gram) }
        }
        if grams.isEmpty { return Search(expression: "\"\(term(scalars[...]))\"*", isPrefix: true) }
        return Search(expression: grams.map { "\"\($0)\"" }.joined(separator: " "), isPrefix: false)
    }

    private static func length(from scalar: Unicode.Scalar) -> Int { scalar.isASCII ? 4 : 2 }

    private static func term(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var term: [UInt8] = []
        for scalar in scalars { append(scalar, to: &term) }
        return String(decoding: term, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    /// ASCII as two base-36 digits, of which the first is 0 to 3; everything else as four, of which the first is a letter.
    /// No code is the beginning of another, so a prefix of a term is a prefix of the text.
    private static func append(_ scalar: Unicode.Scalar, to term: inout [UInt8]) {
        let value = Int(scalar.value)
        if scalar.isASCII {
            term.append(digits[value / 36])
        } else {
            term.append(digits[10 + value / 46_656])
            term.append(digits[value / 1296 % 36])
            term.append(digits[value / 36 % 36])
        }
        term.append(digits[value % 36])
    }
}
