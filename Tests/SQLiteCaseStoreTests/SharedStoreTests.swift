import CaseDomain
import CaseStore
import Foundation
import GRDB
@testable import SQLiteCaseStore
import Synchronization
import TestSupport
import Testing

/// Several writers on one file, and a writer that is killed.
@Suite struct SharedStoreTests {
    @Test func twoWritersRaceAndOneWins() throws {
        try TemporaryFolder.with { folder in
            let stores = [try folder.store(), try folder.store()]
            for round in 1...10 {
                let file = try stores[0].receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(round))
                let outcomes = Mutex<[StoreError?]>([])
                DispatchQueue.concurrentPerform(iterations: 2) { side in
                    do {
                        _ = try stores[side].issueNotice(
                            for: file.number, expecting: Revision(1), series: "n", stamp: StoreSamples.stamp(round)
                        ) { StoreSamples.notice($0, round: 1) }
                        outcomes.withLock { $0.append(nil) }
                    } catch {
                        outcomes.withLock { $0.append(error as? StoreError) }
                    }
                }
                let seen = outcomes.withLock { $0 }
                #expect(seen.count == 2 && seen.contains(nil))
                #expect(seen.contains(.conflict(expected: Revision(1), found: Revision(2))))
                #expect(try stores[0].load(file.number) == stores[1].load(file.number))
            }
            #expect(try stores[1].verifyChain() == nil)
        }
    }

    @Test func aCaseInARaceIsTakenByOne() throws {
        try TemporaryFolder.with { folder in
            let stores = [try folder.store(), try folder.store()]
            let holders = (0...1).map { LeaseHolder(clerk: ClerkID("\($0)"), window: "A02", desk: "1") }
            let end = StoreSamples.stamp(9).at
            for round in 0..<20 {
                let number = CaseNumber(year: 2026, sequence: round)
                let answers = Mutex<[Lease]>([])
                DispatchQueue.concurrentPerform(iterations: 2) { side in
                    do {
                        let lease = try stores[side].takeLease(
                            of: number, by: holders[side], at: StoreSamples.stamp(0).at, until: end)
                        answers.withLock { $0.append(lease) }
                    } catch {
                        Issue.record(error)
                    }
                }
                let seen = answers.withLock { $0 }
                #expect(seen.count == 2 && seen[0] == seen[1])
            }
        }
    }

    @Test func takeOversAreKeptForGood() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store()
            let number = CaseNumber(year: 2026, sequence: 1)
            let (start, end) = (StoreSamples.stamp(0).at, StoreSamples.stamp(9).at)
            for clerk in ["a", "b"] {
                let holder = LeaseHolder(clerk: ClerkID(clerk), window: "A02", desk: "1")
                _ = try store.takeOverLease(of: number, by: holder, at: start, until: end)
            }
            for sql in ["DELETE FROM lease_take_over", "UPDATE lease_take_over SET at = 0"] {
                #expect(throws: DatabaseError.self) { try store.writer.write { try $0.execute(sql: sql) } }
            }
            #expect(try store.takeOvers(of: number).count == 1)
        }
    }

    @Test func papersInARaceTakeNumbersWithoutGapsOrDoubles() throws {
        try TemporaryFolder.with { folder in
            let stores = [try folder.store(), try folder.store()]
            let files = try (0..<24).map { step in
                try stores[0].receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(step))
            }
            let numbers = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: files.count) { place in
                // Every case is written twice at the same revision: one of the two writes must fail and use nothing up.
                for side in 0...1 {
                    do {
                        let file = try stores[(place + side) % 2].append(
                            to: files[place].number, expecting: Revision(1), series: ["a", "b"],
                            stamp: StoreSamples.stamp(place)
                        ) { [StoreSamples.paper("a\($0[0])"), StoreSamples.paper("b\($0[1])")] }
                        numbers.withLock { $0 += file.record.papers.compactMap(\.number?.text) }
                    } catch {
                        let conflict = StoreError.conflict(expected: Revision(1), found: Revision(3))
                        if (error as? StoreError) != conflict { Issue.record(error) }
                    }
                }
            }
            let wanted = (1...files.count).flatMap { ["a\($0)", "b\($0)"] }
            #expect(numbers.withLock { $0 }.sorted() == wanted.sorted())
            #expect(try stores[0].verifyChain() == nil)
        }
    }

    @Test func manyThreadsTakeDifferentNumbers() throws {
        try TemporaryFolder.with { folder in
            let stores = [try folder.store(), try folder.store()]
            let numbers = Mutex<Set<CaseNumber>>([])
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                for _ in 0..<10 {
                    do {
                        let file = try stores[thread % 2].receive(
                            StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(thread))
                        numbers.withLock { _ = $0.insert(file.number) }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            #expect(numbers.withLock(\.count) == 80)
            #expect(try stores[0].verifyChain() == nil)
        }
    }

    @Test func twoProgramsMakeOneStore() throws {
        try TemporaryFolder.with { folder in
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do {
                    _ = try folder.store().receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
                } catch {
                    Issue.record(error)
                }
            }
            let count = try folder.store().count(StoreSamples.query())
            #expect(count == 4)
        }
    }

    @Test func aHeldStoreIsBusyAndItsReadersGoOn() throws {
        try TemporaryFolder.with { folder in
            let store = try folder.store(patience: 0.01)
            let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: store.path, configuration: configuration)
            try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
            #expect(throws: StoreError.busy) {
                try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(1))
            }
            #expect(try store.load(file.number) == file)
            try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
            let next = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(1))
            #expect(next.number > file.number)
        }
    }

    @Test func theOtherProgramsChangesAreSeen() throws {
        try TemporaryFolder.with { folder in
            let (mine, theirs) = (try folder.store(), try folder.store())
            let before = try mine.changeCounter()
            let file = try theirs.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
            #expect(try mine.changeCounter() != before)
            #expect(try mine.load(file.number) == file)
        }
    }

    /// What a killed writer had been told was saved, is.
    @Test func aKilledWriterLosesNothingAcknowledged() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let (path, log) = (folder.path("desk.sqlite"), folder.path("acknowledged"))
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, log = log as String] in
            let store = try SQLiteCaseStore(path: path, projection: StoreSamples.projection)
            let descriptor = open(log, O_CREAT | O_WRONLY | O_APPEND, 0o600)
            let acknowledged = Mutex(0)
            Thread.detachNewThread {
                // Dies in the middle of whatever the writer is doing by then.
                while acknowledged.withLock({ $0 }) < 60 {}
                kill(getpid(), SIGKILL)
            }
            while true {
                let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
                let line = Array("\(file.number.text)\n".utf8)
                _ = write(descriptor, line, line.count)
                acknowledged.withLock { $0 += 1 }
            }
        }
        let numbers = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(numbers.count >= 60)
        let store = try folder.store()
        for number in numbers { #expect(try store.load(CaseNumber(String(number))) != nil) }
        #expect(try store.verifyChain() == nil)
        let next = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(1)).number
        #expect(next > CaseNumber(String(numbers[numbers.count - 1])))
    }
}
