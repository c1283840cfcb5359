import CaseDomain
import CaseStore
import TextLayout

/// Where a row holds what was searched for.
struct MatchMark {
    private let match: PinyinMatch

    /// - Parameter search: as it was typed; nothing is marked for an empty one.
    init(_ search: String) { match = PinyinMatch(search) }

    var isEmpty: Bool { match.isEmpty }

    func range(in text: String) -> Range<String.Index>? {
        guard !match.isEmpty else { return nil }
        return match.firstRange(in: text)
    }

    /// What matched where no column of the list shows it: the kind of number, and as much of it as was typed.
    ///
    /// - Parameter applicant: as much of the name as the list shows.
    func unseen(
        _ row: QueueRow, applicant: String, _ desk: Desk
    ) -> (text: String, mark: Range<String.Index>)? {
        guard !match.isEmpty, range(in: applicant) == nil, range(in: row.number.text) == nil else { return nil }
        if let found = range(in: row.applicant) { return excerpt("", row.applicant, found, isCovered: false) }
        let fields = [
            (Phrases.Views.phone, row.phone, true), (Phrases.Views.externalNumber, row.externalNumber, false),
            (Phrases.Views.creditCode, row.uscc, true),
        ]
        for (label, text, isCovered) in fields {
            guard let text, let found = range(in: text) else { continue }
            return excerpt(desk.say(label), text, found, isCovered: isCovered)
        }
        return nil
    }

    /// - Parameter isCovered: whether no more of it may be shown than was typed.
    private func excerpt(
        _ label: String, _ text: String, _ found: Range<String.Index>, isCovered: Bool
    ) -> (text: String, mark: Range<String.Index>) {
        let before = found.lowerBound == text.startIndex ? "" : ".."
        let after = found.upperBound == text.endIndex ? "" : isCovered ? ".." : String(text[found.upperBound...])
        let head = label.isEmpty ? before : "\(label) \(before)"
        let whole = head + text[found] + after
        let start = whole.index(whole.startIndex, offsetBy: head.count)
        return (whole, start..<whole.index(start, offsetBy: text[found].count))
    }

    /// A number with only its last characters shown.
    static func covered(_ text: String, keeping count: Int) -> String {
        guard text.count > count else { return text }
        return String(repeating: "*", count: text.count - count) + text.suffix(count)
    }
}
