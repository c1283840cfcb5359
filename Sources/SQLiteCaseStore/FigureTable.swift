import CaseDomain
import CaseStore
import GRDB

/// The tables of the figures, kept in the transaction of the events that they are made of.
///
/// Nothing in them is about a person, so they outlive the bodies of the events: how many cases there were doesn't change
/// when one of them is erased.
enum FigureTable {
    /// `figure_line` has what a case counts for, so that a change can take back exactly what was counted. `figure_case`
    /// finds the cases behind a figure: within a month they lie in order of receipt, so that a page is read without
    /// sorting. `figure_tally` has the sums; see `Tally`.
    static let schema = """
        CREATE TABLE figure_party (
            id INTEGER PRIMARY KEY,
            window TEXT NOT NULL,
            clerk TEXT NOT NULL,
            matter INTEGER NOT NULL,
            UNIQUE (window, clerk, matter)
        ) STRICT;
        CREATE TABLE figure_defect (
            id INTEGER PRIMARY KEY,
            -- -1 where the application itself was at fault
            material INTEGER NOT NULL,
            defect TEXT NOT NULL,
            UNIQUE (material, defect)
        ) STRICT;
        CREATE TABLE figure_line (
            key INTEGER PRIMARY KEY REFERENCES queue_row (key),
            party INTEGER NOT NULL,
            state INTEGER NOT NULL,
            due INTEGER NOT NULL,
            worked INTEGER NOT NULL,
            marks BLOB NOT NULL
        ) STRICT;
        CREATE TABLE figure_case (
            kind INTEGER NOT NULL,
            term INTEGER NOT NULL,
            month INTEGER NOT NULL,
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            party INTEGER NOT NULL,
            PRIMARY KEY (kind, term, month, key, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE figure_tally (
            kind INTEGER NOT NULL,
            day INTEGER NOT NULL,
            term INTEGER NOT NULL,
            value INTEGER NOT NULL,
            party INTEGER NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            PRIMARY KEY (kind, day, term, value, party)
        ) STRICT, WITHOUT ROWID;
        """

    private static let name = "figures"
    private static let complete = "complete"

    static func markComplete(in db: Database) throws { try Meta.set(name, complete, in: db) }

    static func isComplete(_ db: Database) throws -> Bool { try Meta.value(name, in: db) == complete }

    /// The last case that was counted on the way through an older store.
    static func progress(_ db: Database) throws -> Int64 { try Meta.value(name, in: db).flatMap { Int64($0) } ?? 0 }

    static func saveProgress(_ key: Int64, in db: Database) throws { try Meta.set(name, String(key), in: db) }
}

/// One sum of `figure_tally`: how many of what, on which day, for whom. The numbers of the kinds are stored.
struct Tally: Hashable, Comparable {
    enum Kind: Int {
        /// Facts: the term is a `Measure`.
        case dailyFacts = 0
        case monthlyFacts = 1
        /// Lines of notices: the term is a row of `figure_defect`.
        case dailyDefects = 2
        case monthlyDefects = 3
        /// How the work stands, by the last day of the running clock and by the day on which a case was worked on last;
        /// the term is a `QueueState`.
        case due = 4
        case worked = 5
    }

    let kind: Int
    /// A day, or a month as `CivilDate.month` counts them.
    let day: Int
    let term: Int
    let value: Int
    let party: Int64

    init(_ kind: Kind, _ day: Int, _ term: Int, _ value: Int, _ party: Int64) {
        self.kind = kind.rawValue
        self.day = day
        self.term = term
        self.value = value
        self.party = party
    }

    /// The order of the table, in which a batch is written.
    static func < (left: Self, right: Self) -> Bool {
        (left.kind, left.day, left.term, left.value, left.party)
            < (right.kind, right.day, right.term, right.value, right.party)
    }
}

extension CivilDate {
    /// Months since the year 0.
    var month: Int {
        let (year, month, _) = components
        return year * 12 + month - 1
    }
}
