import TextLayout
import Testing

@Suite("Ambiguous width")
struct AmbiguousWidthTests {
    @Test("only a terminal that says so shows them wide", arguments: ["“", "”", "①", "…", "—", "·", "Ⅱ", "°", "×"])
    func ambiguous(character: Character) {
        #expect(AmbiguousWidth.unknown.columns(of: character) == 1)
        #expect(AmbiguousWidth.narrow.columns(of: character) == 1)
        #expect(AmbiguousWidth.wide.columns(of: character) == 2)
    }

    @Test("everything else is as wide as ever", arguments: ["a", "中", "，", "\u{301}", "👍", " ", "é́"])
    func others(text: String) {
        let unaccented = text.unicodeScalars.filter { !AmbiguousWidth.isAmbiguous($0) }
        let rest = String(String.UnicodeScalarView(unaccented))
        #expect(AmbiguousWidth.wide.columns(of: rest) == TextWidth.columns(of: rest))
    }

    @Test("the table is sorted, and holds nothing that is wide or has no width anyway")
    func table() {
        let runs = AmbiguousWidth.runs
        #expect(runs.count % 2 == 0 && runs == runs.sorted())
        for place in stride(from: 0, to: runs.count, by: 2) {
            for value in runs[place]...runs[place + 1] {
                guard let scalar = Unicode.Scalar(value) else { continue }
                #expect(TextWidth.columns(of: scalar) == 1, "\(String(value, radix: 16))")
            }
        }
    }

    @Test("cutting, filling up and breaking count as the terminal does")
    func layout() {
        #expect(TextFit.truncated("①②③④", toColumns: 4) == "①②③④")
        #expect(TextFit.truncated("①②③④", toColumns: 4, widths: .wide) == "①..")
        #expect(TextFit.padded("①", toColumns: 4, widths: .wide) == "①  ")
        #expect(LineBreaking.lines("①②③④", columns: 4, widths: .wide) == ["①②", "③④"])
    }
}
