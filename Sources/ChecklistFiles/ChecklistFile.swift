import CaseDomain
package import ChecklistRules
import Yams

/// A checklist as a YAML file.
package enum ChecklistFile {
    static let format = "yicigao.checklist/1"

    /// - Parameters:
    ///   - names: what terms are called in wordings.
    ///   - warnings: what warnings say.
    ///   - wording: what the words that applicants read are held against.
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, names: TermNames, warnings: WarningTable = WarningTable(), wording: WordingRules = .none
    ) throws(DataLoadFailure) -> Checklist {
        try decode(DataText.read(path), file: path, names: names, warnings: warnings, wording: wording)
    }

    /// A checklist with where its lines stand, for looking it over.
    static func source(
        _ text: String, file: String, names: TermNames, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> SourceRules<Checklist> {
        var reader = NodeReader(file: file, keepsPlaces: true, wording: wording)
        let checklist = reader.parse(text).flatMap { reader.checklist($0, names, WarningTable()) }
        return try reader.finishWithPlaces(checklist)
    }

    /// - Parameter file: what diagnostics call the text.
    package static func decode(
        _ text: String, file: String, names: TermNames, warnings: WarningTable = WarningTable(),
        wording: WordingRules = .none
    ) throws(DataLoadFailure) -> Checklist {
        var reader = NodeReader(file: file, wording: wording)
        let checklist = reader.parse(text).flatMap { reader.checklist($0, names, warnings) }
        return try reader.finish(checklist)
    }
}

extension NodeReader {
    fileprivate mutating func checklist(
        _ node: Node, _ names: TermNames, _ warnings: WarningTable
    ) -> Checklist? {
        guard
            let fields = mapping(
                node, "a checklist",
                required: ["format", "id", "name", "english", "version", "effective-from", "requirements"],
                optional: ["effective-to", "application", "renewal", "conclusion", "advice"])
        else { return nil }
        check(format: ChecklistFile.format, fields)
        places?.note(.checklist, .whole, fields["id"])
        places?.note(.checklist, .effectiveFrom, fields["effective-from"])
        let id = text(fields, "id")
        let kind = id.flatMap { matterAndAction($0, at: fields["id"]) }
        let name = label(fields, "name")
        let english = text(fields, "english")
        let version = text(fields, "version")
        let from = fields["effective-from"].flatMap { date($0, "‘effective-from’") }
        let to = fields["effective-to"].flatMap { date($0, "‘effective-to’") }
        if let from, let to, to < from {
            report(
                .badDate, "‘effective-to’ lies before ‘effective-from’", at: fields["effective-to"],
                hint: "the last day on which this version judges")
        }
        let rules = fields["application"].map { applicationRules($0) } ?? []
        let renewal = fields["renewal"].flatMap { renewalTerm($0) }
        let conclusion = fields["conclusion"].flatMap { term($0, Checklist.Conclusion.self, "‘conclusion’") }
        let advice = fields["advice"].map { self.advice($0) } ?? []
        let requirements = fields["requirements"].map { self.requirements($0) } ?? []
        guard diagnostics.isEmpty, let id, let kind, let name, let english, let version, let from else { return nil }
        return Checklist(
            id: id, matter: kind.matter, action: kind.action, name: name, english: english, version: version,
            effectiveFrom: from, effectiveTo: to, digest: ContentDigest.of(node), requirements: requirements,
            applicationRules: rules, names: names, warnings: warnings, renewal: renewal,
            conclusion: conclusion ?? .decision, advice: advice)
    }

    mutating func check(format: String, _ fields: Fields) {
        guard let found = text(fields, "format"), found != format else { return }
        report(.badValue, "the format is ‘\(found)’", at: fields["format"], hint: format)
    }

    mutating func matterAndAction(_ id: String, at node: Node?) -> (matter: Matter, action: Action)? {
        let parts = id.split(separator: "/").map(String.init)
        guard parts.count == 2, let matter = Matter(rawValue: parts[0]), let action = Action(rawValue: parts[1])
        else {
            report(.unknownTerm, "‘\(id)’ is no matter and action", at: node, hint: "such as small-workshop/new")
            return nil
        }
        return (matter, action)
    }

    private mutating func applicationRules(_ node: Node) -> [ApplicationRule] {
        var rules: [ApplicationRule] = []
        for item in list(node, "‘application’") {
            guard let rule = applicationRule(item) else { continue }
            if rules.contains(where: { $0.defect == rule.defect }) {
                report(.duplicateRow, "the defect \(rule.defect.id) stands twice", at: item, hint: "keep one of them")
            }
            rules.append(rule)
        }
        return rules
    }

    private mutating func applicationRule(_ node: Node) -> ApplicationRule? {
        guard
            let fields = mapping(
                node, "a rule", required: ["defect", "text", "remedy", "on-the-spot", "basis"], optional: ["when"])
        else { return nil }
        let defect = fields["defect"].flatMap { term($0, ApplicationDefect.self, "‘defect’") }
        if let defect, !defect.isComputed, fields["when"] == nil {
            report(.missingKey, "the defect \(defect.id) lacks ‘when’", at: node, hint: "say when it is one")
        }
        let words = words(fields)
        let condition = condition(fields, "when", or: .always)
        let isOnTheSpot = flag(fields, "on-the-spot")
        let basis = source(fields, "basis")
        guard let defect, let words, let basis else { return nil }
        places?.note(.application(defect), .whole, node)
        places?.note(.application(defect), .condition, fields["when"])
        places?.note(.application(defect), .text, fields["text"])
        places?.note(.application(defect), .remedy, fields["remedy"])
        return ApplicationRule(
            defect: defect, condition: condition, words: words, isOnTheSpot: isOnTheSpot, basis: basis)
    }

    mutating func words(_ fields: Fields) -> Words? {
        let problem = wording(fields, "text")
        let remedy = wording(fields, "remedy")
        guard let problem, let remedy else { return nil }
        return Words(text: problem, remedy: remedy)
    }
}
