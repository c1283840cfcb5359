package import ChecklistRules
import Foundation

extension TextFolding {
    /// NFKC without white space: full-width brackets, digits and letters say the same as narrow ones.
    package static let unicode = TextFolding { text in
        let folded = text.precomposedStringWithCompatibilityMapping
        return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
