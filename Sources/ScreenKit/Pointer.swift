/// What the mouse did. A second click on what is chosen opens it, so no time between clicks is measured.
package enum PointerEvent: Hashable, Sendable {
    /// The left button was pressed.
    case click(Position)
    /// The wheel was turned, down where positive, one step at a time.
    case wheel(Int, at: Position)
}

/// A part of the screen that does something when it is clicked.
package struct HitArea: Hashable, Sendable {
    /// What was drawn there. Views write it down while they draw, so what can be clicked is what can be seen.
    package enum Target: Hashable, Sendable {
        /// A row of the list that has the keys, by its place in the list.
        case row(Int)
        /// A row of the list that belongs to the chosen row.
        case part(Int)
        /// A tab, by its place.
        case tab(Int)
        /// A field, by its place in the form or sheet.
        case field(Int)
        /// A hint, by the label of its keys.
        case keys(String)
        /// Something that swallows clicks, such as the inside of a box over the screen.
        case nothing
    }

    /// On the whole screen.
    package let rect: Rect
    package let target: Target

    /// The same on a screen that has so many rows more above.
    package func moved(down rows: Int) -> HitArea {
        let lower = Rect(row: rect.row + rows, column: rect.column, rows: rect.rows, columns: rect.columns)
        return HitArea(rect: lower, target: target)
    }
}

extension Frame {
    /// What lies at a place, the topmost where several do.
    package func area(at position: Position) -> HitArea? {
        areas.last { $0.rect.contains(position) }
    }
}
