import Testing
import TextLayout

@Suite("Pinyin")
struct PinyinTests {
    @Test(
        "Characters have all their readings",
        arguments: [
            ("博", ["bo"]), ("兴", ["xing"]), ("行", ["hang", "heng", "xing"]), ("吕", ["lv"]), ("略", ["lve"]),
            ("乐", ["le", "yue"]), ("A", []), ("、", []), ("〇", []), ("龥", ["yu"]),
        ])
    func readings(character: String, expected: [String]) throws {
        let scalar = try #require(character.unicodeScalars.first)
        #expect(Pinyin.readings(of: scalar).map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test("Initials are given once each")
    func initials() {
        #expect(Pinyin.initials(of: "行") == Array("hx".utf8))
        #expect(Pinyin.initials(of: "兴") == Array("x".utf8))
        #expect(Pinyin.initials(of: "x").isEmpty)
    }

    @Test(
        "What was typed finds its stretch of the text",
        arguments: [
            ("bxsxg", "博兴县小馆", nil), ("bxsxg", "山东博兴尚鲜果店", "博兴尚鲜果"), ("boxing", "博兴尚鲜果", "博兴"),
            ("boxsx", "博兴尚鲜果", "博兴尚鲜"), ("zhsh", "中山路", "中山"), ("zs", "中山路", "中山"), ("xi'an", "西安", nil),
            ("xian", "西安饭店", "西安"), ("xian", "鲜果", "鲜"), ("chongqing", "重庆火锅", "重庆"), ("zq", "重庆火锅", "重庆"),
            ("yinhang", "银行食堂", "银行"), ("bo xing", "博兴尚鲜果", "博兴"), ("博xing", "博兴尚鲜果", "博兴"),
            ("kfc", "示例KFC餐厅", "KFC"), ("ＫＦＣ餐t", "示例KFC餐厅", "KFC餐厅"), ("羊汤", "单县羊汤馆", "羊汤"),
            ("sxyt", "单县羊汤馆", "单县羊汤"), ("dxyt", "单县羊汤馆", "单县羊汤"), ("lv", "吕家", "吕"), ("g", "尚鲜果", "果"),
            ("gu", "尚鲜果", "果"), ("guox", "果鲜", "果鲜"), ("0543", "0543-1", "0543"), ("q", "博兴", nil),
        ] as [(String, String, String?)])
    func matching(typed: String, text: String, found: String?) {
        let range = PinyinMatch(typed).firstRange(in: text)
        #expect(range.map { String(text[$0]) } == found)
    }

    @Test("Nothing typed matches everything")
    func nothing() {
        #expect(PinyinMatch(" ").isEmpty)
        #expect(PinyinMatch("").matches("博兴"))
    }
}
