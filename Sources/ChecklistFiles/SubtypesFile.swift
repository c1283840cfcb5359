import CaseDomain
package import ChecklistRules
import Yams

/// 业务小类 as a YAML file of their own: the queue needs them and nothing else.
package enum SubtypesFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> SubtypeTable {
        try decode(DataText.read(path), file: path)
    }

    /// The sub-types with where they stand, for looking them over.
    static func source(_ path: String) throws(DataLoadFailure) -> SourceRules<SubtypeTable> {
        var reader = NodeReader(file: path, keepsPlaces: true)
        let table = reader.parse(try DataText.read(path)).flatMap { reader.subtypes($0) }
        return try reader.finishWithPlaces(table)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> SubtypeTable {
        var reader = NodeReader(file: file)
        let table = reader.parse(text).flatMap { reader.subtypes($0) }
        return try reader.finish(table)
    }
}

extension NodeReader {
    fileprivate mutating func subtypes(_ node: Node) -> SubtypeTable? {
        guard let fields = mapping(node, "the sub-types", required: ["format", "subtypes"]) else { return nil }
        check(format: "yicigao.subtypes/1", fields)
        guard let entries = fields["subtypes"] else { return nil }
        var subtypes: [Subtype] = []
        for item in list(entries, "‘subtypes’") {
            guard let parts = mapping(item, "a sub-type", required: ["id", "chinese", "english", "when"])
            else { continue }
            let id = text(parts, "id")
            let chinese = text(parts, "chinese")
            let english = text(parts, "english")
            let when = condition(parts, "when", or: .always)
            guard let id, let chinese, let english else { continue }
            if subtypes.contains(where: { $0.id == id }) {
                report(.duplicateRow, "the sub-type \(id) stands twice", at: item)
            }
            places?.note(.subtype(subtypes.count), .whole, item)
            places?.note(.subtype(subtypes.count), .condition, parts["when"])
            subtypes.append(Subtype(id: id, chinese: chinese, english: english, when: when))
        }
        return SubtypeTable(subtypes)
    }
}
