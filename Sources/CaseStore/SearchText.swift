import CaseDomain

/// What a search of the queue looks at, and what counts as the same character there.
///
/// Clerks type with the input method on, so that a phone number may arrive in full-width digits, and they don't shift for
/// a credit code. Both sides of a comparison are therefore folded to ASCII capitals; everything else stays as it is.
package enum SearchText {
    /// Stands between the fields of a row; folding never yields it, so that no search matches across two fields.
    package static let separator: Unicode.Scalar = "\u{1F}"

    /// What to look for, from what was typed: folded, without the blanks at its ends. Empty where nothing is sought.
    package static func needle(_ typed: String) -> String {
        var scalars = folded(typed).unicodeScalars[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The searched fields of a row, folded, in one text that begins with the applicant's name.
    package static func haystack(_ row: QueueRow) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(128)
        append(row.applicant, to: &text)
        for field in [row.number.text, row.externalNumber, row.phone, row.uscc] {
            guard let field, !field.isEmpty else { continue }
            text.append(UInt8(separator.value))
            append(field, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a folded text holds a folded needle, code point by code point: neither case nor composition of characters
    /// matters beyond what folding did, which is what a database can index. Both are UTF-8.
    package static func contains(_ haystack: UnsafeBufferPointer<UInt8>, _ needle: [UInt8]) -> Bool {
        guard let last = needle.last else { return true }
        guard haystack.count >= needle.count else { return false }
        // Chinese characters have few first bytes and many last ones.
        for end in (needle.count - 1)..<haystack.count where haystack[end] == last {
            let start = end - needle.count + 1
            var place = 0
            while place < needle.count, haystack[start + place] == needle[place] { place += 1 }
            if place == needle.count { return true }
        }
        return false
    }

    private static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            let folded = folded(scalar)
            if folded.isASCII { bytes.append(UInt8(folded.value)) } else { bytes += UTF8.encode(folded) ?? replacement }
        }
    }

    private static let replacement = UTF8.encodedReplacementCharacter

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x61...0x7A: Unicode.Scalar(UInt8(scalar.value - 0x20))
        case 0xFF01...0xFF5E: folded(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case 0x3000: " "
        case 0, 0x1F: "\u{FFFD}"
        default: scalar
        }
    }
}
