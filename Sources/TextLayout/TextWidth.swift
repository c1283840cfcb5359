/// How many terminal columns text takes.
///
/// The answer is a sum over scalars, never a property of whole graphemes: ncurses and the terminals it drives place
/// scalars one by one, so an emoji with a skin tone takes what its parts take. Ambiguous-width scalars count as one.
package enum TextWidth {
    /// The columns one scalar takes: 0, 1 or 2.
    ///
    /// Control characters count as 0; text shown to anybody goes through ``SafeText`` first and has none.
    ///
    /// - Parameter scalar: Any scalar, assigned or not.
    /// - Returns: Terminal columns.
    package static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 {
            return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1
        }
        if (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3000 && value <= 0x3029)
            || (value >= 0xFF01 && value <= 0xFF60)
        {
            return 2
        }
        if contains(value, in: TextWidthTable.wide) { return 2 }
        return contains(value, in: TextWidthTable.zero) ? 0 : 1
    }

    /// The columns one character takes, as the sum of its scalars.
    ///
    /// - Parameter character: Any character.
    /// - Returns: Terminal columns; more than 2 for an emoji made of several wide scalars.
    package static func columns(of character: Character) -> Int {
        var total = 0
        for scalar in character.unicodeScalars { total += columns(of: scalar) }
        return total
    }

    /// The columns a text takes on one line.
    ///
    /// - Parameter text: Text without line breaks; a line break would count as 0.
    /// - Returns: Terminal columns.
    /// - Complexity: Linear in the length; ASCII text is counted without decoding.
    package static func columns(of text: some StringProtocol) -> Int {
        let ascii: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte < 0x20 || byte > 0x7E { return Int?.none }
            return bytes.count
        }
        if let counted = ascii, let columns = counted { return columns }
        var total = 0
        for scalar in text.unicodeScalars { total += columns(of: scalar) }
        return total
    }

    static func contains(_ value: UInt32, in runs: [UInt32]) -> Bool {
        var low = 0
        var high = runs.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > runs[middle * 2 + 1] {
                low = middle + 1
            } else if value < runs[middle * 2] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
