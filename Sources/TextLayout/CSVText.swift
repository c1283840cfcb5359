/// Tables for spreadsheets: cells in quotation marks, rows ended as they expect it, and no cell that they would take for a
/// formula.
package enum CSVText {
    /// UTF-8's mark, without which spreadsheets take the text for another encoding.
    package static let mark = "\u{FEFF}"

    package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// One cell. What a spreadsheet would take for a formula gets an apostrophe, which makes it a text; blanks before it
    /// don't hide it.
    ///
    /// - Parameter text: from anywhere; it becomes one line.
    package static func cell(_ text: String) -> String {
        var clean = SafeText.singleLine(text)
        let begin = clean.drop(while: \.isWhitespace).first
        let isFormula = begin.map { "=+-@＝＋－＠".contains($0) } ?? false
        if isFormula && !isNumber(clean) || text.first == "\t" || text.first == "\r" { clean = "'" + clean }
        return "\"" + clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A number below zero is no formula.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "-" }
        return text.count - digits.count < 2 && !digits.isEmpty
            && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
