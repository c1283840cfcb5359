import Yams

/// Words that leave the applicant to guess what is wanted. A notice must name everything, so no checklist may hold
/// them.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十一条 (no demands beyond the matter), 第三十二条第一款第(四)项.
enum VagueDemand {
    static let phrases = [
        "其他相关材料", "其他有关材料", "其它相关材料", "其它有关材料", "其他材料", "其它材料", "其他资料", "其它资料", "相关材料", "有关材料", "相关证明", "有关证明",
        "法律法规规定的其他", "要求提供的其他", "等材料", "等相关", "等有关", "视情况提供", "必要时提供",
    ]

    private static let patterns = phrases.map { Array($0.utf8) }

    /// Searched by bytes: character by character, this took most of the time that reading a checklist takes.
    static func phrase(in text: String) -> String? {
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
        return found.map { phrases[$0] }
    }
}

extension NodeReader {
    /// Words that somebody reads as they stand: not empty, not vague, and without placeholders, which nobody would fill.
    mutating func label(_ fields: Fields, _ key: String) -> String? {
        guard let text = definiteText(fields, key) else { return nil }
        for name in PlaceholderCheck.all(in: text) {
            report(
                .unfilledPlaceholder, "‘\(key)’ has the placeholder {\(name)}, and nothing is filled in there",
                at: fields[key], hint: "only texts, remedies and ‘must-fulfil’ are filled in")
        }
        return text
    }

    /// 份数与形式: how many, and whether originals or copies.
    mutating func copies(_ fields: Fields) -> String? {
        guard let text = label(fields, "copies") else { return nil }
        let saysHowMany = ["份", "全部"].contains(where: text.contains)
        if !saysHowMany || !["原件", "复印件", "电子"].contains(where: text.contains) {
            report(
                .badValue, "‘copies’ is ‘\(text)’, which doesn't say how many in what form", at: fields["copies"],
                hint: "such as 原件1份")
        }
        return text
    }

    private mutating func definiteText(_ fields: Fields, _ key: String) -> String? {
        guard let text = text(fields, key) else { return nil }
        if let phrase = VagueDemand.phrase(in: text) {
            report(
                .vagueDemand, "‘\(key)’ says ‘\(phrase)’", at: fields[key],
                hint: "name the paper and what it must show")
        }
        return text
    }

    /// Words that an applicant reads: not empty, not vague, and no placeholder that doesn't exist.
    mutating func wording(_ fields: Fields, _ key: String) -> String? {
        guard let text = definiteText(fields, key), let node = fields[key] else { return nil }
        for name in PlaceholderCheck.unknown(in: text) {
            report(
                .unknownPlaceholder, "‘\(key)’ has the placeholder {\(name)}", at: node,
                hint: Hint.nearest(name, among: PlaceholderCheck.names)
                    ?? "known: \(PlaceholderCheck.names.joined(separator: ", "))")
        }
        return text
    }
}
