import CaseDomain
import ClerkDesk
import TextLayout

/// A number place by place: a row of places, the characters below, and a caret below each that is wrong.
enum NumberText {
    /// Columns of a place: two digits or one wide character, and a blank before it.
    private static let placeColumns = 3
    /// Places to a row, so that it fits on 80 columns.
    private static let placesPerRow = 24
    /// More than any number has; a pasted page shows as its beginning.
    private static let mostPlaces = 48

    static func lines(_ reading: NumberReading) -> [String] {
        let verdict = reading.isValid ? (reading.doubts.isEmpty ? "正确" : "未见错误，请留意") : "有误"
        var lines = ["\(reading.kind.phrase.text(.zh))：\(verdict)"]
        lines += places(reading)
        lines += reading.parts.map(part)
        lines += reading.problems.map { "  错误：\($0.phrase.text(.zh))" }
        if let repair = reading.repair { lines.append("  提示：\(repair.phrase.text(.zh))") }
        lines += reading.doubts.map { "  留意：\($0.phrase.text(.zh))" }
        return lines
    }

    private static func places(_ reading: NumberReading) -> [String] {
        var wrong: Set<Int> = []
        for places in reading.problems.compactMap(\.places) { wrong.formUnion(places) }
        var doubtful: Set<Int> = []
        for places in reading.doubts.compactMap(\.places) { doubtful.formUnion(places) }
        var lines: [String] = []
        let shown = min(reading.characters.count, mostPlaces)
        for start in stride(from: 0, to: shown, by: placesPerRow) {
            let row = Array(start..<min(start + placesPerRow, shown))
            lines.append(line(row.map { String($0 + 1) }))
            lines.append(line(row.map { visible(reading.characters[$0]) }))
            let marks = row.map { wrong.contains($0 + 1) ? "^" : doubtful.contains($0 + 1) ? "?" : "" }
            if marks.contains(where: { !$0.isEmpty }) { lines.append(line(marks)) }
        }
        return lines
    }

    private static func line(_ cells: [String]) -> String {
        var line = " "
        for cell in cells { line += TextFit.padded(cell, toColumns: placeColumns, alignment: .trailing) }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// A character as it can be shown in two columns.
    private static func visible(_ character: Character) -> String {
        if character == " " { return "_" }
        let text = SafeText.singleLine(String(character))
        return (1...2).contains(TextWidth.columns(of: text)) ? text : "?"
    }

    private static func part(_ part: NumberReading.Part) -> String {
        let (from, to) = (part.places.lowerBound, part.places.upperBound)
        var line = "  " + TextFit.padded(from == to ? "\(from)" : "\(from)-\(to)", toColumns: 7)
        line += TextFit.padded(part.name.phrase.text(.zh), toColumns: 30)
        line += TextFit.padded(TextFit.truncated(SafeText.singleLine(part.text), toColumns: 10), toColumns: 12)
        if let meaning = part.meaning {
            line += meaning.phrase.text(.zh) + (meaning.isVerified ? "" : "（待核）")
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
