/// One cell of the screen, as it is stored: eight bytes, no reference.
package struct Cell: Hashable, Sendable {
    /// Set in ``glyph`` when the rest is an index into the grid's clusters.
    package static let clusterFlag: UInt32 = 0x8000_0000
    /// The value of ``glyph`` in the right half of a wide character.
    package static let continuation: UInt32 = 0

    /// A scalar value, a cluster index with ``clusterFlag``, or ``continuation``.
    package var glyph: UInt32
    /// What the cell means.
    package var role: StyleRole

    /// Whether the cell is the right half of a wide character.
    package var isContinuation: Bool { glyph == Self.continuation }
}

/// A screen's worth of cells: what is shown and what it means, without colours.
///
/// It is a plain value so that a frame can be compared, kept and tested. Nearly every cell is one scalar and sits in
/// the cell itself; the few with combining marks live in a side table, so drawing allocates nothing per cell.
package struct CellGrid: Sendable {
    /// How many rows and columns the grid has.
    package let size: Size
    /// All cells, row by row.
    package private(set) var cells: [Cell]
    /// The scalars of the cells that hold more than one, base first.
    package private(set) var clusters: [[UInt32]] = []

    /// The most scalars one cell keeps; ncurses has room for as many and drops the others.
    package static let clusterLimit = 5

    /// A blank grid.
    ///
    /// - Parameters:
    ///   - size: Terminal rows and columns.
    ///   - role: What the blank cells mean.
    package init(size: Size, role: StyleRole = .text) {
        self.size = size
        cells = Array(repeating: Cell(glyph: 0x20, role: role), count: size.rows * size.columns)
    }

    /// The scalars of one cell, base first; none for the right half of a wide character.
    ///
    /// - Parameter position: A position inside the grid.
    /// - Returns: Scalar values.
    package func scalars(at position: Position) -> [UInt32] {
        scalars(of: cells[index(position.row, position.column)])
    }

    /// What one cell means.
    ///
    /// - Parameter position: A position inside the grid.
    /// - Returns: Its role.
    package func role(at position: Position) -> StyleRole {
        cells[index(position.row, position.column)].role
    }

    /// The characters row by row, without the blanks at the ends of the rows.
    package var text: String {
        (0..<size.rows).map { row in
            var line = String.UnicodeScalarView()
            for column in 0..<size.columns {
                for value in scalars(at: Position(row: row, column: column)) {
                    if let scalar = Unicode.Scalar(value) { line.append(scalar) }
                }
            }
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    /// The meaning of the cells row by row, one ``StyleRole/letter`` a column, without the blanks at the ends.
    package var roles: String {
        (0..<size.rows).map { row in
            var line = (0..<size.columns).map { role(at: Position(row: row, column: $0)).letter }
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    /// Whether a cell shows the same as the cell at the same place of another grid of the same size.
    package func matches(_ other: CellGrid, at index: Int) -> Bool {
        let mine = cells[index]
        let theirs = other.cells[index]
        guard mine.role == theirs.role else { return false }
        if mine.glyph & Cell.clusterFlag == 0 { return mine.glyph == theirs.glyph }
        return scalars(of: mine) == other.scalars(of: theirs)
    }

    /// Puts one scalar into a cell, and blanks what is left of any wide character it cuts in half.
    ///
    /// - Parameters:
    ///   - scalar: The scalar value.
    ///   - width: The terminal columns it takes, 1 or 2; both must lie inside the grid.
    ///   - row: Terminal row inside the grid.
    ///   - column: Terminal column inside the grid.
    ///   - role: What it means.
    mutating func put(_ scalar: UInt32, width: Int, row: Int, column: Int, role: StyleRole) {
        let first = index(row, column)
        let rowEnd = first - column + size.columns
        let after = first + width
        if cells[first].isContinuation && column > 0 { cells[first - 1].glyph = 0x20 }
        if after < rowEnd && cells[after].isContinuation { cells[after].glyph = 0x20 }
        cells[first] = Cell(glyph: scalar, role: role)
        if width == 2 { cells[first + 1] = Cell(glyph: Cell.continuation, role: role) }
    }

    /// Adds a combining scalar to what a cell holds; beyond ``clusterLimit`` it is dropped.
    mutating func combine(_ scalar: UInt32, row: Int, column: Int) {
        let index = index(row, column)
        let glyph = cells[index].glyph
        if glyph & Cell.clusterFlag != 0 {
            let cluster = Int(glyph & ~Cell.clusterFlag)
            if clusters[cluster].count < Self.clusterLimit { clusters[cluster].append(scalar) }
        } else {
            cells[index].glyph = Cell.clusterFlag | UInt32(clusters.count)
            clusters.append([glyph, scalar])
        }
    }

    /// Changes what one cell means and leaves what it shows.
    mutating func setRole(_ role: StyleRole, row: Int, column: Int) {
        cells[index(row, column)].role = role
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < size.rows && column >= 0 && column < size.columns, "cell outside the grid")
        return row * size.columns + column
    }

    private func scalars(of cell: Cell) -> [UInt32] {
        if cell.glyph & Cell.clusterFlag != 0 { return clusters[Int(cell.glyph & ~Cell.clusterFlag)] }
        return cell.isContinuation ? [] : [cell.glyph]
    }
}

extension CellGrid: Equatable {
    /// Whether both grids show and mean the same, however their side tables came about.
    package static func == (left: CellGrid, right: CellGrid) -> Bool {
        guard left.size == right.size else { return false }
        if left.clusters == right.clusters { return left.cells == right.cells }
        return left.cells.indices.allSatisfy { left.matches(right, at: $0) }
    }
}
