import CaseDomain
import Testing

struct CaseFileTests {
    private let clerk = ClerkID("limin")
    private let number = CaseNumber(year: 2026, sequence: 123)
    private let reference = ChecklistReference(id: "small-catering/new", version: "1", digest: "sha256:00")

    private func moment(_ day: String) throws -> Moment {
        Moment(try #require(CivilDate(day)), seconds: 36_000)
    }

    private func event(_ day: String, _ payload: CaseEvent.Payload) throws -> CaseEvent {
        CaseEvent(stamp: EventStamp(at: try moment(day), by: clerk), payload: payload)
    }

    private func history() throws -> [CaseEvent] {
        let particulars = Particulars(
            matter: .smallCatering, action: .new, receivedAt: try moment("2026-11-09"), channel: .window,
            applicant: Applicant(name: "甲", kind: .individual), premises: Premises(address: "乙", county: "371625"))
        let record = MaterialRecord(material: .businessLicence, how: .missing)
        let form = MaterialRecord(material: .applicationForm, how: .handedIn)
        let application = Application(particulars: particulars, materials: [form])
        let notice = IssuedNotice(
            restoring: DocumentNumber("示审食补〔2026〕1号"), round: 1, issuedAt: try moment("2026-11-10"),
            correctionDays: 20, deadline: CivilDate("2026-12-08"), checklist: reference, program: "1",
            items: [], lines: ["x"])
        return [
            try event(
                "2026-11-09",
                .received(receipt: Receipt(application: application, checklist: reference, window: "A02"))),
            try event("2026-11-09", .materialRecorded(record: record)),
            try event("2026-11-10", .noticeIssued(notice: notice)),
            try event("2026-11-13", .correctionReceived(materials: [.businessLicence])),
            try event(
                "2026-11-13", .materialRecorded(record: MaterialRecord(material: .businessLicence, how: .handedIn))),
            try event(
                "2026-11-16",
                .accepted(acceptance: Acceptance(on: try #require(CivilDate("2026-11-16")), gaps: []))),
        ]
    }

    @Test
    func `folding a history at once and step by step comes to the same`() throws {
        let history = try history()
        let whole = try #require(CaseFile(number: number, history: history))
        var step = try #require(CaseFile(number: number, first: history[0]))
        for event in history.dropFirst() { step.apply(event) }
        #expect(whole == step)
        #expect(whole.revision == Revision(history.count))
        #expect(whole.round == 1)
        #expect(whole.number.text == "2026-000123")
        #expect(whole.submittedOn.description == "2026-11-13")
        #expect(whole.application.materials.map(\.material) == [.applicationForm, .businessLicence])
    }

    @Test
    func `a case begins with a receipt or not at all`() throws {
        let history = try history()
        #expect(CaseFile(number: number, history: []) == nil)
        #expect(CaseFile(number: number, history: history.dropFirst()) == nil)
    }

    @Test
    func `the phase follows the events`() throws {
        let history = try history()
        let phases = try (1...history.count).map { count in
            try #require(CaseFile(number: number, history: history.prefix(count))).phase
        }
        #expect(phases[0] == .checking)
        #expect(phases[2] == .awaitingCorrection)
        #expect(phases[3] == .checking)
        let back = try #require(CaseFile(number: number, history: history.prefix(4)))
        #expect(back.returned == [.businessLicence])
        #expect(back.application.record(of: .businessLicence) == nil)
        let day = try #require(CivilDate("2026-11-16"))
        #expect(phases[5] == .accepted(Acceptance(on: day, gaps: [])))
    }

    @Test
    func `after five working days without a notice a case counts as accepted`() throws {
        let file = try #require(CaseFile(number: number, history: try history().prefix(2)))
        let clocks = SampleClocks.clocks
        let due = try #require(clocks.running(for: file)?.due)
        #expect(due.description == "2026-11-16")
        #expect(CaseState(file, due: due, today: due) == .checking)
        #expect(CaseState(file, due: due, today: due.adding(days: 1)) == .deemedAccepted)
    }

    @Test func barsAreRecordedOnceAndCanBeTakenBack() throws {
        let start = try #require(CaseFile(number: number, history: Array(try history().prefix(2))))
        #expect(start.barInForce == nil && start.ineligibilities.isEmpty)
        let basis = LegalSource(citation: "《行政许可法》第七十八条", verified: true)
        func record(_ bar: String, _ from: String, _ until: String) throws -> Ineligibility {
            Ineligibility(
                bar: bar, name: bar, decidedOn: try #require(CivilDate(from)), until: try #require(CivilDate(until)),
                document: "1号", basis: basis)
        }
        var file = start
        // Received on the 9th of November.
        file.apply(try event("2026-11-10", .ineligible(record: try record("a", "2025-11-08", "2026-11-08"))))
        #expect(file.barInForce == nil && file.ineligibilities.count == 1)
        file.apply(try event("2026-11-10", .ineligible(record: try record("a", "2025-11-09", "2026-11-09"))))
        #expect(file.barInForce?.bar == "a" && file.ineligibilities.count == 1)
        file.apply(try event("2026-11-10", .ineligible(record: try record("b", "2026-11-10", "2027-11-10"))))
        #expect(file.ineligibilities.map(\.bar) == ["a", "b"])
        file.apply(try event("2026-11-10", .eligibilityRestored(bar: "a")))
        #expect(file.barInForce == nil && file.ineligibilities.map(\.bar) == ["b"])
        #expect(file.phase == start.phase && file.application == start.application)
    }
}
