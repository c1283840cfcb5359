/// Writes JSON into a growing buffer of bytes, on one line.
///
/// Everything that could act on a terminal is escaped: controls (C0, DEL, C1), the line and paragraph separators, and
/// the marks that turn the direction of writing. The reader gets the same text back. Commas are set by the writer; that
/// values and keys come in turn, and that what is opened is closed, is the caller's business.
package struct JSONText: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// True where the next key or value is the first of its container, or stands behind its key.
    private var isFirst = true

    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Empties the buffer and keeps its memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isFirst = true
    }

    /// Ends the document with a line feed; the next one may follow.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// - Parameter key: plain ASCII without anything to escape.
    package mutating func key(_ key: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    package mutating func key(_ key: String) {
        comma()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    package mutating func string(_ text: String) {
        comma()
        quote(text)
    }

    package mutating func bool(_ value: Bool) { plain(value ? "true" : "false") }

    package mutating func null() { plain("null") }

    package mutating func integer(_ value: some BinaryInteger) {
        comma()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// - Parameter value: has no JSON where it isn't finite; then `null` is written.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        comma()
        // Swift's description is the shortest form that reads back as the same number, and it is JSON; only whole numbers
        // would get a needless fraction.
        if value == value.rounded(), abs(value) < 1e15 {
            bytes.append(contentsOf: String(Int64(value)).utf8)
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        isFirst = true
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func plain(_ word: StaticString) {
        comma()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func comma() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends whole runs of bytes that stand for themselves, and what is between them escaped.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var run = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                place += 1
                continue
            }
            if byte >= 0xC3, byte != 0xE2 {
                place += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                continue
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
            if let scalar = JSONText.dangerous(text, at: place, length: length) {
                bytes.append(contentsOf: text[run..<place])
                append(escapeOf: scalar)
                run = place + length
            }
            place += length
        }
        if run < text.count { bytes.append(contentsOf: text[run...]) }
    }

    /// - Returns: the scalar at a place where it must be escaped, nil where it may stand as it is.
    private static func dangerous(_ text: UnsafeBufferPointer<UInt8>, at place: Int, length: Int) -> UInt16? {
        switch length {
        case 1: return UInt16(text[place])
        case 2:
            let scalar = UInt16(text[place] & 0x1F) << 6 | UInt16(text[place + 1] & 0x3F)
            return scalar < 0xA0 ? scalar : nil
        default:
            let scalar =
                UInt16(text[place] & 0x0F) << 12 | UInt16(text[place + 1] & 0x3F) << 6
                | UInt16(text[place + 2] & 0x3F)
            switch scalar {
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return scalar
            default: return nil
            }
        }
    }

    private mutating func append(escapeOf scalar: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch UInt8(truncatingIfNeeded: scalar) {
        case UInt8(ascii: "\"") where scalar < 0x80: bytes.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\") where scalar < 0x80: bytes.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "\n") where scalar < 0x80: bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r") where scalar < 0x80: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t") where scalar < 0x80: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
