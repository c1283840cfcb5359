package import CaseDomain
import Yams

/// 文书的法律依据 as a YAML file: on which basis each paper is made out, why an application may be refused, and which
/// clocks tell an applicant by when to appeal.
package enum PapersFile {
    /// - Parameter clocks: the terms that the file names.
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String, clocks: [ClockRule]) throws(DataLoadFailure) -> PaperLaw {
        try decode(DataText.read(path), file: path, clocks: clocks)
    }

    package static func decode(_ text: String, file: String, clocks: [ClockRule]) throws(DataLoadFailure) -> PaperLaw {
        var reader = NodeReader(file: file)
        let law = reader.parse(text).flatMap { reader.paperLaw($0, clocks) }
        return try reader.finish(law)
    }
}

extension NodeReader {
    fileprivate mutating func paperLaw(_ node: Node, _ clocks: [ClockRule]) -> PaperLaw? {
        guard
            let fields = mapping(
                node, "the papers", required: ["format", "bases", "grounds", "never-reasons", "appeals"])
        else { return nil }
        check(format: "yicigao.papers/1", fields)
        var bases: [PaperKind: LegalSource] = [:]
        for entry in fields["bases"].map({ entries($0, "‘bases’") }) ?? [] {
            guard let kind = term(entry.key, PaperKind.self, "‘bases’"),
                let parts = mapping(entry.value, "‘\(kind.id)’", required: ["basis"])
            else { continue }
            bases[kind] = source(parts, "basis")
        }
        var grounds: [Refusal.Ground: PaperLaw.Ground] = [:]
        for entry in fields["grounds"].map({ entries($0, "‘grounds’") }) ?? [] {
            guard let ground = term(entry.key, Refusal.Ground.self, "‘grounds’"),
                let parts = mapping(entry.value, "‘\(ground.id)’", required: ["reason", "basis"])
            else { continue }
            let reason = text(parts, "reason")
            guard let basis = source(parts, "basis"), let reason else { continue }
            grounds[ground] = PaperLaw.Ground(reason: reason, basis: basis)
        }
        for ground in Refusal.Ground.allCases where grounds[ground] == nil && diagnostics.isEmpty {
            report(.missingKey, "‘grounds’ lacks ‘\(ground.id)’", at: fields["grounds"])
        }
        let words = fields["never-reasons"].map { list($0, "‘never-reasons’") } ?? []
        let neverReasons = words.compactMap { scalar($0, "‘never-reasons’") }
        let appeals = fields["appeals"].flatMap { mapping($0, "‘appeals’", required: ["review", "suit"]) }
        let review = appeals.flatMap { clock($0, "review", clocks) }
        let suit = appeals.flatMap { clock($0, "suit", clocks) }
        guard let review, let suit else { return nil }
        return PaperLaw(bases: bases, grounds: grounds, neverReasons: neverReasons, review: review, suit: suit)
    }

    private mutating func clock(_ fields: Fields, _ key: String, _ clocks: [ClockRule]) -> ClockRule? {
        guard let id = text(fields, key) else { return nil }
        guard let clock = clocks.first(where: { $0.id == id && $0.term.count != nil }) else {
            report(.unknownTerm, "there is no clock ‘\(id)’ with days of its own", at: fields[key])
            return nil
        }
        return clock
    }
}
