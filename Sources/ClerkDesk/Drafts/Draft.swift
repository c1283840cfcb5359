package import CaseDomain

/// What was typed and not saved, as it is kept over a power cut.
package struct Draft: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The fields of the form; with the bundle that is taken in with it.
        case form(ParticularsForm.Snapshot, focus: FormFieldID, bundle: String?)
        /// The texts of an entry by their places; choices are made anew, since what can be chosen may have changed.
        case entry(title: String, texts: [String])
    }

    /// Nil for a case that isn't taken in yet.
    package let number: CaseNumber?
    /// The revision that the clerk saw when he typed; 0 for a new case.
    package let revision: Revision
    package let content: Content

    package init(number: CaseNumber?, revision: Revision, content: Content) {
        self.number = number
        self.revision = revision
        self.content = content
    }

    /// Under which name all drafts are kept.
    package static let prefix = "draft/"

    /// Who applies, as far as it was typed; empty where the draft isn't a form.
    package var applicant: String {
        guard case .form(let snapshot, _, _) = content else { return "" }
        return snapshot.texts[.name] ?? ""
    }
}

/// How a draft is written down: one line a value, a tab between its name and what it is, a last line that says that
/// nothing is cut off.
extension Draft {
    private static let header = "yicigao-draft 1"
    private static let footer = "end"

    package var text: String {
        var lines = [Draft.header]
        let add = { (name: String, value: String) in lines.append("\(name)\t\(Draft.escaped(value))") }
        if let number { add("case", number.text) }
        add("revision", String(revision.count))
        switch content {
        case .form(let snapshot, let focus, let bundle):
            add("focus", focus.rawValue)
            if let bundle { add("bundle", bundle) }
            for field in FormFieldID.allCases {
                if let text = snapshot.texts[field] { add("text.\(field.rawValue)", text) }
                if let id = snapshot.choices[field] { add("one.\(field.rawValue)", id) }
                if let ids = snapshot.sets[field] { add("many.\(field.rawValue)", ids.sorted().joined(separator: " ")) }
                if let answer = snapshot.answers[field] { add("is.\(field.rawValue)", answer ? "yes" : "no") }
            }
        case .entry(let title, let texts):
            add("entry", title)
            for (place, text) in texts.enumerated() { add("field.\(place)", text) }
        }
        lines.append(Draft.footer)
        return lines.joined(separator: "\n")
    }

    /// - Parameter text: as `text` gave it.
    /// - Returns: nil where anything isn't as it was written; half a draft is not taken for a whole one.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines.first == Draft.header[...], lines.last == Draft.footer[...] else { return nil }
        var values: [String: String] = [:]
        for line in lines.dropFirst().dropLast() {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Draft.unescaped(parts[1]),
                values.updateValue(value, forKey: String(parts[0])) == nil
            else { return nil }
        }
        guard let revision = values.removeValue(forKey: "revision").flatMap({ Int($0) }), revision >= 0 else {
            return nil
        }
        let number = values.removeValue(forKey: "case").map { CaseNumber($0) }
        guard (number == nil) == (revision == 0), let content = Draft.content(&values), values.isEmpty else {
            return nil
        }
        self.init(number: number, revision: Revision(revision), content: content)
    }

    private static func content(_ values: inout [String: String]) -> Content? {
        if let title = values.removeValue(forKey: "entry") {
            var texts: [String] = []
            while let text = values.removeValue(forKey: "field.\(texts.count)") { texts.append(text) }
            return .entry(title: title, texts: texts)
        }
        guard let focus = values.removeValue(forKey: "focus").flatMap(FormFieldID.init(rawValue:)) else { return nil }
        let bundle = values.removeValue(forKey: "bundle")
        var snapshot = ParticularsForm.Snapshot(texts: [:], choices: [:], sets: [:], answers: [:])
        for field in FormFieldID.allCases {
            snapshot.texts[field] = values.removeValue(forKey: "text.\(field.rawValue)")
            if let id = values.removeValue(forKey: "one.\(field.rawValue)") {
                guard case .one(let options) = field.editor, options.contains(where: { $0.id == id }) else {
                    return nil
                }
                snapshot.choices[field] = id
            }
            if let ids = values.removeValue(forKey: "many.\(field.rawValue)") {
                let ids = Set(ids.split(separator: " ").map(String.init))
                guard case .many(let options) = field.editor, ids.isSubset(of: options.map(\.id)) else { return nil }
                snapshot.sets[field] = ids
            }
            if let answer = values.removeValue(forKey: "is.\(field.rawValue)") {
                guard case .yesNo = field.editor, answer == "yes" || answer == "no" else { return nil }
                snapshot.answers[field] = answer == "yes"
            }
        }
        return .form(snapshot, focus: focus, bundle: bundle)
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private static func unescaped(_ text: Substring) -> String? {
        var plain = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                plain.append(scalar)
                continue
            }
            switch scalars.next() {
            case "\\"?: plain.append("\\")
            case "n"?: plain.append("\n")
            case "r"?: plain.append("\r")
            case "t"?: plain.append("\t")
            default: return nil
            }
        }
        return String(plain)
    }
}
