/// Tables for spreadsheets: cells in quotation marks, rows ended as they expect it, and no cell that they would take for a
/// formula.
package enum CSVText {
    /// UTF-8's mark, without which spreadsheets take the text for another encoding.
    package static let mark = "\u{FEFF}"

    /// One cell.
    ///
    /// - Parameter text: from anywhere; it becomes one line.
    package static func cell(_ text: String) -> String {
        var clean = SafeText.singleLine(text)
        let begin = clean.drop(while: \.isWhitespace).first
        let isFormula = begin.map { "=+-@＝＋－＠".contains($0) } ?? false
        if isFormula || text.first == "\t" || text.first == "\r" { clean = "'" + clean }
        return "\"" + clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }
}
