import CaseDomain
package import ChecklistRules
import Yams

/// 分段处置 as a YAML file. Optional: most offices have none.
package enum CutOversFile {
    static let name = "cutovers.yaml"

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> CutOverTable {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> CutOverTable {
        var reader = NodeReader(file: file)
        let table = reader.parse(text).flatMap { reader.cutOvers($0) }
        return try reader.finish(table)
    }
}

extension NodeReader {
    fileprivate mutating func cutOvers(_ node: Node) -> CutOverTable? {
        guard let fields = mapping(node, "the cut-overs", required: ["format", "cutovers"]) else { return nil }
        check(format: "yicigao.cutovers/1", fields)
        guard let entries = fields["cutovers"] else { return nil }
        var cutOvers: [CutOver] = []
        for item in list(entries, "‘cutovers’") {
            guard let cutOver = cutOver(item) else { continue }
            if cutOvers.contains(where: { $0.id == cutOver.id }) {
                report(.duplicateRow, "the cut-over \(cutOver.id) stands twice", at: item)
            }
            cutOvers.append(cutOver)
        }
        return CutOverTable(cutOvers)
    }

    private mutating func cutOver(_ node: Node) -> CutOver? {
        guard
            let fields = mapping(
                node, "a cut-over", required: ["id", "date", "regime", "english", "owner", "covers", "basis"])
        else { return nil }
        let id = text(fields, "id")
        let date = fields["date"].flatMap { self.date($0, "‘date’") }
        let regime = text(fields, "regime")
        let english = text(fields, "english")
        let owner = fields["owner"].flatMap { self.owner($0) }
        let coverage = fields["covers"].map { self.coverage($0) } ?? []
        let basis = fields["basis"].flatMap { instruction($0) }
        guard let id, let date, let regime, let english, let owner, let basis else { return nil }
        return CutOver(
            id: id, date: date, regime: regime, english: english, owner: owner, coverage: coverage, basis: basis)
    }

    private mutating func owner(_ node: Node) -> CutOver.Owner? {
        guard let fields = mapping(node, "‘owner’", required: ["name", "phone"]) else { return nil }
        let name = text(fields, "name")
        let phone = text(fields, "phone")
        guard let name, let phone else { return nil }
        return CutOver.Owner(name: name, phone: phone)
    }

    private mutating func coverage(_ node: Node) -> [CutOver.Coverage] {
        let nodes = list(node, "‘covers’")
        if node.sequence != nil, nodes.isEmpty { report(.badValue, "‘covers’ is empty", at: node) }
        var coverage: [CutOver.Coverage] = []
        for item in nodes {
            guard let id = scalar(item, "‘covers’") else { continue }
            guard let one = matterAndPerhapsAction(id, at: item) else { continue }
            if coverage.contains(one) { report(.badValue, "‘covers’ names ‘\(id)’ twice", at: item) }
            coverage.append(one)
        }
        return coverage
    }

    private mutating func matterAndPerhapsAction(_ id: String, at node: Node) -> CutOver.Coverage? {
        guard id.contains("/") else {
            return term(node, Matter.self, "‘covers’").map { CutOver.Coverage(matter: $0, action: nil) }
        }
        return matterAndAction(id, at: node).map { CutOver.Coverage(matter: $0.matter, action: $0.action) }
    }

    /// What ordered it: a circular or a public report is no law, and therefore no `citation`.
    mutating func instruction(_ node: Node) -> LegalSource? {
        guard let fields = mapping(node, "‘basis’", required: ["source", "verified"]) else { return nil }
        let verified = flag(fields, "verified")
        guard let source = text(fields, "source") else { return nil }
        return LegalSource(citation: source, verified: verified)
    }
}
