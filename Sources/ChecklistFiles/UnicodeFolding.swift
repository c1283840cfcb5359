package import ChecklistRules
import Foundation

extension TextFolding {
    /// NFKC without white space: full-width brackets, digits and letters say the same as narrow ones.
    package static let unicode = TextFolding { text in
        // Most names are plain ideographs and ASCII, which NFKC leaves alone, and asking costs less than folding.
        if text.utf8.isEmpty || text.unicodeScalars.allSatisfy(isFolded) { return text }
        let folded = text.precomposedStringWithCompatibilityMapping
        return String(
            String.UnicodeScalarView(folded.unicodeScalars.filter { isFolded($0) || !$0.properties.isWhitespace }))
    }

    /// Whether a scalar is certainly neither white space nor changed by NFKC, whatever stands beside it.
    private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x4E00...0x9FFF, 0x3400...0x4DBF: true
        default: false
        }
    }
}
