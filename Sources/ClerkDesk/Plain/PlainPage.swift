import TextLayout

/// What the line mode has to say about the place where the desk stands, top to bottom.
package struct PlainPage: Hashable, Sendable {
    /// Where this is. Another place is told whole; of the same place, what changed.
    package let place: DeskPlace
    /// The place, and the case and its applicant where there is one.
    package let title: String
    /// What there is to know before the lines.
    package let head: [String]
    /// Lines that a number chooses, in the order of their numbers, without them.
    package let items: [String]
    /// What stands below the lines: what the chosen one is about, or a paper.
    package let body: [String]
    /// What there is to say about the line under the cursor: told with the place, and to whoever goes to a line.
    package let detail: [String]
    /// What the desk waits for; nil where it waits for any command.
    package let question: String?
    /// What the lesson wants next.
    package var lesson: [String] = []

    init(
        _ place: DeskPlace, title: String, head: [String] = [], items: [String] = [], body: [String] = [],
        detail: [String] = [], question: String? = nil
    ) {
        let clean = { (texts: [String]) in texts.map { SafeText.singleLine($0) }.filter { !$0.isEmpty } }
        self.place = place
        self.title = SafeText.singleLine(title).split(separator: " ", omittingEmptySubsequences: false)
            .reversed().drop(while: \.isEmpty).reversed().joined(separator: " ")
        self.head = clean(head)
        self.items = items.map { SafeText.singleLine($0) }
        self.body = clean(body)
        self.detail = clean(detail)
        self.question = question.map { SafeText.singleLine($0) }
    }

    /// Everything.
    package var lines: [String] { [title] + head + numbered + body + detail + lesson + asked }

    private var numbered: [String] { items.enumerated().map { "\($0.offset + 1) \($0.element)" } }
    private var asked: [String] { question.map { [$0] } ?? [] }

    /// What is otherwise than on a page that was told before.
    ///
    /// - Parameter isLooking: whether the clerk asked for a line, and wants to know about it.
    package func changes(since old: PlainPage, isLooking: Bool = false) -> [String] {
        let numbered = numbered
        let before = old.numbered
        let changed = numbered.enumerated().filter {
            !before.indices.contains($0.offset) || before[$0.offset] != $0.element
        }
        // Where most is new, or lines are gone, parts would be harder to follow than the whole.
        guard place == old.place, items.count >= old.items.count, changed.count * 2 <= items.count || items.count < 4
        else { return lines }
        let known = Set(old.head)
        return (title == old.title ? [] : [title]) + head.filter { !known.contains($0) } + changed.map(\.element)
            + (body == old.body && !isLooking ? [] : body) + (isLooking ? detail : [])
            + (lesson == old.lesson ? [] : lesson) + (question == old.question ? [] : asked)
    }
}
