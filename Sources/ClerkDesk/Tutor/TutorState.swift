package import CaseDomain
package import ChecklistRules

/// How far a clerk has come in the lessons.
package struct TutorState: Hashable, Sendable {
    package private(set) var lesson: Int
    package private(set) var step = 0
    /// The step before was just done: a word of praise, until the next key.
    package private(set) var isPraising = false
    /// The clerk turned to this step by hand: if it is done already, it waits to be left by hand, or done anew.
    private var isHeld = false
    /// When something was typed last.
    private var typedAt: Moment
    /// Whether nothing was typed for so long that a hint helps.
    package private(set) var isHinting = false

    /// Seconds.
    package static let patience: Int64 = 20

    /// - Parameter lesson: the place of the lesson to begin with.
    package init(lesson: Int = 0, now: Moment) {
        self.lesson = lesson
        typedAt = now
    }

    /// The step in hand; nil where there are no lessons.
    package func current(_ lessons: [Lesson]) -> Lesson.Step? {
        guard lessons.indices.contains(lesson), lessons[lesson].steps.indices.contains(step) else { return nil }
        return lessons[lesson].steps[step]
    }

    mutating func typed(at now: Moment) {
        typedAt = now
        isHinting = false
        isPraising = false
    }

    mutating func waited(until now: Moment) {
        isHinting = now.secondsSince1970 - typedAt.secondsSince1970 >= TutorState.patience
    }

    /// Goes on where the step is done.
    mutating func follow(isDone: Bool, _ lessons: [Lesson]) {
        guard isDone else {
            isHeld = false
            return
        }
        guard !isHeld, turn(by: 1, lessons) else { return }
        isHeld = false
        isPraising = true
    }

    /// Goes to the next step or back to the one before.
    ///
    /// - Returns: false at the end and at the beginning.
    @discardableResult
    mutating func turn(by direction: Int, _ lessons: [Lesson]) -> Bool {
        let (oldLesson, oldStep) = (lesson, step)
        step += direction
        if step < 0, lesson > 0 {
            lesson -= 1
            step = max(0, lessons[lesson].steps.count - 1)
        } else if lessons.indices.contains(lesson), step >= lessons[lesson].steps.count, lesson + 1 < lessons.count {
            lesson += 1
            step = 0
        }
        guard current(lessons) != nil else {
            (lesson, step) = (oldLesson, oldStep)
            return false
        }
        isHeld = true
        isPraising = false
        isHinting = false
        return true
    }
}
