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
    var isShort: Bool {
        switch self {
        case .gram(_, let ending): ending == .short
        case .all(let parts), .any(let parts): parts.contains(where: \.isShort)
        }
    }

    /// The same question without the grams that hardly tell cases apart.
    ///
    /// What is left finds more candidates, never fewer; rows are tested for everything in the end. A gram that nearly all
    /// cases have, like those of the year in a number, costs the reading of all its entries and spares no row.
    ///
    /// - Parameters:
    ///   - size: how many cases there are.
    ///   - estimate: how many of them have a gram, roughly.
    func thinned(of size: Int, by estimate: (GramQuery) throws -> Double) rethrows -> GramQuery {
        switch self {
        case .gram: return self
        case .any(let parts): return .any(try parts.map { try $0.thinned(of: size, by: estimate) })
        case .all(let parts):
            guard parts.count > 1 else { return self }
            let counted = try parts.map { (part: $0, count: try $0.count(by: estimate)) }
                .sorted { $0.count < $1.count }
            var kept: [GramQuery] = []
            var candidates = Double(size)
            for (part, count) in counted {
                let share = min(count / Double(max(size, 1)), 1)
                guard kept.isEmpty || count < candidates * (1 - share) * GramQuery.entriesForRow else { continue }
                kept.append(try part.thinned(of: size, by: estimate))
                // Grams of one word are seldom independent.
                candidates *= kept.count == 1 ? share : max(share, 0.25)
            }
            return .all(kept)
        }
    }

    private func count(by estimate: (GramQuery) throws -> Double) rethrows -> Double {
        switch self {
        case .gram: try estimate(self)
        case .any(let parts): try parts.reduce(0) { $0 + (try $1.count(by: estimate)) }
        case .all(let parts): try parts.reduce(.infinity) { min($0, try $1.count(by: estimate)) }
        }
    }

    /// So many entries of the index are read while one row is looked up and tested.
    private static let entriesForRow = 100.0
}
