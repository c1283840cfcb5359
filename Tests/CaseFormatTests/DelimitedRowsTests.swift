import CaseDomain
import CaseFormat
import Testing

/// Tables as other systems write them, in whatever pieces they come.
@Suite struct DelimitedRowsTests {
    /// The rows of a text that comes in pieces of so many bytes.
    private func rows(_ bytes: [UInt8], pieces: Int, _ delimiter: CaseMapping.Delimiter? = nil) -> [DelimitedRow] {
        var rows = DelimitedRows(delimiter: delimiter)
        var found: [DelimitedRow] = []
        var place = 0
        while place < bytes.count {
            bytes[place..<min(place + pieces, bytes.count)].withUnsafeBytes { rows.append($0) }
            while let row = rows.next() { found.append(row) }
            place += pieces
        }
        rows.end()
        while let row = rows.next() { found.append(row) }
        return found
    }

    private func cells(_ text: String, pieces: Int = 1_000) -> [[String?]] {
        rows(Array(text.utf8), pieces: pieces).map(\.cells)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\r1;2,3\r", [["a", "b"], ["1", "2,3"]]), ("a\tb\n1\t\n", [["a", "b"], ["1", ""]]),
        ("a,b\n\n , \n\"1\n2\",\"x\"\"y\"\n", [["a", "b"], ["1\n2", "x\"y"]]),
        ("a,b\n 1 ,\u{3000}二\u{3000}\n", [["a", "b"], ["1", "二"]]),
        ("a,b\n\"1,2\" , 3\r\n", [["a", "b"], ["1,2", "3"]]), ("a,b\n5\" x,2", [["a", "b"], ["5\" x", "2"]]),
    ]) func tablesAreRead(_ text: String, _ wanted: [[String]]) {
        for pieces in [1, 2, 3, 7, 1_000] { #expect(cells(text, pieces: pieces) == wanted, "\(pieces)") }
    }

    @Test func linesAreCountedAsTheyStand() {
        let found = rows(Array("a,b\n\n\"1\n\n2\",3\r\n4,5\n\"6".utf8), pieces: 2)
        #expect(found.map(\.line) == [1, 3, 6, 7])
        #expect(found.map(\.fault) == [nil, nil, nil, .openQuote])
        #expect(String(decoding: found[1].raw, as: UTF8.self) == "\"1\n\n2\",3")
    }

    @Test func whatIsWrongStaysInItsRow() {
        #expect(
            rows(Array("a,b\n1,\"2\" x\n3,4\n".utf8), pieces: 5).map(\.fault) == [nil, .textAfterQuote(cell: 1), nil])
        let broken = rows(Array("a,b\n1,".utf8) + [0xFF] + Array("\n3,4\n".utf8), pieces: 5)
        #expect(broken.map(\.cells) == [["a", "b"], ["1", nil], ["3", "4"]])
        let long = "a,b\n\"" + String(repeating: "x\n", count: 700_000) + "3,4\n5,6\n"
        let found = rows(Array(long.utf8), pieces: 64 * 1024)
        #expect(found.contains { $0.fault == .tooLong(limit: DelimitedRows.rowLimit) })
        #expect(found.last?.cells == ["5", "6"] && found.last?.line == 700_003)
    }

    /// Whatever stands in the cells, it comes back, in pieces of any size.
    @Test(arguments: 0..<40) func whatIsWrittenIsReadBack(_ seed: UInt64) {
        var dice = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        let signs = Array("ab1,;\t\"\n\r 王龘é'=|\\")
        let separator: Character = [",", ";", "\t"][dice.below(3)]
        let end = ["\n", "\r\n", "\r"][dice.below(3)]
        let width = 2 + dice.below(4)
        let heading = (0..<width).map { "列\($0)" }
        let table = (0..<30).map { _ in
            (0..<width).map { _ in String((0..<dice.below(8)).map { _ in signs[dice.below(signs.count)] }) }
        }
        let text = ([heading] + table).map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: String(separator))
        }.joined(separator: end)
        let wanted = table.map { $0.map(trimmed) }.filter { !$0.allSatisfy(\.isEmpty) }
        let bytes = Array(text.utf8)
        for pieces in [1, 1 + dice.below(20), 4_096] {
            let found = rows(bytes, pieces: pieces)
            #expect(found.allSatisfy { $0.fault == nil }, "seed \(seed)")
            #expect(found.dropFirst().map(\.cells) == wanted, "seed \(seed), \(pieces) bytes at a time")
        }
    }

    /// Bytes without any sense end in rows and faults, never in a trap, and the same ones in pieces of any size.
    @Test(arguments: 0..<60) func noBytesAreTooWild(_ seed: UInt64) {
        var dice = Seeded(state: seed &* 0xBF58_476D_1CE4_E5B9 | 1)
        let signs: [UInt8] = Array(",;\t\"\n\r a1".utf8) + [0, 0xFF, 0xE7, 0x8E, 0x8B, 0xEF, 0xBB, 0xBF]
        let bytes = (0..<dice.below(600)).map { _ in signs[dice.below(signs.count)] }
        let whole = rows(bytes, pieces: 10_000)
        let torn = rows(bytes, pieces: 1)
        #expect(whole.map(\.cells) == torn.map(\.cells), "seed \(seed)")
        #expect(whole.map(\.line) == torn.map(\.line) && whole.map(\.fault) == torn.map(\.fault), "seed \(seed)")
    }

    private func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

/// Dice that fall the same way every time.
private struct Seeded {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % max(1, limit)
    }
}
