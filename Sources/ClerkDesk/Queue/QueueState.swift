package import CaseDomain
package import CaseStore
package import ScreenKit

/// What the queue screen knows: a window of rows around the cursor, never the whole queue.
package struct QueueState: Hashable, Sendable {
    package var query: QueueQuery
    package private(set) var rows: [QueueRow] = []
    package private(set) var hasEarlier = false
    package private(set) var hasLater = false
    /// The place of the cursor and of the first visible row, in `rows`.
    package private(set) var selected = 0
    package private(set) var top = 0
    /// Exact, counted off the key path; nil while it is being counted.
    package var count: Int?
    package var searchField: TextField
    package var isSearching = false
    /// The id of the view that is shown.
    package var tab = QueueTabs.first
    /// The clerk's own views, oldest first.
    package var saved: [SavedView] = []
    /// How many cases each view has.
    package var tally = QueueTally()
    /// What was searched for, latest first.
    package var recent = RecentSearches()
    /// What the desk has asked of the clerk's memory.
    package var recalling: Set<Int> = []
    /// What the last view is remembered as; nil as long as that isn't known.
    package var lastView: String?
    package var marks = QueueMarks()
    package var preview = QueuePreview()
    /// 取下一件, while it is looked for.
    package var taking: TakeNext.Search?
    /// The case that was left last; taking the next one doesn't give it back.
    package var left: CaseNumber?
    package var bulk: BulkRun?
    /// The view that the board has opened; nil where it has none.
    package var visit: QueueVisit?
    /// Asked for and not answered yet.
    package private(set) var asked: Asked?
    /// The store's change counter when the rows were read.
    package var changeCounter: Int?

    package struct Asked: Hashable, Sendable {
        package let effect: Int
        package let kind: Kind

        package enum Kind: Hashable, Sendable {
            case replace(selecting: CaseNumber?)
            case last
            case later, earlier
        }
    }

    static let longestSearch = 60

    package init(query: QueueQuery) {
        self.query = query
        searchField = TextField(query.search, limit: Self.longestSearch)
    }

    package var current: QueueRow? { rows.indices.contains(selected) ? rows[selected] : nil }

    package mutating func asking(_ kind: Asked.Kind, effect: Int) { asked = Asked(effect: effect, kind: kind) }

    // MARK: Moving

    /// Puts the cursor on a case of the window.
    ///
    /// - Returns: false where the case isn't in the window.
    package mutating func select(_ number: CaseNumber, height: Int) -> Bool {
        guard let place = rows.firstIndex(where: { $0.number == number }) else { return false }
        selected = place
        keepVisible(height)
        return true
    }

    /// Moves the cursor inside the window; what lies beyond is fetched by the reducer.
    package mutating func move(by step: Int, height: Int) {
        guard !rows.isEmpty else { return }
        selected = min(max(0, selected + step), rows.count - 1)
        keepVisible(height)
    }

    /// Moves by whole screens, the first visible row with the cursor, as clerks expect of a list.
    package mutating func page(by pages: Int, height: Int) {
        guard !rows.isEmpty else { return }
        let step = max(1, height) * pages
        top = min(max(0, top + step), max(0, rows.count - max(1, height)))
        selected = min(max(0, selected + step), rows.count - 1)
        keepVisible(height)
    }

    package mutating func keepVisible(_ height: Int) {
        let height = max(1, height)
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = min(max(0, top), max(0, rows.count - 1))
    }

    // MARK: Answers

    /// Takes in a stretch of the queue.
    ///
    /// - Returns: false where nobody waits for this answer any more.
    package mutating func take(_ page: QueuePage, effect: Int, height: Int) -> Bool {
        guard let asked, asked.effect == effect else { return false }
        self.asked = nil
        switch asked.kind {
        case .replace(let number): replace(page, selecting: number, height: height)
        case .last:
            rows = page.rows
            (hasEarlier, hasLater) = (page.hasEarlier, page.hasLater)
            selected = max(0, rows.count - 1)
            top = max(0, rows.count - max(1, height))
        case .later:
            rows += page.rows
            hasLater = page.hasLater
            trim(height)
        case .earlier:
            rows = page.rows + rows
            hasEarlier = page.hasEarlier
            selected += page.rows.count
            top += page.rows.count
            trim(height)
        }
        keepVisible(height)
        return true
    }

    private mutating func replace(_ page: QueuePage, selecting number: CaseNumber?, height: Int) {
        let offset = selected - top
        rows = page.rows
        (hasEarlier, hasLater) = (page.hasEarlier, page.hasLater)
        top = 0
        if let number, let place = rows.firstIndex(where: { $0.number == number }) {
            selected = place
        } else {
            selected = number == nil ? 0 : min(max(0, offset), max(0, rows.count - 1))
        }
    }

    package mutating func forget() {
        asked = nil
    }

    /// Puts a changed case into its row at once; its place in the order follows with the next read.
    package mutating func update(_ row: QueueRow) {
        guard let place = rows.firstIndex(where: { $0.key == row.key }) else { return }
        rows[place] = row
    }

    private mutating func trim(_ height: Int) {
        let most = max(1, height) * 12
        guard rows.count > most else { return }
        let keepFrom = max(0, min(selected - most / 2, rows.count - most))
        let keepTo = min(rows.count, keepFrom + most)
        if keepTo < rows.count { hasLater = true }
        if keepFrom > 0 { hasEarlier = true }
        rows = Array(rows[keepFrom..<keepTo])
        selected -= keepFrom
        top -= keepFrom
    }
}
