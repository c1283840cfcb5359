package import CaseDomain
import CaseStore
package import ScreenKit
package import TextLayout

/// 台账 of one clerk and one day, as it stands over the queue.
package struct DayLog: Hashable, Sendable {
    package let clerk: ClerkID
    package let day: CivilDate
    /// The effect that fetches the day; nil once it is here.
    package var reading: Int?
    /// The whole day, in order of time.
    package private(set) var entries: [DayLogEntry] = []
    package private(set) var search = TextField(limit: 40)
    /// The place of the cursor among `shown`.
    package private(set) var cursor = 0

    /// What is fetched.
    var query: DayLogQuery { DayLogQuery(clerk: clerk, from: day, through: day) }
    /// Whether there may be earlier entries than those that were fetched.
    package var isCut: Bool { entries.count >= query.limit }

    init(clerk: ClerkID, day: CivilDate) {
        self.clerk = clerk
        self.day = day
    }

    /// The entries that what was typed leaves.
    package var shown: [DayLogEntry] {
        let match = PinyinMatch(search.text)
        return match.isEmpty ? entries : entries.filter { $0.matches(match) }
    }

    /// The case under the cursor.
    package var current: CaseNumber? {
        let shown = shown
        return shown.indices.contains(cursor) ? shown[cursor].number : nil
    }

    /// Takes the day in; the cursor goes to what was done last.
    mutating func take(_ entries: [DayLogEntry]) {
        self.entries = entries
        reading = nil
        cursor = max(0, shown.count - 1)
    }

    mutating func move(by step: Int) { cursor = min(max(0, cursor + step), max(0, shown.count - 1)) }

    mutating func edit(_ edit: TextEdit) {
        search.apply(edit)
        cursor = max(0, shown.count - 1)
    }

    /// What was searched for on one day is searched for on the next.
    func turned(by days: Int) -> DayLog {
        var other = DayLog(clerk: clerk, day: day.adding(days: days))
        other.search = search
        return other
    }
}

/// One thing that was done, in words.
package struct DayLogEntry: Hashable, Sendable {
    package let number: CaseNumber
    package let applicant: String
    package let stamp: EventStamp
    package let kind: DayLogKind
    /// What the case's history says of it.
    package let words: String
    /// Numbers of the papers that came of it.
    package let papers: [DocumentNumber]

    package func matches(_ match: PinyinMatch) -> Bool {
        match.matches(applicant) || match.matches(words) || match.matches(number.text)
            || papers.contains { match.matches($0.text) }
    }
}

/// What things that were done are counted as.
package enum DayLogKind: String, CaseIterable, Hashable, Sendable {
    case received, particulars, judged, notice, corrected, accepted, decided, papers, served, clocks, eligibility
    case revealed, messages, rounds, erased
    case inspected, permitted, licensed, authority, aftercare
}
