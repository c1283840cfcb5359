import CaseDomain

// Terms as bits, once more and inside this module: the domain's own generic functions aren't specialised across a
// module boundary, and a case of a kilobyte asks them two hundred times.

extension Vocabulary {
    /// `ordinal`.
    @inline(__always)
    var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    /// The bit of the term in `TermSet.bits`.
    @inline(__always)
    var bit: UInt64 { 1 << UInt64(truncatingIfNeeded: place) }
}

/// The places of the bits that are set, from the lowest.
struct BitPlaces: Sequence, IteratorProtocol {
    private var rest: UInt64

    @inline(__always)
    init(_ bits: UInt64) { rest = bits }

    @inline(__always)
    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return rest.trailingZeroBitCount
    }
}
