/// What was typed, to be found in Chinese text by ear or by eye.
///
/// Letters stand for readings: whole (`boxing`), initials (`bx`), or a mixture (`boxsx`). Everything else, and letters
/// too, stands for itself, capitals or not, full-width or not. Blanks in what was typed may part syllables.
package struct PinyinMatch: Hashable, Sendable {
    private let typed: [Unicode.Scalar]

    /// - Parameter typed: as it came from the keyboard.
    package init(_ typed: String) {
        var scalars = typed.unicodeScalars.map(PinyinMatch.folded)[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        self.typed = Array(scalars)
    }

    /// Whether nothing was typed; then every text matches.
    package var isEmpty: Bool { typed.isEmpty }

    package func matches(_ text: String) -> Bool { firstRange(in: text) != nil }

    /// The first stretch of a text that the typed letters stand for.
    ///
    /// - Returns: nil where there is none; an empty range where nothing was typed.
    package func firstRange(in text: String) -> Range<String.Index>? {
        guard !typed.isEmpty else { return text.startIndex..<text.startIndex }
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while start < scalars.endIndex {
            if let end = end(of: 0, in: scalars, from: start) { return start..<end }
            start = scalars.index(after: start)
        }
        return nil
    }

    /// Where a match ends that goes on at a place of the text with what is left of the typed letters.
    private func end(
        of place: Int, in text: String.UnicodeScalarView, from index: String.Index
    ) -> String.Index? {
        guard place < typed.count else { return index }
        guard index < text.endIndex else { return nil }
        let scalar = text[index]
        let next = text.index(after: index)
        if PinyinMatch.folded(scalar) == typed[place] { return end(of: place + 1, in: text, from: next) }
        // A blank between syllables was typed for the eye.
        if typed[place] == " " { return end(of: place + 1, in: text, from: index) }
        guard ("a"..."z").contains(typed[place]) else { return nil }
        for reading in Pinyin.readings(of: scalar) {
            let shared = zip(reading, typed[place...]).prefix { UInt32($0) == $1.value }.count
            // As much of a syllable as fits; then its initials only, of which zh, ch and sh are two letters.
            for length in (0..<shared).reversed().map({ $0 + 1 }) {
                let isWhole = length == reading.count || place + length == typed.count
                guard isWhole || length == 1 || (length == 2 && reading[1] == UInt8(ascii: "h")) else { continue }
                if let end = end(of: place + length, in: text, from: next) { return end }
            }
        }
        return nil
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
        case 0xFF01...0xFF5E: folded(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case 0x3000: " "
        default: scalar
        }
    }
}
