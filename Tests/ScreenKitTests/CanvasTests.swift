import ScreenKit
import TestSupport
import Testing

@Suite("Canvas")
struct CanvasTests {
    private func line(_ columns: Int, _ draw: (inout Canvas) -> Void) -> CellGrid {
        var canvas = Canvas(size: Size(rows: 1, columns: columns))
        draw(&canvas)
        return canvas.grid
    }

    private func at(_ column: Int) -> Position { Position(row: 0, column: column) }

    @Test(
        "text is cut at the edges and half a wide character is a blank",
        arguments: [
            (0, "申请人", "申请", 6), (-1, "申请人", " 请人", 6), (-3, "申请人", " 人", 6), (4, "申请", "    ", 4),
            (3, "ab", "   ab", 2), (9, "ab", "", 2), (-9, "ab", "", 2),
        ])
    func edges(column: Int, text: String, expected: String, used: Int) {
        let grid = line(5) { canvas in
            #expect(canvas.write(text, at: at(column), role: .text) == used)
        }
        var trimmed = expected
        while trimmed.last == " " { trimmed.removeLast() }
        #expect(grid.text == trimmed)
    }

    @Test("a text is held to the columns it may use")
    func maxColumns() {
        let grid = line(8) { canvas in
            #expect(canvas.write("申请人", at: at(0), role: .bad, maxColumns: 3) == 3)
            #expect(canvas.write("ab", at: at(6), role: .good, maxColumns: 1) == 1)
        }
        #expect(grid.text == "申    a")
        #expect(grid.roles == "bbb   g")
    }

    @Test("overwriting half a wide character blanks the other half")
    func halves() {
        #expect(
            line(6) { canvas in
                canvas.write("申请", at: at(0))
                canvas.write("x", at: at(1))
            }.text == " x请")
        #expect(
            line(6) { canvas in
                canvas.write("申请", at: at(0))
                canvas.write("x", at: at(2))
            }.text == "申x")
        #expect(
            line(6) { canvas in
                canvas.write("申请", at: at(0))
                canvas.write("人", at: at(1))
            }.text == " 人")
    }

    @Test("combining marks share the cell of their base, control characters never arrive")
    func marks() {
        let grid = line(6) { canvas in
            #expect(canvas.write("e\u{301}\u{1B}[\u{200B}申\u{E0100}", at: at(0)) == 5)
        }
        #expect(grid.text == "e\u{301}?[申\u{E0100}")
        #expect(grid.scalars(at: at(0)) == [0x65, 0x301])
        #expect(grid.scalars(at: at(4)) == [])
    }

    @Test("a cell keeps no more marks than a terminal cell holds")
    func markLimit() {
        let grid = line(3) { canvas in
            canvas.write("a" + String(repeating: "\u{301}", count: 40), at: at(0))
        }
        #expect(grid.scalars(at: at(0)).count == CellGrid.clusterLimit)
    }

    @Test("grids that show the same are equal however they were drawn")
    func equality() {
        let one = line(4) { $0.write("e\u{301}o\u{302}", at: at(0)) }
        let other = line(4) { canvas in
            canvas.write("o\u{302}", at: at(1))
            canvas.write("e\u{301}", at: at(0))
        }
        #expect(one == other)
        #expect(one != line(4) { $0.write("e\u{301}o\u{301}", at: at(0)) })
    }

    @Test("positions are those of the clip")
    func clip() {
        var canvas = Canvas(size: Size(rows: 3, columns: 10))
        canvas.withClip(Rect(row: 1, column: 2, rows: 1, columns: 4)) { canvas in
            canvas.write("申请人", at: at(0))
            canvas.write("x", at: Position(row: 1, column: 0))
            #expect(canvas.screenPosition(of: at(3)) == Position(row: 1, column: 5))
            #expect(canvas.screenPosition(of: at(4)) == nil)
            #expect(canvas.bounds == Rect(row: 0, column: 0, rows: 1, columns: 4))
        }
        #expect(canvas.grid.text == "\n  申请\n")
    }

    @Test("restyling changes the meaning and leaves the text")
    func restyle() {
        let grid = line(6) { canvas in
            canvas.write("申", at: at(0), role: .bad)
            canvas.write("ok", at: at(2), role: .good)
            canvas.restyle(canvas.bounds) { $0.onSelection }
        }
        #expect(grid.text == "申ok")
        #expect(grid.roles == "BBGGSS")
    }

    @Test("a box frames its inside")
    func box() {
        var canvas = Canvas(size: Size(rows: 3, columns: 6))
        canvas.box(canvas.bounds)
        #expect(canvas.grid.text == "+----+\n|    |\n+----+")
        #expect(canvas.grid.roles == "------\n-pppp-\n------")
        canvas.box(Rect(row: 0, column: 0, rows: 1, columns: 6))
        #expect(canvas.grid.text.hasPrefix("+----+"))
    }

    @Test("whatever is drawn, nothing shows outside the clip and no half character stands alone")
    func neverLeavesTheClip() {
        var generator = Dice(seed: 80_24)
        for _ in 0..<500 {
            let size = Size(
                rows: Int.random(in: 0...6, using: &generator), columns: Int.random(in: 0...14, using: &generator))
            var canvas = Canvas(size: size, role: .dim)
            let clip = generator.rect()
            canvas.withClip(clip) { canvas in
                for _ in 0..<6 {
                    let rect = generator.rect()
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: canvas.fill(rect, role: .good)
                    case 1: canvas.box(rect, role: .good, inside: .good)
                    case 2: canvas.horizontalRule(at: rect.origin, columns: rect.columns, role: .good)
                    default:
                        canvas.write(
                            generator.text(upTo: 9), at: rect.origin, role: .good,
                            maxColumns: Bool.random(using: &generator) ? rect.columns : nil)
                    }
                }
            }
            for row in 0..<size.rows {
                for column in 0..<size.columns {
                    let place = Position(row: row, column: column)
                    if !clip.contains(place) { #expect(canvas.grid.role(at: place) == .dim) }
                    if canvas.grid.scalars(at: place).isEmpty {
                        #expect(column > 0 && !canvas.grid.scalars(at: Position(row: row, column: column - 1)).isEmpty)
                    }
                }
            }
        }
    }

    @Test("rectangles are cut without ever growing or vanishing")
    func cuts() {
        var rect = Rect(row: 0, column: 0, rows: 10, columns: 20)
        #expect(rect.splitTop(2) == Rect(row: 0, column: 0, rows: 2, columns: 20))
        #expect(rect.splitBottom(3) == Rect(row: 7, column: 0, rows: 3, columns: 20))
        #expect(rect.splitLeft(4) == Rect(row: 2, column: 0, rows: 5, columns: 4))
        #expect(rect.splitRight(40) == Rect(row: 2, column: 4, rows: 5, columns: 16))
        #expect(rect.isEmpty)
        #expect(rect.splitTop(-1).isEmpty)
        #expect(Rect(row: 0, column: 0, rows: 1, columns: 1).inset(rows: 2, columns: 2).isEmpty)
    }
}

extension Dice {
    mutating func rect() -> Rect {
        Rect(
            row: Int.random(in: -3...7, using: &self), column: Int.random(in: -5...15, using: &self),
            rows: Int.random(in: 0...6, using: &self), columns: Int.random(in: 0...12, using: &self))
    }
}
