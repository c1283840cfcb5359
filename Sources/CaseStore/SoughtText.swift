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

    /// - Parameter typed: as it came from the keyboard.
    package init(_ typed: String) {
        needle = SearchText.needle(typed)
        let scalars = needle.unicodeScalars
        let hasBlanks = scalars.contains(" ")
        joined = hasBlanks ? String(String.UnicodeScalarView(scalars.filter { $0 != " " })) : nil
        ear = hasBlanks || scalars.contains { ("A"..."Z").contains($0) } ? PinyinMatch(needle) : nil
    }

    package var isEmpty: Bool { needle.isEmpty }

    package func isFound(in row: QueueRow) -> Bool { isFound(in: SearchText.haystack(row)) }

    /// - Parameter haystack: of a row, from `SearchText`.
    package func isFound(in haystack: String) -> Bool {
        if SearchText.contains(haystack, needle) { return true }
        if let joined, SearchText.contains(haystack, joined) { return true }
        return isHeard(in: haystack)
    }

    /// Whether the name that a haystack begins with is found by ear.
    package func isHeard(in haystack: String) -> Bool {
        ear?.matches(haystack, upTo: UInt8(ascii: SearchText.separator)) ?? false
    }
}
