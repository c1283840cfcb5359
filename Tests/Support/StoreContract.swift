import CaseDomain
package import CaseStore

/// What every store has to do, whatever it keeps its cases in.
///
/// Each method begins with a fresh store and throws `StoreContractBreach` at the first thing that isn't as the port says.
package struct StoreContract: Sendable {
    let makeStore: @Sendable () throws -> any DeskStoring

    /// - Parameter makeStore: an empty store whose lines are made by `StoreSamples.projection`.
    package init(_ makeStore: @escaping @Sendable () throws -> any DeskStoring) {
        self.makeStore = makeStore
    }

    /// What comes back is what went in, event by event and folded.
    package func eventsComeBack() throws {
        let store = try makeStore()
        let receipt = StoreSamples.receipt(name: "老王羊汤馆")
        let received = try store.receive(receipt, stamp: StoreSamples.stamp(0))
        let number = received.number
        try expect(received.revision == Revision(1), "a received case is at revision 1")
        try expect(received.application == receipt.application, "the application is kept")
        let payloads = StoreSamples.everyPayload
        var history = [CaseEvent(stamp: StoreSamples.stamp(0), payload: .received(receipt: receipt))]
        var revision = received.revision
        for (step, payload) in payloads.enumerated() {
            let stamp = StoreSamples.stamp(step + 1)
            let file = try store.append([payload], to: number, expecting: revision, stamp: stamp)
            history.append(CaseEvent(stamp: stamp, payload: payload))
            try expect(CaseFile(number: number, history: history) == file, "append gives the folded case")
            try expect(try store.load(number) == file, "load gives what append gave")
            revision = file.revision
        }
        try expect(try store.history(of: number) == history, "the history is what was appended")
        let file = try store.load(number)
        try expect(file?.revision == Revision(payloads.count + 1), "the revision counts the events")
        let row = try store.queue(StoreSamples.query(), from: .first, limit: 5).rows.first
        let line = row.map { StoreSamples.projection.row(of: file ?? received, key: $0.key) }
        try expect(line == row, "the line is kept")
        try expect(
            try store.append([], to: number, expecting: revision, stamp: StoreSamples.stamp(99)) == file,
            "appending nothing changes nothing")
    }

    package func unknownCases() throws {
        let store = try makeStore()
        let number = CaseNumber("2026-999999")
        try expect(try store.load(number) == nil, "no case, no file")
        try expect(try store.history(of: number).isEmpty, "no case, no history")
        try expectError(.noSuchCase(number)) {
            _ = try store.append([], to: number, expecting: Revision(1), stamp: StoreSamples.stamp(0))
        }
        try expectError(.noSuchCase(number)) {
            _ = try store.issueNotice(
                for: number, expecting: Revision(1), series: "n", stamp: StoreSamples.stamp(0)
            ) { StoreSamples.notice($0, round: 1) }
        }
        let empty = try store.queue(StoreSamples.query(search: "羊"), from: .last, limit: 5)
        try expect(empty == QueuePage(rows: [], hasEarlier: false, hasLater: false), "an empty store, an empty page")
    }

    /// A writer who didn't see the last event changes nothing.
    package func staleWritersAreRefused() throws {
        let store = try makeStore()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        let withdrawn = CaseEvent.Payload.withdrawn(reason: "改期")
        let next = try store.append(
            [.identityRevealed], to: file.number, expecting: Revision(1), stamp: StoreSamples.stamp(1))
        for stale in [Revision(1), Revision(3)] {
            try expectError(.conflict(expected: stale, found: Revision(2))) {
                _ = try store.append([withdrawn], to: file.number, expecting: stale, stamp: StoreSamples.stamp(2))
            }
            try expectError(.conflict(expected: stale, found: Revision(2))) {
                _ = try store.issueNotice(
                    for: file.number, expecting: stale, series: "n", stamp: StoreSamples.stamp(2)
                ) { StoreSamples.notice($0, round: 1) }
            }
        }
        try expect(try store.load(file.number) == next, "a refused write leaves the case alone")
        let notice = try store.issueNotice(
            for: file.number, expecting: Revision(2), series: "n", stamp: StoreSamples.stamp(3)
        ) { StoreSamples.notice($0, round: 1) }
        try expect(notice.notices.first?.number.text == "示审补1号", "a refused notice uses no number up")
    }

    /// 一次告知: one notice for the papers of one submission.
    package func oneNoticeASubmission() throws {
        let store = try makeStore()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        func issue(_ revision: Int, round: Int) throws(StoreError) -> CaseFile {
            try store.issueNotice(
                for: file.number, expecting: Revision(revision), series: "n", stamp: StoreSamples.stamp(revision)
            ) { StoreSamples.notice($0, round: round) }
        }
        let first = try issue(1, round: 1)
        try expect(first.phase == .awaitingCorrection && first.round == 1, "the notice is in the case")
        let refusal = StoreError.alreadyNotified(DocumentNumber("示审补1号"))
        try expectError(refusal) { _ = try issue(2, round: 2) }
        try expectError(refusal) {
            _ = try store.append(
                [.noticeIssued(notice: StoreSamples.notice(7, round: 2))], to: file.number, expecting: Revision(2),
                stamp: StoreSamples.stamp(3))
        }
        // Neither an acceptance nor anything else makes a new submission, and a batch is all or none.
        try expectError(refusal) {
            _ = try store.append(
                [
                    .accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: [])),
                    .noticeIssued(notice: StoreSamples.notice(8, round: 2)),
                ], to: file.number, expecting: Revision(2), stamp: StoreSamples.stamp(3))
        }
        try expect(try store.load(file.number) == first, "a refused notice leaves the case alone")
        _ = try store.append(
            [.correctionReceived(materials: [.layoutPlan])], to: file.number, expecting: Revision(2),
            stamp: StoreSamples.stamp(4))
        let second = try issue(3, round: 2)
        try expect(
            second.notices.map(\.number.text) == ["示审补1号", "示审补2号"], "papers that came back get their own notice")
        let other = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(5))
        try expectError(.numberTaken(DocumentNumber("示审补2号"))) {
            _ = try store.append(
                [.noticeIssued(notice: StoreSamples.notice(2, round: 1))], to: other.number, expecting: Revision(1),
                stamp: StoreSamples.stamp(6))
        }
    }

    /// Numbers rise by one in their year, and no year knows of another.
    package func numbersRestartEachYear() throws {
        let store = try makeStore()
        let late = Moment(CivilDate(dayNumber: 20_453), seconds: 86_399)
        let early = Moment(CivilDate(dayNumber: 20_454))
        try expect(late.date.year == 2025 && early.date.year == 2026, "the samples lie around the new year")
        let numbers = try store.receive(
            [late, early, late, early].map { StoreSamples.receipt(name: "甲", at: $0) }, stamp: StoreSamples.stamp(0))
        try expect(
            numbers.map(\.text) == ["2025-000001", "2026-000001", "2025-000002", "2026-000002"],
            "case numbers go by the year of receipt, in the order of the receipts")
        let next = try store.receive(StoreSamples.receipt(name: "乙", at: early), stamp: StoreSamples.stamp(1))
        try expect(next.number.text == "2026-000003", "single receipts go on where a batch ended")
        try expect(try store.receive([], stamp: StoreSamples.stamp(1)).isEmpty, "an empty batch is none")
        var issued: [String] = []
        for (number, at, series) in [
            (numbers[0], late, "x"), (numbers[1], early, "x"), (numbers[2], late, "x"), (numbers[3], early, "y"),
        ] {
            let file = try store.issueNotice(
                for: number, expecting: Revision(1), series: series, stamp: EventStamp(at: at, by: ClerkID("li"))
            ) { sequence in
                StoreSamples.notice(sequence, round: 1, prefix: "\(series)\(at.date.year)-")
            }
            issued += file.notices.map(\.number.text)
        }
        try expect(
            issued == ["x2025-1号", "x2026-1号", "x2025-2号", "y2026-1号"], "each series counts each year by itself")
    }

    package func changesAreCounted() throws {
        let store = try makeStore()
        var seen = [try store.changeCounter()]
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        seen.append(try store.changeCounter())
        _ = try store.append(
            [.identityRevealed], to: file.number, expecting: Revision(1), stamp: StoreSamples.stamp(1))
        seen.append(try store.changeCounter())
        _ = try store.receive([StoreSamples.receipt(name: "乙")], stamp: StoreSamples.stamp(2))
        seen.append(try store.changeCounter())
        try expect(Set(seen).count == 4, "every write changes the counter")
        _ = try store.load(file.number)
        _ = try store.queue(StoreSamples.query(), from: .first, limit: 3)
        try expect(try store.changeCounter() == seen.last, "reading doesn't")
    }
}

/// A promise of the port that a store broke.
package struct StoreContractBreach: Error, CustomStringConvertible {
    package let description: String
}

func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
    if !holds { throw StoreContractBreach(description: promise()) }
}

func expectError(_ expected: StoreError, _ work: () throws -> Void) throws {
    do {
        try work()
    } catch let error as StoreError {
        return try expect(error == expected, "expected \(expected), got \(error)")
    }
    throw StoreContractBreach(description: "expected \(expected), nothing was thrown")
}
