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

    /// Not `==`: strings that differ are compared by their normal forms, which costs more than all the rest of a check.
    @inline(__always)
    static func sameBytes(_ left: String, _ right: String) -> Bool {
        let left = left.utf8.span
        let right = right.utf8.span
        guard left.count == right.count else { return false }
        let last = left.count - 8
        var place = 0
        if last >= 0 {
            // Eight bytes at a time; the last eight may overlap those before.
            while place < last, word(left, place) == word(right, place) { place &+= 8 }
            return place >= last && word(left, last) == word(right, last)
        }
        while place < left.count, left[place] == right[place] { place &+= 1 }
        return place == left.count
    }

    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ place: Int) -> UInt64 {
        bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
