import CaseStore
import Foundation
import GRDB

/// Where the log ends, kept beside it in the transaction of every event. Events that are cut off at the end leave no gap in
/// the chain, but the anchor still counts them. The schema moves it, so that no program can forget to, and lets it only follow
/// the log: upon a log that was cut off nothing more can be written.
enum ChainAnchorTable {
    static let schema = """
        CREATE TABLE chain_anchor (
            place INTEGER PRIMARY KEY CHECK (place = 1),
            count INTEGER NOT NULL CHECK (count >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            -- so many events were there before anything was anchored
            since INTEGER NOT NULL CHECK (since >= 0)
        ) STRICT;
        INSERT INTO chain_anchor (place, count, hash, since)
            SELECT 1, coalesce(max(sequence), 0),
                coalesce((SELECT hash FROM event ORDER BY sequence DESC LIMIT 1), zeroblob(32)),
                coalesce(max(sequence), 0)
            FROM event;
        CREATE TRIGGER chain_anchor_moves AFTER INSERT ON event
            BEGIN UPDATE chain_anchor SET count = NEW.sequence, hash = NEW.hash WHERE place = 1; END;
        \(follows)
        CREATE TRIGGER chain_anchor_stays BEFORE DELETE ON chain_anchor
            BEGIN SELECT RAISE(ABORT, 'the anchor stays'); END;
        """

    static let follows = """
        CREATE TRIGGER chain_anchor_follows BEFORE UPDATE ON chain_anchor
            WHEN NEW.count <> OLD.count + 1 OR NEW.since <> OLD.since OR NEW.place <> 1
            BEGIN SELECT RAISE(ABORT, 'the anchor follows the log'); END;
        """

    /// - Returns: nil where the store has none: a copy of an older store, or somebody took it away.
    static func read(_ db: Database) throws -> (point: ChainPoint, since: Int64)? {
        guard try db.tableExists("chain_anchor"),
            let row = try Row.fetchOne(db, sql: "SELECT count, hash, since FROM chain_anchor WHERE place = 1")
        else { return nil }
        return (ChainPoint(count: row[0], hash: Array(row[1] as Data)), row[2])
    }
}
