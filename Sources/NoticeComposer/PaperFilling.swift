package import CaseDomain
import TextLayout

/// A template with its values: what every paper of every kind is laid out by.
struct PaperFilling: Hashable, Sendable {
    let template: PaperTemplate
    let values: [PaperTemplate.Placeholder: String]
    /// The paragraphs that there is something to say in.
    var occasions: Set<PaperTemplate.Occasion> = []

    /// The paper's lines, without control characters and none wider than the paper.
    ///
    /// - Parameters:
    ///   - number: stands for `{number}` as it is; everything else is made safe.
    ///   - items: the list of the paper, laid out.
    func typeset(number: String = "", items: [String] = []) -> [PaperLine] {
        template.paragraphs.flatMap { paragraph in
            lines(of: paragraph, number, items).map { PaperLine($0, paragraph.role) }
        }
    }

    private func lines(of paragraph: PaperTemplate.Paragraph, _ number: String, _ items: [String]) -> [String] {
        switch paragraph {
        case .center(let text): said(text, number).map { PaperFilling.aligned($0, .center) } ?? []
        case .right(let text): said(text, number).map { PaperFilling.aligned($0, .trailing) } ?? []
        case .plain(let text): said(text, number).map { PaperFilling.broken($0) } ?? []
        case .body(let text): said(text, number).map { PaperFilling.broken($0, firstIndent: 4) } ?? []
        case .blank: [""]
        case .items: items
        case .when(let occasion, let text):
            occasions.contains(occasion) ? PaperFilling.broken(filled(text, number), firstIndent: 4) : []
        }
    }

    /// Nil where nothing is left of a paragraph but blanks: it was there for a value that this paper doesn't have.
    private func said(_ text: String, _ number: String) -> String? {
        let filled = filled(text, number)
        return !text.isEmpty && filled.allSatisfy(\.isWhitespace) ? nil : filled
    }

    func filled(_ text: String, _ number: String) -> String {
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

    private static func aligned(_ text: String, _ alignment: TextFit.Alignment) -> [String] {
        LineBreaking.lines(text, columns: NoticeText.columns).map { line in
            let padded = TextFit.padded(line, toColumns: NoticeText.columns, alignment: alignment)
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
    }

    static func broken(_ text: String, firstIndent: Int = 0, restIndent: Int = 0) -> [String] {
        LineBreaking.lines(text, columns: NoticeText.columns, firstIndent: firstIndent, restIndent: restIndent)
    }

    /// The head of one item of a list.
    static func head(_ number: Int, _ text: String) -> [String] {
        broken(SafeText.singleLine("\(number)．\(text)"), firstIndent: 2, restIndent: 6)
    }

    /// What is said about an item, under its head.
    static func note(_ text: String) -> [String] {
        broken(SafeText.singleLine(text), firstIndent: 6, restIndent: 6)
    }
}

extension LegalSource {
    /// Whoever signs the paper must see which article nobody has read against the law yet.
    package var onPaper: String { verified ? citation : "\(citation)（待核）" }
}
