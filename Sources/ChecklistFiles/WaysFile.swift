import CaseDomain
package import ChecklistRules
import Yams

/// 容缺、告知承诺、免提交、声明 as a YAML file.
package enum WaysFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file, a way that it leaves out included.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> FourWays {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> FourWays {
        var reader = NodeReader(file: file, wording: wording)
        let ways = reader.parse(text).flatMap { reader.fourWays($0) }
        return try reader.finish(ways)
    }
}

extension NodeReader {
    fileprivate mutating func fourWays(_ node: Node) -> FourWays? {
        guard let fields = mapping(node, "the ways", required: ["format", "ways", "lookups", "declarations"])
        else { return nil }
        check(format: "yicigao.ways/1", fields)
        var ways: [Way: FourWays.Description] = [:]
        for entry in fields["ways"].map({ entries($0, "‘ways’") }) ?? [] {
            guard let way = term(entry.key, Way.self, "‘ways’") else { continue }
            ways[way] = wayEntry(entry.value)
        }
        for way in Way.allCases where ways[way] == nil {
            report(.missingKey, "‘ways’ lacks \(way.id)", at: fields["ways"])
        }
        var lookups: [Material: String] = [:]
        for entry in fields["lookups"].map({ entries($0, "‘lookups’") }) ?? [] {
            guard let material = term(entry.key, Material.self, "‘lookups’") else { continue }
            lookups[material] = scalar(entry.value, "‘lookups’")
        }
        let declarations = fields["declarations"].map { terms($0, Material.self, "‘declarations’") } ?? []
        return FourWays(entries: ways, lookups: lookups, declarations: declarations)
    }

    private mutating func wayEntry(_ node: Node) -> FourWays.Description? {
        guard
            let fields = mapping(
                node, "a way",
                required: ["name", "english", "meaning", "meaning-english", "standings", "basis"])
        else { return nil }
        let name = text(fields, "name")
        let english = text(fields, "english")
        let meaning = wording(fields, "meaning")
        let meaningEnglish = text(fields, "meaning-english")
        let basis = source(fields, "basis")
        var standings: [FourWays.Standing: TermNames.Name] = [:]
        for entry in fields["standings"].map({ entries($0, "‘standings’") }) ?? [] {
            guard let standing = term(entry.key, FourWays.Standing.self, "‘standings’"),
                let parts = mapping(entry.value, "a standing", required: ["chinese", "english"]),
                let chinese = text(parts, "chinese"), let english = text(parts, "english")
            else { continue }
            standings[standing] = TermNames.Name(chinese: chinese, english: english)
        }
        if standings[.closed] == nil { report(.missingKey, "a way lacks ‘closed’", at: fields["standings"]) }
        guard let name, let english, let meaning, let meaningEnglish, let basis else { return nil }
        return FourWays.Description(
            name: name, english: english, meaning: meaning, meaningEnglish: meaningEnglish, basis: basis,
            standings: standings)
    }
}
