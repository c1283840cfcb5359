import ScreenKit
import TestSupport
import Testing

@Suite("Big characters")
struct BigTextTests {
    private func drawn(_ ways: [[String]], _ size: Size) throws -> String {
        var canvas = Canvas(size: size)
        let text = try #require(BigText(ways, in: size))
        text.draw(into: &canvas, in: canvas.bounds, role: .banner)
        return canvas.grid.roles
    }

    @Test("a digit is blocks of two columns, and nothing but blanks")
    func digit() throws {
        let size = Size(rows: 7, columns: 8)
        #expect(
            try drawn([["4"]], size)
                == """
                    nn
                  nnnn
                nn  nn
                nn  nn
                nnnnnnnn
                    nn
                    nn
                """.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.replacing(/^ {16}/, with: "") }.joined(separator: "\n"))
    }

    @Test("the first way that has room is taken, as large as it fits")
    func ways() throws {
        let ways = [["请A012号"], ["A012"]]
        let small = try #require(BigText(ways, in: Size(rows: 8, columns: 60)))
        #expect(small.lines == ["A012"] && small.scale == 1 && small.size == Size(rows: 7, columns: 38))
        let wide = try #require(BigText(ways, in: Size(rows: 12, columns: 100)))
        #expect(wide.lines == ["请A012号"])
        #expect(try #require(BigText([["A012"]], in: Size(rows: 15, columns: 80))).scale == 2)
        #expect(BigText(ways, in: Size(rows: 6, columns: 200)) == nil)
        #expect(BigText([["日"]], in: Size(rows: 50, columns: 200)) == nil)
    }

    @Test("every character that a call needs has a shape of whole rows")
    func shapes() throws {
        for character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ请号到窗口" {
            let text = try #require(BigText([[String(character)]], in: Size(rows: 12, columns: 22)), "\(character)")
            #expect(text.scale == 1)
            var canvas = Canvas(size: text.size)
            text.draw(into: &canvas, in: canvas.bounds, role: .banner)
            // The last row and the last column of the shape's own size hold something, so no row is cut short.
            #expect(canvas.grid.roles.contains("n"))
            #expect(canvas.grid.text.allSatisfy(\.isWhitespace) || canvas.grid.text.isEmpty)
        }
    }
}
