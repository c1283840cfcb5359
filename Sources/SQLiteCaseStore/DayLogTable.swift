import CaseDomain
package import CaseStore
import Foundation
import GRDB

extension SQLiteCaseStore: DayLogReading {
    package func events(_ query: DayLogQuery) throws(StoreError) -> [LoggedEvent] {
        try storing(at: path) {
            try reader.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT q.number, q.applicant, e.at, e.clerk, b.body
                        FROM event e INDEXED BY event_day JOIN queue_row q ON q.key = e.case_key
                            LEFT JOIN event_body b ON b.sequence = e.sequence
                        WHERE e.at >= ?1 AND e.at < ?2 AND (?3 IS NULL OR e.clerk = ?3)
                        ORDER BY e.at, e.sequence
                        """)
                var found: [LoggedEvent] = []
                let rows = try Row.fetchCursor(
                    statement,
                    arguments: [
                        query.begin.secondsSince1970, query.end.secondsSince1970, query.clerk?.text,
                    ])
                while let row = try rows.next() {
                    let body = row[4] as Data?
                    found.append(
                        LoggedEvent(
                            number: CaseNumber(row[0] as String), applicant: row[1],
                            stamp: EventStamp(at: Moment(secondsSince1970: row[2]), by: ClerkID(row[3])),
                            payload: try body.map { try decoder.decode(CaseEvent.Payload.self, from: $0) }))
                }
                return found
            }
        }
    }
}

/// How a day's events are found: by their time, with the clerk beside it, so that others' events aren't even looked at.
enum DayLogTable {
    static let schema = "CREATE INDEX event_day ON event (at, clerk);"
}
