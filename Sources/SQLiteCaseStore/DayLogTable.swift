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
                        SELECT q.number, q.applicant, q.matter, q.action, e.at, e.clerk, b.body
                        FROM event e INDEXED BY event_day JOIN queue_row q ON q.key = e.case_key
                            LEFT JOIN event_body b ON b.sequence = e.sequence
                        WHERE e.at >= ?1 AND e.at < ?2 AND (?3 IS NULL OR e.clerk = ?3)
                        ORDER BY e.at DESC, e.sequence DESC LIMIT ?4
                        """)
                var found: [LoggedEvent] = []
                let rows = try Row.fetchCursor(
                    statement,
                    arguments: [
                        query.begin.secondsSince1970, query.end.secondsSince1970, query.clerk?.text, query.limit,
                    ])
                while let row = try rows.next() {
                    guard let matter = Matter.allCases[ordinal: row[2]], let action = Action.allCases[ordinal: row[3]]
                    else { throw StoreError.corrupt(detail: "a queue row holds an unknown term") }
                    let body = row[6] as Data?
                    found.append(
                        LoggedEvent(
                            number: CaseNumber(row[0] as String), applicant: row[1], matter: matter, action: action,
                            stamp: EventStamp(at: Moment(secondsSince1970: row[4]), by: ClerkID(row[5])),
                            payload: try body.map { try decoder.decode(CaseEvent.Payload.self, from: $0) }))
                }
                return found.reversed()
            }
        }
    }
}

/// How a day's events are found: in the order in which they are told, with the clerk beside it, so that others' events
/// aren't even looked at.
enum DayLogTable {
    static let schema = "CREATE INDEX event_day ON event (at, sequence, clerk);"
}
