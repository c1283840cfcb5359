/// How Chinese characters are read, so that what clerks know by ear can be found with letters.
///
/// Readings have no tones, since nobody types them; `v` stands for ü. A character may have several.
package enum Pinyin {
    /// The readings of a character.
    ///
    /// - Parameter scalar: any code point.
    /// - Returns: lower-case ASCII letters, in the order of the alphabet; empty for what isn't a Chinese character.
    package static func readings(of scalar: Unicode.Scalar) -> [[UInt8]] {
        let index = PinyinIndex.shared
        var readings: [[UInt8]] = []
        let _: Int? = index.firstEnd(among: scalar.value) { reading in
            readings.append(Array(index.letters[reading]))
            return nil
        }
        return readings
    }

    /// The reading of a character that has one and no other; nil for all others. Cheaper than the list of one.
    package static func onlyReading(of scalar: Unicode.Scalar) -> ArraySlice<UInt8>? {
        let index = PinyinIndex.shared
        return index.only(of: scalar.value).map { index.letters[$0] }
    }

    /// The letters that the readings of a character begin with, each once, in the order of the alphabet.
    package static func initials(of scalar: Unicode.Scalar) -> [UInt8] {
        var initials: [UInt8] = []
        for reading in readings(of: scalar) where !initials.contains(reading[0]) { initials.append(reading[0]) }
        return initials
    }
}

/// The table, turned round: from characters to syllables. Made once, when the first reading is asked for.
struct PinyinIndex: Sendable {
    static let shared = PinyinIndex()

    private static let none = UInt16.max
    private static let first: UInt32 = 0x4E00
    private static let count = 0x5200

    /// Every syllable one behind the other, as ASCII letters.
    private(set) var letters: [UInt8] = []
    /// Where the syllables begin in `letters`; one more than there are, so that each has its end.
    private var starts: [UInt16] = []
    /// By the character's place: its first reading, or `none`.
    private var firsts: [UInt16]
    /// By the character's place: a bit for each letter that a reading begins with.
    private var initials: [UInt32]
    /// By the character's place: what else it may be read as.
    private var others: [UInt16: [UInt16]] = [:]

    private static func place(of scalar: UInt32) -> Int? {
        guard scalar >= first, scalar < first + UInt32(count) else { return nil }
        return Int(scalar - first)
    }

    /// Every syllable, as ASCII letters.
    var syllables: some Sequence<ArraySlice<UInt8>> {
        (0..<(starts.count - 1)).lazy.map { letters[reading(UInt16($0))] }
    }

    /// A bit for each letter of the alphabet that a reading of the character begins with.
    func initials(of scalar: UInt32) -> UInt32 { PinyinIndex.place(of: scalar).map { initials[$0] } ?? 0 }

    /// Goes through the readings of a character, until one leads to an end.
    ///
    /// - Parameter end: what a reading leads to, given where it stands in `letters`.
    func firstEnd(among scalar: UInt32, _ end: (Range<Int>) -> Int?) -> Int? {
        guard let place = PinyinIndex.place(of: scalar), firsts[place] != PinyinIndex.none else { return nil }
        if let found = end(reading(firsts[place])) { return found }
        // Nearly every character has one reading.
        guard initials[place] & PinyinIndex.hasOthers != 0 else { return nil }
        for other in others[UInt16(place)] ?? [] {
            if let found = end(reading(other)) { return found }
        }
        return nil
    }

    /// Where the one reading of a character stands in `letters`; nil where it has none or several.
    func only(of scalar: UInt32) -> Range<Int>? {
        guard let place = PinyinIndex.place(of: scalar), firsts[place] != PinyinIndex.none,
            initials[place] & PinyinIndex.hasOthers == 0
        else { return nil }
        return reading(firsts[place])
    }

    private func reading(_ syllable: UInt16) -> Range<Int> {
        Int(starts[Int(syllable)])..<Int(starts[Int(syllable) + 1])
    }

    private static let hasOthers: UInt32 = 1 << 31

    private init() {
        firsts = Array(repeating: PinyinIndex.none, count: PinyinIndex.count)
        initials = Array(repeating: 0, count: PinyinIndex.count)
        var isSpelling = false
        PinyinTable.text.withUTF8Buffer { bytes in
            var value: UInt32 = 0
            var left = 0
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"):
                    if !isSpelling { starts.append(UInt16(letters.count)) }
                    isSpelling = true
                    letters.append(byte)
                case 0xE0...0xEF: (value, left) = (UInt32(byte & 0x0F), 2)
                case 0x80...0xBF:
                    (value, left) = (value << 6 | UInt32(byte & 0x3F), left - 1)
                    if left == 0 { note(value) }
                    isSpelling = false
                default: continue
                }
            }
        }
        starts.append(UInt16(letters.count))
    }

    /// Another character of the syllable that was spelled last.
    private mutating func note(_ scalar: UInt32) {
        guard let place = PinyinIndex.place(of: scalar), let start = starts.last else { return }
        let syllable = UInt16(starts.count - 1)
        initials[place] |= 1 << UInt32(letters[Int(start)] - UInt8(ascii: "a"))
        if firsts[place] == PinyinIndex.none {
            firsts[place] = syllable
        } else {
            initials[place] |= PinyinIndex.hasOthers
            others[UInt16(place), default: []].append(syllable)
        }
    }
}
