import CaseDomain
import CaseStore

extension StoreContract {
    private static let bundle = BundleReceipt(
        bundle: "small-catering-and-prepackaged", shared: [.businessLicence],
        receipts: [
            StoreSamples.receipt(name: "花间小馆", matter: .smallCatering),
            StoreSamples.receipt(name: "花间小馆", matter: .prepackagedFiling),
            StoreSamples.receipt(name: "花间小馆", matter: .smallWorkshop),
        ])

    /// One intake makes a case for each matter, and every case knows the others.
    package func bundlesAreTakenInTogether() throws {
        let store = try makeStore()
        let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
        let membership = Self.bundle.membership(files.map(\.number))
        try expect(files.map(\.number.text) == (1...3).map { "2026-00000\($0)" }, "cases are numbered in order")
        try expect(
            membership.members.map(\.matter) == [.smallCatering, .prepackagedFiling, .smallWorkshop],
            "each receipt is a matter")
        for file in files {
            try expect(file.membership == membership && file.revision == Revision(2), "each case has the link")
            try expect(try store.load(file.number) == file, "load gives what receive gave")
            try expect(try store.history(of: file.number).count == 2, "a receipt and a link")
        }
        try expect(try store.count(StoreSamples.query(search: "花间")) == 3, "the queue has them all")
        try expect(
            try store.receive(StoreSamples.receipt(name: "甲"), stamp: StoreSamples.stamp(1)).membership == nil,
            "a case of its own has no link")
    }

    /// Several cases are written, or none is, and a conflict says which was in the way.
    package func severalCasesAreWrittenOrNone() throws {
        let store = try makeStore()
        let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
        let record = CaseEvent.Payload.materialRecorded(
            record: MaterialRecord(material: .businessLicence, how: .handedIn))
        let changes = files.map { CaseAppend([record], to: CaseVersion($0)) }
        let written = try store.append(changes, stamp: StoreSamples.stamp(1))
        for file in written {
            try expect(file.application.record(of: .businessLicence)?.how == .handedIn, "each case has the paper")
            try expect(try store.load(file.number) == file, "load gives what append gave")
        }
        let withdrawn = CaseEvent.Payload.withdrawn(reason: "改期")
        let counter = try store.changeCounter()
        // The last one is stale: the two before it must be as if nothing had happened.
        let versions = written.dropLast().map(CaseVersion.init) + [changes[2].version]
        let stale = versions.map { CaseAppend([withdrawn], to: $0) }
        try expectError(.conflictIn(files[2].number, expected: Revision(2), found: Revision(3))) {
            _ = try store.append(stale, stamp: StoreSamples.stamp(2))
        }
        let missing = CaseVersion(number: CaseNumber("2026-999999"), revision: Revision(1))
        try expectError(.noSuchCase(missing.number)) {
            _ = try store.append([stale[0], CaseAppend([withdrawn], to: missing)], stamp: StoreSamples.stamp(2))
        }
        // The same case twice: the first write makes the second stale.
        try expectError(.conflictIn(files[0].number, expected: Revision(3), found: Revision(4))) {
            _ = try store.append([stale[0], stale[0]], stamp: StoreSamples.stamp(2))
        }
        for file in written { try expect(try store.load(file.number) == file, "a refused write leaves every case") }
        try expect(try store.changeCounter() == counter, "a refused write isn't a change")
        try expect(try store.append([], stamp: StoreSamples.stamp(2)).isEmpty, "nothing to write, nothing written")
    }

    /// One paper in several cases: one number, used up once, and found from each.
    package func oneNoticeForSeveralCases() throws {
        let store = try makeStore()
        let files = try store.receive(Self.bundle, stamp: StoreSamples.stamp(0))
        func issue(
            _ cases: [CaseVersion], beside others: [CaseVersion] = [], step: Int
        ) throws(StoreError) -> [CaseFile] {
            try store.issueNotice(
                for: cases, beside: others, series: "n", stamp: StoreSamples.stamp(step)
            ) { sequence in
                cases.map { _ in StoreSamples.notice(sequence, round: 1) }
            }
        }
        let held = files.prefix(2).map(CaseVersion.init)
        let stale = CaseVersion(number: files[2].number, revision: Revision(1))
        try expectError(.conflictIn(files[2].number, expected: Revision(1), found: Revision(2))) {
            _ = try issue(held + [stale], step: 1)
        }
        // A matter that the paper calls complete may have got a gap meanwhile; then the paper would be a half one.
        try expectError(.conflictIn(files[2].number, expected: Revision(1), found: Revision(2))) {
            _ = try issue(held, beside: [stale], step: 1)
        }
        for file in files { try expect(try store.load(file.number) == file, "a refused notice is in no case") }
        let issued = try issue(held, beside: [CaseVersion(files[2])], step: 2)
        try expect(issued.count == 2, "each case that is held back has it")
        for file in issued {
            try expect(file.notices.map(\.number.text) == ["示审补1号"], "a refused notice uses no number up")
            try expect(file.phase == .awaitingCorrection, "the case waits for its correction")
            try expect(try store.load(file.number) == file, "load gives what issuing gave")
        }
        try expect(try store.load(files[2].number) == files[2], "a case that isn't held back has no notice")
        // Nobody else can have the number, and none of the two can have a second notice for the same papers.
        try expectError(.numberTaken(DocumentNumber("示审补1号"))) {
            _ = try store.append(
                [.noticeIssued(notice: StoreSamples.notice(1, round: 1))], to: files[2].number, expecting: Revision(2),
                stamp: StoreSamples.stamp(3))
        }
        try expectError(.alreadyNotified(DocumentNumber("示审补1号"))) {
            _ = try issue([CaseVersion(files[2]), CaseVersion(issued[1])], step: 3)
        }
        let alone = try issue([CaseVersion(files[2])], step: 4)
        try expect(alone[0].notices.map(\.number.text) == ["示审补2号"], "the next paper has the next number")
    }
}
