import CaseDomain
package import ChecklistRules
import Yams

/// 免于核查 as a YAML file: in which cases nobody need look at the premises.
package enum WaiversFile {
    package static let name = "waivers.yaml"

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> [InspectionWaiverRule] {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> [InspectionWaiverRule] {
        var reader = NodeReader(file: file, wording: wording)
        let waivers = reader.parse(text).flatMap { reader.waivers($0) }
        return try reader.finish(waivers)
    }
}

extension NodeReader {
    fileprivate mutating func waivers(_ node: Node) -> [InspectionWaiverRule]? {
        guard let fields = mapping(node, "the waivers", required: ["format", "waivers"]) else { return nil }
        check(format: "yicigao.waivers/1", fields)
        var waivers: [InspectionWaiverRule] = []
        for item in fields["waivers"].map({ list($0, "‘waivers’") }) ?? [] {
            guard let waiver = waiver(item) else { continue }
            if waivers.contains(where: { $0.id == waiver.id }) {
                report(.duplicateRow, "the waiver \(waiver.id) stands twice", at: item)
            }
            waivers.append(waiver)
        }
        return waivers
    }

    private mutating func waiver(_ node: Node) -> InspectionWaiverRule? {
        guard
            let fields = mapping(node, "a waiver", required: ["id", "name", "english", "when", "look", "basis"])
        else {
            return nil
        }
        let id = text(fields, "id")
        let name = wording(fields, "name")
        let english = text(fields, "english")
        let when = fields["when"].flatMap { condition($0) }
        let look = fields["look"].flatMap { term($0, InspectionWaiverRule.Look.self, "‘look’") }
        let basis = source(fields, "basis")
        guard let id, let name, let english, let when, let look, let basis else { return nil }
        return InspectionWaiverRule(id: id, name: name, english: english, when: when, look: look, basis: basis)
    }
}
