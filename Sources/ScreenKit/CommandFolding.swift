extension KeyStroke {
    /// The stroke as a command, with the input method's characters turned into the keys they stand on.
    ///
    /// A clerk types Chinese all day and does not turn the input method off to press `j` or `/`. Text fields must not
    /// use this: there a full-width letter is what the clerk wants.
    package var foldedForCommand: KeyStroke {
        guard case .character(let character) = key, let folded = Self.folded(character) else { return self }
        return KeyStroke(.character(folded), modifiers)
    }

    private static func folded(_ character: Character) -> Character? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
        if scalar.value >= 0xFF01 && scalar.value <= 0xFF5E {
            return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
        }
        return punctuation[character]
    }

    /// The partners are those of the common Chinese input methods, by key: `、` is typed with `/` or `\`.
    private static let punctuation: [Character: Character] = [
        "\u{3000}": " ", "、": "/", "。": ".", "《": "<", "》": ">", "〈": "<", "〉": ">", "【": "[", "】": "]",
        "「": "[", "」": "]", "『": "{", "』": "}", "〔": "[", "〕": "]", "“": "\"", "”": "\"", "‘": "'", "’": "'",
        "￥": "$", "·": "`", "—": "_", "…": "^", "～": "~",
    ]
}
