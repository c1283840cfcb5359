import TextLayout

/// Puts values into a template's lines and lines on the paper.
enum PaperFilling {
    /// - Parameter number: stands for `{number}` as it is; everything else is made safe.
    static func filled(
        _ text: String, _ values: [PaperTemplate.Placeholder: String], number: String = ""
    ) -> String {
        var rest = Substring(text)
        var filled = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if name == PaperTemplate.Placeholder.number.rawValue {
                filled += number
            } else if let placeholder = PaperTemplate.Placeholder(rawValue: name) {
                filled += SafeText.singleLine(values[placeholder] ?? "")
            }
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    static func aligned(_ text: String, _ alignment: TextFit.Alignment) -> [String] {
        LineBreaking.lines(text, columns: NoticeText.columns).map { line in
            let padded = TextFit.padded(line, toColumns: NoticeText.columns, alignment: alignment)
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
    }
}
