/// A question to the index of words, put together from grams.
indirect enum GramQuery: Hashable {
    case gram(String, Ending = .whole)
    case all([GramQuery])
    case any([GramQuery])

    enum Ending: Hashable {
        /// The gram itself.
        case whole
        /// Every gram that begins so, of which there are few.
        case open
        /// The same where there may be many: the index has to gather them all before the first hit.
        case short
    }

    /// As FTS5 reads it: letters, digits and operators only, whatever was typed.
    var expression: String {
        switch self {
        case .gram(let term, .whole): "\"\(term)\""
        case .gram(let term, _): "\"\(term)\"*"
        case .all(let parts): GramQuery.joined(parts, " AND ")
        case .any(let parts): GramQuery.joined(parts, " OR ")
        }
    }

    private static func joined(_ parts: [GramQuery], _ word: String) -> String {
        parts.count == 1 ? parts[0].expression : "(\(parts.map(\.expression).joined(separator: word)))"
    }

    /// Whether the answer is slow because something in the question is shorter than a gram.
    var isShort: Bool { contains { $0 == .short } }

    /// Whether the index has to gather the entries of several grams before the first hit.
    var isGathered: Bool { contains { $0 != .whole } }

    private func contains(_ isMeant: (Ending) -> Bool) -> Bool {
        switch self {
        case .gram(_, let ending): isMeant(ending)
        case .all(let parts), .any(let parts): parts.contains { $0.contains(isMeant) }
        }
    }

    /// The same question without the grams that hardly tell cases apart, and without the ways to read it that no case can be
    /// meant by.
    ///
    /// What is left finds more candidates, never fewer; rows are tested for everything in the end. A gram that nearly all
    /// cases have, like those of the year in a number, costs the reading of all its entries and spares no row.
    func thinned(by sample: GramSample) throws -> GramQuery {
        switch self {
        case .gram: return self
        case .any(let parts):
            guard parts.count > 1 else { return .any(try parts.map { try $0.thinned(by: sample) }) }
            let possible = try parts.filter { try $0.isPossible(by: sample) }
            return .any(try (possible.isEmpty ? [parts[0]] : possible).map { try $0.thinned(by: sample) })
        case .all(let parts):
            let (whole, others) = (parts.filter(\.isWhole), parts.filter { !$0.isWhole })
            let rest = try others.map { try $0.thinned(by: sample) }
            guard whole.count > 1 else { return .all(whole + rest) }
            return .all(try GramQuery.telling(whole, sample) + rest)
        }
    }

    /// Those of several grams that are worth reading, the rarest first.
    private static func telling(_ grams: [GramQuery], _ sample: GramSample) throws -> [GramQuery] {
        let counted = try grams.map { (gram: $0, count: try sample.count(of: $0)) }.sorted { $0.count < $1.count }
        var kept: [GramQuery] = []
        var candidates = Double(sample.size)
        for (gram, count) in counted {
            let share = min(count / Double(max(sample.size, 1)), 1)
            guard kept.isEmpty || count < candidates * (1 - share) * entriesForRow else { continue }
            kept.append(gram)
            // Grams of one word are seldom independent.
            candidates *= kept.count == 1 ? share : max(share, 0.25)
        }
        return kept
    }

    private var isWhole: Bool {
        if case .gram(_, .whole) = self { true } else { false }
    }

    /// Whether there is a case with all that must be there, as far as looking is quick.
    private func isPossible(by sample: GramSample) throws -> Bool {
        switch self {
        case .gram(_, .whole): try sample.isThere(self)
        case .gram: true
        case .any(let parts): try parts.contains { try $0.isPossible(by: sample) }
        case .all(let parts): try parts.allSatisfy { try $0.isPossible(by: sample) }
        }
    }

    /// So many entries of the index are read while one row is looked up and tested.
    private static let entriesForRow = 100.0
}
