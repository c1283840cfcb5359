extension Dice {
    /// Text of the kinds a notice is made of, with more punctuation than any real one.
    package mutating func text(upTo length: Int) -> String {
        let pieces = [
            "申", "请", "人", "，", "。", "、", "（", "）", "《", "》", "“", "”", "：", "food", "2025", "A-17", " ", "e\u{301}",
            "10.5%", "——", "……", "【", "】", "👍", "한", "\u{3000}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            text += pieces[Int.random(in: pieces.indices, using: &self)]
        }
        return text
    }
}
