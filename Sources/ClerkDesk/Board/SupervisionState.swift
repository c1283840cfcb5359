package import CaseDomain
import CaseStore

/// 督办台: the supervisor's day and the figures, over the queue.
package struct SupervisionState: Hashable, Sendable {
    package enum Page: String, CaseIterable, Hashable, Sendable {
        /// 今日看板.
        case today
        /// 巡查单: what has to be looked at today.
        case patrol
        /// 指标.
        case figures
        /// 待放行.
        case releases
    }

    package var isOpen = false
    package var page = Page.today
    package var today = TodayBoard()
    package var figures = FigureBoard()
    package var patrol: CaseListing?
    package var releases: CaseListing?
    /// The cases behind a figure, over the page.
    package var cases: CaseListing?
    /// What the store was asked for and hasn't answered yet.
    package var asked: [Int: Asked] = [:]
    package var readAt: Moment?
    /// Whether somebody has changed the store since.
    package var isStale = false

    package enum Asked: Hashable, Sendable {
        case dayBoard
        case figures(FigureBoard.Question)
        /// A part of a list; the first stretch of it takes the place of what stood there.
        case stretch(Slot, part: Int, isFirst: Bool)
    }

    /// Which of the lists.
    package enum Slot: Hashable, Sendable {
        case patrol, releases, cases
    }

    package init() {}

    /// The list on the screen; nil where it isn't one.
    package var slot: Slot? {
        if cases != nil { return .cases }
        switch page {
        case .patrol: return .patrol
        case .releases: return .releases
        case .today, .figures: return nil
        }
    }

    package var listing: CaseListing? { slot.flatMap { self[$0] } }

    package subscript(slot: Slot) -> CaseListing? {
        get {
            switch slot {
            case .patrol: patrol
            case .releases: releases
            case .cases: cases
            }
        }
        set {
            switch slot {
            case .patrol: patrol = newValue
            case .releases: releases = newValue
            case .cases: cases = newValue
            }
        }
    }

    package var place: DeskPlace {
        if slot != nil { return .caseList }
        return page == .figures ? .figures : .board
    }
}
