import CaseDomain
package import ChecklistRules
import Yams

/// 资格限制 as a YAML file.
package enum EligibilityFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> EligibilityRules {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> EligibilityRules {
        var reader = NodeReader(file: file, wording: wording)
        let rules = reader.parse(text).flatMap { reader.eligibility($0) }
        return try reader.finish(rules)
    }
}

extension NodeReader {
    fileprivate mutating func eligibility(_ node: Node) -> EligibilityRules? {
        guard let fields = mapping(node, "the bars", required: ["format", "bars"]) else { return nil }
        check(format: "yicigao.eligibility/1", fields)
        var bars: [EligibilityBar] = []
        for item in fields["bars"].map({ list($0, "‘bars’") }) ?? [] {
            guard let bar = eligibilityBar(item) else { continue }
            if bars.contains(where: { $0.id == bar.id }) {
                report(.duplicateRow, "the bar \(bar.id) stands twice", at: item)
            }
            bars.append(bar)
        }
        return EligibilityRules(bars)
    }

    private mutating func eligibilityBar(_ node: Node) -> EligibilityBar? {
        guard
            let fields = mapping(
                node, "a bar",
                required: [
                    "id", "matters", "actions", "who", "years", "name", "english", "question", "question-english",
                    "document", "consequence", "consequence-english", "basis",
                ])
        else { return nil }
        let id = text(fields, "id")
        let matters = fields["matters"].map { terms($0, Matter.self, "‘matters’") } ?? []
        let actions = fields["actions"].map { terms($0, Action.self, "‘actions’") } ?? []
        let who = fields["who"].map { terms($0, EligibilityBar.Person.self, "‘who’") } ?? []
        for (key, isEmpty) in [("matters", matters.isEmpty), ("actions", actions.isEmpty), ("who", who.isEmpty)]
        where isEmpty && fields[key]?.sequence?.isEmpty == true {
            report(.badValue, "‘\(key)’ is empty: the bar would bar nobody", at: fields[key])
        }
        let years = integer(fields, "years", atLeast: 1)
        let name = wording(fields, "name")
        let english = text(fields, "english")
        let question = wording(fields, "question")
        let questionEnglish = text(fields, "question-english")
        let document = wording(fields, "document")
        let consequence = wording(fields, "consequence")
        let consequenceEnglish = text(fields, "consequence-english")
        let basis = source(fields, "basis")
        guard let id, let years, let name, let english, let question, let questionEnglish, let document,
            let consequence, let consequenceEnglish, let basis
        else { return nil }
        return EligibilityBar(
            id: id, matters: matters, actions: actions, who: who, years: years, name: name, english: english,
            question: question, questionEnglish: questionEnglish, document: document, consequence: consequence,
            consequenceEnglish: consequenceEnglish, basis: basis)
    }
}
