extension Pinyin {
    /// The letters that a character of a text can be meant by when only initials are typed, in lower case: those of its
    /// readings, or itself where it is a letter.
    package static func typedInitials(of scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x41...0x5A: [UInt8(scalar.value + 0x20)]
        case 0x61...0x7A: [UInt8(scalar.value)]
        default: scalar.isASCII ? [] : initials(of: scalar)
        }
    }

    /// What of the typed letters each character may take, one list for each way to read them: `boxi` is bo-xi, but also
    /// b-o-x-i for four letters of a name that is written with them.
    ///
    /// - Parameters:
    ///   - letters: lower-case ASCII letters without blanks.
    ///   - depths: how many characters to go into the text, at least 1: the most that isn't too many ways.
    ///   - most: how many ways are too many, unless there are more at the least depth already.
    package static func ways(typed letters: [UInt8], depths: ClosedRange<Int>, most: Int) -> Set<[Share]> {
        let strides = letters.indices.map { Pinyin.strides(letters[$0...]) }
        var ways = Pinyin.ways(letters, strides, depth: depths.lowerBound)
        for depth in depths.dropFirst() {
            let further = Pinyin.ways(letters, strides, depth: depth)
            guard further.count <= most else { break }
            ways = further
        }
        return ways
    }

    private static func ways(_ letters: [UInt8], _ strides: [Set<Int>], depth: Int) -> Set<[Share]> {
        var ways: Set<[Share]> = []
        func go(on place: Int, _ way: [Share]) {
            guard place < letters.count, way.count < depth else {
                ways.insert(way)
                return
            }
            for stride in strides[place] {
                let end = place + stride
                go(on: end, way + [Share(letters: Array(letters[place..<end]), isLast: end == letters.count)])
            }
        }
        go(on: 0, [])
        return ways
    }

    /// The syllables that begin with what was typed, in the order of the alphabet.
    package static func syllables(from letters: [UInt8]) -> [[UInt8]] {
        PinyinIndex.shared.syllables.filter { $0.starts(with: letters) }.map(Array.init)
    }

    /// The letters that were typed for one character.
    package struct Share: Hashable, Sendable {
        package let letters: [UInt8]
        /// Nothing was typed behind them; then more letters of the syllable may follow.
        package let isLast: Bool

        package var initial: UInt8 { letters[0] }

        /// More than initials, of which zh, ch and sh are two letters.
        package var isSpelled: Bool { letters.count > 2 || (letters.count == 2 && letters[1] != UInt8(ascii: "h")) }
    }

    /// How many of the typed letters the first character may take: see `PinyinMatch`.
    private static func strides(_ letters: ArraySlice<UInt8>) -> Set<Int> {
        var strides: Set<Int> = [1]
        for syllable in PinyinIndex.shared.syllables where syllable.first == letters.first {
            let shared = zip(syllable, letters).prefix { $0 == $1 }.count
            guard shared > 1 else { continue }
            if shared == syllable.count || shared == letters.count { strides.insert(shared) }
            if syllable.dropFirst().first == UInt8(ascii: "h") { strides.insert(2) }
        }
        return strides
    }
}
