/// How two spellings of a name or an address are made comparable.
///
/// Injected, because the folding that the contract asks for (NFKC and no white space) needs tables that the core
/// doesn't carry.
package struct TextFolding: Sendable {
    private let fold: @Sendable (String) -> String

    package init(_ fold: @escaping @Sendable (String) -> String) { self.fold = fold }

    /// Compares exactly.
    package static let exact = TextFolding { $0 }

    package func folded(_ text: String) -> String { fold(text) }

    /// Whether two texts say the same. Most do so byte for byte, so that is asked first.
    package func same(_ left: String, _ right: String) -> Bool {
        TextFolding.sameBytes(left, right) || TextFolding.sameBytes(fold(left), fold(right))
    }

    /// Not `==`: strings that differ are compared by their normal forms, which costs more than all the rest of a check,
    /// and folding has normalised them already.
    private static func sameBytes(_ left: String, _ right: String) -> Bool {
        let left = left.utf8.span
        let right = right.utf8.span
        guard left.count == right.count else { return false }
        // To the end even where they differ early: a loop without an exit runs many bytes at a time.
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
