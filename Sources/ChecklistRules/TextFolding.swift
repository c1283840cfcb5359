/// How two spellings of a name or an address are made comparable.
///
/// Injected, because the folding that the contract asks for (NFKC and no white space) needs tables that the core
/// doesn't carry.
package struct TextFolding: Sendable {
    private let fold: @Sendable (String) -> String

    package init(_ fold: @escaping @Sendable (String) -> String) { self.fold = fold }

    /// Compares exactly.
    package static let exact = TextFolding { $0 }

    /// Whether two texts say the same. Most do so byte for byte, so that is asked first.
    package func same(_ left: String, _ right: String) -> Bool {
        left == right || fold(left) == fold(right)
    }
}
