import CaseDomain
import TestSupport
import Testing

/// Stopping, resuming and extending the decision clock.
struct ClockStopTests {
    private let clocks = SampleClocks.clocks

    private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    /// An accepted licence case.
    private static func accepted(on day: CivilDate, _ more: [(CivilDate, CaseEvent.Payload)] = []) throws -> CaseFile {
        let particulars = Particulars(
            matter: .foodOperationLicence, action: .new, receivedAt: Moment(day, seconds: 36_000), channel: .window,
            applicant: Applicant(name: "甲", kind: .individual), premises: Premises(address: "乙", county: "371625"))
        let receipt = Receipt(application: Application(particulars: particulars), checklist: nil, window: "A02")
        let all: [(CivilDate, CaseEvent.Payload)] =
            [(day, .received(receipt: receipt)), (day, .accepted(acceptance: Acceptance(on: day, gaps: [])))] + more
        let history = all.map { day, payload in
            CaseEvent(stamp: EventStamp(at: Moment(day, seconds: 40_000), by: ClerkID("limin")), payload: payload)
        }
        let whole = try #require(CaseFile(number: CaseNumber(year: 2026, sequence: 1), history: history))
        // Folding step by step comes to the same.
        var step = try #require(CaseFile(number: whole.number, first: history[0]))
        for event in history.dropFirst() { step.apply(event) }
        #expect(step == whole)
        return whole
    }

    private func decision(_ file: CaseFile, on day: CivilDate) throws -> CaseClock {
        try #require(clocks.all(for: file, on: day).first { $0.rule.id == "T7" })
    }

    @Test
    func `the days of a hearing are left out, and the ledger says which`() throws {
        let file = try Self.accepted(
            on: Self.date("2026-11-16"),
            [
                (Self.date("2026-11-18"), .clockStopped(reason: .hearing, note: "听证")),
                (Self.date("2026-11-25"), .clockResumed(note: "已听证")),
            ])
        let clock = try decision(file, on: Self.date("2026-11-26"))
        #expect(clock.state == .running)
        // 17 and 18 count; the nineteenth to the twenty-fifth don't.
        #expect(clock.due?.description == "2026-11-30")
        #expect(clock.statutoryDue?.description == "2026-12-07")
        #expect(clock.statutory?.entries.filter { $0.why == .stopped }.count == 7)
        #expect(clocks.running(for: file)?.due == clock.due)
    }

    @Test
    func `while it stands still nothing is due`() throws {
        let file = try Self.accepted(
            on: Self.date("2026-11-16"), [(Self.date("2026-11-18"), .clockStopped(reason: .testing, note: "检测"))])
        let running = try #require(clocks.running(for: file, on: Self.date("2027-03-01")))
        #expect(running.due == nil)
        #expect(running.isStopped)
        #expect(try decision(file, on: Self.date("2027-03-01")).state == .stopped)
        // Until somebody resumes it, the last day moves on with every day.
        let first = try #require(try decision(file, on: Self.date("2026-11-20")).due)
        #expect(try #require(try decision(file, on: Self.date("2026-11-24")).due) > first)
    }

    @Test
    func `a second stop and a second resumption change nothing`() throws {
        let once = try Self.accepted(
            on: Self.date("2026-11-16"),
            [
                (Self.date("2026-11-18"), .clockStopped(reason: .hearing, note: "听证")),
                (Self.date("2026-11-25"), .clockResumed(note: "完")),
            ])
        let twice = try Self.accepted(
            on: Self.date("2026-11-16"),
            [
                (Self.date("2026-11-17"), .clockResumed(note: "误")),
                (Self.date("2026-11-18"), .clockStopped(reason: .hearing, note: "听证")),
                (Self.date("2026-11-20"), .clockStopped(reason: .testing, note: "误")),
                (Self.date("2026-11-25"), .clockResumed(note: "完")),
                (Self.date("2026-11-26"), .clockResumed(note: "误")),
            ])
        #expect(once.timeline.stops == twice.timeline.stops)
    }

    @Test
    func `an extension adds its days once, and never more than the law allows`() throws {
        func due(_ extensions: Int...) throws -> String? {
            let day = try Self.date("2026-11-16")
            let file = try Self.accepted(
                on: day,
                extensions.map {
                    (day, .termExtended(extension: TermExtension(days: $0, approvedBy: "王局", reason: "复核")))
                })
            return try decision(file, on: day).statutoryDue?.description
        }
        #expect(try due() == "2026-11-30")
        #expect(try due(5) == "2026-12-07")
        #expect(try due(3) == "2026-12-03")
        #expect(try due(3, 5) == "2026-12-03")
        #expect(try due(50) == "2026-12-07")
    }

    @Test(arguments: [UInt64(7), 77, 777])
    func `a stop never makes a last day earlier, and every ledger ends on it`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let first = try Self.date("2024-01-02")
        for _ in 0..<300 {
            let start = first.adding(days: dice.below(900))
            var more: [(CivilDate, CaseEvent.Payload)] = []
            var day = start
            var before: CivilDate?
            for _ in 0...dice.below(4) {
                day = day.adding(days: dice.below(6))
                more.append((day, .clockStopped(reason: .appraisal, note: "鉴定")))
                day = day.adding(days: dice.below(30))
                more.append((day, .clockResumed(note: "完")))
                let file = try Self.accepted(on: start, more)
                let clock = try decision(file, on: day)
                let statutory = try #require(clock.statutory)
                let promised = try #require(clock.promised)
                if let before { #expect(statutory.result >= before, "seed \(seed), from \(start)") }
                before = statutory.result
                #expect(promised.result <= statutory.result)
                for ledger in [statutory, promised] {
                    #expect(ledger.entries.last?.date == ledger.result)
                    #expect(ledger.entries.count { $0.counted } == ledger.count)
                    #expect(ledger.entries.filter { $0.why == .stopped }.allSatisfy { !$0.counted })
                    #expect(zip(ledger.entries, ledger.entries.dropFirst()).allSatisfy { $0.date < $1.date })
                }
            }
        }
    }
}
