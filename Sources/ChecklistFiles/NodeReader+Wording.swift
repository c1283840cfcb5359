import ChecklistRules
import Yams

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
        if !wordingStandard.saysHowMany(text) || !wordingStandard.saysForm(text) {
            report(
                .badValue, "‘copies’ is ‘\(text)’, which doesn't say how many in what form", at: fields["copies"],
                hint: "such as 原件1份")
        }
        return text
    }

    private mutating func definiteText(_ fields: Fields, _ key: String) -> String? {
        guard let text = text(fields, key) else { return nil }
        if let phrase = wordingStandard.vaguePhrase(in: text) {
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
