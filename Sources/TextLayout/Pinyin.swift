/// How Chinese characters are read, so that what clerks know by ear can be found with letters.
///
/// Readings have no tones, since nobody types them; `v` stands for ü. A character may have several.
package enum Pinyin {
    /// The readings of a character.
    ///
    /// - Parameter scalar: any code point.
    /// - Returns: lower-case ASCII letters, in the order of the alphabet; empty for what isn't a Chinese character.
    package static func readings(of scalar: Unicode.Scalar) -> [[UInt8]] {
        guard let place = PinyinIndex.place(of: scalar) else { return [] }
        let index = PinyinIndex.shared
        let first = index.firsts[place]
        guard first != PinyinIndex.none else { return [] }
        guard let others = index.others[UInt16(place)] else { return [index.syllables[Int(first)]] }
        return ([first] + others).map { index.syllables[Int($0)] }
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

    static let none = UInt16.max
    private static let first: UInt32 = 0x4E00
    private static let count = 0x5200

    /// Every syllable, as ASCII letters.
    private(set) var syllables: [[UInt8]] = []
    /// By the character's place: its first reading, or `none`.
    private(set) var firsts: [UInt16]
    /// By the character's place: what else it may be read as.
    private(set) var others: [UInt16: [UInt16]] = [:]

    static func place(of scalar: Unicode.Scalar) -> Int? {
        guard scalar.value >= first, scalar.value < first + UInt32(count) else { return nil }
        return Int(scalar.value - first)
    }

    private init() {
        firsts = Array(repeating: PinyinIndex.none, count: PinyinIndex.count)
        var letters: [UInt8] = []
        let text = PinyinTable.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                if ("a"..."z").contains(scalar) { letters.append(UInt8(ascii: scalar)) }
                continue
            }
            if !letters.isEmpty {
                syllables.append(letters)
                letters = []
            }
            guard let place = PinyinIndex.place(of: scalar) else { continue }
            let syllable = UInt16(syllables.count - 1)
            if firsts[place] == PinyinIndex.none {
                firsts[place] = syllable
            } else {
                others[UInt16(place), default: []].append(syllable)
            }
        }
    }
}
