import CaseDomain
import CaseStore

extension StoreContract {
    private static let query = InspectionQuery(
        from: DeskCases.date("2026-01-01"), through: DeskCases.date("2026-12-31"), excuses: SampleInspectors.excuses)

    /// What happens about an inspection comes back event by event, and folded.
    package func inspectionEventsComeBack() throws {
        let store = try makeStore()
        let receipt = StoreSamples.receipt(name: "老王羊汤馆")
        let received = try store.receive(receipt, stamp: StoreSamples.stamp(0))
        var history = [CaseEvent(stamp: StoreSamples.stamp(0), payload: .received(receipt: receipt))]
        var revision = received.revision
        for (step, payload) in SampleInspectors.payloads.enumerated() {
            let stamp = StoreSamples.stamp(step + 1)
            let file = try store.append([payload], to: received.number, expecting: revision, stamp: stamp)
            history.append(CaseEvent(stamp: stamp, payload: payload))
            revision = file.revision
            try expect(CaseFile(number: received.number, history: history) == file, "append gives the folded case")
            let task = InspectionTask(file)
            try expect(
                try store.inspections(Self.query).tasks.map(\.task) == [task].compactMap(\.self),
                "the task that is out is listed: \(payload)")
        }
        try expect(try store.history(of: received.number) == history, "the history is what was appended")
    }

    /// Tasks, cases that wait and first looks, as each write leaves them.
    package func inspectionsAreKept() throws {
        let store = try makeStore()
        let accepted = CaseEvent.Payload.accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: []))
        func take(_ name: String, _ matter: Matter = .foodOperationLicence) throws -> CaseFile {
            let file = try store.receive(
                StoreSamples.receipt(name: name, matter: matter), stamp: StoreSamples.stamp(0))
            return try append([accepted], to: file, 1)
        }
        func append(_ payloads: [CaseEvent.Payload], to file: CaseFile, _ step: Int) throws -> CaseFile {
            try store.append(
                payloads, to: file.number, expecting: file.revision, stamp: StoreSamples.stamp(step))
        }
        func waiting() throws -> [CaseNumber] { try store.inspections(Self.query).waiting.map(\.row.number) }
        try expect(
            try store.inspections(Self.query)
                == InspectionSheet(
                    tasks: [], waiting: [], hasMoreWaiting: false,
                    firstLooks: InspectionSheet.FirstLooks(count: 0, passed: 0)), "nothing yet")
        var files = try [take("甲店"), take("乙店"), take("丙店", .prepackagedFiling), take("丁店")]
        let numbers = files.map(\.number)
        try expect(try waiting() == [numbers[0], numbers[1], numbers[3]], "what needs no look doesn't wait")
        files[0] = try append([SampleInspectors.dispatched(promised: "2026-11-25")], to: files[0], 2)
        files[1] = try append([SampleInspectors.dispatched(mode: .video)], to: files[1], 3)
        let appointment = VideoAppointment(at: StoreSamples.stamp(600).at, code: "2468")
        files[1] = try append([.life(event: .booked(appointment: appointment))], to: files[1], 4)
        let sheet = try store.inspections(Self.query)
        try expect(sheet.tasks.map(\.task.number) == [numbers[1], numbers[0]], "those promised first come first")
        try expect(sheet.tasks.map(\.task) == [files[1], files[0]].compactMap { InspectionTask($0) }, "the whole task")
        try expect(sheet.tasks.first?.task.appointment == appointment, "its appointment")
        try expect(sheet.tasks.first?.row.applicant == "乙店", "with the line of the queue")
        try expect(sheet.waiting.map(\.row.number) == [numbers[3]], "who has a task doesn't wait")
        files[0] = try append([SampleInspectors.inspected(.rectify, rectifyBy: "2026-11-28")], to: files[0], 5)
        files[1] = try append([SampleInspectors.inspected(.passed)], to: files[1], 6)
        let after = try store.inspections(Self.query)
        try expect(after.tasks.isEmpty, "an outcome ends the task")
        try expect(
            after.waiting.map(\.row.number) == [numbers[0], numbers[3]]
                && after.waiting.map(\.rectifyBy) == [DeskCases.date("2026-11-28"), nil],
            "what has to be put right waits for another look")
        try expect(after.firstLooks == InspectionSheet.FirstLooks(count: 2, passed: 1), "one passed at first")
        files[0] = try append([SampleInspectors.dispatched(), SampleInspectors.inspected(.passed)], to: files[0], 7)
        try expect(
            try store.inspections(Self.query).firstLooks == after.firstLooks, "a second look changes no first one")
        let early = InspectionQuery(
            from: DeskCases.date("2026-01-01"), through: DeskCases.date("2026-11-22"), excuses: SampleInspectors.excuses
        )
        try expect(try store.inspections(early).firstLooks.count == 0, "other days don't count")
        files[3] = try append([SampleInspectors.dispatched()], to: files[3], 8)
        files[3] = try append([.withdrawn(reason: "不办了")], to: files[3], 9)
        try expect(try store.inspections(Self.query).tasks.isEmpty, "a case that is over needs no look")
        let few = InspectionQuery(
            from: early.from, through: early.through, excuses: SampleInspectors.excuses, limit: 1)
        _ = try [take("戊店"), take("己店")]
        let short = try store.inspections(few)
        try expect(short.waiting.count == 1 && short.hasMoreWaiting, "no more than wanted, and that is said")
    }

    /// Cases that may go on one visit: of the same applicant, or at the same place.
    package func neighboursAreFound() throws {
        let store = try makeStore()
        func take(_ name: String, _ address: String, accept: Bool = true) throws -> CaseFile {
            var particulars = StoreSamples.particulars(name: name)
            particulars.premises.address = address
            let file = try store.receive(
                Receipt(application: Application(particulars: particulars), checklist: nil, window: "A02"),
                stamp: StoreSamples.stamp(0))
            guard accept else { return file }
            return try store.append(
                [.accepted(acceptance: Acceptance(on: StoreSamples.today, gaps: []))], to: file.number,
                expecting: file.revision, stamp: StoreSamples.stamp(1))
        }
        let own = try take("花间小馆", "示例县渤海大街１号")
        let sameName = try take("花间小馆", "别处")
        let samePlace = try take("花间书店", "示例县渤海大街1号")
        _ = try take("花间小馆", "示例县渤海大街1号", accept: false)
        _ = try take("别人", "别的地方")
        var out = try take("花间小馆", "示例县渤海大街1号")
        out = try store.append(
            [SampleInspectors.dispatched()], to: out.number, expecting: out.revision, stamp: StoreSamples.stamp(2))
        let found = try store.neighbours(of: own.number, limit: 10)
        try expect(found == [sameName, samePlace], "accepted, and nobody sent yet")
        try expect(try store.neighbours(of: own.number, limit: 1) == [sameName], "no more than wanted")
        try expect(try store.neighbours(of: CaseNumber("2026-999999"), limit: 9).isEmpty, "no case, no neighbours")
    }
}
