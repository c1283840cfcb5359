import CSheetShim
package import CaseDomain
package import Reporting
import TextLayout

/// A report as a workbook (XLSX), a sheet for each table.
package enum Workbook {
    package enum Failure: Error, Hashable, Sendable {
        /// libxlsxwriter isn't installed.
        case libraryMissing
        /// The code that the library gives.
        case notWritten(Int)
        case outOfMemory
    }

    /// Writes a workbook. Numbers are numbers, texts are never taken for formulas.
    ///
    /// - Parameters:
    ///   - path: a file that may be replaced.
    ///   - made: the only date in the file, so that the same report gives the same bytes.
    /// - Throws: nothing usable is at the path then.
    package static func write(_ report: Report, to path: String, made: Moment) throws(Failure) {
        guard csh_load() else { throw .libraryMissing }
        guard let book = csh_open(path, report.title, made.secondsSince1970) else { throw .outOfMemory }
        for (place, table) in report.tables.enumerated() {
            guard csh_sheet(book, name(of: table, place)) else { continue }
            fill(book, table, report)
        }
        let error = csh_close(book)
        guard error == 0 else { throw .notWritten(Int(error)) }
    }

    private static func fill(_ book: OpaquePointer, _ table: ReportTable, _ report: Report) {
        var row: UInt32 = 0
        text(book, row, 0, report.title, CSH_TITLE)
        for line in report.head + report.notes {
            row += 1
            text(book, row, 0, line)
        }
        row += 2
        for (column, head) in table.columns.enumerated() {
            text(book, row, UInt16(column), head.name, CSH_HEAD)
            let widths = table.rows.map { TextWidth.columns(of: $0[column].text) } + [TextWidth.columns(of: head.name)]
            csh_width(book, UInt16(column), Double(min(60, (widths.max() ?? 8) + 2)))
        }
        csh_freeze(book, row + 1)
        for cells in table.rows {
            row += 1
            for (column, cell) in cells.enumerated() { write(book, row, UInt16(column), cell) }
        }
    }

    private static func write(_ book: OpaquePointer, _ row: UInt32, _ column: UInt16, _ cell: ReportTable.Cell) {
        switch cell {
        case .text(let words): text(book, row, column, words)
        case .count(let number), .days(let number): csh_number(book, row, column, Double(number), CSH_PLAIN)
        case .percent(let share): csh_number(book, row, column, share / 100, CSH_PERCENT)
        case .none: break
        }
    }

    private static func text(
        _ book: OpaquePointer, _ row: UInt32, _ column: UInt16, _ words: String, _ style: csh_style = CSH_PLAIN
    ) {
        csh_text(book, row, column, SafeText.singleLine(words), style)
    }

    /// What a sheet may be called: up to 31 characters, none that spreadsheets use themselves, none twice.
    private static func name(of table: ReportTable, _ place: Int) -> String {
        let clean = SafeText.singleLine(table.title).filter { !"[]:*?/\\'".contains($0) }
        return "\(place + 1) \(clean.prefix(20))"
    }
}
