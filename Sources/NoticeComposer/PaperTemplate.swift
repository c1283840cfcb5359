/// 文书模板: how a paper is laid out, as an office can replace it.
///
/// One paragraph a line: a layout word, a colon, and text with `{placeholders}`. `items` and
/// `blank` stand alone; a `gaps:`, `spared:` or `corrected:` paragraph is left out where there is nothing to list; `#` begins a
/// remark.
package struct PaperTemplate: Hashable, Sendable {
    package enum Paragraph: Hashable, Sendable {
        case center(String)
        case right(String)
        /// From the left edge, no indent.
        case plain(String)
        /// Two characters of indent before the first line, as Chinese paragraphs have.
        case body(String)
        case blank
        /// The numbered list of everything that has to be corrected.
        case items
        /// A paragraph that stands only where something is tolerated for now.
        case gaps(String)
        /// A paragraph that stands only where the office looked something up itself.
        case spared(String)
        /// A paragraph that stands only where something was put right at the window.
        case corrected(String)
        /// A paragraph that stands only on a paper about several matters.
        case bundle(String)
        /// A paragraph that stands only where some of several matters lack nothing.
        case complete(String)
    }

    package let paragraphs: [Paragraph]

    /// Which paper a template lays out.
    package enum Kind: Sendable { case notice, stallCard }

    /// What a template may ask for.
    package enum Placeholder: String, CaseIterable, Sendable {
        case title, number, office, applicant, uscc, contact, received, procedure, caseNumber = "case", round
        case statute, itemCount, spareCount, gapCount, correctionTerm, correctionDays, submission, clerk, phone
        case supervision, hours, issued, gapList, spareList, bundle, matters, completeList, spotCount
        // 信息公示卡
        case products, place, stallHours = "stall-hours"

        /// Whether a paper of a kind can fill it.
        package func belongs(to kind: Kind) -> Bool {
            switch self {
            case .products, .place, .stallHours: kind == .stallCard
            case .office, .applicant, .issued, .phone, .supervision, .caseNumber, .clerk: true
            default: kind == .notice
            }
        }
    }

    /// A line that can't be used.
    package struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
        /// From 1.
        package let line: Int
        package let message: String

        package var description: String { "第\(line)行：\(message)" }
    }

    /// Everything wrong with a template, at once.
    package struct Refusal: Error, Hashable, Sendable {
        package let diagnostics: [Diagnostic]
    }

    /// - Throws: a refusal that names every bad line. A template without `items` is refused too: a notice made with it
    ///   could leave something out.
    ///
    /// - Parameter kind: another paper than a notice has no list of items, and other placeholders.
    package init(parsing text: String, as kind: Kind = .notice) throws(Refusal) {
        var paragraphs: [Paragraph] = []
        var diagnostics: [Diagnostic] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("#") || (line.isEmpty && index == lines.count - 1) { continue }
            switch PaperTemplate.paragraph(line, kind) {
            case .success(let paragraph): paragraphs.append(paragraph)
            case .failure(let problem): diagnostics.append(Diagnostic(line: index + 1, message: problem.message))
            }
        }
        if kind == .notice, !paragraphs.contains(.items) {
            diagnostics.append(Diagnostic(line: lines.count, message: "缺少 items：告知书必须列出全部需补正的内容"))
        }
        guard diagnostics.isEmpty else { throw Refusal(diagnostics: diagnostics) }
        self.paragraphs = paragraphs
    }

    /// Whether the paper says something.
    func asks(for placeholder: Placeholder) -> Bool {
        paragraphs.contains { paragraph in
            switch paragraph {
            case .center(let text), .right(let text), .plain(let text), .body(let text):
                PaperTemplate.placeholders(in: text).contains(placeholder.rawValue)
            case .blank, .items, .gaps, .spared, .corrected, .bundle, .complete: false
            }
        }
    }

    private struct Problem: Error { let message: String }

    private static func paragraph(_ line: Substring, _ kind: Kind) -> Result<Paragraph, Problem> {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let text = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
        let isKnown = { (name: String) in Placeholder(rawValue: name)?.belongs(to: kind) == true }
        if let unknown = placeholders(in: text).first(where: { !isKnown($0) }) {
            let known = Placeholder.allCases.filter { $0.belongs(to: kind) }.map { "{\($0.rawValue)}" }
            let list = known.joined(separator: " ")
            return .failure(Problem(message: "不认识的占位符 {\(unknown)}；可用的有 \(list)"))
        }
        switch (parts[0], parts.count) {
        case ("center", 2): return .success(.center(text))
        case ("right", 2): return .success(.right(text))
        case ("plain", 2): return .success(.plain(text))
        case ("body", 2): return .success(.body(text))
        case ("blank", 1): return .success(.blank)
        case ("items", 1) where kind == .notice: return .success(.items)
        case ("gaps", 2) where kind == .notice: return .success(.gaps(text))
        case ("spared", 2) where kind == .notice: return .success(.spared(text))
        case ("corrected", 2) where kind == .notice: return .success(.corrected(text))
        case ("bundle", 2) where kind == .notice: return .success(.bundle(text))
        case ("complete", 2) where kind == .notice: return .success(.complete(text))
        default:
            let known = "center: right: plain: body: gaps: spared: corrected: bundle: complete:"
            return .failure(Problem(message: "行首应为 \(known) 之一，或单独的 blank、items"))
        }
    }

    private static func placeholders(in text: String) -> [String] {
        var names: [String] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
