package import CaseDomain

/// 练习: a piece of the main job that a new clerk is led through.
package struct Lesson: Hashable, Sendable {
    package let id: String
    package let title: TermNames.Name
    package let steps: [Step]

    package init(id: String, title: TermNames.Name, steps: [Step]) {
        self.id = id
        self.title = title
        self.steps = steps
    }

    /// One thing to do.
    package struct Step: Hashable, Sendable {
        package let goal: LessonGoal
        /// What to do next.
        package let say: TermNames.Name
        /// Why.
        package let why: TermNames.Name
        /// The intent whose key helps who hesitates, by the name that keymaps use; nil where no one key does it.
        package let hint: String?
        /// The law behind it; nil where there is none to name.
        package let basis: LegalSource?

        package init(
            goal: LessonGoal, say: TermNames.Name, why: TermNames.Name, hint: String?, basis: LegalSource?
        ) {
            self.goal = goal
            self.say = say
            self.why = why
            self.hint = hint
            self.basis = basis
        }
    }
}

/// What a desk must look like for a step to be done, whichever way it was brought there.
package enum LessonGoal: String, Vocabulary {
    case queueMoved = "queue-moved"
    case viewChanged = "view-changed"
    case viewOpen = "view-open"
    case searchFound = "search-found"
    case caseOpen = "case-open"
    case queueClear = "queue-clear"
    case formOpen = "form-open"
    case formFilled = "form-filled"
    case caseReceived = "case-received"
    case oneInOrder = "one-in-order"
    case oneMissing = "one-missing"
    case oneDefective = "one-defective"
    case allJudged = "all-judged"
    case whyRead = "why-read"
    case nothingOver = "nothing-over"
    case noticeOpen = "notice-open"
    case noticeIssued = "notice-issued"
    case noticeLeft = "notice-left"
    case papersBack = "papers-back"
    case gateWarned = "gate-warned"
    case acceptable
    case accepted
    case freshCase = "fresh-case"
    case gapTolerated = "gap-tolerated"
    /// The end: only leaving follows.
    case leave
}
