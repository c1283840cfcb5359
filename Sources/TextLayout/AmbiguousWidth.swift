/// How many columns a terminal gives to the characters whose width Unicode leaves open: `“”`, `①`, `…`, `·`, `Ⅱ`, `°`.
///
/// Only the terminal knows; the desk asks it and carries the answer with the screen. What the desk draws itself uses none
/// of these characters, so a wrong guess can't tear a frame; the names and addresses that it shows may.
package enum AmbiguousWidth: Hashable, Sendable {
    /// Nobody has said; counted as one column.
    case unknown
    /// One column, as the terminal has said.
    case narrow
    /// Two columns, as the terminal has said.
    case wide

    /// The columns a scalar takes: 0, 1 or 2.
    package func columns(of scalar: Unicode.Scalar) -> Int {
        if self == .wide, scalar.value >= 0xA1, Self.isAmbiguous(scalar) { return 2 }
        return TextWidth.columns(of: scalar)
    }

    /// The columns a text takes on one line.
    package func columns(of text: some StringProtocol) -> Int {
        guard self == .wide else { return TextWidth.columns(of: text) }
        var total = 0
        for scalar in text.unicodeScalars { total += columns(of: scalar) }
        return total
    }

    /// The columns one character takes, as the sum of its scalars.
    package func columns(of character: Character) -> Int {
        guard self == .wide else { return TextWidth.columns(of: character) }
        var total = 0
        for scalar in character.unicodeScalars { total += columns(of: scalar) }
        return total
    }

    /// Whether the width of a scalar is the terminal's own choice.
    package static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
        TextWidth.contains(scalar.value, in: AmbiguousWidthTable.runs)
    }

    /// First and last scalar of every run of such scalars, in order.
    package static var runs: [UInt32] { AmbiguousWidthTable.runs }
}
