import CaseDomain
import Testing

/// What is counted of small histories, each worked out by hand on the published calendar of 2026.
struct CaseMeasuresTests {
    private static let basis = LegalSource(citation: "《行政许可法》", verified: true)

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate("2026-\(text)")) }

    private func notice(_ round: Int, _ text: String, _ items: [NoticeItem] = []) throws -> CaseEvent.Payload {
        .noticeIssued(
            notice: IssuedNotice(
                restoring: DocumentNumber("补\(round)号"), round: round,
                issuedAt: Moment(try day(text), seconds: 36_000), correctionDays: 20, deadline: nil,
                checklist: ChecklistReference(id: "x", version: "1", digest: ""), program: "1", items: items,
                lines: []))
    }

    private func item(_ material: Material?, _ defects: [String]?, mustFulfil: String = "") -> NoticeItem {
        NoticeItem(
            material: material, name: "", row: "", problems: [], remedies: [], mustFulfil: mustFulfil,
            basis: Self.basis, copies: "", defects: defects)
    }

    private func decision(_ text: String, _ outcome: Decision.Outcome = .approved) throws -> CaseEvent.Payload {
        .life(
            event: .decided(
                decision: Decision(
                    outcome: outcome, on: try day(text), reviewedBy: ClerkID("a"), decidedBy: ClerkID("b"), level: 1,
                    reason: "")))
    }

    private func accepted(_ text: String, gaps: [Material] = []) throws -> CaseEvent.Payload {
        .accepted(acceptance: Acceptance(on: try day(text), gaps: gaps))
    }

    /// A case received on Monday 9 November, with what happened to it.
    private func file(
        _ events: [(String, CaseEvent.Payload)], materials: [MaterialRecord] = []
    ) throws -> CaseFile {
        let particulars = Particulars(
            matter: .foodOperationLicence, action: .new, receivedAt: Moment(try day("11-09"), seconds: 36_000),
            channel: .window, applicant: Applicant(name: "甲", kind: .individual),
            premises: Premises(address: "乙", county: "371625"))
        let receipt = Receipt(
            application: Application(particulars: particulars, materials: materials), checklist: nil, window: "A02")
        let history = try ([("11-09", .received(receipt: receipt))] + events).map { text, payload in
            CaseEvent(
                stamp: EventStamp(at: Moment(try day(text), seconds: 36_000), by: ClerkID("li")), payload: payload)
        }
        return try #require(CaseFile(number: CaseNumber(year: 2026, sequence: 1), history: history))
    }

    private func facts(
        _ events: [(String, CaseEvent.Payload)], materials: [MaterialRecord] = []
    ) throws -> Set<MeasuredFact> {
        let facts = CaseMeasures(SampleClocks.clocks).measure(try file(events, materials: materials)).facts
        #expect(Set(facts).count == facts.count)
        return Set(facts)
    }

    private func fact(_ measure: Measure, _ text: String, _ value: Int = 1) throws -> MeasuredFact {
        MeasuredFact(measure, on: try day(text), value)
    }

    @Test func aReceiptAlone() throws {
        let materials = [
            MaterialRecord(material: .businessLicence, how: .retrieved),
            MaterialRecord(material: .agentIdentity, how: .retrieved),
            MaterialRecord(material: .layoutPlan, how: .handedIn),
        ]
        #expect(try facts([]) == [fact(.received, "11-09")])
        #expect(
            try facts([], materials: materials) == [fact(.received, "11-09"), fact(.papersSpared, "11-09", 2)])
    }

    @Test func acceptedAtOnce() throws {
        #expect(
            try facts([("11-11", accepted("11-11"))]) == [
                fact(.received, "11-09"), fact(.accepted, "11-11"), fact(.acceptedAtOnce, "11-11"),
                fact(.answerDays, "11-11", 2),
            ])
    }

    /// A first notice on the last day, the papers a week later, and the second notice after a weekend.
    @Test func everySubmissionHasItsAnswer() throws {
        #expect(
            try facts([
                ("11-16", notice(1, "11-16")), ("11-20", .correctionReceived(materials: [.layoutPlan])),
                ("11-23", notice(2, "11-23")), ("11-24", .correctionReceived(materials: [.layoutPlan])),
                ("11-25", accepted("11-25")),
            ]) == [
                fact(.received, "11-09"), fact(.notified, "11-16"), fact(.answerDays, "11-16", 5),
                fact(.notifiedTwice, "11-23"), fact(.answerDays, "11-23", 1), fact(.accepted, "11-25"),
                fact(.answerDays, "11-25", 1),
            ])
    }

    @Test func manyRoundsAreCountedOnceEach() throws {
        var events: [(String, CaseEvent.Payload)] = []
        for round in 1...6 {
            events.append(("11-\(9 + round * 2)", try notice(round, "11-\(9 + round * 2)")))
            events.append(("11-\(10 + round * 2)", .correctionReceived(materials: [.layoutPlan])))
        }
        let facts = try facts(events)
        #expect(facts.filter { $0.measure == .notified } == [try fact(.notified, "11-11")])
        #expect(facts.filter { $0.measure == .notifiedTwice } == [try fact(.notifiedTwice, "11-13")])
        #expect(facts.filter { $0.measure == .notifiedFive } == [try fact(.notifiedFive, "11-19")])
    }

    /// The term ended on the 16th: late from the 17th on, whenever the answer came.
    @Test(arguments: ["11-17", "11-27"]) func lateAnswers(text: String) throws {
        let facts = try facts([(text, notice(1, text))])
        #expect(facts.contains(try fact(.answeredLate, "11-17")))
        // 视为受理: the acceptance counts from the receipt, and the office was late all the same.
        let deemed = try self.facts([(text, accepted("11-09"))])
        #expect(deemed.isSuperset(of: [try fact(.answeredLate, "11-17"), try fact(.accepted, "11-09")]))
    }

    @Test func aNoticeThatWasTakenBackAnswersNothing() throws {
        let facts = try facts([
            ("11-10", notice(1, "11-10", [item(.layoutPlan, ["area-marked"])])),
            ("11-11", .noticeWithdrawn(withdrawal: NoticeWithdrawal(number: DocumentNumber("补1号"), reason: "错"))),
            ("11-19", notice(2, "11-19", [item(.layoutPlan, ["area-marked"])])),
        ])
        #expect(facts.filter { $0.measure == .answerDays } == [try fact(.answerDays, "11-19", 8)])
        #expect(facts.isSuperset(of: [try fact(.notifiedTwice, "11-19"), try fact(.answeredLate, "11-17")]))
    }

    @Test func whatTheApplicantEndsIsNoAnswer() throws {
        let facts = try facts([("11-11", .withdrawn(reason: "改期"))])
        #expect(facts == [try fact(.received, "11-09"), try fact(.withdrawn, "11-11")])
    }

    @Test func onlyTheOfficesFaultIsLate() throws {
        let lines = [LateFinding.Item(material: .layoutPlan, defect: "x"), .init(material: nil, defect: "y")]
        func finding(_ round: Int, _ reason: LateFinding.Reason) -> CaseEvent.Payload {
            .lateFindingRecorded(
                finding: LateFinding(round: round, items: lines, reason: reason, words: "", owner: "li"))
        }
        let events: [(String, CaseEvent.Payload)] = [
            ("11-10", try notice(1, "11-10")), ("11-11", .correctionReceived(materials: [])),
        ]
        let named = try facts(events + [("11-12", finding(2, .overlooked)), ("11-13", notice(2, "11-13"))])
        #expect(named.contains(try fact(.lateFindings, "11-13", 2)))
        let changed = try facts(
            events + [
                ("11-12", finding(2, .overlooked)), ("11-12", finding(2, .rulesChanged)), ("11-13", notice(2, "11-13")),
            ])
        #expect(!changed.contains { $0.measure == .lateFindings })
        // Nothing is named late before the notice is out.
        #expect(try !facts(events + [("11-12", finding(2, .overlooked))]).contains { $0.measure == .lateFindings })
    }

    @Test func defectsAreLinesOfNoticesThatStand() throws {
        let lines = [
            item(.layoutPlan, ["area-marked", "signed"]), item(nil, ["scope"]),
            item(.policyIndex, nil, mustFulfil: "齐"),
            item(.agentIdentity, nil),
        ]
        let measures = CaseMeasures(SampleClocks.clocks)
        let standing = try measures.measure(file([("11-10", notice(1, "11-10", lines))])).defects
        let on = try day("11-10")
        #expect(
            standing == [
                MeasuredDefect(material: .layoutPlan, defect: "area-marked", on: on),
                MeasuredDefect(material: .layoutPlan, defect: "signed", on: on),
                MeasuredDefect(material: nil, defect: "scope", on: on),
                MeasuredDefect(material: .policyIndex, defect: "missing", on: on),
            ])
        let back = CaseEvent.Payload.noticeWithdrawn(
            withdrawal: NoticeWithdrawal(number: DocumentNumber("补1号"), reason: "错"))
        #expect(try measures.measure(file([("11-10", notice(1, "11-10", lines)), ("11-11", back)])).defects.isEmpty)
    }

    @Test func inspections() throws {
        func outcome(_ text: String, _ result: InspectionOutcome.Result, _ mode: InspectionMode) throws -> LifeEvent {
            .inspected(
                outcome: InspectionOutcome(
                    result: result, on: try day(text), mode: mode, inspectors: [], words: ""))
        }
        let task = LifeEvent.dispatched(
            dispatch: InspectionDispatch(mode: .onSite, inspectors: [], promisedBy: try day("11-20")))
        let facts = try facts([
            ("11-10", accepted("11-10")), ("11-11", .life(event: task)),
            ("11-13", .life(event: outcome("11-13", .rectify, .onSite))),
            ("11-18", .life(event: outcome("11-18", .passed, .video))),
        ])
        #expect(
            facts.isSuperset(of: [
                try fact(.inspectionFirst, "11-13"), try fact(.inspectedOnSite, "11-13"),
                try fact(.inspectionDays, "11-13", 2), try fact(.inspectedByVideo, "11-18"),
            ]))
        // The second look had no task, and the first wasn't a pass.
        #expect(facts.count { $0.measure == .inspectionDays } == 1)
        #expect(!facts.contains { $0.measure == .inspectionPassedAtFirst })
        let passed = try self.facts([("11-13", .life(event: outcome("11-13", .passed, .samples)))])
        #expect(
            passed.isSuperset(of: [try fact(.inspectionPassedAtFirst, "11-13"), try fact(.inspectedSamples, "11-13")]))
        let waiver = LifeEvent.waived(waiver: InspectionWaiver(reason: "", basis: Self.basis))
        let waived = try self.facts([("11-11", .life(event: waiver))])
        #expect(waived.contains(try fact(.inspectionsWaived, "11-11")))
        #expect(
            try !self.facts([("11-11", .life(event: waiver)), ("11-12", .life(event: task))])
                .contains { $0.measure == .inspectionsWaived })
    }

    /// Ten working days by law from the 10th: to the 24th.
    @Test func decisions() throws {
        let start: [(String, CaseEvent.Payload)] = [("11-10", try accepted("11-10"))]
        let kept = try facts(start + [("11-24", decision("11-24"))])
        #expect(kept.isSuperset(of: [try fact(.approved, "11-24"), try fact(.decisionDays, "11-24", 10)]))
        #expect(!kept.contains { $0.measure == .decidedLate })
        let late = try facts(start + [("11-25", decision("11-25", .denied))])
        #expect(
            late.isSuperset(of: [
                try fact(.denied, "11-25"), try fact(.decisionDays, "11-25", 11), try fact(.decidedLate, "11-25"),
            ]))
        // Ordered on the 11th and over on the 17th: four working days don't count.
        let stopped = try facts(
            start + [
                ("11-11", .clockStopped(reason: .hearing, note: "")), ("11-17", .clockResumed(note: "")),
                ("11-25", decision("11-25")),
            ])
        #expect(stopped.contains(try fact(.decisionDays, "11-25", 7)))
        #expect(!stopped.contains { $0.measure == .decidedLate })
        let open = try facts(
            start + [("11-11", .clockStopped(reason: .hearing, note: "")), ("11-25", decision("11-25"))])
        #expect(open.contains(try fact(.decisionDays, "11-25", 1)))
    }

    @Test func gaps() throws {
        let gaps = [
            GapPromise.Gap(material: .layoutPlan, name: "", dueOn: try day("11-16")),
            GapPromise.Gap(material: .policyIndex, name: "", dueOn: try day("11-20")),
        ]
        let start: [(String, CaseEvent.Payload)] = [
            ("11-10", .gapsPromised(promise: GapPromise(gaps: gaps, place: "", promisedBy: ""))),
            ("11-10", try accepted("11-10", gaps: [.layoutPlan, .policyIndex])),
        ]
        func settled(_ events: (String, [Material])...) throws -> Set<MeasuredFact> {
            try facts(start + events.map { ($0, .gapsSettled(materials: $1)) })
                .filter { [.gapsAccepted, .gapsOnTime, .gapsLate].contains($0.measure) }
        }
        let taken = try fact(.gapsAccepted, "11-10")
        #expect(try settled() == [taken])
        #expect(try settled(("11-12", [.layoutPlan])) == [taken])
        #expect(
            try settled(("11-16", [.layoutPlan]), ("11-20", [.policyIndex])) == [taken, fact(.gapsOnTime, "11-20")])
        #expect(
            try settled(("11-17", [.layoutPlan]), ("11-18", [.policyIndex])) == [taken, fact(.gapsLate, "11-18")])
        let decided = try facts(start + [("11-24", decision("11-24"))])
        #expect(decided.contains(try fact(.gapsLate, "11-24")))
        #expect(try !facts(start + [("11-16", decision("11-16"))]).contains { $0.measure == .gapsLate })
    }

    @Test func deliveryAndRating() throws {
        func life(_ text: String, _ event: LifeEvent) -> (String, CaseEvent.Payload) { (text, .life(event: event)) }
        let licence = IssuedLicence(
            number: "JY", issuedOn: try day("11-12"), expiresOn: nil, isElectronic: true)
        let start = [
            life("11-12", .licensed(licence: licence)),
            life("11-13", .delivered(delivery: Delivery(mode: .mailOut, on: try day("11-13")))),
        ]
        let mailed = try facts(start)
        #expect(
            mailed.isSuperset(of: [
                try fact(.licensed, "11-12"), try fact(.delivered, "11-13"), try fact(.zeroTrip, "11-13"),
            ]))
        let fetched = Delivery(mode: .window, on: try day("11-13"))
        #expect(try !facts([life("11-13", .delivered(delivery: fetched))]).contains { $0.measure == .zeroTrip })
        for (level, points) in zip(Rating.Level.allCases, [5, 4, 3, 2, 1]) {
            let rated = try facts(start + [life("11-16", .rated(rating: Rating(level: level, words: "")))])
            #expect(rated.contains(try fact(.rating, "11-16", points)))
        }
        let answered = try facts(
            start + [
                life("11-16", .rated(rating: Rating(level: .poor, words: ""))),
                life("11-17", .ratingAnswered(answer: RatingAnswer(words: "", isSettled: false))),
                life("11-20", .ratingAnswered(answer: RatingAnswer(words: "", isSettled: true))),
                life("11-23", .ratingAnswered(answer: RatingAnswer(words: "", isSettled: true))),
            ])
        #expect(answered.filter { $0.measure == .ratingsSettled } == [try fact(.ratingsSettled, "11-20", 4)])
    }

    @Test func endings() throws {
        let route = RouteTaken(to: "township", basis: Self.basis)
        #expect(
            try facts([("11-10", .routed(route: route))]) == [
                fact(.received, "11-09"), fact(.routed, "11-10"), fact(.answerDays, "11-10", 1),
            ])
        let refusal = Refusal(ground: .falsified, reason: "", basis: Self.basis)
        #expect(try facts([("11-10", .refused(refusal: refusal))]).contains(try fact(.refused, "11-10")))
        let given = Abandonment(number: DocumentNumber("补1号"), deadline: nil, words: "")
        #expect(
            try facts([("11-10", notice(1, "11-10")), ("12-30", .abandoned(abandonment: given))])
                .contains(fact(.abandoned, "12-30")))
    }

    /// Without a calendar nothing is told in days, and everything else as before.
    @Test func withoutClocks() throws {
        let file = try file([("11-10", accepted("11-10")), ("11-12", decision("11-12"))])
        let days: Set<Measure> = [.answerDays, .answeredLate, .decisionDays, .decidedLate]
        let all = CaseMeasures(SampleClocks.clocks).measure(file).facts
        #expect(CaseMeasures(nil).measure(file).facts == all.filter { !days.contains($0.measure) })
    }

    @Test func lookingAtACaseIsNoWork() throws {
        let message = OutboxMessage(id: "m", occasion: .noticeIssued, document: nil, recipient: "1", text: "")
        let file = try file([
            ("11-10", .materialCleared(material: .layoutPlan)), ("11-11", .identityRevealed),
            ("11-12", .messageQueued(message: message)),
        ])
        #expect(file.workedOn == (try day("11-10")))
    }
}
