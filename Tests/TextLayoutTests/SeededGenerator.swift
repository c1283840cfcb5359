/// SplitMix64: the same seed gives the same texts on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Text of the kinds a notice is made of, with more punctuation than any real one.
    mutating func text(upTo length: Int) -> String {
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
