import ChecklistFiles
import ChecklistRules
import Foundation
import Testing

struct UnicodeFoldingTests {
    /// What folding means, by the tables alone.
    private func reference(_ text: String) -> String {
        let scalars = text.precomposedStringWithCompatibilityMapping.unicodeScalars
        return String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
    }

    private static let blocks: [ClosedRange<UInt32>] = [
        0x20...0x17F, 0x3000...0x30FF, 0x3400...0x3410, 0xFF00...0xFFEF,
    ]

    @Test(arguments: blocks)
    func `what is folded without the tables is folded alike`(block: ClosedRange<UInt32>) {
        for scalar in block.compactMap(Unicode.Scalar.init) {
            for text in ["\(scalar)", "羊\(scalar)汤A", "（\(scalar)　店）", "e\(scalar)\u{301}"] {
                #expect(
                    Array(TextFolding.unicode.folded(text).utf8) == Array(reference(text).utf8),
                    "U+\(String(scalar.value, radix: 16))")
            }
        }
    }
}
