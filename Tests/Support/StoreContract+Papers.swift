package import CaseDomain
import CaseStore

extension StoreContract {
    /// What happened and the papers that tell of it are one write; each paper has the next number of its series.
    package func papersTakeTheirNumbersWithWhatHappened() throws {
        let store = try makeStore()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        let accepted = CaseEvent.Payload.accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: []))
        func accept(_ revision: Int, _ series: [String]) throws(StoreError) -> CaseFile {
            try store.append(
                to: file.number, expecting: Revision(revision), series: series, stamp: StoreSamples.stamp(revision)
            ) { sequences in
                [accepted] + zip(series, sequences).map { StoreSamples.paper("\($0)\($1)号") }
            }
        }
        try expectError(.conflict(expected: Revision(2), found: Revision(1))) { _ = try accept(2, ["a", "b"]) }
        let first = try accept(1, ["a", "b", "a"])
        try expect(
            first.record.papers.map(\.number?.text) == ["a1号", "b1号", "a2号"],
            "each series counts by itself, and a refused write uses no number up")
        try expect(first.revision == Revision(5) && first.phase != .checking, "the step and its papers are one write")
        try expect(try store.load(file.number) == first, "load gives what append gave")
        let next = try accept(5, ["b"])
        try expect(next.record.papers.last?.number?.text == "b2号", "the next write goes on")
        try expect(try accept(7, []).record.papers.count == 4, "nothing numbered, nothing used up")
        let other = try store.receive(StoreSamples.receipt(name: "乙"), stamp: StoreSamples.stamp(5))
        for taken in ["b2号", "a1号"] {
            try expectError(.numberTaken(DocumentNumber(taken))) {
                _ = try store.append(
                    [StoreSamples.paper(taken)], to: other.number, expecting: Revision(1), stamp: StoreSamples.stamp(6))
            }
        }
        // Papers without numbers are as many as anybody wants.
        let plain = CaseEvent.Payload.paperIssued(
            paper: CasePaper(
                kind: .referral, number: nil, issuedAt: StoreSamples.stamp(6).at, lines: ["引导单"], program: "1"))
        _ = try store.append(
            [plain, plain], to: other.number, expecting: Revision(1), stamp: StoreSamples.stamp(6))
    }

    /// A number means one paper, whatever its kind, and what can't be stored uses none up.
    package func papersAndNoticesShareNoNumber() throws {
        let store = try makeStore()
        let file = try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(0))
        let issued = try store.issueNotice(
            for: file.number, expecting: Revision(1), series: "n", stamp: StoreSamples.stamp(1)
        ) { StoreSamples.notice($0, round: 1) }
        try expectError(.numberTaken(DocumentNumber("示审补1号"))) {
            _ = try store.append(
                to: file.number, expecting: Revision(2), series: ["p"], stamp: StoreSamples.stamp(2)
            ) { _ in [StoreSamples.paper("示审补1号")] }
        }
        try expect(try store.load(file.number) == issued, "a refused paper is in no case")
        let paper = try store.append(
            to: file.number, expecting: Revision(2), series: ["p"], stamp: StoreSamples.stamp(2)
        ) { $0.map { StoreSamples.paper("示审补\($0 + 1)号") } }
        try expect(paper.record.papers.map(\.number?.text) == ["示审补2号"], "a refused paper uses no number up")
        _ = try store.append(
            [.correctionReceived(materials: [.layoutPlan])], to: file.number, expecting: Revision(3),
            stamp: StoreSamples.stamp(3))
        try expectError(.numberTaken(DocumentNumber("示审补2号"))) {
            _ = try store.issueNotice(
                for: file.number, expecting: Revision(4), series: "n", stamp: StoreSamples.stamp(4)
            ) { StoreSamples.notice($0, round: 2) }
        }
    }
}

extension StoreSamples {
    /// 受理通知书 under a number.
    package static func paper(_ number: String) -> CaseEvent.Payload {
        .paperIssued(
            paper: CasePaper(
                kind: .acceptance, number: DocumentNumber(number), issuedAt: stamp(0).at, lines: ["受理通知书"],
                program: "1"))
    }
}
