import TextLayout

/// Where words end, for the keys that move and delete by words.
///
/// Chinese has no blanks between words. A run of one kind of character counts as a word; long runs of Chinese, which are
/// mostly addresses, are also parted behind the characters that end a part of an address.
enum TextWords {
    /// Where the word before a place begins.
    static func start(before cursor: Int, in characters: [Character]) -> Int {
        var place = cursor
        while place > 0, kind(characters[place - 1]) == .blank { place -= 1 }
        guard place > 0 else { return 0 }
        place -= 1
        while place > 0, !isBoundary(place, in: characters) { place -= 1 }
        return place
    }

    /// Where the word behind a place ends.
    static func end(after cursor: Int, in characters: [Character]) -> Int {
        var place = cursor
        while place < characters.count, kind(characters[place]) == .blank { place += 1 }
        guard place < characters.count else { return place }
        place += 1
        while place < characters.count, !isBoundary(place, in: characters) { place += 1 }
        return place
    }

    private enum Kind {
        case blank, punctuation, latin, ideograph
    }

    private static func isBoundary(_ place: Int, in characters: [Character]) -> Bool {
        let (before, after) = (characters[place - 1], characters[place])
        guard kind(before) == kind(after) else { return true }
        // 街道 and 号楼 stay together: the last of several ends the part.
        return addressEnds.contains(before) && !addressEnds.contains(after)
    }

    private static let addressEnds: Set<Character> = [
        "省", "市", "州", "县", "区", "旗", "镇", "乡", "村", "街", "路", "巷", "道", "号", "弄", "幢", "栋", "楼", "层", "室",
    ]

    private static func kind(_ character: Character) -> Kind {
        if character.isWhitespace { return .blank }
        if character.isPunctuation || character.isSymbol { return .punctuation }
        return TextWidth.columns(of: character) == 2 ? .ideograph : .latin
    }
}
