/// Rows for spreadsheets.
package enum CSVText {
    /// Spreadsheets take a file without this mark for one in the local encoding.
    package static let mark = "\u{FEFF}"

    /// One row, ended as spreadsheets expect it. Every cell is quoted, on one line, and none that would be taken for a
    /// formula.
    package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// What a spreadsheet would take for a formula gets an apostrophe, which makes it a text; blanks before it don't hide it.
    private static func cell(_ text: String) -> String {
        var clean = SafeText.singleLine(text)
        if let begin = clean.drop(while: \.isWhitespace).first, "=+-@＝＋－＠".contains(begin), !isNumber(clean) {
            clean = "'" + clean
        }
        return "\"" + clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A number below zero is no formula.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "-" }
        return text.count - digits.count < 2 && !digits.isEmpty
            && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
