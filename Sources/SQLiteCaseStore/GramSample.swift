import GRDB

/// Tells roughly how many cases have a gram, from where its first few stand.
///
/// Counting them would mean reading them all. Keys lie in the order in which cases came in: where the first hits come close
/// upon each other, seen from the first case or from the last, there are many.
final class GramSample {
    private let db: Database
    /// The greatest key.
    let size: Int
    private var present: [GramQuery: Bool] = [:]

    private static let enough = 64

    init(_ db: Database, size: Int) { (self.db, self.size) = (db, size) }

    func isThere(_ gram: GramQuery) throws -> Bool {
        if let isThere = present[gram] { return isThere }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1")
        let isThere = try Int.fetchOne(statement, arguments: [gram.expression]) != nil
        present[gram] = isThere
        return isThere
    }

    /// - Returns: exact where there are few; else the lesser of the two guesses, since of grams that lie together on one
    ///   side, as those of numbers do, one is too high.
    func count(of gram: GramQuery) throws -> Double {
        let first = try hits(of: gram, "rowid")
        var count = Double(first.count)
        if first.count == GramSample.enough {
            let last = try hits(of: gram, "rowid DESC")
            let widest = max(first.greatest, Int64(size) + 1 - last.least)
            count = Double(GramSample.enough) * Double(size) / Double(widest)
        }
        return count
    }

    /// The first few, and between which keys they lie.
    private func hits(of gram: GramQuery, _ order: String) throws -> (count: Int, least: Int64, greatest: Int64) {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*), coalesce(min(rowid), 0), coalesce(max(rowid), 0) FROM (
                        SELECT rowid FROM search WHERE search MATCH ? ORDER BY \(order) LIMIT ?)
                    """), arguments: [gram.expression, GramSample.enough])
        return row.map { ($0[0], $0[1], $0[2]) } ?? (0, 0, 0)
    }
}
