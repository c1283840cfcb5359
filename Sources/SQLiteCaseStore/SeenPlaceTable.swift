import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: PlaceRemembering {
    package func places(like typed: String, limit: Int) throws(StoreError) -> [SeenPlace] {
        try storing(at: path) { try reader.read { db in try SeenPlaceTable.places(like: typed, limit, in: db) } }
    }
}

/// Addresses of premises with how often and when last a case named them, kept in the transaction of the case.
///
/// Only the latest are kept: a lookup walks the whole table, and must not take longer in a store of a million cases.
enum SeenPlaceTable {
    static let schema = """
        CREATE TABLE place (
            address TEXT PRIMARY KEY,
            -- as PlaceSound folds and spells it
            written TEXT NOT NULL,
            sound TEXT NOT NULL,
            uses INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX place_last ON place (last);
        """

    /// So many addresses are kept, and at most `slack` more until the next clearing.
    static let kept = 6_000
    static let slack = 500

    static func places(like typed: String, _ limit: Int, in db: Database) throws -> [SeenPlace] {
        let (needle, isSound) = PlaceSound.needle(typed)
        // GLOB jumps from one first character to the next, where instr() compares at every byte: a tenth of the time.
        let statement = try db.cachedStatement(
            sql: """
                SELECT address, uses, last FROM place WHERE \(isSound ? "sound" : "written") GLOB ?
                ORDER BY uses DESC, last DESC, address LIMIT ?
                """)
        let found = try fetch(statement, [pattern(needle), limit])
        guard found.isEmpty, isSound, needle.count >= leastMixed else { return found }
        let latest = try db.cachedStatement(sql: "SELECT address, uses, last FROM place ORDER BY last DESC LIMIT ?")
        let match = PlaceSound.match(typed)
        let mixed = try fetch(latest, [mixedAmong]).filter { match($0.address) }
        return Array(mixed.sorted { $0.precedes($1) }.prefix(limit))
    }

    /// Letters that stand for whole syllables and initials by turns are looked for only among so many, one by one.
    private static let mixedAmong = 200
    private static let leastMixed = 3

    private static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [SeenPlace] {
        try Row.fetchAll(statement, arguments: arguments).map { row in
            SeenPlace(address: row[0], uses: row[1], last: Moment(secondsSince1970: row[2]))
        }
    }

    private static func pattern(_ needle: String) -> String {
        "*" + needle.map { "*?[".contains($0) ? "[\($0)]" : String($0) }.joined() + "*"
    }

    /// A case names an address.
    static func see(_ address: String, at moment: Moment, in db: Database) throws {
        try see([SeenPlace(address: address, uses: 1, last: moment)], in: db)
    }

    /// Cases name addresses, each of which stands here once with what is new about it.
    static func see(_ places: [SeenPlace], in db: Database) throws {
        let again = try db.cachedStatement(
            sql: "UPDATE place SET uses = uses + ?, last = max(last, ?) WHERE address = ?")
        let new = try places.filter { place in
            guard isKept(place.address) else { return false }
            try again.execute(arguments: [place.uses, place.last.secondsSince1970, place.address])
            return db.changesCount == 0
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO place (address, written, sound, uses, last) VALUES (?, ?, ?, ?, ?)")
        let spelt = try new.mapOnAllCores { (PlaceSound.written($0.address), PlaceSound.sound($0.address)) }
        for (place, (written, sound)) in zip(new, spelt) {
            try insert.execute(
                arguments: [place.address, written, sound, place.uses, place.last.secondsSince1970])
        }
    }

    /// A case doesn't name an address any more: it has another, or it was erased.
    static func forget(_ address: String, in db: Database) throws {
        let one = try db.cachedStatement(sql: "UPDATE place SET uses = uses - 1 WHERE address = ?")
        try one.execute(arguments: [address])
        let none = try db.cachedStatement(sql: "DELETE FROM place WHERE address = ? AND uses < 1")
        try none.execute(arguments: [address])
    }

    /// Lets the oldest go where there are too many.
    static func clear(in db: Database) throws {
        let count = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM place")) ?? 0
        guard count > kept + slack else { return }
        let oldest = try db.cachedStatement(
            sql: "DELETE FROM place WHERE address IN (SELECT address FROM place ORDER BY last, uses LIMIT ?)")
        try oldest.execute(arguments: [count - kept])
    }

    /// Databases end a text at U+0000; such an address is nothing to offer anyway.
    private static func isKept(_ address: String) -> Bool {
        !address.utf8.contains(0) && !address.allSatisfy(\.isWhitespace)
    }
}
