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

    /// Comparing strings would normalise both where they differ, which costs more than all the rest of a check, and
    /// folding has normalised them already.
    private static func sameBytes(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        let same = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                left.indices.allSatisfy { left[$0] == right[$0] }
            }
        }
        return (same ?? nil) ?? (left == right)
    }
}
