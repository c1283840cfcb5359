import CaseStore
import GRDB
import GRDBSQLite

/// The test of a row's haystack, as SQL.
///
/// A walk calls it for thousands of rows between two keys, so it looks at SQLite's own bytes: GRDB would make two strings for
/// every call, which takes longer than the test.
enum SoughtFunction {
    /// What one statement looks for. SQLite keeps it beside the argument that it was made of.
    private final class Argument {
        let sought: SoughtText

        init(_ sought: SoughtText) { self.sought = sought }
    }

    static func install(in db: Database) throws {
        let code = sqlite3_create_function_v2(
            db.sqliteConnection, "sought", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let values, let needle = values[0], let haystack = values[1] else { return }
                let argument = SoughtFunction.argument(of: context, needle)
                let isFound = argument.sought.isFound(in: SoughtFunction.bytes(haystack))
                sqlite3_result_int(context, isFound ? 1 : 0)
            }, nil, nil, nil)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    static func condition(_ sought: SoughtText) -> Condition { Condition("sought(?, haystack)", sought.needle) }

    private static func argument(of context: OpaquePointer?, _ needle: OpaquePointer) -> Argument {
        if let kept = sqlite3_get_auxdata(context, 0) {
            return Unmanaged<Argument>.fromOpaque(kept).takeUnretainedValue()
        }
        let argument = Argument(SoughtText(String(decoding: bytes(needle), as: UTF8.self)))
        sqlite3_set_auxdata(context, 0, Unmanaged.passRetained(argument).toOpaque()) { kept in
            if let kept { Unmanaged<Argument>.fromOpaque(kept).release() }
        }
        return argument
    }

    /// Good until the value changes.
    private static func bytes(_ value: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
        // The text first: asking for it may change how long it is.
        let text = sqlite3_value_text(value)
        return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
    }
}
