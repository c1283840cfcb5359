/// A small random generator whose sequence is fixed by its seed for ever.
///
/// The standard library's generators may change between releases, and then seed 7 would be other cases than yesterday.
package struct SplitMix64: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// - Parameter bound: above 0.
    /// - Returns: 0 up to, not including, the bound; the bias of the method is far below what a sample shows.
    package mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// - Parameter percent: how often out of a hundred times.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// - Parameter list: not empty.
    package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
