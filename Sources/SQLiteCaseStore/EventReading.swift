import CaseDomain
import CaseStore
import Foundation
import GRDB

/// A case as the log has it.
struct LoggedCase {
    let key: Int64
    let events: [CaseEvent]

    /// - Returns: nil where there is no such case.
    /// - Throws: `erased` where the retention term is over and the bodies are gone.
    init?(_ db: Database, number: CaseNumber, decoder: JSONDecoder) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT q.key, e.at, e.clerk, b.body
                FROM queue_row q JOIN event e ON e.case_key = q.key LEFT JOIN event_body b ON b.sequence = e.sequence
                WHERE q.number = ? ORDER BY e.revision
                """)
        var key: Int64?
        var events: [CaseEvent] = []
        let rows = try Row.fetchCursor(statement, arguments: [number.text])
        while let row = try rows.next() {
            key = row[0]
            guard let body = row[3] as Data? else { throw StoreError.erased(number) }
            let stamp = EventStamp(at: Moment(secondsSince1970: row[1]), by: ClerkID(row[2]))
            events.append(CaseEvent(stamp: stamp, payload: try decoder.decode(CaseEvent.Payload.self, from: body)))
        }
        guard let key else { return nil }
        self.key = key
        self.events = events
    }

    func file(number: CaseNumber) throws -> CaseFile {
        guard let file = CaseFile(number: number, history: events) else {
            throw StoreError.corrupt(detail: "a case doesn't begin with its receipt")
        }
        return file
    }
}
