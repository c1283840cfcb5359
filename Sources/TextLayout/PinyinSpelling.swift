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

    /// The initials of the characters that typed letters may stand for, one list for each way to read them, each as far as
    /// a number of characters: `boxi` is b-x, but also b-o-x-i for four letters of a name that is written with them.
    ///
    /// - Parameters:
    ///   - letters: lower-case ASCII letters without blanks.
    ///   - depth: characters to go into the text, at least 1.
    package static func initials(typed letters: [UInt8], depth: Int) -> Set<[UInt8]> {
        let strides = letters.indices.map { Pinyin.strides(letters[$0...]) }
        var ways: Set<[UInt8]> = []
        func go(on place: Int, _ initials: [UInt8]) {
            guard place < letters.count, initials.count < depth else {
                ways.insert(initials)
                return
            }
            for stride in strides[place] { go(on: place + stride, initials + [letters[place]]) }
        }
        go(on: 0, [])
        return ways
    }

    /// How many of the typed letters the first character may take: see `PinyinMatch`.
    private static func strides(_ letters: ArraySlice<UInt8>) -> Set<Int> {
        var strides: Set<Int> = [1]
        for syllable in PinyinIndex.shared.syllables {
            let shared = zip(syllable, letters).prefix { $0 == $1 }.count
            guard shared > 1 else { continue }
            if shared == syllable.count || shared == letters.count { strides.insert(shared) }
            if syllable.dropFirst().first == UInt8(ascii: "h") { strides.insert(2) }
        }
        return strides
    }
}
