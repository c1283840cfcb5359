import CaseDomain
import TestSupport
import Testing

/// 核查: which cases are looked at how, and who may be sent on a day.
@Suite("Inspection roster")
struct InspectionRosterTests {
    typealias Bar = InspectionRoster.Bar

    struct Sample: CustomTestStringConvertible, Sendable {
        let member: Staff.Member
        let day: String
        let load: Int
        let bar: Bar?
        var testDescription: String { "\(member.account.text) on \(day)" }

        init(_ member: Staff.Member, _ day: String = "2026-11-23", load: Int = 0, bar: Bar? = nil) {
            self.member = member
            self.day = day
            self.load = load
            self.bar = bar
        }
    }

    private static let last = DeskCases.date("2026-11-23")

    static let samples = [
        Sample(SampleInspectors.inspector("甲")),
        Sample(SampleInspectors.inspector("当天到期", certificate: last)),
        Sample(SampleInspectors.inspector("昨天到期", certificate: last), "2026-11-24", bar: .certificateOver(last)),
        Sample(SampleInspectors.inspector("无证", certificate: nil), bar: .noCertificate),
        Sample(SampleInspectors.inspector("当天训毕", trained: last)),
        Sample(SampleInspectors.inspector("训过期", trained: last), "2026-11-24", bar: .trainingOver(last)),
        Sample(SampleInspectors.inspector("未训", trained: nil), bar: .untrained),
        Sample(SampleInspectors.inspector("满", trained: nil), load: 2, bar: .untrained),
        Sample(SampleInspectors.inspector("一处"), load: 1),
        Sample(SampleInspectors.inspector("两处"), load: 2, bar: .full(2)),
    ]

    @Test("who may go, and why the others may not", arguments: samples)
    func bars(sample: Sample) {
        let staff = Staff(people: [sample.member], unlisted: [])
        let roster = InspectionRoster(
            staff, SampleInspectors.rules, region: nil, on: DeskCases.date(sample.day),
            loads: [sample.member.account: sample.load])
        #expect(roster.entries.map(\.bar) == [sample.bar])
        #expect(roster.bar(sample.member.account) == sample.bar)
    }

    @Test("somebody who is no inspector is never sent, not even one that no list knows")
    func outsiders() {
        let clerk = SampleInspectors.inspector("窗口", roles: [.clerk])
        let roster = InspectionRoster(
            Staff(people: [clerk], unlisted: TermSet(Role.allCases)), SampleInspectors.rules, region: nil,
            on: Self.last, loads: [:])
        #expect(roster.entries == [])
        #expect(roster.bar(clerk.account) == .notInspector && roster.bar(ClerkID("谁")) == .notInspector)
        #expect(InspectionRoster.unfit(clerk, on: Self.last) == .notInspector)
    }

    @Test("own region first, then by load, then as the office names them; who may not go stands last")
    func order() {
        let people = [
            SampleInspectors.inspector("西", regions: ["西"]), SampleInspectors.inspector("东忙", regions: ["东"]),
            SampleInspectors.inspector("无证", regions: ["东"], certificate: nil), SampleInspectors.inspector("都管"),
            SampleInspectors.inspector("东", regions: ["北", "东"]),
        ]
        let roster = InspectionRoster(
            Staff(people: people, unlisted: []), SampleInspectors.rules, region: "东", on: Self.last,
            loads: [ClerkID("东忙"): 1])
        #expect(roster.entries.map(\.member.name) == ["都管", "东", "东忙", "西", "无证"])
        #expect(roster.entries.map(\.isOwnRegion) == [true, true, true, false, true])
        #expect(roster.entries.map { $0.bar == nil } == [true, true, true, true, false])
    }

    @Test("cases of one visit count as one, and only on their day")
    func loads() throws {
        func task(_ number: String, _ people: [String], visit: String? = nil, day: String?) -> InspectionTask {
            InspectionTask(
                number: CaseNumber(number),
                dispatch: InspectionDispatch(
                    mode: .onSite, inspectors: people.map { ClerkID($0) }, visit: visit,
                    promisedBy: DeskCases.date("2026-11-24"), plannedFor: day.map(DeskCases.date)),
                on: DeskCases.date("2026-11-20"), appointment: nil)
        }
        let tasks = [
            task("1", ["甲", "乙"], visit: "v", day: "2026-11-23"), task("2", ["甲", "乙"], visit: "v", day: "2026-11-23"),
            task("3", ["甲"], day: "2026-11-23"), task("4", ["乙"], day: "2026-11-24"), task("5", ["丙"], day: nil),
        ]
        #expect(InspectionRoster.loads(of: tasks, on: Self.last) == [ClerkID("甲"): 2, ClerkID("乙"): 1])
        // Where no day was set, the promised one counts.
        let next = InspectionRoster.loads(of: tasks, on: DeskCases.date("2026-11-24"))
        #expect(next == [ClerkID("乙"): 1, ClerkID("丙"): 1])
    }

    // MARK: Scopes

    @Test("the first row that fits says how a case may be looked at")
    func scopes() {
        func name(_ change: (inout Particulars) -> Void) -> String? {
            var particulars = DeskCases.restaurant()
            change(&particulars)
            return SampleInspectors.rules.scope(of: particulars)?.name
        }
        #expect(name { _ in } == "餐饮")
        #expect(name { $0.items = [.hotDishes, .rawFood] } == "其他")
        #expect(name { $0.items = [] } == "其他")
        #expect(name { $0.marks = [.centralKitchen] } == "其他")
        #expect(name { $0.facts.products = [.alcohol, .pastry] } == "其他")
        #expect(name { $0.facts.products = [.pastry] } == "餐饮")
        #expect(name { $0.subject = .canteen } == "其他")
        #expect(name { $0.matter = .prepackagedFiling } == "备案")
        #expect(name { $0.action = .renewal } == "餐饮")
        #expect(name { ($0.action, $0.facts[.conditionsUnchanged]) = (.renewal, false) } == "餐饮")
        #expect(name { ($0.action, $0.facts[.conditionsUnchanged]) = (.renewal, true) } == "未变化")
        #expect(InspectionRules.none.scope(of: DeskCases.restaurant()) == nil && !InspectionRules.none.isOn)
    }

    @Test("a line of the queue is passed over only where no fact could make it be looked at")
    func excuses() {
        func excused(_ matter: Matter, _ action: Action) -> Bool {
            SampleInspectors.rules.excuses(
                InspectionRules.CaseOutline(
                    matter: matter, action: action, subject: .catering, marks: [], items: [.hotDishes]))
        }
        #expect(!excused(.foodOperationLicence, .new) && !excused(.foodOperationLicence, .renewal))
        #expect(excused(.prepackagedFiling, .new) && excused(.prepackagedFiling, .change))
    }
}
