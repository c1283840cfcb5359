import ScreenKit

/// Where keys are being typed. Each place has its own bindings and falls back to `global`.
package enum DeskPlace: String, CaseIterable, Hashable, Sendable {
    case global, queue, search, checklist, checks, form, notice, picker, reader, confirm
    case clocks, entry, tickets, inspections
    case messages
    /// 台账.
    case dayLog = "day-log"
    /// 督办台: 今日看板, 指标 and the lists of cases behind them.
    case board, figures, caseList = "case-list"
    /// 到期台账.
    case expiry
    /// 反馈.
    case feedback

    /// In these places a printable key that no binding takes is text.
    package var takesText: Bool {
        switch self {
        case .search, .form, .picker, .entry, .dayLog: true
        case .global, .queue, .checklist, .checks, .notice, .reader, .confirm, .clocks, .messages, .tickets,
            .inspections, .expiry, .feedback, .board, .figures, .caseList:
            false
        }
    }
}

/// Everything a clerk can ask for. Keymaps name intents, so that keys can move without the desk knowing.
package enum DeskIntent: String, CaseIterable, Hashable, Sendable {
    case help, back, quit, redraw
    case nextTheme = "next-theme"
    case up, down, pageUp = "page-up", pageDown = "page-down", first, last, left, right
    // Queue
    case open, newCase = "new-case", bundle, search, nextFilter = "next-filter", previousFilter = "previous-filter"
    case nextSort = "next-sort", reverseSort = "reverse-sort", refresh
    case views, sortBy = "sort-by", mark, markAll = "mark-all", takeNext = "take-next"
    case recentSearches = "recent-searches", nextCase = "next-case", previousCase = "previous-case"
    case drafts
    // Case
    case inOrder = "in-order", missing, defective, retrieved, tolerate, unjudge
    case nextOpen = "next-open", checks, edit, save, reveal
    case ledger, history, why, accept, route, withdraw
    case returnPapers = "return-papers", undo, sister
    case stopClock = "stop-clock", resumeClock = "resume-clock", extendTerm = "extend-term"
    case guidance, eligibility, demand, actions
    // Notice
    case notice, issue, print
    // Tickets
    case tickets, takeTicket = "take-ticket", callNext = "call-next", recall, skip, hold
    case resumeTicket = "resume-ticket", transfer, finish
    // Inspections
    case inspections
    // Fields, lists and questions
    case complete, copyEarlier = "copy-earlier"
    case nextField = "next-field", previousField = "previous-field", choose, toggle, yes, no
    // Everywhere
    case palette, messages, copy
    /// 台账: what this clerk did today.
    case myDay = "my-day"
    // 督办台
    case board, groupBy = "group-by", period, narrow, beforeAfter = "before-after", reassign
    // After the licence
    case expiry, feedback, contact, remind, answer
    // Practice
    case skipLesson = "skip-lesson", lessonBack = "lesson-back"
    /// 锁屏, and 缺勤与代岗.
    case lock, absences

    /// What a key that moves about does inside a field of text.
    var cursorMove: TextEdit? {
        switch self {
        case .left: .left
        case .right: .right
        case .first: .start
        case .last: .end
        default: nil
        }
    }
}
