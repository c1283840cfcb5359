import CaseDomain
import Testing

/// The terms of a case, from its events and a day.
struct CaseClockTests {
    private let clocks = SampleClocks.clocks

    // MARK: Making cases

    private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func event(_ day: String, _ payload: CaseEvent.Payload) throws -> CaseEvent {
        CaseEvent(
            stamp: EventStamp(at: Moment(try date(day), seconds: 36_000), by: ClerkID("limin")), payload: payload)
    }

    private static func received(
        _ matter: Matter, _ action: Action = .new, on day: String, licence: LicenceHeld? = nil
    ) throws -> CaseEvent {
        let particulars = Particulars(
            matter: matter, action: action, receivedAt: Moment(try date(day), seconds: 36_000), channel: .window,
            applicant: Applicant(name: "甲", kind: .individual), premises: Premises(address: "乙", county: "371625"),
            licence: licence)
        return try event(
            day,
            .received(receipt: Receipt(application: Application(particulars: particulars), checklist: nil, window: "")))
    }

    private static func notice(on day: String, days: Int = 20, deadline: String? = nil) throws -> CaseEvent {
        let issued = IssuedNotice(
            restoring: DocumentNumber("示审食补〔2026〕1号"), round: 1, issuedAt: Moment(try date(day), seconds: 40_000),
            correctionDays: days, deadline: deadline.flatMap { CivilDate($0) },
            checklist: ChecklistReference(id: "x", version: "1", digest: "sha256:00"), program: "1", items: [],
            lines: [])
        return try event(day, .noticeIssued(notice: issued))
    }

    private static func accepted(on day: String, asOf: String? = nil) throws -> CaseEvent {
        try event(day, .accepted(acceptance: Acceptance(on: try date(asOf ?? day), gaps: [])))
    }

    private static func file(_ events: CaseEvent...) throws -> CaseFile {
        try #require(CaseFile(number: CaseNumber(year: 2026, sequence: 1), history: events))
    }

    private func clock(_ id: String, of file: CaseFile, on day: String) throws -> CaseClock {
        try #require(clocks.all(for: file, on: Self.date(day)).first { $0.rule.id == id }, "no \(id)")
    }

    // MARK: Notice, correction, acceptance

    @Test
    func `the notice clock is kept by an answer in time and missed without one`() throws {
        let open = try Self.file(Self.received(.foodOperationLicence, on: "2026-04-30"))
        #expect(try clock("T1", of: open, on: "2026-05-11").state == .running)
        #expect(try clock("T1", of: open, on: "2026-05-12").state == .missed)
        let told = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-04-30"), Self.notice(on: "2026-05-11"))
        #expect(try clock("T1", of: told, on: "2027-01-01").state == .kept)
        let late = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-04-30"), Self.accepted(on: "2026-05-12", asOf: "2026-04-30"))
        #expect(try clock("T1", of: late, on: "2026-05-12").state == .missed)
    }

    @Test
    func `a case deemed accepted has been deciding since the day of receipt`() throws {
        let file = try Self.file(Self.received(.foodOperationLicence, on: "2026-04-30"))
        #expect(try clock("T7", of: file, on: "2026-05-11").state == .waiting)
        let deemed = try clock("T7", of: file, on: "2026-05-12")
        #expect(try deemed.from == Self.date("2026-04-30"))
        // Not the fifth day and ten more, but ten from receipt; the promise of five is over at once.
        #expect(deemed.statutoryDue?.description == "2026-05-18")
        #expect(deemed.due?.description == "2026-05-11")
        #expect(deemed.state == .running)
    }

    @Test
    func `a registration runs from receipt, a licence from acceptance`() throws {
        let workshop = try Self.file(Self.received(.smallWorkshop, on: "2026-09-30"))
        #expect(try clock("T16", of: workshop, on: "2026-10-08").statutoryDue?.description == "2026-10-27")
        let accepted = try Self.file(
            Self.received(.smallWorkshop, on: "2026-09-30"), Self.accepted(on: "2026-10-12"))
        #expect(try clock("T16", of: accepted, on: "2026-10-12").statutoryDue?.description == "2026-10-27")
        #expect(try clock("T16", of: accepted, on: "2026-10-12").due?.description == "2026-10-13")
        let licence = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-09-29"), Self.accepted(on: "2026-09-30"))
        #expect(try clock("T7", of: licence, on: "2026-09-30").statutoryDue?.description == "2026-10-20")
    }

    @Test
    func `each round has its own notice and correction clock`() throws {
        let file = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-11-02"), Self.notice(on: "2026-11-03"),
            Self.event("2026-11-10", .correctionReceived(materials: [.layoutPlan])), Self.notice(on: "2026-11-11"))
        let all = try clocks.all(for: file, on: Self.date("2026-11-12"))
        #expect(all.filter { $0.rule.id == "T1" }.map(\.state) == [.kept, .kept])
        // What still waits for something comes first.
        #expect(all.filter { $0.rule.id == "T3" }.map(\.state) == [.running, .kept])
        #expect(all.first?.rule.id == "T3")
        #expect(all.first { $0.ended != nil && $0.rule.id == "T3" }?.ended?.description == "2026-11-10")
        let missed = try clocks.all(for: file, on: Self.date("2026-12-10"))
        #expect(missed.first { $0.rule.id == "T3" }?.state == .missed)
    }

    @Test
    func `the day that a paper names binds, whatever the calendar says now`() throws {
        let file = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-11-02"),
            Self.notice(on: "2026-11-03", deadline: "2026-12-05"))
        let clock = try clock("T3", of: file, on: "2026-11-12")
        #expect(clock.due?.description == "2026-12-05")
        #expect(clock.statutory?.result.description == "2026-12-01")
        #expect(clocks.running(for: file)?.due == clock.due)
    }

    @Test
    func `a closed case begins no more clocks`() throws {
        let file = try Self.file(
            Self.received(.foodOperationLicence, on: "2026-11-02"), Self.event("2026-11-03", .withdrawn(reason: "改期")))
        let all = try clocks.all(for: file, on: Self.date("2026-12-30"))
        #expect(all.map(\.rule.id) == ["T1"])
        #expect(all.map(\.state) == [.kept])
        #expect(clocks.running(for: file) == nil)
    }

    // MARK: Licences held

    @Test
    func `a renewal is early, in its window or late`() throws {
        func renewal(on day: String, expires: String) throws -> CaseFile {
            let licence = LicenceHeld(number: "JY1", expiresOn: try Self.date(expires))
            return try Self.file(Self.received(.foodOperationLicence, .renewal, on: day, licence: licence))
        }
        for (day, state) in [
            ("2026-08-20", CaseClock.State.early), ("2026-08-21", .kept), ("2026-12-10", .kept),
            ("2026-12-11", .missed),
        ] {
            let file = try renewal(on: day, expires: "2026-12-31")
            let window = try clock("T12", of: file, on: "2026-12-31")
            #expect(window.state == state, "\(day)")
            #expect(window.opening?.result.description == "2026-08-21")
            #expect(window.due?.description == "2026-12-10")
        }
        let file = try renewal(on: "2026-12-10", expires: "2026-12-31")
        #expect(try clock("T23", of: file, on: "2026-12-31").state == .running)
        #expect(try clock("T23", of: file, on: "2027-01-01").state == .missed)
    }

    @Test
    func `where the law only says days, the other reading is told as well`() throws {
        let licence = LicenceHeld(number: "1", expiresOn: try Self.date("2026-11-30"))
        let file = try Self.file(Self.received(.smallWorkshop, .renewal, on: "2026-10-01", licence: licence))
        let clock = try clock("T18", of: file, on: "2026-10-01")
        #expect(clock.otherReading?.description == "2026-10-31")
        #expect(try #require(clock.due) < Self.date("2026-10-31"))
    }

    @Test(arguments: [
        ("2021-12-01", "2026-11-30"), ("2024-02-29", "2029-02-28"), ("2023-03-01", "2028-02-29"),
        ("2021-01-01", "2025-12-31"),
    ])
    func `a validity of years ends on the eve of its anniversary`(from: String, last: String) throws {
        let licence = LicenceHeld(number: "JY1", issuedOn: try Self.date(from), expiresOn: nil)
        let file = try Self.file(Self.received(.foodOperationLicence, .change, on: "2026-11-02", licence: licence))
        #expect(try clock("T9", of: file, on: "2026-11-02").due?.description == last)
    }

    @Test(arguments: [
        ("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"), ("2026-01-15", 6, "2026-07-15"),
        ("2026-03-31", 1, "2026-04-30"), ("2026-03-31", -1, "2026-02-28"), ("2026-12-30", 2, "2027-02-28"),
    ])
    func `months end on the same day, or on the last of a shorter month`(
        from: String, count: Int, result: String
    ) throws {
        let ledger = clocks.calendar.ledger(count, from: try Self.date(from), unit: .months)
        #expect(ledger.result.description == result)
        #expect(ledger.entries.count { $0.counted } == abs(count))
        #expect(ledger.isCertain)
    }

    @Test
    func `natural days count weekends and festivals`() throws {
        let ledger = clocks.calendar.ledger(60, from: try Self.date("2026-09-20"), unit: .days)
        #expect(ledger.result.description == "2026-11-19")
        #expect(ledger.isCertain)
    }
}
