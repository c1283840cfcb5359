package import CaseDomain

/// One row of a table as it stands in the file.
package struct DelimitedRow: Sendable {
    /// The line on which it begins, from 1.
    package let line: Int
    /// Nil for a cell whose bytes are no UTF-8.
    package let cells: [String?]
    package let fault: Fault?
    /// The row as it was written, without the end of its line.
    package let raw: [UInt8]

    package enum Fault: Hashable, Sendable {
        /// A quotation mark was never closed.
        case openQuote
        /// Something stands between a closing quotation mark and the next cell.
        case textAfterQuote(cell: Int)
        case tooLong(limit: Int)
    }
}

/// Cuts a stream of bytes into rows of cells: commas or others between them, quotation marks around those that hold such
/// characters themselves or line breaks, lines ended one way or the other.
///
/// Holds no more than one row and one chunk.
package struct DelimitedRows: ~Copyable {
    /// The most bytes that a row may have.
    package static let rowLimit = 1024 * 1024

    private var delimiter: UInt8?
    private var buffer: [UInt8] = []
    private var start = 0
    private var line = 1
    private var atBeginning = true
    private var ended = false
    /// Inside a row that was given up for its length: its rest is thrown away.
    private var skipping = false

    /// - Parameter delimiter: nil to be told from the first row.
    package init(delimiter: CaseMapping.Delimiter?) { self.delimiter = delimiter?.byte }

    /// Takes in the next bytes. Ask `next` for rows until it has none before more is pushed in.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start > 0 {
            buffer.removeSubrange(0..<start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Says that nothing more will come.
    package mutating func end() { ended = true }

    /// The next row that isn't empty; nil where more bytes are needed, or nothing is left.
    package mutating func next() -> DelimitedRow? {
        if atBeginning {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            if buffer.count < mark.count, !ended { return nil }
            if buffer.starts(with: mark) { start = mark.count }
            atBeginning = false
        }
        while start < buffer.count {
            guard let end = rowEnd() else {
                if buffer.count - start > Self.rowLimit { return giveUp() }
                return nil
            }
            let range = start..<end.row
            let first = line
            line += end.lines
            start = end.next
            if skipping {
                skipping = false
                continue
            }
            if range.isEmpty { continue }
            if range.count > Self.rowLimit { return tooLong(at: first) }
            let row = row(range, at: first, isOpen: end.isOpen)
            if row.fault != nil || row.cells.contains(where: { $0?.isEmpty != true }) { return row }
        }
        return nil
    }

    /// Where the row that begins at `start` ends, and where the next one begins.
    private func rowEnd() -> (row: Int, next: Int, lines: Int, isOpen: Bool)? {
        buffer.withUnsafeBufferPointer { bytes in
            var isQuoted = false
            // Only at the beginning of a cell does a quotation mark open anything; one right behind a closing one goes on.
            var mayOpen = true
            var lines = 0
            var place = start
            while place < bytes.count {
                let byte = bytes[place]
                if byte == UInt8(ascii: "\"") {
                    (isQuoted, mayOpen) = (!isQuoted && mayOpen, isQuoted)
                } else if !isQuoted, byte != UInt8(ascii: " ") {
                    mayOpen = isDelimiter(byte)
                }
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    let isPair = byte == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == 10
                    // A line feed may follow in the next chunk.
                    if byte == UInt8(ascii: "\r"), place + 1 == bytes.count, !ended { return nil }
                    lines += 1
                    let next = place + (isPair ? 2 : 1)
                    if !isQuoted { return (place, next, lines, false) }
                    place = next
                    continue
                }
                place += 1
            }
            return ended ? (bytes.count, bytes.count, lines, isQuoted) : nil
        }
    }

    /// Before the heading was read any of the three may be.
    private func isDelimiter(_ byte: UInt8) -> Bool {
        delimiter.map { $0 == byte } ?? CaseMapping.Delimiter.allCases.contains { $0.byte == byte }
    }

    private mutating func giveUp() -> DelimitedRow? {
        let isFirst = !skipping
        let first = line
        skipping = true
        // Whatever is quoted in it: the next line begins anew, so that one stray quotation mark costs no more than this.
        line += buffer[start...].count { $0 == UInt8(ascii: "\n") }
        start = buffer.count
        return isFirst ? tooLong(at: first) : nil
    }

    private func tooLong(at line: Int) -> DelimitedRow {
        DelimitedRow(line: line, cells: [], fault: .tooLong(limit: Self.rowLimit), raw: [])
    }

    private mutating func row(_ range: Range<Int>, at line: Int, isOpen: Bool) -> DelimitedRow {
        let delimiter = self.delimiter ?? Self.likeliest(buffer[range])
        self.delimiter = delimiter
        let raw = Array(buffer[range])
        if isOpen { return DelimitedRow(line: line, cells: [], fault: .openQuote, raw: raw) }
        var cells: [String?] = []
        var fault: DelimitedRow.Fault?
        var place = 0
        while true {
            let (cell, next, isFollowed) = Self.cell(raw, from: place, delimiter)
            cells.append(cell)
            if isFollowed, fault == nil { fault = .textAfterQuote(cell: cells.count - 1) }
            guard let next else { break }
            place = next
        }
        return DelimitedRow(line: line, cells: cells, fault: fault, raw: raw)
    }

    /// One cell, without the blanks around it, and where the next one begins; nil at the end of the row.
    private static func cell(
        _ raw: [UInt8], from start: Int, _ delimiter: UInt8
    ) -> (text: String?, next: Int?, isFollowed: Bool) {
        let quote = UInt8(ascii: "\"")
        var place = start
        while place < raw.count, raw[place] == UInt8(ascii: " ") { place += 1 }
        guard place < raw.count, raw[place] == quote else {
            let end = raw[start...].firstIndex(of: delimiter)
            return (trimmed(raw[start..<(end ?? raw.count)]), end.map { $0 + 1 }, false)
        }
        var bytes: [UInt8] = []
        place += 1
        while place < raw.count {
            if raw[place] == quote {
                guard place + 1 < raw.count, raw[place + 1] == quote else { break }
                place += 1
            }
            bytes.append(raw[place])
            place += 1
        }
        let rest = raw[min(place + 1, raw.count)...]
        let end = rest.firstIndex(of: delimiter)
        let isFollowed = rest[..<(end ?? raw.count)].contains { $0 != UInt8(ascii: " ") }
        return (trimmed(bytes[...]), end.map { $0 + 1 }, isFollowed)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return text }
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) }
        return String(scalars[..<(end ?? scalars.startIndex)])
    }

    /// The delimiter of a heading: the one of the three that it has the most of.
    package static func delimiter(of heading: [UInt8]) -> UInt8 { likeliest(heading[...]) }

    private static func likeliest(_ heading: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in heading {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = CaseMapping.Delimiter.allCases.map(\.byte)
        return candidates.max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? UInt8(ascii: ",")
    }
}
