import CaseDomain
package import CaseStore
import ChecklistRules
import TextLayout

/// 台账 in words: the same on the screen, in the command and in the file.
package enum DayLogText {
    package static func entries(_ events: [LoggedEvent], _ desk: Desk) -> [DayLogEntry] {
        let book = desk.rules.book()
        // Papers are called what the checklist of their case calls them.
        let checklist = { (event: LoggedEvent) in
            book.checklist(for: event.matter, event.action, on: event.stamp.at.date)
        }
        return events.map { event in
            guard let payload = event.payload else {
                return DayLogEntry(
                    number: event.number, applicant: event.applicant, stamp: event.stamp, kind: .erased,
                    words: desk.say(Phrases.DayLog.erased), papers: [])
            }
            return DayLogEntry(
                number: event.number, applicant: event.applicant, stamp: event.stamp, kind: payload.logKind,
                words: HistoryText.words(for: payload, checklist(event), desk), papers: payload.paperNumbers)
        }
    }

    /// How much of what was done, the commonest kinds of work first; nothing where nothing was done.
    package static func totals(_ entries: [DayLogEntry], _ desk: Desk) -> String {
        var counts: [DayLogKind: Int] = [:]
        for entry in entries { counts[entry.kind, default: 0] += 1 }
        return DayLogKind.allCases.compactMap { kind in
            counts[kind].map { desk.say(Phrases.DayLog.total, ["kind": desk.say(kind.phrase), "count": String($0)]) }
        }.joined(separator: desk.language == .zh ? "、" : ", ")
    }

    package static func title(days: String, whose: String, _ desk: Desk) -> String {
        SafeText.singleLine(desk.say(Phrases.DayLog.title, ["day": days, "clerk": whose]))
    }

    /// One line a thing.
    package static func line(_ entry: DayLogEntry) -> String {
        SafeText.singleLine("\(entry.stamp.at.clock)  \(entry.number.text)  \(entry.applicant)  \(entry.words)")
    }

    /// The day as a text: heading, what was done, totals.
    ///
    /// - Parameter dated: whether every line says its day, as several days need.
    package static func text(
        _ entries: [DayLogEntry], heading: String, dated: Bool = false, _ desk: Desk
    ) -> String {
        let total = totals(entries, desk)
        let lines = entries.map { dated ? "\($0.stamp.at.date) \(line($0))" : line($0) }
        let all = [heading] + lines + [total.isEmpty ? desk.say(Phrases.DayLog.nothing) : total]
        return all.map { $0 + "\n" }.joined()
    }

    /// The same as a table for spreadsheets: UTF-8 with its mark, rows ended as they expect it, and no cell that they would
    /// take for a formula.
    package static func csv(_ entries: [DayLogEntry], _ desk: Desk) -> String {
        let heads = [
            Phrases.DayLog.date, Phrases.DayLog.time, Phrases.DayLog.number, Phrases.DayLog.applicant,
            Phrases.DayLog.kind, Phrases.DayLog.what, Phrases.DayLog.papers, Phrases.DayLog.clerk,
        ]
        let rows =
            [heads.map(desk.say)]
            + entries.map { entry in
                [
                    entry.stamp.at.date.description, entry.stamp.at.clock, entry.number.text, entry.applicant,
                    desk.say(entry.kind.phrase), entry.words, entry.papers.map(\.text).joined(separator: " "),
                    desk.name(of: entry.stamp.by),
                ]
            }
        return CSVText.mark + rows.map(CSVText.row).joined()
    }

    /// The name of the file that a day is put into: nothing in it but what every file system takes.
    static func fileName(_ log: DayLog, ending: String) -> String {
        let clerk = log.clerk.text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return "yicigao-\(log.day)\(clerk.isEmpty ? "" : "-")\(clerk).\(ending)"
    }
}

extension CaseEvent.Payload {
    fileprivate var logKind: DayLogKind {
        switch self {
        case .received, .bundled: .received
        case .particularsChanged: .particulars
        case .materialRecorded, .materialCleared, .spotCorrected: .judged
        case .noticeIssued, .noticeWithdrawn: .notice
        case .correctionReceived: .corrected
        case .accepted, .gapsPromised, .gapsSettled: .accepted
        case .routed, .withdrawn, .abandoned, .refused: .decided
        case .identityRevealed: .revealed
        case .clockStopped, .clockResumed, .termExtended, .correctionExtended: .clocks
        case .ineligible, .eligibilityRestored: .eligibility
        case .cardIssued, .paperIssued: .papers
        case .served: .served
        case .lateFindingRecorded, .released, .visitAnswered: .rounds
        case .messageQueued, .messageSettled: .messages
        case .life(let event): event.logKind
        }
    }

    fileprivate var paperNumbers: [DocumentNumber] {
        switch self {
        case .noticeIssued(let notice): [notice.number]
        case .paperIssued(let paper): [paper.number].compactMap { $0 }
        case .noticeWithdrawn(let withdrawal): [withdrawal.number]
        case .served(let service): [service.document]
        case .correctionExtended(let grant): [grant.number]
        default: []
        }
    }
}
