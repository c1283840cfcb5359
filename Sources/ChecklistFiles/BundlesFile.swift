import CaseDomain
package import ChecklistRules
import Yams

/// 一件事 as a YAML file.
package enum BundlesFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> [Bundle] {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> [Bundle] {
        var reader = NodeReader(file: file, wording: wording)
        let bundles = reader.parse(text).flatMap { reader.bundles($0) }
        return try reader.finish(bundles)
    }
}

extension NodeReader {
    fileprivate mutating func bundles(_ node: Node) -> [Bundle]? {
        guard let fields = mapping(node, "the bundles", required: ["format", "bundles"]) else { return nil }
        check(format: "yicigao.bundles/1", fields)
        guard let entries = fields["bundles"] else { return nil }
        var bundles: [Bundle] = []
        for item in list(entries, "‘bundles’") {
            guard let bundle = bundle(item) else { continue }
            if bundles.contains(where: { $0.id == bundle.id }) {
                report(.duplicateRow, "the bundle \(bundle.id) stands twice", at: item)
            }
            bundles.append(bundle)
        }
        return bundles
    }

    private mutating func bundle(_ node: Node) -> Bundle? {
        guard
            let fields = mapping(
                node, "a bundle",
                required: [
                    "id", "name", "english", "about", "for", "basis", "shared", "sharing-basis", "members",
                ], optional: ["caution", "given"])
        else { return nil }
        let id = text(fields, "id")
        let name = text(fields, "name")
        let english = text(fields, "english")
        let about = wording(fields, "about")
        let caution = wording(fields, "caution")
        let businesses = fields["for"].map { self.businesses($0) } ?? []
        let basis = source(fields, "basis")
        let shared = fields["shared"].map { terms($0, Material.self, "‘shared’") } ?? []
        if shared.contains(.applicationForm) {
            report(.badValue, "an application form can't be shared", at: fields["shared"], hint: "one for each matter")
        }
        let sharingBasis = source(fields, "sharing-basis")
        let given = fields["given"].map { facts($0) } ?? [:]
        let members = fields["members"].map { self.members($0) } ?? []
        guard let id, let name, let english, let about, let basis, let sharingBasis, diagnostics.isEmpty else {
            return nil
        }
        return Bundle(
            id: id, chinese: name, english: english, about: about, caution: caution ?? "", businesses: businesses,
            basis: basis, shared: shared, sharingBasis: sharingBasis, given: given, members: members)
    }

    /// Ids of sub-types and matters; whether they exist shows only across files.
    mutating func businesses(_ node: Node) -> [String] {
        var ids: [String] = []
        for item in list(node, "‘for’") {
            guard let id = scalar(item, "‘for’") else { continue }
            if ids.contains(id) { report(.badValue, "‘for’ names ‘\(id)’ twice", at: item) }
            ids.append(id)
        }
        if node.sequence?.isEmpty == true { report(.badValue, "‘for’ is empty", at: node) }
        return ids
    }

    private mutating func facts(_ node: Node) -> [Fact: Bool] {
        var facts: [Fact: Bool] = [:]
        for entry in entries(node, "‘given’") {
            guard let fact = term(entry.key, Fact.self, "a fact"), let value = flag(entry.value, "‘\(entry.name)’")
            else { continue }
            facts[fact] = value
        }
        return facts
    }

    private mutating func members(_ node: Node) -> [Bundle.Member] {
        var members: [Bundle.Member] = []
        for item in list(node, "‘members’") {
            guard let member = member(item) else { continue }
            if members.contains(where: { $0.matter == member.matter && $0.action == member.action }) {
                report(.duplicateRow, "\(member.matter.id)/\(member.action.id) stands twice in the bundle", at: item)
            }
            members.append(member)
        }
        if let count = node.sequence?.count, count < 2 {
            report(.badValue, "a bundle of \(count) matters", at: node, hint: "at least two")
        }
        return members
    }

    private mutating func member(_ node: Node) -> Bundle.Member? {
        guard
            let fields = mapping(
                node, "a member", required: ["procedure", "complete"],
                optional: ["when", "otherwise", "subject", "items"])
        else { return nil }
        let kind = text(fields, "procedure").flatMap { matterAndAction($0, at: fields["procedure"]) }
        let when = condition(fields, "when", or: .always)
        let otherwise = wording(fields, "otherwise")
        if when != .always, otherwise == nil {
            report(.missingKey, "a member with ‘when’ lacks ‘otherwise’", at: node)
        }
        let subject = fields["subject"].flatMap { term($0, Subject.self, "‘subject’") }
        let items = fields["items"].map { terms($0, Item.self, "‘items’") }
        if (subject == nil) != (items == nil) {
            report(.missingKey, "a member fixes ‘subject’ and ‘items’ together, or neither", at: node)
        }
        let complete = wording(fields, "complete")
        guard let kind, let complete else { return nil }
        return Bundle.Member(
            matter: kind.matter, action: kind.action, when: when, otherwise: otherwise ?? "", subject: subject,
            items: items, complete: complete)
    }
}
