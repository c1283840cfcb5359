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
    /// Words that an applicant reads: not empty, not vague, and no placeholder that doesn't exist.
    mutating func wording(_ fields: Fields, _ key: String) -> String? {
        guard let text = text(fields, key), let node = fields[key] else { return nil }
        if let phrase = VagueDemand.phrase(in: text) {
            report(.vagueDemand, "‘\(key)’ says ‘\(phrase)’", at: node, hint: "name the paper and what it must show")
        }
        for name in PlaceholderCheck.unknown(in: text) {
            report(
                .unknownPlaceholder, "‘\(key)’ has the placeholder {\(name)}", at: node,
                hint: Hint.nearest(name, among: PlaceholderCheck.names)
                    ?? "known: \(PlaceholderCheck.names.joined(separator: ", "))")
        }
        return text
    }
}
