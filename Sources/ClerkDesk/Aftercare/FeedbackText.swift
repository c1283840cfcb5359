package import CaseDomain
import CaseStore

/// 反馈 in words: the same on the screen and in the command.
package enum FeedbackText {
    static func title(_ feedback: Feedback, _ desk: Desk) -> String {
        "\(feedback.number.text)  \(desk.say(feedback.opening.kind.phrase))"
    }

    /// What happened, oldest first.
    package static func story(_ events: [FeedbackEvent], _ desk: Desk) -> [String] {
        events.flatMap { event -> [String] in
            let head = "\(event.stamp.at.date) \(event.stamp.at.clock)  \(desk.office.staff.name(of: event.stamp.by))"
            return ["\(head)  \(desk.say(words(event.deed).head))"] + words(event.deed).lines(desk) + [""]
        }
    }

    private struct Told {
        let head: Phrase
        let lines: (Desk) -> [String]
    }

    private static func words(_ deed: FeedbackDeed) -> Told {
        func said(_ words: String) -> [String] { words.isEmpty ? [] : ["  \(words)"] }
        switch deed {
        case .opened(let opening):
            return Told(head: Phrases.Feedback.opened) { desk in
                let about = [
                    opening.window.isEmpty ? "" : desk.say(Phrases.Desk.window, ["window": opening.window]),
                    opening.from, opening.number?.text ?? "",
                ].filter { !$0.isEmpty }
                return said(opening.words) + said(about.joined(separator: "  "))
            }
        case .passedUp(let to, let words):
            return Told(head: Phrases.Feedback.passedUp.filled(["to": to])) { _ in said(words) }
        case .answered(let words): return Told(head: Phrases.Feedback.answered) { _ in said(words) }
        case .read: return Told(head: Phrases.Feedback.read) { _ in [] }
        case .closed(let words): return Told(head: Phrases.Feedback.closed) { _ in said(words) }
        }
    }

    /// How long it waits, and whether that is too long; nil where nobody waits any more.
    static func wait(_ feedback: Feedback, _ today: CivilDate, _ desk: Desk) -> (text: String, isOver: Bool)? {
        guard feedback.isWaiting else { return nil }
        return left(feedback.due(at: desk.office, desk.clocks.calendar), today, desk)
    }

    /// Working days until the last day, or since.
    static func left(_ due: CivilDate?, _ today: CivilDate, _ desk: Desk) -> (text: String, isOver: Bool)? {
        guard let due else { return nil }
        if due < today {
            let days = desk.clocks.calendar.workingDays(after: due, through: today)
            return (desk.say(Phrases.Feedback.over, ["count": String(days)]), true)
        }
        let days = desk.clocks.calendar.workingDays(after: today, through: due)
        return (desk.say(Phrases.Feedback.left, ["count": String(days)]), false)
    }
}
