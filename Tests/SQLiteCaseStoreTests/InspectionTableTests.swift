import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// Inspections in a file.
@Suite struct InspectionTableTests {
    private let query = InspectionQuery(
        from: DeskCases.date("2026-01-01"), through: DeskCases.date("2026-12-31"), excuses: SampleInspectors.excuses)

    @Test func everyEventIsReadAsItWasWritten() throws {
        for payload in SampleInspectors.payloads {
            let bytes = try EventBodyEncoder().encode(payload)
            #expect(try JSONDecoder().decode(CaseEvent.Payload.self, from: Data(bytes)) == payload)
        }
    }

    /// A task that was given before a day was set for the visit.
    @Test func anEarlierTaskIsRead() throws {
        let body = """
            {"life":{"event":{"dispatched":{"dispatch":{"mode":"on-site","inspectors":["甲"],"departments":[],\
            "collects":["policy-index"],"promisedBy":"2026-11-24"}}}}}
            """
        let payload = try JSONDecoder().decode(CaseEvent.Payload.self, from: Data(body.utf8))
        guard case .life(.dispatched(let dispatch)) = payload else {
            Issue.record("another event")
            return
        }
        #expect(dispatch.plannedFor == nil && dispatch.visit == nil && dispatch.collects == [.policyIndex])
        let task = InspectionTask(
            number: CaseNumber("2026-000001"), dispatch: dispatch, on: StoreSamples.today, appointment: nil)
        #expect(task.day == DeskCases.date("2026-11-24") && task.visit == "2026-000001")
    }

    /// What names nobody stays when the papers of a case are erased; where its premises were doesn't.
    @Test func erasingForgetsThePlace() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let accepted = CaseEvent.Payload.accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: []))
            let numbers = try ["甲", "乙"].map { name in
                let file = try store.receive(StoreSamples.receipt(name: name), stamp: StoreSamples.stamp(0))
                _ = try store.append(
                    [accepted], to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(1))
                return file.number
            }
            #expect(try store.neighbours(of: numbers[0], limit: 9).map(\.number) == [numbers[1]])
            _ = try store.erase([numbers[1]], stamp: StoreSamples.stamp(9))
            #expect(try store.neighbours(of: numbers[0], limit: 9).isEmpty)
            #expect(try store.neighbours(of: numbers[1], limit: 9).isEmpty)
            #expect(try store.inspections(query).waiting.count == 2)
            let places = try store.writer.inDatabase {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM inspection_task WHERE place IS NOT NULL")
            }
            #expect(places == 1)
        }
    }

    /// The board must not walk the store: each part of it has an index to go by.
    @Test func theBoardGoesByIndexes() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            for sql in [
                "SELECT * FROM inspection_task t WHERE t.dispatched IS NOT NULL",
                "SELECT count(*), sum(first_passed) FROM inspection_task WHERE first_on BETWEEN 1 AND 2",
                "SELECT * FROM queue_row q WHERE q.state = 2 ORDER BY q.due, q.key",
                "SELECT * FROM inspection_task t WHERE t.place = 1",
            ] {
                let plan = try store.writer.inDatabase { db in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0[3] as String }
                }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN ") || $0.contains("INDEX") }, "\(plan)")
                #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(plan)")
            }
        }
    }
}
