package import CaseDomain
package import CaseStore
import GRDB

extension SQLiteCaseStore: LeaseStoring {
    package func takeLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        try storing(at: path) {
            try writer.write { try LeaseTable($0).take(number, holder, at: now, until: end, force: false) }
        }
    }

    package func takeOverLease(
        of number: CaseNumber, by holder: LeaseHolder, at now: Moment, until end: Moment
    ) throws(StoreError) -> Lease {
        try storing(at: path) {
            try writer.write { try LeaseTable($0).take(number, holder, at: now, until: end, force: true) }
        }
    }

    package func releaseLease(of number: CaseNumber, by holder: LeaseHolder) throws(StoreError) {
        try storing(at: path) { try writer.write { try LeaseTable($0).release(number, holder) } }
    }

    package func liveLeases(at now: Moment) throws(StoreError) -> [Lease] {
        try storing(at: path) { try reader.read { try LeaseTable($0).live(at: now) } }
    }

    package func takeOvers(of number: CaseNumber) throws(StoreError) -> [LeaseTakeOver] {
        try storing(at: path) { try reader.read { try LeaseTable($0).takeOvers(of: number) } }
    }
}

/// Leases, inside a transaction that the caller has begun. They come and go; that a case was taken over stays.
struct LeaseTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    static let schema = """
        CREATE TABLE lease (
            number TEXT PRIMARY KEY,
            clerk TEXT NOT NULL,
            window TEXT NOT NULL,
            desk TEXT NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lease_take_over (
            sequence INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            at INTEGER NOT NULL,
            from_clerk TEXT NOT NULL,
            from_window TEXT NOT NULL,
            from_desk TEXT NOT NULL,
            by_clerk TEXT NOT NULL,
            by_window TEXT NOT NULL,
            by_desk TEXT NOT NULL
        ) STRICT;
        CREATE INDEX lease_take_over_case ON lease_take_over (number, sequence);
        CREATE TRIGGER lease_take_over_stays BEFORE UPDATE ON lease_take_over
            BEGIN SELECT RAISE(ABORT, 'take-overs are never changed'); END;
        CREATE TRIGGER lease_take_over_is_kept BEFORE DELETE ON lease_take_over
            BEGIN SELECT RAISE(ABORT, 'take-overs are never deleted'); END;
        """

    /// - Parameter force: whether somebody else's lease gives way.
    func take(
        _ number: CaseNumber, _ holder: LeaseHolder, at now: Moment, until end: Moment, force: Bool
    ) throws -> Lease {
        let found = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT number, clerk, window, desk, since, until FROM lease WHERE number = ? AND until > ?"),
            arguments: [number.text, now.secondsSince1970]
        ).map(lease)
        if let found, found.holder != holder {
            guard force else { return found }
            try log(LeaseTakeOver(at: now, from: found.holder, by: holder), of: number)
        }
        let since = found.flatMap { $0.holder == holder ? $0.since : nil } ?? now
        let write = try db.cachedStatement(
            sql: """
                INSERT INTO lease (number, clerk, window, desk, since, until) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET clerk = excluded.clerk, window = excluded.window,
                    desk = excluded.desk, since = excluded.since, until = excluded.until
                """)
        try write.execute(arguments: [
            number.text, holder.clerk.text, holder.window, holder.desk, since.secondsSince1970,
            end.secondsSince1970,
        ])
        return Lease(number: number, holder: holder, since: since, until: end)
    }

    func release(_ number: CaseNumber, _ holder: LeaseHolder) throws {
        let statement = try db.cachedStatement(
            sql: "DELETE FROM lease WHERE number = ? AND clerk = ? AND window = ? AND desk = ?")
        try statement.execute(arguments: [number.text, holder.clerk.text, holder.window, holder.desk])
    }

    func live(at now: Moment) throws -> [Lease] {
        let statement = try db.cachedStatement(
            sql: "SELECT number, clerk, window, desk, since, until FROM lease WHERE until > ? ORDER BY number")
        return try Row.fetchAll(statement, arguments: [now.secondsSince1970]).map(lease)
    }

    func takeOvers(of number: CaseNumber) throws -> [LeaseTakeOver] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT at, from_clerk, from_window, from_desk, by_clerk, by_window, by_desk
                FROM lease_take_over WHERE number = ? ORDER BY sequence
                """)
        return try Row.fetchAll(statement, arguments: [number.text]).map { row in
            LeaseTakeOver(
                at: Moment(secondsSince1970: row[0]),
                from: LeaseHolder(clerk: ClerkID(row[1]), window: row[2], desk: row[3]),
                by: LeaseHolder(clerk: ClerkID(row[4]), window: row[5], desk: row[6]))
        }
    }

    private func log(_ takeOver: LeaseTakeOver, of number: CaseNumber) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO lease_take_over
                    (number, at, from_clerk, from_window, from_desk, by_clerk, by_window, by_desk)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            number.text, takeOver.at.secondsSince1970, takeOver.from.clerk.text, takeOver.from.window,
            takeOver.from.desk, takeOver.by.clerk.text, takeOver.by.window, takeOver.by.desk,
        ])
    }

    private func lease(_ row: Row) -> Lease {
        Lease(
            number: CaseNumber(row[0] as String),
            holder: LeaseHolder(clerk: ClerkID(row[1]), window: row[2], desk: row[3]),
            since: Moment(secondsSince1970: row[4]), until: Moment(secondsSince1970: row[5]))
    }
}
