/// What was typed, to be found in Chinese text by ear or by eye.
///
/// Letters stand for readings: whole (`boxing`), initials (`bx`), or a mixture (`boxsx`). Everything else, and letters
/// too, stands for itself, capitals or not, full-width or not. Blanks in what was typed may part syllables.
package struct PinyinMatch: Hashable, Sendable {
    private let typed: [UInt32]

    /// - Parameter typed: as it came from the keyboard.
    package init(_ typed: String) {
        var scalars = typed.unicodeScalars.map { PinyinMatch.folded($0.value) }[...]
        while scalars.first == PinyinMatch.blank { scalars.removeFirst() }
        while scalars.last == PinyinMatch.blank { scalars.removeLast() }
        self.typed = Array(scalars)
    }

    /// Whether nothing was typed; then every text matches.
    package var isEmpty: Bool { typed.isEmpty }

    /// - Parameter end: an ASCII character that the part of the text to look at ends before; nil for the whole text.
    package func matches(_ text: String, upTo end: UInt8? = nil) -> Bool {
        var text = text
        return text.withUTF8 { matches($0, upTo: end) }
    }

    /// - Parameter text: well-formed UTF-8.
    package func matches(_ text: UnsafeBufferPointer<UInt8>, upTo end: UInt8?) -> Bool {
        firstStretch(in: text, upTo: end) != nil
    }

    /// The first stretch of a text that the typed letters stand for.
    ///
    /// - Returns: nil where there is none; an empty range where nothing was typed.
    package func firstRange(in text: String) -> Range<String.Index>? {
        var text = text
        guard let stretch = text.withUTF8({ firstStretch(in: $0, upTo: nil) }) else { return nil }
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: stretch.lowerBound)
        return start..<scalars.index(start, offsetBy: stretch.count)
    }

    /// In code points. A search listens to thousands of names between two keys, so nothing here makes an object.
    private func firstStretch(in text: UnsafeBufferPointer<UInt8>, upTo end: UInt8?) -> Range<Int>? {
        guard let first = typed.first else { return 0..<0 }
        let length = end.flatMap { text.firstIndex(of: $0) } ?? text.count
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, length)) { room in
            let count = PinyinMatch.decode(text[..<length], into: room)
            let scalars = UnsafeBufferPointer(rebasing: room[..<count])
            let initial = PinyinMatch.isLetter(first) ? UInt32(1) << (first - 0x61) : 0
            let index = PinyinIndex.shared
            for start in scalars.indices
            where scalars[start] == first || index.initials(of: scalars[start]) & initial != 0 {
                if let end = self.end(of: 0, in: scalars, from: start, index) { return start..<end }
            }
            return nil
        }
    }

    /// Where a match ends that goes on at a place of the text with what is left of the typed letters.
    private func end(
        of place: Int, in text: UnsafeBufferPointer<UInt32>, from start: Int, _ index: PinyinIndex
    ) -> Int? {
        guard place < typed.count else { return start }
        guard start < text.count else { return nil }
        if text[start] == typed[place] { return end(of: place + 1, in: text, from: start + 1, index) }
        // A blank between syllables was typed for the eye.
        if typed[place] == PinyinMatch.blank { return end(of: place + 1, in: text, from: start, index) }
        guard PinyinMatch.isLetter(typed[place]) else { return nil }
        return index.firstEnd(among: text[start]) { reading in
            var shared = 0
            while shared < reading.count, place + shared < typed.count,
                UInt32(index.letters[reading.lowerBound + shared]) == typed[place + shared]
            { shared += 1 }
            // As much of a syllable as fits; then its initials only, of which zh, ch and sh are two letters.
            while shared > 0 {
                let isWhole = shared == reading.count || place + shared == typed.count
                let isInitials =
                    shared == 1 || (shared == 2 && index.letters[reading.lowerBound + 1] == UInt8(ascii: "h"))
                if isWhole || isInitials, let end = end(of: place + shared, in: text, from: start + 1, index) {
                    return end
                }
                shared -= 1
            }
            return nil
        }
    }

    private static let blank: UInt32 = 0x20

    private static func isLetter(_ scalar: UInt32) -> Bool { scalar >= 0x61 && scalar <= 0x7A }

    /// Folded code points of a text, which as a string is always well formed.
    ///
    /// - Returns: how many there are.
    private static func decode(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, into room: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var count = 0
        var value: UInt32 = 0
        for byte in bytes {
            if byte & 0xC0 == 0x80 {
                value = value << 6 | UInt32(byte & 0x3F)
                room[count - 1] = folded(value)
                continue
            }
            value = UInt32(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07)
            room[count] = folded(value)
            count += 1
        }
        return count
    }

    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 0x20
        case 0xFF01...0xFF5E: folded(scalar - 0xFEE0)
        case 0x3000: blank
        default: scalar
        }
    }
}
