package import ChecklistRules
import Foundation

extension TextFolding {
    /// NFKC without white space: full-width brackets, digits and letters say the same as narrow ones.
    package static let unicode = TextFolding { text in
        // Most names are plain ideographs and ASCII, which NFKC leaves alone, and asking costs less than folding.
        if isFolded(text) { return text }
        if let folded = foldedSingly(text) { return folded }
        let folded = text.precomposedStringWithCompatibilityMapping
        return String(
            String.UnicodeScalarView(folded.unicodeScalars.filter { isFolded($0) || !$0.properties.isWhitespace }))
    }

    /// The same for texts whose scalars fold each on its own, which spares most of the others the tables: plain ones,
    /// spaces, and the full-width forms of ASCII; nil where there is any other scalar.
    private static func foldedSingly(_ text: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x3000: break
            case 0xFF01...0xFF5E: folded.append(UInt8(scalar.value - 0xFEE0))
            case _ where isFolded(scalar): folded.append(contentsOf: scalar.utf8)
            default: return nil
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func isFolded(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where !isFolded(scalar) { return false }
        return true
    }

    /// Whether a scalar is certainly neither white space nor changed by NFKC, whatever stands beside it.
    private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0x4E00...0x9FFF, 0x3400...0x4DBF: true
        default: false
        }
    }
}
