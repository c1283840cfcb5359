import CaseDomain
import TestSupport
import Testing

/// Who may do what, as a table: each row is one person, one step and one case.
@Suite("Authority")
struct AuthorityTests {
    /// What had happened to the case before; 王桂芬 took it in.
    enum Before: Sendable {
        case received
        case judged(by: String)
        case reviewed(by: String)
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let who: String
        let step: CaseStep
        let before: Before
        let about: String
        let ground: String?

        init(_ who: String, _ step: CaseStep, _ before: Before, _ about: String, _ ground: String?) {
            self.who = who
            self.step = step
            self.before = before
            self.about = about
            self.ground = ground
        }

        init(_ who: String, _ step: CaseStep, _ before: Before, _ ground: String?) {
            self.init(who, step, before, "licence", ground)
        }

        init(_ who: String, _ step: CaseStep, _ ground: String?) {
            self.init(who, step, .received, "licence", ground)
        }

        var testDescription: String { "\(who) \(step.id) \(about) \(before) -> \(ground ?? "may")" }
    }

    static let table: [Row] = [
        // Roles
        Row("王桂芬", .judge, nil), Row("王桂芬", .issueNotice, nil), Row("王桂芬", .approve, "role"),
        Row("李敏", .judge, nil), Row("赵建国", .inspect, nil), Row("赵建国", .judge, "role"),
        Row("赵建国", .accept, "role"), Row("王桂芬", .dispatch, "role"), Row("林书记", .dispatch, nil),
        Row("许科长", .reassign, nil), Row("王桂芬", .reassign, "role"), Row("许科长", .approve, "role"),
        Row("王桂芬", .release, "role"), Row("林书记", .release, nil), Row("许科长", .archive, nil),
        Row("周晓彤", .remindOfExpiry, nil), Row("周晓彤", .answerRating, "role"),
        // The county decides, the township serves
        Row("孙立业", .judge, nil), Row("孙立业", .accept, nil), Row("孙立业", .deliver, nil), Row("孙立业", .file, nil),
        Row("孙立业", .approve, "township"), Row("孙立业", .refuse, "township"), Row("孙立业", .review, "township"),
        Row("孙立业", .extendTerm, "township"), Row("王桂芬", .refuse, nil),
        // Four eyes
        Row("林书记", .approve, "four-eyes"), Row("林书记", .approve, .reviewed(by: "陈明辉"), nil),
        Row("林书记", .approve, .reviewed(by: "林书记"), "four-eyes"),
        Row("林书记", .deny, .reviewed(by: "林书记"), "four-eyes"), Row("林书记", .deny, .reviewed(by: "陈明辉"), nil),
        Row("林书记", .approve, .judged(by: "林书记"), "own-work"), Row("陈明辉", .review, .judged(by: "陈明辉"), nil),
        // Levels: a new restaurant needs 2, a central kitchen 3
        Row("陈明辉", .approve, .reviewed(by: "林书记"), nil), Row("冯秀兰", .approve, .reviewed(by: "陈明辉"), "level"),
        Row("陈明辉", .approve, .reviewed(by: "林书记"), "kitchen", "level"),
        Row("林书记", .approve, .reviewed(by: "陈明辉"), "kitchen", nil),
        Row("冯秀兰", .approve, .reviewed(by: "陈明辉"), "shop", nil),
        // One hand, for what is listed
        Row("冯秀兰", .approve, .received, "workshop", nil), Row("冯秀兰", .approve, .reviewed(by: "冯秀兰"), "workshop", nil),
        Row("冯秀兰", .approve, .judged(by: "冯秀兰"), "workshop", "own-work"),
        Row("冯秀兰", .approve, .received, "shop", "sole-approver"),
        Row("冯秀兰", .approve, .reviewed(by: "冯秀兰"), "shop", "sole-approver"),
        Row("冯秀兰", .approve, .received, "shop-renewal", nil),
        Row("陈明辉", .approve, .received, "workshop", "four-eyes"),
        // Accounts that nobody listed are free in the sample
        Row("somebody", .approve, nil), Row("somebody", .judge, nil),
    ]

    static func particulars(_ about: String) -> Particulars {
        switch about {
        case "workshop": return DeskCases.workshop()
        case "kitchen":
            var kitchen = DeskCases.restaurant()
            kitchen.marks = [.centralKitchen]
            return kitchen
        case "shop", "shop-renewal":
            var shop = DeskCases.restaurant()
            shop.subject = .sales
            shop.items = [.bulkAndPrepackaged]
            if about == "shop-renewal" { shop.action = .renewal }
            return shop
        default: return DeskCases.restaurant()
        }
    }

    static func file(_ before: Before = .received, _ about: String = "licence", by clerk: String = "王桂芬") throws
        -> CaseFile
    {
        let at = SampleDesk.morning
        let receipt = Receipt(
            application: Application(particulars: particulars(about)), checklist: nil, window: "A02")
        var events = [CaseEvent(stamp: EventStamp(at: at, by: ClerkID(clerk)), payload: .received(receipt: receipt))]
        switch before {
        case .received: break
        case .judged(let who):
            let record = MaterialRecord(material: .layoutPlan, how: .handedIn)
            events.append(
                CaseEvent(stamp: EventStamp(at: at, by: ClerkID(who)), payload: .materialRecorded(record: record)))
        case .reviewed(let who):
            let review = CaseReview(proposesApproval: true, words: "")
            events.append(
                CaseEvent(
                    stamp: EventStamp(at: at, by: ClerkID(who)), payload: .life(event: .reviewed(review: review))))
        }
        return try #require(CaseFile(number: CaseNumber(year: 2026, sequence: 1), history: events))
    }

    static func standing(
        _ who: String, _ step: CaseStep, _ file: CaseFile?, at office: Office = SampleDesk.office,
        _ absences: [Absence] = []
    ) -> Authority.Standing {
        Authority.standing(
            of: step, by: ClerkID(who), on: file, at: office, life: SampleDesk.life, absences: absences,
            today: SampleDesk.today)
    }

    static func away(_ who: String, cover: String, from: Int = 0, until: Int = 2) -> Absence {
        Absence(
            sequence: 1, who: ClerkID(who), from: SampleDesk.today.adding(days: from),
            until: SampleDesk.today.adding(days: until), cover: ClerkID(cover),
            entered: EventStamp(at: SampleDesk.morning, by: ClerkID("许科长")))
    }

    @Test("the table", arguments: table)
    func eachRow(row: Row) throws {
        let file = try Self.file(row.before, row.about)
        let refusal = Authority.refusal(
            of: row.step, by: ClerkID(row.who), on: file, at: SampleDesk.office, life: SampleDesk.life, absences: [],
            today: SampleDesk.today)
        #expect(refusal?.ground == row.ground)
    }

    @Test("a cover may what the absent colleague may, on the days of the absence and on no others")
    func covers() throws {
        let file = try Self.file(.reviewed(by: "林书记"))
        #expect(Self.standing("冯秀兰", .approve, file) == .refused(.level(needed: 2, own: 1)))
        let away = [Self.away("陈明辉", cover: "冯秀兰")]
        #expect(Self.standing("冯秀兰", .approve, file, away) == .covering(ClerkID("陈明辉")))
        for other in [
            Self.away("陈明辉", cover: "冯秀兰", from: 1), Self.away("陈明辉", cover: "冯秀兰", from: -2, until: -1),
            Self.away("陈明辉", cover: "王桂芬"), away[0].ended(on: SampleDesk.today),
        ] {
            #expect(Self.standing("冯秀兰", .approve, file, [other]) == .refused(.level(needed: 2, own: 1)))
        }
        // What he did himself binds him, whoever's place he takes.
        let judged = try Self.file(.judged(by: "冯秀兰"))
        #expect(Self.standing("冯秀兰", .approve, judged, away) == .refused(.ownWork))
    }

    @Test("a cover of a clerk works on his cases in his place, on everybody else's by his own right")
    func coveringClerks() throws {
        let away = [Self.away("王桂芬", cover: "李敏")]
        #expect(Self.standing("李敏", .judge, try Self.file(), away) == .covering(ClerkID("王桂芬")))
        #expect(Self.standing("李敏", .judge, try Self.file(by: "周晓彤"), away) == .own)
        #expect(Self.standing("李敏", .judge, try Self.file()) == .own)
        #expect(Self.standing("李敏", .judge, nil, away) == .own)
    }

    @Test("the staff list's cover has no rights while the colleague is there")
    func notAbsent() throws {
        var office = SampleDesk.office
        office.staff = Staff(
            people: [
                Staff.Member(account: ClerkID("a"), name: "甲", roles: [.approver], level: 3, cover: ClerkID("b")),
                Staff.Member(account: ClerkID("b"), name: "乙", roles: [.clerk]),
                Staff.Member(account: ClerkID("t"), name: "丙", roles: [.township], cover: nil),
            ], unlisted: [])
        let file = try Self.file(.reviewed(by: "c"))
        #expect(Self.standing("b", .approve, file, at: office) == .refused(.notAbsent(ClerkID("a"))))
        #expect(Self.standing("b", .approve, file, at: office, [Self.away("a", cover: "b")]) == .covering(ClerkID("a")))
        // The county's decisions are lent to no township window.
        #expect(Self.standing("t", .approve, file, at: office, [Self.away("a", cover: "t")]) == .refused(.township))
        #expect(Self.standing("x", .judge, file, at: office) == .refused(.unlisted))
        #expect(!Authority.mayWrite(ClerkID("x"), at: office, absences: [], today: SampleDesk.today))
        #expect(Authority.mayWrite(ClerkID("b"), at: office, absences: [], today: SampleDesk.today))
        #expect(!Authority.mayTakeIn(ClerkID("a"), at: office, absences: [], today: SampleDesk.today))
    }

    @Test("an office can bind the accounts that it doesn't list")
    func bound() throws {
        var office = SampleDesk.office
        let free = office.approvals
        office.approvals = Approvals(
            levels: free.levels, usualLevel: free.usualLevel, sole: free.sole, countyOnly: free.countyOnly,
            bindsUnlisted: true)
        let file = try Self.file(by: "somebody")
        #expect(Self.standing("somebody", .approve, file) == .own)
        #expect(Self.standing("somebody", .approve, file, at: office) == .refused(.ownWork))
        #expect(Self.standing("another", .approve, file, at: office) == .refused(.level(needed: 2, own: 0)))
    }

    @Test("every event that changes a case belongs to a step of the table")
    func steps() {
        for rule in SampleDesk.life.rules { #expect(!rule.roles.isEmpty) }
        #expect(CaseEvent.Payload.accepted(acceptance: Acceptance(on: SampleDesk.today, gaps: [])).step == .accept)
        #expect(CaseEvent.Payload.identityRevealed.step == nil)
        #expect(LifeEvent.attemptRefused(attempt: RefusedAttempt(step: .approve, ground: "role")).step == nil)
        #expect(LifeEvent.attemptRefused(attempt: RefusedAttempt(step: .approve, ground: "role")).isAside)
    }
}
