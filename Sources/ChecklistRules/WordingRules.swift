package import CaseDomain

/// What every demand has to be worded like: nothing vague, and how many in which form.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条 (no demands beyond the matter), 第三十二条第一款第(四)项.
package struct WordingRules: Hashable, Sendable {
    /// Words that leave the applicant to guess what is wanted.
    package let vague: [String]
    /// Words of which 份数 holds one.
    package let counts: [String]
    /// Words of which 形式 holds one: 原件, 复印件, 电子.
    package let forms: [String]
    package let basis: LegalSource
    private let patterns: [[UInt8]]

    package init(vague: [String], counts: [String], forms: [String], basis: LegalSource) {
        self.vague = vague
        self.counts = counts
        self.forms = forms
        self.basis = basis
        patterns = vague.map { Array($0.utf8) }
    }

    /// No rules, as where nobody has said any: nothing is vague then.
    package static let none = WordingRules(
        vague: [], counts: [], forms: [], basis: LegalSource(citation: "", verified: false))

    /// The first vague words in a text; nil where there are none.
    ///
    /// Searched by bytes: character by character, this took most of the time that reading a checklist takes.
    package func vaguePhrase(in text: String) -> String? {
        var text = text
        let found = text.withUTF8 { bytes in
            patterns.firstIndex { pattern in
                bytes.count >= pattern.count
                    && (0...bytes.count - pattern.count).contains { start in
                        bytes[start] == pattern[0]
                            && pattern.indices.allSatisfy { bytes[start + $0] == pattern[$0] }
                    }
            }
        }
        return found.map { vague[$0] }
    }

    package func saysHowMany(_ copies: String) -> Bool { counts.isEmpty || counts.contains(where: copies.contains) }

    package func saysForm(_ copies: String) -> Bool { forms.isEmpty || forms.contains(where: copies.contains) }
}
