import CaseStore
import GRDB
import Synchronization

/// The test of a row's haystack, as SQL.
enum Heard {
    /// Listens for what was typed in the name that a haystack begins with; `SoughtText` says what that means.
    ///
    /// Every row of a walk calls it with the same text, so the last one is kept ready.
    static let function: DatabaseFunction = {
        let last = Mutex(SoughtText(""))
        return DatabaseFunction("heard", argumentCount: 2, pure: true) { values in
            guard let typed = String.fromDatabaseValue(values[0]), let haystack = String.fromDatabaseValue(values[1])
            else { return false }
            let sought = last.withLock { last in
                if last.needle != typed { last = SoughtText(typed) }
                return last
            }
            return sought.isHeard(in: haystack)
        }
    }()

    static func condition(_ sought: SoughtText) -> Condition {
        var ways = [Condition("instr(haystack, ?) > 0", sought.needle)]
        if let joined = sought.joined { ways.append(Condition("instr(haystack, ?) > 0", joined)) }
        if sought.ear != nil { ways.append(Condition("heard(?, haystack)", sought.needle)) }
        var any = Condition("(\(ways.map(\.sql).joined(separator: " OR ")))")
        any.arguments = ways.flatMap(\.arguments)
        return any
    }
}
