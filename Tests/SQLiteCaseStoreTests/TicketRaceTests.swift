import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import Synchronization
import TestSupport
import Testing

/// Several windows on one file.
@Suite struct TicketRaceTests {
    @Test func noTicketIsCalledTwice() throws {
        try TemporaryFolder.with { folder in
            let stores = [try folder.store(), try folder.store()]
            let count = 20
            let taken = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: count) { place in
                Self.attempt {
                    let ticket = try stores[place % 2].perform(
                        SampleHall.walkIn(), at: SampleHall.office, stamp: SampleHall.stamp(0)
                    ).get()
                    taken.withLock { $0.append(ticket.number.text) }
                }
            }
            #expect(Set(taken.withLock(\.self)).count == count)
            let called = Mutex<[TicketNumber]>([])
            DispatchQueue.concurrentPerform(iterations: 2) { side in
                let window = ["A02", "A03"][side]
                for minute in 1...count {
                    Self.attempt {
                        let stamp = SampleHall.stamp(minute)
                        let answer = try stores[side].perform(
                            .callNext(window: window), at: SampleHall.office, stamp: stamp)
                        guard case .success(let ticket) = answer else {
                            #expect(answer == .failure(.nobodyWaits))
                            return
                        }
                        called.withLock { $0.append(ticket.number) }
                        _ = try stores[side].perform(
                            .change(ticket.number, .finished, window: window), at: SampleHall.office, stamp: stamp)
                    }
                }
            }
            let numbers = called.withLock(\.self)
            #expect(numbers.count == count && Set(numbers).count == count)
        }
    }

    private static func attempt(_ work: () throws -> Void) {
        do { try work() } catch { Issue.record(error) }
    }

    @Test func theLogIsOnlyAppendedTo() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            try SampleHall.play([SampleHall.booked(5, name: "刘桂兰")], in: store)
            for sql in ["UPDATE ticket_event SET at = 0", "DELETE FROM ticket_event"] {
                #expect(throws: DatabaseError.self) { try store.writer.write { try $0.execute(sql: sql) } }
            }
            // Who it was can be erased; the ticket stays.
            try store.writer.write { try $0.execute(sql: "DELETE FROM ticket_person") }
            let ticket = try store.tickets(on: SampleHall.stamp(0).at.date, since: nil)?.book.tickets.first
            #expect(ticket?.taking.appointment?.name == nil && ticket?.taking.appointment?.at == SampleHall.stamp(5).at)
        }
    }
}
