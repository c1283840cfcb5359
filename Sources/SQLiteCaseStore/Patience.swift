import GRDB
import GRDBSQLite

/// A reading that ends as soon as nobody wants what it would find.
///
/// With every letter of a search another count is asked for, and some of them go through a million cases: unless they end,
/// they take a processor, and the memory's time, from the letters that follow.
enum Patience {
    /// What SQLite is handed, since it knows no closures.
    private final class Question {
        let isWanted: @Sendable () -> Bool

        init(_ isWanted: @escaping @Sendable () -> Bool) { self.isWanted = isWanted }
    }

    /// - Parameter isWanted: asked before the first step, and every few thousand steps of SQLite's machine.
    /// - Returns: nil where it was given up.
    /// - Throws: what `reading` throws, but for being interrupted.
    static func run<Value>(
        while isWanted: @escaping @Sendable () -> Bool, on db: Database, _ reading: () throws -> Value
    ) throws -> Value? {
        guard isWanted() else { return nil }
        let question = Question(isWanted)
        return try withExtendedLifetime(question) {
            sqlite3_progress_handler(
                db.sqliteConnection, 4_000,
                { context in
                    guard let context else { return 0 }
                    return Unmanaged<Question>.fromOpaque(context).takeUnretainedValue().isWanted() ? 0 : 1
                }, Unmanaged.passUnretained(question).toOpaque())
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            do {
                return try reading()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
                return nil
            }
        }
    }
}
