package import CaseDomain

/// 文书模板: how a paper is laid out, as an office can replace it.
///
/// One paragraph a line: a layout word, a colon, and text with `{placeholders}`. `items` and `blank` stand alone; a
/// paragraph that begins with an occasion, such as `gaps:`, is left out where there is nothing to say; so is one whose
/// placeholders leave it empty. A `copy:` line is the mark of one copy and no paragraph; `#` begins a remark.
package struct PaperTemplate: Hashable, Sendable {
    package enum Paragraph: Hashable, Sendable {
        case center(String)
        case right(String)
        /// From the left edge, no indent.
        case plain(String)
        /// Two characters of indent before the first line, as Chinese paragraphs have.
        case body(String)
        case blank
        /// The numbered list: what has to be corrected, brought, or was received.
        case items
        /// A paragraph that stands only on papers that have this to say.
        case when(Occasion, String)
    }

    package let paragraphs: [Paragraph]
    /// 各联: the mark of each copy that is printed; empty for one copy without a mark.
    package let copies: [String]

    /// Which paper a template lays out.
    package enum Kind: Hashable, Sendable { case notice, stallCard, paper(PaperKind), message(OutboxMessage.Occasion) }

    /// A line that can't be used.
    package struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
        /// From 1.
        package let line: Int
        package let message: String

        package init(line: Int, message: String) {
            self.line = line
            self.message = message
        }

        package var description: String { "第\(line)行：\(message)" }
    }

    /// Everything wrong with a template, at once.
    package struct Refusal: Error, Hashable, Sendable {
        package let diagnostics: [Diagnostic]
    }

    /// - Parameter kind: each has its own placeholders, and says which of them no paper may go without.
    /// - Throws: a refusal that names every bad line. A template without a list that its kind has is refused too: a
    ///   paper made with it could leave something out.
    package init(parsing text: String, as kind: Kind = .notice) throws(Refusal) {
        let form = PaperForm(kind)
        var paragraphs: [Paragraph] = []
        var copies: [String] = []
        var diagnostics: [Diagnostic] = []
        // By bytes, here and below: every template is read before the first screen.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
        for (index, line) in lines.enumerated() {
            if line.utf8.first == UInt8(ascii: "#") || (line.isEmpty && index == lines.count - 1) { continue }
            let (head, text) = PaperTemplate.parts(of: line)
            if head == "copy", let mark = text {
                if !mark.isEmpty, PaperTemplate.placeholders(in: mark).isEmpty {
                    copies.append(mark)
                } else {
                    diagnostics.append(Diagnostic(line: index + 1, message: "copy: 后面写这一联给谁，不含占位符"))
                }
                continue
            }
            switch PaperTemplate.paragraph(head, text, form) {
            case .success(let paragraph): paragraphs.append(paragraph)
            case .failure(let problem): diagnostics.append(Diagnostic(line: index + 1, message: problem.message))
            }
        }
        diagnostics += form.missing(in: paragraphs).map { Diagnostic(line: lines.count, message: $0) }
        guard diagnostics.isEmpty else { throw Refusal(diagnostics: diagnostics) }
        self.paragraphs = paragraphs
        self.copies = copies
    }

    private struct Problem: Error { let message: String }

    /// The layout word of a line, and what stands behind its colon, if it has one.
    private static func parts(of line: Substring) -> (head: Substring, text: String?) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (line, nil) }
        let text = line.utf8[line.utf8.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }
        return (line[..<colon], String(Substring(text)))
    }

    private static func paragraph(
        _ head: Substring, _ content: String?, _ form: PaperForm
    ) -> Result<Paragraph, Problem> {
        let text = content ?? ""
        let unknown = placeholders(in: text).first { name in
            !(Placeholder(rawValue: name).map(form.placeholders.contains) ?? false)
        }
        if let unknown {
            let known = Placeholder.allCases.filter(form.placeholders.contains)
            let list = known.map { "{\($0.rawValue)}" }.joined(separator: " ")
            return .failure(Problem(message: "不认识的占位符 {\(unknown)}；可用的有 \(list)"))
        }
        switch (head, content != nil) {
        case ("center", true): return .success(.center(text))
        case ("right", true): return .success(.right(text))
        case ("plain", true): return .success(.plain(text))
        case ("body", true): return .success(.body(text))
        case ("blank", false): return .success(.blank)
        case ("items", false) where form.lists: return .success(.items)
        default:
            if content != nil, let occasion = Occasion(rawValue: String(head)), form.occasions.contains(occasion) {
                return .success(.when(occasion, text))
            }
            let occasions = Occasion.allCases.filter(form.occasions.contains).map(\.rawValue)
            let words = ["center", "right", "plain", "body"] + occasions + ["copy"]
            let heads = words.map { "\($0):" }.joined(separator: " ")
            return .failure(Problem(message: "行首应为 \(heads) 之一，或单独的 blank\(form.lists ? "、items" : "")"))
        }
    }

    /// Whether a placeholder stands anywhere in it.
    package func asks(for placeholder: Placeholder) -> Bool {
        paragraphs.compactMap(\.text).contains { PaperTemplate.placeholders(in: $0).contains(placeholder.rawValue) }
    }

    static func placeholders(in text: String) -> [String] {
        var names: [String] = []
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            names.append(String(text[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}

extension PaperTemplate.Paragraph {
    /// What is written in it; nil where it is no text.
    var text: String? {
        switch self {
        case .center(let text), .right(let text), .plain(let text), .body(let text), .when(_, let text): text
        case .blank, .items: nil
        }
    }
}
