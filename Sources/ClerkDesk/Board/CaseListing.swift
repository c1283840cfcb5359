import CaseDomain
package import CaseStore

/// A list of cases on the supervisor's board: what a figure is made of, what waits for a release, what to look at today.
package struct CaseListing: Hashable, Sendable {
    package let title: Phrase
    package private(set) var parts: [Part]
    package private(set) var cursor = 0
    package private(set) var marks: Set<Int64> = []
    /// Whether all of it is to be given to somebody else as soon as it is here.
    package var isToReassign = false

    /// Cases that are in the list for the same reason.
    package struct Part: Hashable, Sendable {
        /// Why; nil where the title says it.
        package let reason: Phrase?
        package let source: CaseSource
        package private(set) var rows: [QueueRow] = []
        package private(set) var last: QueueRow?
        package private(set) var hasLater = false
        package private(set) var isKnown = false

        init(_ reason: Phrase?, _ source: CaseSource) {
            self.reason = reason
            self.source = source
        }

        mutating func take(_ stretch: CaseStretch, isFirst: Bool) {
            rows = isFirst ? stretch.rows : rows + stretch.rows
            (last, hasLater, isKnown) = (stretch.last, stretch.hasLater, true)
        }
    }

    /// A case and why it is in the list.
    package struct Entry: Hashable, Sendable {
        package let row: QueueRow
        package let reason: Phrase?
    }

    init(_ title: Phrase, _ parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    package var entries: [Entry] {
        // A case stands in the list once, for the first of its reasons.
        var seen: Set<Int64> = []
        return parts.flatMap { part in part.rows.map { Entry(row: $0, reason: part.reason) } }
            .filter { seen.insert($0.row.key).inserted }
    }

    package var current: QueueRow? {
        let entries = entries
        return entries.indices.contains(cursor) ? entries[cursor].row : nil
    }

    package var isKnown: Bool { parts.allSatisfy(\.isKnown) }
    package var hasLater: Bool { parts.contains(where: \.hasLater) }

    /// The marked cases; where none is, the one under the cursor.
    package var meant: [QueueRow] {
        marks.isEmpty ? [current].compactMap(\.self) : entries.map(\.row).filter { marks.contains($0.key) }
    }

    package func isMarked(_ row: QueueRow) -> Bool { marks.contains(row.key) }

    mutating func move(by step: Int) { cursor = min(max(0, cursor + step), max(0, entries.count - 1)) }

    mutating func toggleMark() {
        guard let key = current?.key else { return }
        if marks.remove(key) == nil { marks.insert(key) }
    }

    mutating func markAll() { marks = Set(entries.map(\.row.key)) }

    /// - Returns: whether there was any.
    mutating func clearMarks() -> Bool {
        defer { marks = [] }
        return !marks.isEmpty
    }

    /// Takes a stretch of one part in; the cursor stays with its case.
    mutating func take(_ stretch: CaseStretch, into place: Int, isFirst: Bool) {
        guard parts.indices.contains(place) else { return }
        let key = current?.key
        parts[place].take(stretch, isFirst: isFirst)
        let entries = entries
        cursor = entries.firstIndex { $0.row.key == key } ?? min(cursor, max(0, entries.count - 1))
        marks.formIntersection(entries.map(\.row.key))
    }
}
