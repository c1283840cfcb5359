package import CaseDomain
package import ChecklistRules

/// The last look at a notice before it takes a number: every line says what, in which form, how many, why, how to put it
/// right and on what basis, and the paper says where.
package struct WordingGate: Sendable {
    /// What a line lacks.
    package enum Lack: Hashable, Sendable {
        case name, form, count, problem, remedy, place, basis
        /// Words that leave the applicant to guess.
        case vague(String)
    }

    package struct Fault: Hashable, Sendable {
        /// The line of the paper, from 1; nil where the paper as a whole lacks it.
        package let line: Int?
        /// What the line is about.
        package let name: String
        package let lack: Lack
    }

    private let rules: WordingRules
    private let setting: NoticeSetting

    package init(_ rules: WordingRules, _ setting: NoticeSetting) {
        self.rules = rules
        self.setting = setting
    }

    /// Everything that keeps a paper with these lines from leaving, line by line.
    package func faults(of items: [NoticeItem]) -> [Fault] {
        let place = saysWhere ? [] : [Fault(line: nil, name: "", lack: .place)]
        return place
            + items.enumerated().flatMap { index, item in
                lacks(of: item).map { Fault(line: index + 1, name: item.name, lack: $0) }
            }
    }

    /// Where the papers are to be handed in.
    private var saysWhere: Bool {
        setting.template.asks(for: .submission) && !WordingGate.isBlank(setting.office.address)
    }

    private func lacks(of item: NoticeItem) -> [Lack] {
        var lacks: [Lack] = []
        if WordingGate.isBlank(item.name) { lacks.append(.name) }
        if item.problems.isEmpty || item.problems.contains(where: WordingGate.isBlank) { lacks.append(.problem) }
        if item.remedies.count < item.problems.count || item.remedies.contains(where: WordingGate.isBlank) {
            lacks.append(.remedy)
        }
        // The application itself is put right on the form, not by a paper.
        if item.material != nil {
            if !rules.saysForm(item.copies) { lacks.append(.form) }
            if !rules.saysHowMany(item.copies) { lacks.append(.count) }
        }
        if WordingGate.isBlank(item.basis.citation) { lacks.append(.basis) }
        let texts = [item.name] + item.problems + item.remedies + [item.mustFulfil, item.copies]
        return lacks + texts.compactMap { rules.vaguePhrase(in: WordingGate.withoutQuotes($0)) }.map { .vague($0) }
    }

    /// What stands in quotation marks is what the papers say, such as a company's name; nobody here has worded it.
    private static func withoutQuotes(_ text: String) -> String {
        var depth = 0
        return String(
            text.filter { character in
                if character == "“" { depth += 1 }
                if character == "”" { depth = max(0, depth - 1) }
                return depth == 0
            })
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
