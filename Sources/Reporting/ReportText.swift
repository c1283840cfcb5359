import TextLayout

/// A report as text and as a table for spreadsheets.
package enum ReportText {
    /// Wide enough for a screen, and still to be read on a page.
    package static let columns = 78

    /// The lines of a report; tables are cut at no column, long names are.
    package static func lines(_ report: Report) -> [String] {
        var lines = [report.title] + report.head
        for table in report.tables { lines += ["", table.title] + self.lines(table) }
        if !report.notes.isEmpty { lines += [""] + report.notes.map { "注：\($0)" } }
        return lines.map(SafeText.singleLine)
    }

    private static func lines(_ table: ReportTable) -> [String] {
        guard !table.rows.isEmpty else { return ["  （没有）"] }
        let cells = [table.columns.map(\.name)] + table.rows.map { $0.map(\.text) }
        var widths = table.columns.indices.map { column in
            cells.map { TextWidth.columns(of: SafeText.singleLine($0[column])) }.max() ?? 0
        }
        // The first column gives way: it has the names.
        let over = widths.reduce(2, { $0 + $1 + 2 }) - columns
        if over > 0, let first = widths.first { widths[0] = max(12, first - over) }
        return cells.map { row in
            let parts = row.enumerated().map { place, text in
                let clean = TextFit.truncated(SafeText.singleLine(text), toColumns: widths[place])
                let blanks = String(repeating: " ", count: max(0, widths[place] - TextWidth.columns(of: clean)))
                return table.columns[place].isNumber ? blanks + clean : clean + blanks
            }
            let line = "  " + parts.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Tables one under the other, as one file.
    package static func csv(_ report: Report) -> String {
        var text = CSVText.row([report.title]) + report.head.map { CSVText.row([$0]) }.joined()
        for table in report.tables {
            text += CSVText.row([]) + CSVText.row([table.title]) + CSVText.row(table.columns.map(\.name))
            for row in table.rows { text += CSVText.row(row.map { $0 == .none ? "" : $0.text }) }
        }
        if !report.notes.isEmpty { text += CSVText.row([]) + report.notes.map { CSVText.row([$0]) }.joined() }
        return text
    }
}
