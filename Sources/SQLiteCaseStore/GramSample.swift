import GRDB

/// Tells roughly how many cases have a gram, from where its first few stand.
///
/// Counting them would mean reading them all. Keys lie in the order in which cases came in: where the first hits come close
/// upon each other, seen from the first case or from the last, there are many.
struct GramSample {
    let db: Database
    /// The greatest key.
    let size: Int

    private static let enough = 64

    /// The lesser of the two guesses: of grams that lie together on one side, as in numbers of one year, one is too high.
    func count(of gram: GramQuery) throws -> Double {
        let first = try key("rowid", gram)
        guard let first, let last = try key("rowid DESC", gram) else { return Double(GramSample.enough / 2) }
        return Double(GramSample.enough) * Double(size) / Double(max(first, Int64(size) + 1 - last))
    }

    /// The key of the last hit that is looked at.
    private func key(_ order: String, _ gram: GramQuery) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY \(order) LIMIT 1 OFFSET ?"),
            arguments: [gram.expression, GramSample.enough - 1])
    }
}
