/// What a text field was before its last changes.
struct TextHistory: Hashable, Sendable {
    struct Step: Hashable, Sendable {
        let characters: [Character]
        let cursor: Int
    }

    /// The changes that are taken back together.
    private enum Run: Hashable, Sendable {
        case typing, rubbing, none
    }

    private var steps: [Step] = []
    private var run = Run.none

    private static let most = 50

    /// - Parameters:
    ///   - step: what the field was before the edit.
    ///   - edit: a change, not a move.
    mutating func note(_ step: Step, after edit: TextEdit) {
        let run = TextHistory.run(of: edit)
        if run == .none || run != self.run {
            steps.append(step)
            if steps.count > TextHistory.most { steps.removeFirst() }
        }
        self.run = run
    }

    /// The next change is a step of its own.
    mutating func pause() { run = .none }

    mutating func takeBack() -> Step? {
        run = .none
        return steps.popLast()
    }

    private static func run(of edit: TextEdit) -> Run {
        switch edit {
        case .insert(let text): text.count == 1 ? .typing : .none
        case .backspace, .delete: .rubbing
        case .deleteWord, .deleteWordAhead, .deleteToStart, .deleteToEnd, .left, .right, .wordLeft, .wordRight, .start,
            .end, .yank, .undo:
            .none
        }
    }
}
