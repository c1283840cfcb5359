package import CaseStore
import GRDB

extension SQLiteCaseStore {
    package func count(
        _ query: QueueQuery, while isWanted: @escaping @Sendable () -> Bool
    ) throws(StoreError) -> Int? {
        try storing(at: path) {
            try counter.read { db in
                try Patience.run(while: isWanted, on: db) { try QueueReading(db, query, effort: effort).count() }
            }
        }
    }

    package func counts(_ queries: [QueueQuery]) throws(StoreError) -> [Int] {
        try storing(at: path) {
            try counter.read { db in
                let isIndexed = try SearchIndex.isQueueComplete(db)
                let conditions = queries.map { OpenTally.condition($0, isIndexed: isIndexed) }
                var tally = try OpenTally.count(conditions.compactMap(\.self), db)[...]
                return try zip(queries, conditions).map { query, condition in
                    if condition != nil, let count = tally.popFirst() { return count }
                    return try QueueReading(db, query, effort: effort).count()
                }
            }
        }
    }
}

/// Counts of many views in one pass over the open cases, which are few in an office that keeps up.
private enum OpenTally {
    /// What an open case is counted for; nil where a query is about others too, or about more than the pass can see.
    static func condition(_ query: QueueQuery, isIndexed: Bool) -> Condition? {
        guard SoughtText(query.search).isEmpty else { return nil }
        let filter = FilterBounds(query, isIndexed: isIndexed)
        let isOpen = filter.openOnly || filter.state.map { $0 <= QueueState.awaitingCorrection.rawValue } ?? false
        return isOpen && filter.scopes == nil ? .all(filter.conditions()) : nil
    }

    static func count(_ conditions: [Condition], _ db: Database) throws -> [Int] {
        guard !conditions.isEmpty else { return [] }
        let sums = conditions.map { "coalesce(sum(\($0.sql)), 0)" }.joined(separator: ", ")
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(sums) FROM queue_row INDEXED BY queue_open WHERE state <= 1"),
            arguments: StatementArguments(conditions.flatMap(\.arguments)))
        return try conditions.indices.map { place in
            guard let row else { throw StoreError.corrupt(detail: "a queue can't be counted") }
            return row[place]
        }
    }
}
