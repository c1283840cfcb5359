/// Breaks Chinese text into lines the way Chinese type is set.
///
/// Closing punctuation never starts a line, opening punctuation never ends one (避头尾), and Latin words and numbers
/// stay whole where a line can hold them. GB/T 15834-2011 is the standard behind the punctuation rules.
package enum LineBreaking {
    /// The lines of a text.
    ///
    /// Nothing is added or lost: without their indents the lines of one paragraph join to the paragraph again, blanks
    /// included. Line breaks in the text start a new paragraph, which begins with `firstIndent` again.
    ///
    /// - Parameters:
    ///   - text: Text without control characters other than `\n`.
    ///   - columns: The most terminal columns a line may take, indent included; at least 2.
    ///   - firstIndent: Blanks before the first line of a paragraph, in terminal columns.
    ///   - restIndent: Blanks before the other lines, in terminal columns. Indents that would leave less than two
    ///     columns for text are cut.
    ///   - widths: How the terminal counts ambiguous characters; paper counts them as one column.
    /// - Returns: At least one line; an empty paragraph is an empty line.
    package static func lines(
        _ text: String, columns: Int, firstIndent: Int = 0, restIndent: Int = 0,
        widths: AmbiguousWidth = .unknown
    ) -> [String] {
        let columns = max(2, columns)
        var lines: [String] = []
        // By bytes: characters are only looked at where there is something to break.
        let paragraphs = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for paragraph in paragraphs.map(Substring.init) {
            if paragraph.isEmpty {
                lines.append("")
                continue
            }
            let units = paragraph.map { Unit($0, widths) }
            var start = 0
            var indent = min(max(0, firstIndent), columns - 2)
            while start < units.count {
                let end = lineEnd(of: units, from: start, columns: columns - indent)
                lines.append(String(repeating: " ", count: indent) + String(units[start..<end].map(\.character)))
                start = end
                indent = min(max(0, restIndent), columns - 2)
            }
        }
        return lines
    }

    /// One character and what the line breaking rules make of it.
    private struct Unit {
        let character: Character
        let columns: Int
        let kind: Kind

        init(_ character: Character, _ widths: AmbiguousWidth) {
            self.character = character
            var scalars = character.unicodeScalars.makeIterator()
            let first = scalars.next()
            // Nearly all of a Chinese text: whoever asks a set of characters has each of them normalized and hashed.
            if let first, scalars.next() == nil {
                columns = widths.columns(of: first)
                kind = isIdeograph(first) ? .ideograph : Kind(first, columns: columns)
            } else {
                columns = widths.columns(of: character)
                kind = columns == 1 ? .word : .ideograph
            }
        }
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    private enum Kind {
        case closing, opening, blank, word, ideograph

        init(_ scalar: Unicode.Scalar, columns: Int) {
            self =
                if noLineStart.contains(scalar) {
                    .closing
                } else if noLineEnd.contains(scalar) {
                    .opening
                } else if scalar == " " || scalar == "\u{3000}" {
                    .blank
                } else if columns == 1 {
                    .word
                } else {
                    .ideograph
                }
        }
    }

    private static let noLineStart: Set<Unicode.Scalar> = Set(
        "、。，．；：？！）》〉〕］｝】〗』」”’…—～·％‰℃々ー!),.:;?]}%".unicodeScalars)

    private static let noLineEnd: Set<Unicode.Scalar> = Set("（《〈〔［｛【〖『「“‘￥¥＄$№§([{".unicodeScalars)

    private static func lineEnd(of units: [Unit], from start: Int, columns: Int) -> Int {
        var used = 0
        var limit = start
        while limit < units.count, used + units[limit].columns <= columns {
            used += units[limit].columns
            limit += 1
        }
        if limit == units.count { return limit }
        limit = max(limit, start + 1)
        return lastBreak(units, after: start, upTo: limit, insideWords: false)
            ?? lastBreak(units, after: start, upTo: limit, insideWords: true)
            ?? limit
    }

    private static func lastBreak(_ units: [Unit], after start: Int, upTo limit: Int, insideWords: Bool) -> Int? {
        var position = limit
        while position > start {
            if position == units.count || mayBreak(units[position - 1], units[position], insideWords: insideWords) {
                return position
            }
            position -= 1
        }
        return nil
    }

    private static func mayBreak(_ before: Unit, _ after: Unit, insideWords: Bool) -> Bool {
        if after.kind == .closing || after.kind == .blank || before.kind == .opening { return false }
        if insideWords { return true }
        let bothWord = before.kind == .word || (before.kind == .closing && before.columns == 1)
        return !(bothWord && after.kind == .word)
    }
}
