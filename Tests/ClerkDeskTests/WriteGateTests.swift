import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import NoticeComposer
import TestSupport
import Testing

/// What no write gets past, whichever screen or batch it comes from.
@Suite("The gate of writes")
struct WriteGateTests {
    private static let stamp = EventStamp(at: SampleDesk.morning, by: ClerkID("赵建国"))

    private static func ports(_ store: any DeskStoring, _ office: Office = SampleDesk.office) -> DeskPorts {
        DeskPorts(store: store, office: office, life: { SampleDesk.life })
    }

    private static func by(_ clerk: String) -> EventStamp { EventStamp(at: SampleDesk.morning, by: ClerkID(clerk)) }

    private static func received(_ store: any DeskStoring, by clerk: String = "王桂芬") throws -> CaseFile {
        try store.receive(
            Receipt(
                application: Application(particulars: DeskCases.restaurant()),
                checklist: SampleDesk.book.checklist(
                    for: .foodOperationLicence, .new, on: SampleDesk.today)?.reference, window: "A02"),
            stamp: Self.by(clerk))
    }

    /// Every job that writes, taken by an inspector, who may none of them.
    private static func writes(_ file: CaseFile) -> [Effect.Job] {
        let receipt = Receipt(application: file.application, checklist: file.checklist, window: "A02")
        let version = CaseVersion(file)
        let refused = CaseEvent.Payload.withdrawn(reason: "不办了")
        return [
            .receive(receipt, stamp), .append([refused], file.number, expecting: file.revision, stamp),
            .appendTogether([CaseAppend([refused], to: version)], stamp),
            .appendPapers([PaperAppend([refused], papers: [], to: version)], stamp),
            .ticket(.callNext(window: "A02"), stamp),
            .aftercare(.perform(.change(FeedbackNumber(1), .answered(words: "好了")), stamp)),
        ]
    }

    @Test(
        "every job that writes is refused to whom it isn't for; nothing is written but that he tried", arguments: 0..<6)
    func everyWrite(place: Int) throws {
        let store = SampleDesk.store()
        let file = try Self.received(store)
        let jobs = Self.writes(file)
        try #require(jobs.count == 6)
        let job = jobs[place]
        guard case .failed(.forbidden(.role)) = EffectInterpreter.run(job, on: Self.ports(store)) else {
            Issue.record("\(job) went through")
            return
        }
        let asides = try store.history(of: file.number).dropFirst().map(\.payload)
        let kept = try store.refusals(since: SampleDesk.morning)
        #expect(asides.count + kept.count == 1)
        #expect(asides.allSatisfy { if case .life(.attemptRefused) = $0 { true } else { false } })
        #expect(kept.allSatisfy { $0.stamp == Self.stamp && $0.attempt.ground == "role" })
        #expect(try store.count(StoreSamples.query()) == 1)
    }

    @Test("feedback may be written down by everybody of the list, and by nobody who has no role")
    func feedback() throws {
        let store = SampleDesk.store()
        let opening = FeedbackOpening(kind: .system, words: "慢", from: "", window: "", number: nil)
        let job = Effect.Job.aftercare(.perform(.open(opening), Self.stamp))
        guard case .aftercare(.performed(.success)) = EffectInterpreter.run(job, on: Self.ports(store)) else {
            Issue.record("refused")
            return
        }
        var office = SampleDesk.office
        office.staff = Staff(people: office.staff.people, unlisted: [])
        let stranger = Effect.Job.aftercare(.perform(.open(opening), Self.by("stranger")))
        let result = EffectInterpreter.run(stranger, on: Self.ports(store, office))
        #expect(result == .failed(.forbidden(.unlisted)))
        #expect(try store.refusals(since: SampleDesk.morning).map(\.attempt.step) == [.feedback])
    }

    @Test("four eyes hold for a case that no desk has open: by what the store says, not by what was read")
    func fourEyes() throws {
        let store = SampleDesk.store()
        let file = try Self.received(store, by: "陈明辉")
        let decision = Decision(
            outcome: .approved, on: SampleDesk.today, reviewedBy: ClerkID("冯秀兰"), decidedBy: ClerkID("陈明辉"), level: 2,
            reason: "")
        let job = Effect.Job.append(
            [.life(event: .decided(decision: decision))], file.number, expecting: file.revision, Self.by("陈明辉"))
        #expect(EffectInterpreter.run(job, on: Self.ports(store)) == .failed(.forbidden(.ownWork)))
        #expect(try store.load(file.number)?.progress.decision == nil)
        #expect(try store.load(file.number)?.progress.attempts.first?.attempt.ground == "own-work")
    }

    @Test("who takes over what somebody else has changed meanwhile is held by the absences of this moment")
    func covers() throws {
        let store = SampleDesk.store()
        let file = try Self.received(store)
        _ = try store.enter(
            Absence(
                who: ClerkID("王桂芬"), from: SampleDesk.today, until: SampleDesk.today, cover: ClerkID("李敏"),
                entered: Self.by("许科长")))
        let withdrawal = CaseEvent.Payload.withdrawn(reason: "不办了")
        let job = Effect.Job.append([withdrawal], file.number, expecting: file.revision, Self.by("李敏"))
        guard case .stored = EffectInterpreter.run(job, on: Self.ports(store)) else {
            Issue.record("refused")
            return
        }
        let covers = try store.history(of: file.number).filter {
            if case .life(.covered) = $0.payload { true } else { false }
        }
        #expect(covers.count == 1)
    }
}
