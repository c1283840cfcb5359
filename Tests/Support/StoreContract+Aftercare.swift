import CaseDomain
import CaseStore

extension StoreContract {
    private func numbers(_ firms: [FirmLicences]) -> [[String]] { firms.map { $0.licences.map(\.line.licence) } }

    /// Licences are known by what issued them and by what names them; the latest case has the say, and what is renewed,
    /// cancelled or struck off leaves the list by itself.
    package func licencesRunOut() throws {
        let store = try makeStore()
        let query = ExpiryQuery(through: DeskCases.date("2027-05-20"))
        try LicenceCases.licensed(LicenceCases.firm("甲"), "JY-1", expires: "2026-12-01", in: store)
        try LicenceCases.licensed(LicenceCases.firm("乙"), "JY2", expires: "2026-11-01", in: store, window: "A03")
        try LicenceCases.licensed(LicenceCases.firm("甲"), "JY3", expires: "2027-05-20", in: store)
        try LicenceCases.licensed(LicenceCases.firm("丙"), "JY4", expires: "2027-05-21", in: store)
        try LicenceCases.licensed(LicenceCases.firm("丁"), "JY5", expires: nil, in: store)
        let listed = try store.expiringFirms(query, after: nil, limit: 9)
        try expect(numbers(listed) == [["JY2"], ["JY-1", "JY3"]], "firms by their first last day, licences together")
        try expect(try store.countExpiringFirms(query) == 2, "firms are counted")
        let second = try store.expiringFirms(query, after: listed[0].place, limit: 9)
        try expect(second == Array(listed.dropFirst()), "reading goes on behind a place")
        try expect(try store.expiringFirms(query, after: nil, limit: 1) == Array(listed.prefix(1)), "a page ends")
        var own = query
        own.windows = ["A03"]
        try expect(try numbers(store.expiringFirms(own, after: nil, limit: 9)) == [["JY2"]], "by window")
        // A renewal in hand: nobody need be reminded; withdrawn, he need.
        var renewal = DeskCases.held(.renewal, expires: "2026-12-01")
        (renewal.applicant.name, renewal.applicant.uscc) = ("甲", nil)
        renewal.licence?.number = "jy 1"
        let file = try DeskCases.receive(renewal, into: store)
        try expect(try numbers(store.expiringFirms(query, after: nil, limit: 9)) == [["JY2"], ["JY3"]], "in hand")
        let withdrawn = try DeskCases.append([.withdrawn(reason: "")], to: file, on: "2026-11-20", in: store)
        let back = try store.expiringFirms(query, after: nil, limit: 9)
        try expect(numbers(back) == [["JY2"], ["jy 1", "JY3"]], "a renewal that was withdrawn renews nothing")
        try expect(back[1].first?.revision == withdrawn.revision, "the latest case is the one to write to")
        // Renewed under the same number: its new last day is far away.
        let again = try DeskCases.receive(renewal, into: store)
        let steps = LicenceCases.steps("JY1", expires: "2031-12-01", on: again.submittedOn)
        _ = try DeskCases.append(steps, to: again, on: "2026-11-20", in: store)
        try expect(try numbers(store.expiringFirms(query, after: nil, limit: 9)) == [["JY2"], ["JY3"]], "renewed")
        let ending = LicenceEnding(reason: .abnormal, words: "人去楼空")
        let target = try store.load(listed[0].licences[0].line.number)
        if let target {
            _ = try DeskCases.append(
                [.life(event: .licenceEnded(ending: ending))], to: target, on: "2026-11-20", in: store)
        }
        try expect(try numbers(store.expiringFirms(query, after: nil, limit: 9)) == [["JY3"]], "struck off")
    }

    /// Who was told when and what he said is known of each licence, and can be asked for.
    package func contactsAreKept() throws {
        let store = try makeStore()
        let days = DeskCases.date("2027-01-01")
        let first = try LicenceCases.licensed(LicenceCases.firm("甲"), "JY1", expires: "2026-12-01", in: store)
        try LicenceCases.licensed(LicenceCases.firm("乙"), "JY2", expires: "2026-12-02", in: store)
        _ = try DeskCases.append(
            [LicenceCases.contact(.message, .told)], to: first, on: "2026-10-01", in: store)
        guard let told = try store.load(first.number) else { return }
        _ = try DeskCases.append([LicenceCases.contact(.phone, .unreachable)], to: told, on: "2026-11-10", in: store)
        func names(_ contact: ExpiryQuery.Contact) throws -> [String] {
            try store.expiringFirms(ExpiryQuery(through: days, contact: contact), after: nil, limit: 9)
                .map(\.applicant)
        }
        try expect(try names(.any) == ["甲", "乙"], "all")
        try expect(try names(.none) == ["乙"], "nobody has told him")
        try expect(try names(.channel(.phone)) == ["甲"] && names(.channel(.message)) == [], "the last channel")
        try expect(try names(.answer(.unreachable)) == ["甲"] && names(.answer(.told)) == [], "the last answer")
        let due = { (day: String) in ExpiryQuery.Contact.due([.unreachable: DeskCases.date(day)]) }
        try expect(try names(due("2026-11-09")) == ["乙"] && names(due("2026-11-10")) == ["甲", "乙"], "old enough")
        let line = try store.expiringFirms(ExpiryQuery(through: days), after: nil, limit: 1).first?.first?.line
        try expect(line?.contact?.on == DeskCases.date("2026-11-10"), "the last contact")
        try expect(line?.messagedOn == DeskCases.date("2026-10-01"), "the last message")
    }

    /// The list agrees with what the cases themselves say, whatever happens to them in which order.
    package func licencesAgreeWithModel(seed: UInt64) throws {
        let store = try makeStore()
        let model = InMemoryCaseStore(projection: StoreSamples.projection)
        var dice = Dice(seed: seed)
        for _ in 0..<60 {
            let year = Int.random(in: 2026...2027, using: &dice)
            let expires = "\(year)-0\(Int.random(in: 1...9, using: &dice))-15"
            let number = "JY\(Int.random(in: 1...12, using: &dice))"
            var held = DeskCases.held(
                [.renewal, .cancel, .change].randomElement(using: &dice) ?? .change, expires: expires)
            held.licence?.number = number
            held.applicant.name = ["甲", "乙", "丙"].randomElement(using: &dice) ?? "甲"
            held.applicant.uscc = [nil, DeskCases.creditCode].randomElement(using: &dice) ?? nil
            var payloads: [CaseEvent.Payload] = []
            switch Int.random(in: 0...4, using: &dice) {
            case 0: payloads = LicenceCases.steps(number, expires: expires, on: StoreSamples.today)
            case 1: payloads = LicenceCases.steps("JYX\(number)", expires: expires, on: StoreSamples.today)
            case 2: payloads = [.withdrawn(reason: "")]
            case 3: payloads = [LicenceCases.contact(.phone, .told)]
            default: break
            }
            for target in [store, model] as [any CaseStoring] {
                let file = try DeskCases.receive(held, into: target)
                if !payloads.isEmpty {
                    _ = try DeskCases.append(payloads, to: file, on: "2026-11-20", in: target)
                }
            }
        }
        for contact in [ExpiryQuery.Contact.any, .none, .answer(.told)] {
            let query = ExpiryQuery(
                from: DeskCases.date("2026-03-01"), through: DeskCases.date("2027-06-30"), contact: contact)
            try expect(
                try store.expiringFirms(query, after: nil, limit: 99)
                    == model.expiringFirms(query, after: nil, limit: 99),
                "seed \(seed), \(contact)")
            try expect(
                try store.countExpiringFirms(query) == model.countExpiringFirms(query), "the count of seed \(seed)")
        }
    }

    /// What is told keeps its number and its story; a refusal writes nothing.
    package func feedbackIsKept() throws {
        let store = try makeStore()
        let opening = FeedbackOpening(
            kind: .system, words: "提交“时”报错", from: "", window: "A02", number: CaseNumber("2026-000001"))
        let first = try store.perform(.open(opening), stamp: StoreSamples.stamp(0)).get()
        let second = try store.perform(.open(opening), stamp: StoreSamples.stamp(1, by: "li")).get()
        try expect([first, second].map(\.number.text) == ["F1", "F2"], "numbers are counted")
        try expect(first.opening == opening && first.firstAsked == ClerkID("zhang"), "what was told, and to whom")
        let stranger = FeedbackNumber(9)
        let refused = try store.perform(.change(stranger, .read), stamp: StoreSamples.stamp(2))
        try expect(refused == .failure(.noSuchFeedback(stranger)), "nobody told that")
        let named = FeedbackOpening(
            kind: .system, words: "身份证11010519491231002X", from: "", window: "A02", number: nil)
        try expect(
            try store.perform(.open(named), stamp: StoreSamples.stamp(2)) == .failure(.identityNumber), "no numbers")
        let sheet = try store.feedback(closedSince: Moment(StoreSamples.today), counter: nil)
        try expect(sheet?.items == [first, second], "everything is listed")
        try expect(
            try store.feedback(closedSince: Moment(StoreSamples.today), counter: sheet?.counter) == nil, "nothing new")
        let acts: [(FeedbackDeed, String)] = [
            (.passedUp(to: "许科长", words: "请处理"), "zhang"), (.answered(words: "已修复"), "xu"), (.read, "zhang"),
            (.closed(words: "好了"), "zhang"),
        ]
        var states: [Feedback.State] = []
        var unread: [Bool] = []
        for (step, act) in acts.enumerated() {
            let feedback = try store.perform(
                .change(first.number, act.0), stamp: StoreSamples.stamp(3 + step, by: act.1)
            ).get()
            states.append(feedback.state)
            unread.append(feedback.isUnread)
        }
        try expect(states == [.passedUp, .answered, .answered, .closed], "it goes up and comes back")
        try expect(unread == [false, true, false, false], "the answer waits for whoever wrote it down")
        let late = try store.perform(.change(first.number, .answered(words: "又")), stamp: StoreSamples.stamp(9))
        try expect(late == .failure(.isClosed(first.number)), "closed is closed")
        let history = try store.feedbackHistory(of: first.number)
        try expect(history.count == 5 && Feedback(history)?.state == .closed, "the story is whole")
        let open = try store.feedback(closedSince: StoreSamples.stamp(60).at, counter: nil)
        try expect(open?.items == [second], "what was closed before isn't listed")
    }

    /// A bad rating stands in the list until it is put right.
    package func badRatingsAreListed() throws {
        let store = try makeStore()
        let file = try LicenceCases.licensed(LicenceCases.firm("甲"), "JY1", expires: nil, in: store)
        func rate(_ event: LifeEvent) throws -> [BadRating] {
            guard let now = try store.load(file.number) else { return [] }
            _ = try DeskCases.append([.life(event: event)], to: now, on: "2026-11-20", in: store)
            return try store.openBadRatings(limit: 9)
        }
        try expect(try rate(.rated(rating: Rating(level: .good, words: ""))) == [], "a good one isn't listed")
        let bad = try rate(.rated(rating: Rating(level: .poor, words: "等太久")))
        try expect(bad.map(\.level) == [.poor] && bad.map(\.number) == [file.number], "a bad one is")
        try expect(try rate(.rated(rating: Rating(level: .veryPoor, words: ""))).map(\.level) == [.veryPoor], "worse")
        let lookedInto = RatingAnswer(words: "已回访", isSettled: false)
        try expect(try rate(.ratingAnswered(answer: lookedInto)).count == 1, "looking into it isn't enough")
        let settled = RatingAnswer(words: "已整改", isSettled: true)
        try expect(try rate(.ratingAnswered(answer: settled)) == [], "put right")
    }
}
