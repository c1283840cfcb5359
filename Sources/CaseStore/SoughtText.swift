package import TextLayout

/// What was typed into a search, ready to be looked for in many rows.
///
/// A row is found by eye, where one of its fields holds what was typed, or by ear, where the applicant's name does: letters
/// stand for the readings of its characters, as a whole (`boxing`), by their initials (`bx`) or mixed. Blanks within what
/// was typed may be there for the eye only, as in `138 1234 5678`.
package struct SoughtText: Sendable {
    /// Folded by `SearchText`; empty where nothing is sought.
    package let needle: String
    /// The same without its blanks; nil where there are none.
    package let joined: String?
    /// Letters, or characters that blanks part, may be meant for the ear; nil where nothing is.
    package let ear: PinyinMatch?
    /// What is looked for by eye, as UTF-8.
    private let seen: [[UInt8]]

    /// - Parameter typed: as it came from the keyboard.
    package init(_ typed: String) {
        needle = SearchText.needle(typed)
        let scalars = needle.unicodeScalars
        let hasBlanks = scalars.contains(" ")
        joined = hasBlanks ? String(String.UnicodeScalarView(scalars.filter { $0 != " " })) : nil
        seen = [needle, joined].compactMap { $0.map { Array($0.utf8) } }
        ear = hasBlanks || scalars.contains { ("A"..."Z").contains($0) } ? PinyinMatch(needle) : nil
    }

    package var isEmpty: Bool { needle.isEmpty }

    package func isFound(in row: QueueRow) -> Bool {
        var haystack = SearchText.haystack(row)
        return haystack.withUTF8 { isFound(in: $0) }
    }

    /// - Parameter haystack: of a row, from `SearchText`, as UTF-8.
    package func isFound(in haystack: UnsafeBufferPointer<UInt8>) -> Bool {
        seen.contains { SearchText.contains(haystack, $0) }
            || ear?.matches(haystack, upTo: UInt8(ascii: SearchText.separator)) ?? false
    }
}
