/// Which row of a list is selected and which is the first one shown.
///
/// It knows only numbers, so the list itself may live in a database and be read a screenful at a time.
package struct ListScroll: Hashable, Sendable {
    /// How many rows the list has.
    package private(set) var count: Int
    /// The selected row, from 0; 0 when the list is empty.
    package private(set) var selected: Int
    /// The first row shown, from 0.
    package private(set) var top: Int

    /// - Parameters:
    ///   - count: How many rows the list has.
    ///   - selected: The selected row, from 0; brought into the list.
    package init(count: Int = 0, selected: Int = 0) {
        self.count = max(0, count)
        self.selected = min(max(0, selected), max(0, count - 1))
        top = 0
    }

    /// The rows shown.
    ///
    /// - Parameter height: Terminal rows the list has.
    /// - Returns: Row numbers; fewer than `height` at the end of the list.
    package func visible(height: Int) -> Range<Int> {
        let start = min(top, count)
        return start..<max(start, min(count, start + max(0, height)))
    }

    /// Takes over a new number of rows; the selection stays on its row or moves to the last.
    package mutating func setCount(_ newCount: Int, height: Int) {
        count = max(0, newCount)
        select(selected, height: height)
    }

    /// Selects a row, or the nearest there is, and scrolls just enough to show it.
    ///
    /// - Parameters:
    ///   - row: Row number, from 0.
    ///   - height: Terminal rows the list has.
    package mutating func select(_ row: Int, height: Int) {
        selected = min(max(0, row), max(0, count - 1))
        ensureVisible(height: height)
    }

    /// Moves the selection by rows.
    package mutating func move(by rows: Int, height: Int) {
        select(selected.addingClamped(rows), height: height)
    }

    /// Moves the selection by screenfuls; the selection keeps its place on the screen where it can.
    ///
    /// - Parameters:
    ///   - pages: Screenfuls, negative for up.
    ///   - height: Terminal rows the list has.
    package mutating func page(by pages: Int, height: Int) {
        let rows = pages * max(1, height - 1)
        top = top.addingClamped(rows)
        select(selected.addingClamped(rows), height: height)
    }

    /// Selects the first row.
    package mutating func home(height: Int) {
        select(0, height: height)
    }

    /// Selects the last row.
    package mutating func end(height: Int) {
        select(count - 1, height: height)
    }

    /// Scrolls so that the selection is shown and no row is empty that need not be; to be called after a resize.
    package mutating func ensureVisible(height: Int) {
        let height = max(1, height)
        top = min(top, selected)
        top = max(top, selected - height + 1)
        top = max(0, min(top, count - height))
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? Int.min : Int.max) : sum
    }
}
