/// Chinese first, English second: what the screen says.
package enum Language: String, CaseIterable, Sendable {
    case zh, en
}

/// One saying in both languages, with `{name}` places to fill.
package struct Phrase: Hashable, Sendable {
    package let zh: String
    package let en: String

    init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    package func text(_ language: Language) -> String { language == .zh ? zh : en }

    /// The same saying with its places filled, in both languages.
    func filled(_ values: KeyValuePairs<String, String>) -> Phrase {
        Phrase.init(text(.zh, values), text(.en, values))
    }

    /// - Parameter values: what stands for each `{name}`; a name that isn't given stays as it is, so that it shows.
    package func text(_ language: Language, _ values: KeyValuePairs<String, String>) -> String {
        var rest = Substring(text(language))
        var filled = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
