import CaseStore
import GRDB

/// The tables of a store file. What must never happen is forbidden here first, so that no program, ours included, can do
/// it by mistake.
enum Schema {
    /// Marks the file as ours for `file(1)` and for ourselves: `YCG1`.
    static let applicationID: Int32 = 0x5943_4731
    static let version: Int32 = 5

    /// Brings an older or an empty file to this schema, in one transaction.
    static func bring(_ db: Database, projection: QueueProjection) throws {
        // Both are kept in the file for good, and neither can be changed once there are tables. Events with their
        // materials are two to three thousand bytes, of which SQLite's usual page holds one and wastes the rest.
        try db.execute(sql: "PRAGMA page_size = 8192")
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw StoreError.unreachable(detail: "the file system can't share memory; a network drive?")
        }
        try db.inTransaction(.immediate) {
            // Another process may have been first.
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version < Schema.version else { return .rollback }
            // Pragmas take no arguments, and these two are integer literals of this file. They come first: after
            // schema 2 was made of schema 1 nothing more can be prepared in this transaction.
            try db.execute(
                sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Schema.version)")
            if version == 0 {
                try create(db)
                try ProjectionMark.save(projection.fingerprint, in: db)
                try SearchIndex.markComplete(in: db)
                try LicenceCompletion.markComplete(in: db)
                try FigureTable.markComplete(in: db)
            }
            // Schema 4 brought syllables to the index of words as well, which are all left to `SearchIndex`.
            if version < 3 { try addDesks(db) }
            if version < 4 { try addSupervision(db) }
            // Schema 5 brought what was refused and belonged to no case.
            try db.execute(sql: RefusalTable.schema)
            if version == 1 || version == 2 { try addFinding(db) }
            if version == 1 { try addPapers(db) }
            return .commit
        }
    }

    private static func create(_ db: Database) throws {
        try db.execute(sql: queue)
        for index in QueueIndex.allCases { try db.execute(sql: index.schema) }
        try db.execute(sql: events)
        try db.execute(sql: notices)
        try db.execute(sql: noticeOnce)
        try db.execute(sql: papers)
        try db.execute(sql: bookkeeping)
    }

    /// One line a case, kept in the transaction of the events it is made of.
    ///
    /// `due` is `DueColumn.none` where no clock runs, so that such cases sort last. Vocabulary terms are stored as
    /// ordinals: terms may be added at the end of a vocabulary, not moved. `haystack` is what searches look at. The sort
    /// indexes carry key, state and due, so that filters are tested without touching the table; `QueueIndex` has more.
    private static let queue = """
        CREATE TABLE queue_row (
            key INTEGER PRIMARY KEY,
            number TEXT NOT NULL,
            external_number TEXT,
            applicant TEXT NOT NULL,
            phone TEXT,
            uscc TEXT,
            matter INTEGER NOT NULL CHECK (matter >= 0),
            action INTEGER NOT NULL CHECK (action >= 0),
            subject INTEGER CHECK (subject >= 0),
            marks INTEGER NOT NULL,
            items INTEGER NOT NULL,
            state INTEGER NOT NULL CHECK (state >= 0),
            round INTEGER NOT NULL CHECK (round >= 0),
            due INTEGER NOT NULL,
            due_is_certain INTEGER NOT NULL CHECK (due_is_certain IN (0, 1)),
            received INTEGER NOT NULL,
            window TEXT NOT NULL,
            clerk TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            haystack TEXT NOT NULL
        , owed INTEGER) STRICT;
        CREATE UNIQUE INDEX queue_number ON queue_row (number);
        CREATE INDEX queue_state ON queue_row (state, due, key);
        CREATE INDEX queue_applicant ON queue_row (applicant, key, state, due);
        CREATE INDEX queue_matter ON queue_row (matter, key, state, due);
        CREATE INDEX queue_round ON queue_row (round, key, state, due);
        CREATE INDEX queue_window ON queue_row (window, key, state, due);
        CREATE INDEX queue_clerk ON queue_row (clerk, key, state, due);
        CREATE INDEX queue_received ON queue_row (received, key, state, due);
        CREATE TRIGGER queue_row_stays BEFORE DELETE ON queue_row
            BEGIN SELECT RAISE(ABORT, 'cases are never deleted'); END;
        CREATE TRIGGER queue_number_stays BEFORE UPDATE OF key, number ON queue_row
            WHEN NEW.number <> OLD.number OR NEW.key <> OLD.key
            BEGIN SELECT RAISE(ABORT, 'a case keeps its number'); END;
        CREATE VIRTUAL TABLE search USING fts5(
            grams, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii');
        """

    /// The log. Headers form a hash chain over the whole store and hold no personal data; the bodies beside them can be
    /// erased when their retention term is over, and the chain still holds.
    private static let events = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            case_key INTEGER NOT NULL REFERENCES queue_row (key),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            clerk TEXT NOT NULL,
            body_digest BLOB NOT NULL CHECK (length(body_digest) = 32),
            previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            UNIQUE (case_key, revision),
            CHECK ((revision = 1) = (kind = 'received'))
        ) STRICT;
        CREATE TABLE event_body (
            sequence INTEGER PRIMARY KEY REFERENCES event (sequence),
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            body TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER event_stays BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER event_is_kept BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        CREATE TRIGGER event_body_stays BEFORE UPDATE ON event_body
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER event_follows BEFORE INSERT ON event
            WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM event), 0)
                OR NEW.revision <> 1 + coalesce((SELECT max(revision) FROM event WHERE case_key = NEW.case_key), 0)
            BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
        """

    /// 一次告知: between two notices of a case lies a correction that came in.
    private static let notices = """
        CREATE TABLE notice (
            document TEXT NOT NULL UNIQUE,
            case_key INTEGER NOT NULL REFERENCES queue_row (key),
            round INTEGER NOT NULL CHECK (round >= 1),
            event INTEGER NOT NULL UNIQUE REFERENCES event (sequence),
            UNIQUE (case_key, round)
        ) STRICT;
        CREATE TRIGGER notice_stays BEFORE UPDATE ON notice
            BEGIN SELECT RAISE(ABORT, 'notices are never changed'); END;
        CREATE TRIGGER notice_is_kept BEFORE DELETE ON notice
            BEGIN SELECT RAISE(ABORT, 'notices are never deleted'); END;
        """

    private static let noticeOnce = """
        CREATE TRIGGER notice_once BEFORE INSERT ON event
            WHEN NEW.kind = 'notice-issued' AND EXISTS (
                SELECT 1 FROM event
                WHERE case_key = NEW.case_key AND kind = 'notice-issued' AND revision > coalesce(
                    (SELECT max(revision) FROM event
                        WHERE case_key = NEW.case_key
                            AND kind IN ('correction-received', 'notice-withdrawn')), 0))
            BEGIN SELECT RAISE(ABORT, 'a notice for these papers is out'); END;
        """

    /// What schema 2 brought: the numbers of the other papers, the outbox, and states after the first six.
    private static func addPapers(_ db: Database) throws {
        try db.execute(sql: papers)
        try db.execute(sql: "DROP TRIGGER notice_once")
        try db.execute(sql: noticeOnce)
        // SQLite's own way of easing a constraint: a table of a million cases needn't be written anew. The condition is
        // the only thing that changes, and every row that met the old one meets the new one.
        let schema = try Int32.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
        try db.execute(
            sql: """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema
                    SET sql = replace(sql, 'CHECK (state BETWEEN 0 AND 5)', 'CHECK (state >= 0)')
                    WHERE type = 'table' AND name = 'queue_row';
                PRAGMA schema_version = \(schema + 1);
                PRAGMA writable_schema = OFF;
                """)
    }

    /// What schema 3 brought: what desks keep beside the cases.
    private static func addDesks(_ db: Database) throws {
        try db.execute(sql: ClerkMemoryTable.schema)
        try db.execute(sql: DayLogTable.schema)
        try db.execute(sql: SeenPlaceTable.schema)
        try db.execute(sql: LeaseTable.schema)
        try db.execute(sql: TicketTable.schema)
    }

    /// What schema 4 brought: what supervisors look at, and what becomes of a case after its acceptance.
    private static func addSupervision(_ db: Database) throws {
        try db.execute(sql: ChainAnchorTable.schema)
        try db.execute(sql: ImportJournalTable.schema)
        try SearchIndex.reopen(in: db)
        try db.execute(sql: AbsenceTable.schema)
        try db.execute(sql: LockTable.schema)
        try db.execute(sql: InspectionTable.schema)
        try db.execute(sql: LicenceTable.schema)
        try db.execute(sql: FeedbackTable.schema)
        try db.execute(sql: BadRatingTable.schema)
        try db.execute(sql: FigureTable.schema)
    }

    /// What schema 3 brought to the queue's lines. What takes long over a big store is left to `SearchIndex`.
    private static func addFinding(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE queue_row ADD COLUMN owed INTEGER")
    }

    /// Papers besides notices, and messages. The outbox says only where a message stands: what it says and to whom is in
    /// the body of its event, which can be erased.
    private static let papers = """
        CREATE TABLE paper (
            document TEXT NOT NULL UNIQUE,
            case_key INTEGER NOT NULL REFERENCES queue_row (key),
            event INTEGER NOT NULL UNIQUE REFERENCES event (sequence)
        ) STRICT;
        CREATE TRIGGER paper_stays BEFORE UPDATE ON paper
            BEGIN SELECT RAISE(ABORT, 'papers are never changed'); END;
        CREATE TRIGGER paper_is_kept BEFORE DELETE ON paper
            BEGIN SELECT RAISE(ABORT, 'papers are never deleted'); END;
        CREATE TABLE outbox (
            message TEXT PRIMARY KEY,
            case_key INTEGER NOT NULL REFERENCES queue_row (key),
            event INTEGER NOT NULL UNIQUE REFERENCES event (sequence),
            -- the message that this one stands in for
            replaces TEXT,
            -- 0 waits, 1 is being handed over, 2 is settled, 3 is at the gateway
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            -- until when nothing is done about it
            due INTEGER NOT NULL,
            -- what became of it
            outcome INTEGER CHECK ((outcome IS NULL) = (state <> 2))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox (due) WHERE state <> 2;
        CREATE INDEX outbox_outcome ON outbox (outcome, event) WHERE state = 2;
        CREATE INDEX outbox_replaced ON outbox (replaces) WHERE replaces IS NOT NULL;
        CREATE TRIGGER outbox_settled BEFORE UPDATE ON outbox WHEN OLD.state = 2
            BEGIN SELECT RAISE(ABORT, 'a message is settled once'); END;
        CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox
            BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END;
        """

    private static let bookkeeping = """
        CREATE TABLE series (
            name TEXT NOT NULL,
            year INTEGER NOT NULL,
            last INTEGER NOT NULL CHECK (last >= 1),
            PRIMARY KEY (name, year)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER series_rises BEFORE UPDATE ON series
            WHEN NEW.last <= OLD.last OR NEW.name <> OLD.name OR NEW.year <> OLD.year
            BEGIN SELECT RAISE(ABORT, 'a number is never used twice'); END;
        CREATE TRIGGER series_stays BEFORE DELETE ON series
            BEGIN SELECT RAISE(ABORT, 'a number is never used twice'); END;
        CREATE TABLE meta (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}

/// How a due day stands in its column.
enum DueColumn {
    /// Where no clock runs: later than any day a case can be due on, so that it sorts last.
    static let none = 9_999_999
}
