import CaseDomain
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// What the desk looks like. Each file was looked at by a person; see `Golden`.
@Suite("Screens")
struct ScreenTests {
    static let sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 20, columns: 60)]

    @Test("in Chinese", arguments: ScreenScene.all, sizes)
    func chinese(scene: ScreenScene, size: Size) throws {
        let frame = try scene.driver(size).frame
        #expect(frame.grid.size == size)
        Golden.expect(frame, named: "\(scene.name)-\(size.columns)x\(size.rows)")
    }

    @Test("in English", arguments: ScreenScene.shownInEnglish)
    func english(scene: ScreenScene) throws {
        Golden.expect(
            try scene.driver(Size(rows: 24, columns: 80), language: .en).frame, named: "\(scene.name)-en-80x24")
    }

    @Test(
        "a terminal that is too small says so", arguments: [Size(rows: 19, columns: 80), Size(rows: 24, columns: 59)])
    func tooSmall(size: Size) throws {
        Golden.expect(
            try ScreenScene.queue[0].driver(size).frame, named: "too-small-\(size.columns)x\(size.rows)")
    }

    @Test("every size down to nothing can be drawn, in every scene", arguments: ScreenScene.all)
    func everySize(scene: ScreenScene) throws {
        var driver = try scene.driver(Size(rows: 24, columns: 80))
        for (rows, columns) in [
            (0, 0), (1, 1), (20, 60), (21, 77), (25, 78), (24, 99), (50, 117), (30, 118), (60, 240),
        ] {
            driver.resize(rows: rows, columns: columns)
            let frame = driver.frame
            #expect(frame.grid.size == Size(rows: rows, columns: columns))
            GridRules.check(frame)
        }
    }
}

/// What holds for every frame, whatever it shows.
enum GridRules {
    static func check(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
        let grid = frame.grid
        #expect(grid.cells.count == grid.size.rows * grid.size.columns, sourceLocation: sourceLocation)
        if let problem = firstProblem(grid) { Issue.record("\(problem)\n\(grid.text)", sourceLocation: sourceLocation) }
        if let cursor = frame.cursor {
            #expect(Rect(size: grid.size).contains(cursor), sourceLocation: sourceLocation)
        }
    }

    /// A wide character has its right half beside it and nothing else has one; nothing is a control character.
    private static func firstProblem(_ grid: CellGrid) -> String? {
        let columns = grid.size.columns
        return grid.cells.withUnsafeBufferPointer { cells in
            var isOwed = false
            for place in cells.indices {
                let glyph = cells[place].glyph
                let isHalf = glyph == Cell.continuation
                if isHalf != isOwed { return "half a character at \(place / columns),\(place % columns)" }
                isOwed = false
                if !isHalf, glyph < 0x20 || glyph > 0x7E {
                    if isControl(glyph, grid) {
                        return "a control character at \(place / columns),\(place % columns)"
                    }
                    isOwed = isWide(glyph, grid)
                }
                if isOwed, place % columns == columns - 1 { return "half a character in the last column" }
            }
            return nil
        }
    }

    private static func scalars(_ glyph: UInt32, _ grid: CellGrid) -> [UInt32] {
        glyph & Cell.clusterFlag == 0 ? [glyph] : grid.clusters[Int(glyph & ~Cell.clusterFlag)]
    }

    private static func isControl(_ glyph: UInt32, _ grid: CellGrid) -> Bool {
        scalars(glyph, grid).contains { $0 < 0x20 || (0x7F..<0xA0).contains($0) || (0x202A...0x202E).contains($0) }
    }

    private static func isWide(_ glyph: UInt32, _ grid: CellGrid) -> Bool {
        guard let first = scalars(glyph, grid).first.flatMap(Unicode.Scalar.init) else { return false }
        return TextColumns.of(first) == 2
    }

    /// Whether a row shows an ASCII text.
    static func shows(_ text: String, in grid: CellGrid) -> Bool {
        let sought = text.utf8.map(UInt32.init)
        return grid.cells.withUnsafeBufferPointer { cells in
            for start in cells.indices.dropLast(sought.count - 1) where cells[start].glyph == sought[0] {
                if sought.indices.allSatisfy({ cells[start + $0].glyph == sought[$0] }) { return true }
            }
            return false
        }
    }
}
