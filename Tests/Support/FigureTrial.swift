import CaseDomain
package import CaseStore

/// Random lives of cases in a store, beside the plain store that folds every case anew for each figure.
package struct FigureTrial {
    private let store: any DeskStoring
    private let model = InMemoryCaseStore(projection: StoreSamples.projection)
    private var random: Dice
    private var files: [CaseFile] = []
    /// The day of work; it goes on, and the receipts lie around it.
    private var day = StoreSamples.today.adding(days: -120)
    private var documents = 0
    /// Cases of a page: few enough that most figures have several.
    private static let page = 11

    package init(store: any DeskStoring, seed: UInt64) {
        self.store = store
        random = Dice(seed: seed)
    }

    package mutating func work(steps: Int) throws {
        for _ in 0..<steps {
            if random.chance(25) { day = day.adding(days: 1 + random.below(4)) }
            if files.count < 10 || random.chance(20) { try receive() } else { try change() }
        }
    }

    private mutating func stamp() -> EventStamp {
        EventStamp(at: Moment(day, seconds: 36_000), by: ClerkID(random.pick(["zhang", "li", "王"])))
    }

    private mutating func receive() throws {
        let receipts = (0..<1 + random.below(3)).map { _ in receipt() }
        let stamp = stamp()
        let numbers = try store.receive(receipts, stamp: stamp)
        try expect(try model.receive(receipts, stamp: stamp) == numbers, "both number alike")
        for (number, receipt) in zip(numbers, receipts) {
            let event = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
            if let file = CaseFile(number: number, first: event) { files.append(file) }
        }
    }

    private mutating func receipt() -> Receipt {
        let receipt = StoreSamples.receipt(
            name: "甲", matter: random.pick(Matter.allCases),
            at: Moment(day.adding(days: -random.pick([0, 0, 1, 3, 40])), seconds: 30_000),
            area: Double(random.pick([0, 3, 7, 99])), window: random.pick(["A01", "A02", ""]))
        guard random.chance(40) else { return receipt }
        var application = receipt.application
        application.record(MaterialRecord(material: .businessLicence, how: .retrieved))
        return Receipt(application: application, checklist: receipt.checklist, window: receipt.window)
    }

    private mutating func change() throws {
        let place = random.below(files.count)
        let stamp = stamp()
        let payloads = (0..<1 + random.below(3)).map { _ in self.payload(files[place]) }
        do {
            let file = try store.append(
                payloads, to: files[place].number, expecting: files[place].revision, stamp: stamp)
            files[place] = try model.append(
                payloads, to: files[place].number, expecting: files[place].revision, stamp: stamp)
            try expect(file == files[place], "both fold alike")
        } catch StoreError.alreadyNotified {
            // Papers have one notice; the other store would refuse as well.
            return
        }
    }

    private mutating func payload(_ file: CaseFile) -> CaseEvent.Payload {
        let near = day.adding(days: -random.below(3))
        let basis = LegalSource(citation: "《食品安全法》", verified: false)
        let gaps: [Material] = random.pick([[], [.layoutPlan], [.layoutPlan, .policyIndex]])
        switch random.below(22) {
        case 0...2:
            documents += 1
            return .noticeIssued(notice: notice(file.round + 1))
        case 3...4: return .correctionReceived(materials: [.layoutPlan])
        case 5...6: return .accepted(acceptance: Acceptance(on: near, gaps: gaps))
        case 7:
            let promised = gaps.map {
                GapPromise.Gap(material: $0, name: "图", dueOn: day.adding(days: random.below(9)))
            }
            return .gapsPromised(promise: GapPromise(gaps: promised, place: "A", promisedBy: "王"))
        case 8...9: return .gapsSettled(materials: random.pick([[.layoutPlan], [.layoutPlan, .policyIndex]]))
        case 10: return .withdrawn(reason: "改期")
        case 11: return .routed(route: RouteTaken(to: "township", basis: basis))
        case 12: return random.pick([.clockStopped(reason: .testing, note: ""), .clockResumed(note: "")])
        case 13:
            return .noticeWithdrawn(
                withdrawal: NoticeWithdrawal(number: file.notices.last?.number ?? DocumentNumber("无"), reason: "错"))
        case 14:
            let item = LateFinding.Item(material: .layoutPlan, defect: "area-marked")
            return .lateFindingRecorded(
                finding: LateFinding(
                    round: 1 + random.below(3), items: random.pick([[item], [item, item]]),
                    reason: random.pick(LateFinding.Reason.allCases), words: "", owner: "li"))
        case 15:
            return .particularsChanged(
                particulars: StoreSamples.particulars(
                    name: "乙", matter: random.pick(Matter.allCases), at: file.particulars.receivedAt))
        case 16: return .identityRevealed
        default: return .life(event: life(near, basis))
        }
    }

    private mutating func notice(_ round: Int) -> IssuedNotice {
        let basis = LegalSource(citation: "《行政许可法》", verified: true)
        let item = NoticeItem(
            material: random.pick([.layoutPlan, .policyIndex, nil]), name: "图", row: "X3", problems: ["缺"],
            remedies: ["补"], mustFulfil: random.pick(["", "齐"]), basis: basis, copies: "",
            defects: random.pick([nil, ["missing"], ["area-marked", "signed"]]))
        return IssuedNotice(
            restoring: DocumentNumber("补\(documents)号"), round: round, issuedAt: Moment(day, seconds: 36_000),
            correctionDays: 5, deadline: day.adding(days: 7),
            checklist: ChecklistReference(id: "x", version: "1", digest: "sha256:00"), program: "1", items: [item],
            lines: ["告知书"])
    }

    private mutating func life(_ near: CivilDate, _ basis: LegalSource) -> LifeEvent {
        switch random.below(12) {
        case 0...1:
            return .dispatched(
                dispatch: InspectionDispatch(mode: .onSite, inspectors: [ClerkID("zhao")], promisedBy: day))
        case 2...3:
            return .inspected(
                outcome: InspectionOutcome(
                    result: random.pick([.passed, .rectify, .failed]), on: near,
                    mode: random.pick(InspectionMode.allCases),
                    inspectors: [ClerkID("zhao")], words: ""))
        case 4: return .waived(waiver: InspectionWaiver(reason: "续", basis: basis))
        case 5:
            return random.pick([
                .reviewed(review: CaseReview(proposesApproval: true, words: "")), .sentBack(reason: ""),
            ])
        case 6:
            return .decided(
                decision: Decision(
                    outcome: random.pick([.approved, .denied]), on: near, reviewedBy: ClerkID("a"),
                    decidedBy: ClerkID("b"), level: 1, reason: ""))
        case 7:
            return .licensed(
                licence: IssuedLicence(number: "JY1", issuedOn: near, expiresOn: nil, isElectronic: true))
        case 8: return .delivered(delivery: Delivery(mode: random.pick(DeliveryMode.allCases), on: near))
        case 9: return .rated(rating: Rating(level: random.pick(Rating.Level.allCases), words: ""))
        case 10: return .ratingAnswered(answer: RatingAnswer(words: "", isSettled: random.chance(60)))
        default:
            return .reassigned(
                assignment: Reassignment(
                    to: ClerkID(random.pick(["li", "wang"])), window: random.pick(["A01", "A03"]), reason: "病"))
        }
    }

    // MARK: What must be seen

    /// Every figure, and the cases behind it.
    package mutating func check() throws {
        for idle in [0, 4] {
            let today = day.adding(days: -random.below(3))
            let since = today.adding(days: -idle)
            let board = try model.dayBoard(on: today, idleSince: since)
            let found = try store.dayBoard(on: today, idleSince: since)
            try expect(found == board, "the board on \(today): \(found.rows) is not \(board.rows)")
            for figure in DayBoard.Figure.allCases {
                let query = BoardQuery(
                    figure, window: random.pick([nil, "A01", "A02"]), clerk: random.pick([nil, ClerkID("li")]),
                    today: today, idleSince: since)
                try checkPages("\(query)", on: model, and: store) { store, last throws(StoreError) in
                    try store.cases(on: query, after: last, limit: Self.page)
                }
            }
        }
        for _ in 0..<8 { try check(query()) }
    }

    private mutating func query() -> FigureQuery {
        let from = day.adding(days: -random.below(150))
        let period = random.pick([
            from...from, from...from.adding(days: 9), from...from.adding(days: 70), from...from.adding(days: 400),
            CivilDate(dayNumber: 20_666 - 400)...day,
        ])
        return FigureQuery(
            days: period, window: random.pick([nil, nil, "A01", ""]), clerk: random.pick([nil, nil, ClerkID("li")]),
            matter: random.pick([nil, nil, .smallCatering]), grouping: random.pick(FigureGrouping.allCases),
            asOf: random.pick([nil, day, day.adding(days: 20)]))
    }

    private mutating func check(_ query: FigureQuery) throws {
        let sheet = try model.figures(query)
        let found = try store.figures(query)
        try expect(found == sheet, "\(query): \(found) is not \(sheet)")
        for measures in [[random.pick(Measure.allCases)], [.answeredLate, random.pick(Measure.allCases)], []] {
            try checkPages("\(measures) in \(query)", on: model, and: store) { store, last throws(StoreError) in
                try store.cases(measured: measures, in: query, after: last?.key, limit: Self.page)
            }
        }
        for defect in sheet.defects.prefix(2)
            + [FigureSheet.DefectCount(material: .schoolProof, defect: "missing", count: 1)]
        {
            try checkPages("\(defect) in \(query)", on: model, and: store) { store, last throws(StoreError) in
                try store.cases(with: defect, in: query, after: last?.key, limit: Self.page)
            }
        }
    }

    private func checkPages(
        _ what: String, on model: any DeskStoring, and store: any DeskStoring,
        _ page: (any DeskStoring, QueueRow?) throws(StoreError) -> [QueueRow]
    ) throws {
        var last: QueueRow?
        var seen: Set<Int64> = []
        repeat {
            let expected = try page(model, last)
            try expect(try page(store, last) == expected, "the cases of \(what) after \(last?.key ?? 0)")
            try expect(expected.allSatisfy { seen.insert($0.key).inserted }, "pages go on")
            last = expected.last
        } while last != nil
    }
}

extension StoreContract {
    /// After random lives of cases every figure is what a folding of all of them gives.
    package func figuresAgreeWithModel(seed: UInt64) throws {
        do {
            var trial = FigureTrial(store: try makeStore(), seed: seed)
            try trial.check()
            for _ in 0..<4 {
                try trial.work(steps: 40)
                try trial.check()
            }
        } catch {
            throw StoreContractBreach(description: "seed \(seed): \(error)")
        }
    }
}
