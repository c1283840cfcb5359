import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore {
    /// Counts some more cases of a store that an earlier program made. Until all are counted, boards and sheets say that
    /// they aren't complete.
    ///
    /// Meant to be called again and again from a worker after the first screen stands; each call is one short transaction,
    /// and an interrupted work goes on where it was.
    ///
    /// - Parameter batch: cases to look at in this call.
    /// - Returns: whether there is more to do.
    package func completeFigures(batch: Int = 200) throws(StoreError) -> Bool {
        try storing(at: path) {
            if try reader.read(FigureTable.isComplete) { return false }
            return try writer.write { db in
                // Another process may have been faster.
                if try FigureTable.isComplete(db) { return false }
                return try completeFigures(batch, in: db)
            }
        }
    }

    private func completeFigures(_ batch: Int, in db: Database) throws -> Bool {
        let lines = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(QueueRowRecord.columns) FROM queue_row q WHERE q.key > ? ORDER BY q.key LIMIT ?
                    """), arguments: [FigureTable.progress(db), batch]
        ).map(QueueRowRecord.row)
        var figures = FigureWriter(db, projection: projection)
        for line in lines {
            // What was changed or taken in since is counted already, as it is.
            if let file = try fileUnlessErased(line.number, in: db) {
                try figures.put(line, file)
            } else {
                try figures.putErased(line)
            }
        }
        try figures.finish()
        guard lines.count == batch, let last = lines.last else {
            try FigureTable.markComplete(in: db)
            return false
        }
        try FigureTable.saveProgress(last.key, in: db)
        return true
    }
}
