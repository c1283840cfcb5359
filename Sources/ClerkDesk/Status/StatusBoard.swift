package import CaseDomain
package import ScreenKit

/// What the status line says, what waits behind it, and what it has said so far.
///
/// Warnings and failures are not overwritten before the clerk has had them on his screen and pressed a key; what comes
/// meanwhile stands in line. Good news may be replaced by newer good news, and so may what a key is answered with: it is
/// about that key, and the next one has an answer of its own.
package struct StatusBoard: Hashable, Sendable {
    /// A message of this session, as it was shown: nothing more is kept than stood on the screen.
    package struct Told: Hashable, Sendable {
        package let at: Moment
        package let line: StatusLine
    }

    /// The most messages that the history keeps, and that wait behind the one that is shown.
    package static let longestHistory = 200
    static let longestQueue = 20

    package private(set) var shown: StatusLine?
    /// What is shown after it, oldest first.
    package private(set) var waiting: [StatusLine] = []
    /// Whether what is shown only answers a key, and whether the last of what waits does.
    private var isAnswer = false
    private var endsInAnswer = false
    /// Everything said, oldest first.
    package private(set) var history: [Told] = []
    /// Whether a frame with the message has reached the terminal.
    package private(set) var isSeen = false

    package init() {}

    /// - Parameter answers: whether it only says what became of a key.
    mutating func tell(_ line: StatusLine, at moment: Moment, answers: Bool = false) {
        remember(Told(at: moment, line: line))
        guard let shown, shown != line, shown.severity.mustBeSeen, !isAnswer else {
            show(line, answers: answers)
            return
        }
        if waiting.contains(line) { return }
        if let last = waiting.last, endsInAnswer || !last.severity.mustBeSeen { waiting.removeLast() }
        waiting.append(line)
        endsInAnswer = answers
        if waiting.count > Self.longestQueue { waiting.removeFirst() }
    }

    /// Puts words before the message that was told last, instead of a message of its own behind it.
    mutating func preface(_ words: String) {
        guard let last = history.popLast() else { return }
        let line = StatusLine(last.line.severity, "\(words)  \(last.line.text)")
        history.append(Told(at: last.at, line: line))
        if waiting.last == last.line {
            waiting[waiting.count - 1] = line
        } else if shown == last.line {
            show(line, answers: isAnswer)
        }
    }

    /// A key was pressed: what has been on the screen goes, and the next message comes. Keys that were typed ahead of
    /// the screen don't wipe off what nobody has read.
    mutating func keyPressed() {
        if endsInAnswer, !waiting.isEmpty { waiting.removeLast() }
        endsInAnswer = false
        if let shown, shown.severity.mustBeSeen, !isSeen { return }
        advance()
    }

    /// Nothing was typed for a while: good news that was read makes room for what waits.
    mutating func timePassed() {
        guard !waiting.isEmpty, isSeen, shown?.severity.mustBeSeen != true else { return }
        advance()
    }

    mutating func markSeen() { isSeen = shown != nil }

    private mutating func advance() {
        shown = nil
        guard !waiting.isEmpty else { return }
        let next = waiting.removeFirst()
        show(next, answers: endsInAnswer && waiting.isEmpty)
    }

    private mutating func show(_ line: StatusLine, answers: Bool) {
        if shown != line { isSeen = false }
        shown = line
        isAnswer = answers
    }

    /// What is said again and again, such as at the end of a list, is noted once.
    private mutating func remember(_ told: Told) {
        if history.last?.line == told.line { history.removeLast() }
        history.append(told)
        if history.count > Self.longestHistory { history.removeFirst() }
    }
}

extension StatusLine.Severity {
    /// Whether a clerk has to have seen it before anything else takes its place.
    package var mustBeSeen: Bool {
        switch self {
        case .info, .success: false
        case .warning, .failure: true
        }
    }
}

extension DeskState {
    /// The status line. Setting it tells something more, which may have to wait; nil is a key that was pressed.
    package var status: StatusLine? {
        get { board.shown }
        set {
            guard let newValue else {
                board.keyPressed()
                return
            }
            board.tell(newValue, at: now)
        }
    }

    /// Says what became of a key.
    mutating func answer(_ line: StatusLine) { board.tell(line, at: now, answers: true) }

    /// Whether something is drawn that changes its meaning once a clerk can have read it.
    package var awaitsShowing: Bool {
        if board.shown != nil, !board.isSeen { return true }
        guard case .question(let question)? = modal else { return false }
        return shownQuestion?.asksSame(as: question) != true
    }

    /// A frame of this state has reached the terminal.
    mutating func markShown() {
        board.markSeen()
        if case .question(let question)? = modal { shownQuestion = question } else { shownQuestion = nil }
    }
}

extension Question {
    /// Whether two boxes ask the same, whatever is ticked in them.
    func asksSame(as other: Question) -> Bool {
        title == other.title && lines == other.lines && answer == other.answer
    }
}
