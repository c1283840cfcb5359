import TextLayout

/// Neighbouring characters of a line that are set together, and the columns that they fill.
///
/// Every run starts at its column, so that a page aligns as the screen does; inside, letters keep their own widths.
struct GridRun: Hashable {
    private(set) var text: String
    /// From the left edge, in terminal columns.
    let column: Int
    private(set) var columns: Int
    private(set) var characters: Int
    /// One character, fitted into its columns whatever its own width.
    let isAlone: Bool

    private enum Kind {
        case blank, ideographs, letters
        /// Set by itself, because its font may have any idea of its width.
        case alone

        init(_ character: Character) {
            if character == " " || character == "\u{3000}" {
                self = .blank
            } else if character.isASCII {
                self = .letters
            } else if character.unicodeScalars.count == 1, character.unicodeScalars.allSatisfy(Kind.isIdeograph) {
                self = .ideographs
            } else {
                self = .alone
            }
        }

        /// What Chinese fonts draw in a square.
        private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x3001...0x303E, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
                0xFF01...0xFF60, 0x20000...0x323AF:
                TextWidth.columns(of: scalar) == 2
            default: false
            }
        }
    }

    /// - Parameter line: without control characters.
    static func runs(of line: String) -> [GridRun] {
        var runs: [GridRun] = []
        var column = 0
        var open: Kind?
        // A blank between two words of letters is set with them, so that it can be copied.
        var pendingBlank = false
        for character in line {
            let kind = Kind(character)
            let width = TextWidth.columns(of: character)
            if kind == .blank {
                let joins = character == " " && open == .letters && !pendingBlank
                if !joins { open = nil }
                pendingBlank = joins
            } else if kind == open, kind != .alone, let last = runs.indices.last {
                if pendingBlank { runs[last].append(" ", 1) }
                runs[last].append(character, width)
                pendingBlank = false
            } else {
                // A mark that takes no column of its own still has to be seen.
                runs.append(
                    GridRun(
                        text: String(character), column: column, columns: max(1, width), characters: 1,
                        isAlone: kind == .alone))
                open = kind
                pendingBlank = false
            }
            column += width
        }
        return runs
    }

    private mutating func append(_ character: Character, _ width: Int) {
        text.append(character)
        columns += width
        characters += 1
    }
}
