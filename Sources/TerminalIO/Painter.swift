import CTerminalShim
import ScreenKit

/// Brings frames to the terminal by touching only the cells that changed.
///
/// Curses compares every cell it was told about; telling it only about the changed ones keeps its work, and ours, in
/// step with what the clerk did.
struct Painter: ~Copyable {
    private var painted: CellGrid?
    private var title = ""
    private var glyphs: [UInt32] = []
    private var roles: [UInt8] = []
    /// By role: roles with the same value look alike where nothing is written; see ``Palette/blankLooks(inks:depth:)``.
    var blankLooks = StyleRole.allCases.map(\.rawValue)

    /// Forgets what is on the terminal, so that the next frame is painted in full.
    mutating func invalidate() {
        painted = nil
        cts_invalidate()
    }

    /// Paints a frame. A frame of another size than the terminal's is cut or leaves cells as they are.
    ///
    /// - Parameters:
    ///   - frame: The frame.
    ///   - size: The terminal's size.
    mutating func paint(_ frame: Frame, size: Size) {
        let grid = frame.grid
        let fits = grid.size.columns <= size.columns
        let rows = min(grid.size.rows, size.rows)
        if fits {
            let known = painted?.size == grid.size ? painted : nil
            if known == nil { cts_erase() }
            for row in 0..<rows { paintRow(row, of: grid, over: known) }
            painted = grid
        }
        if let cursor = frame.cursor, Rect(size: size).contains(cursor) {
            cts_refresh(Int32(cursor.row), Int32(cursor.column))
        } else {
            cts_refresh(-1, -1)
        }
        if frame.title != title && !frame.title.isEmpty {
            title = frame.title
            cts_set_title(title)
        }
    }

    /// Changed runs that lie close together go as one, because each costs a cursor move.
    private mutating func paintRow(_ row: Int, of grid: CellGrid, over known: CellGrid?) {
        let columns = grid.size.columns
        let start = row * columns
        var column = 0
        while column < columns {
            if let known, grid.matches(known, at: start + column) {
                column += 1
                continue
            }
            var first = column
            while first > 0 && grid.cells[start + first].isContinuation { first -= 1 }
            var end = column + 1
            while end < columns {
                let same = known.map { grid.matches($0, at: start + end) } ?? false
                if same && !grid.cells[start + end].isContinuation { break }
                end += 1
            }
            put(grid, row: row, first: first, end: end)
            column = end
        }
    }

    private mutating func put(_ grid: CellGrid, row: Int, first: Int, end: Int) {
        let start = row * grid.size.columns
        glyphs.removeAll(keepingCapacity: true)
        roles.removeAll(keepingCapacity: true)
        var runStart = first
        var look = grid.cells[start + max(0, first - 1)].role.rawValue
        for column in first..<end {
            let cell = grid.cells[start + column]
            // A blank takes on the look of what stands before it, where nobody can see the difference: each change of
            // look is bytes on a slow line.
            let isBlank = cell.glyph == 0x20 && blankLooks[Int(cell.role.rawValue)] == blankLooks[Int(look)]
            if !isBlank { look = cell.role.rawValue }
            if cell.glyph & Cell.clusterFlag == 0 {
                glyphs.append(cell.glyph)
                roles.append(look)
                continue
            }
            flush(row: row, column: runStart)
            let isWide = column + 1 < grid.size.columns && grid.cells[start + column + 1].isContinuation
            let scalars = grid.scalars(at: Position(row: row, column: column))
            _ = cts_put_cluster(
                Int32(row), Int32(column), scalars, Int32(scalars.count), isWide ? 2 : 1, Int32(cell.role.rawValue))
            runStart = column + 1
        }
        flush(row: row, column: runStart)
    }

    private mutating func flush(row: Int, column: Int) {
        var skipped = 0
        while skipped < glyphs.count && glyphs[skipped] == Cell.continuation { skipped += 1 }
        if skipped < glyphs.count {
            glyphs.withUnsafeBufferPointer { glyphs in
                roles.withUnsafeBufferPointer { roles in
                    guard let glyph = glyphs.baseAddress, let role = roles.baseAddress else { return }
                    _ = cts_put_run(
                        Int32(row), Int32(column + skipped), glyph + skipped, role + skipped,
                        Int32(glyphs.count - skipped))
                }
            }
        }
        glyphs.removeAll(keepingCapacity: true)
        roles.removeAll(keepingCapacity: true)
    }
}
