import CaseDomain
import ChecklistFiles
import Testing

/// 核查 in the office file.
@Suite("Inspections of an office")
struct OfficeInspectionTests {
    private static let basis = "basis: {citation: 《法》第一条, verified: true}"

    private func office(_ inspection: String) throws -> Office {
        let sample = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let before = sample.split(separator: "\ninspection:", maxSplits: 1)[0]
        return try OfficeFile.decode(before + "\n" + inspection + "\n", file: "office.yaml")
    }

    private static func section(
        _ head: String = "promised-days: 2, daily-limit: 4", modes: String? = nil, scope: String = "modes: [on-site]"
    ) -> String {
        let ways = modes ?? "on-site: {people: 2, \(basis)}"
        return "inspection: {\(head), modes: {\(ways)}, scopes: [{name: 甲, english: A, \(scope), \(basis)}]}"
    }

    @Test("an office that says nothing gives no task out")
    func none() throws { #expect(try !office("").inspection.isOn) }

    @Test("what is written is read")
    func read() throws {
        let rules = try office(
            Self.section(
                "promised-days: 3, daily-limit: 5, departments: [公安], collectable: [layout-plan]",
                scope: "matters: [small-catering], items: [hot-dishes], without-products: [alcohol], modes: [on-site]")
        ).inspection
        #expect(rules.isOn && rules.promisedDays == 3 && rules.dailyLimit == 5 && rules.departments == ["公安"])
        #expect(rules.collectable == [.layoutPlan] && rules.modes[.onSite]?.people == 2)
        let scope = try #require(rules.scopes.first)
        #expect(scope.matters == [.smallCatering] && scope.within == [.hotDishes] && scope.modes == [.onSite])
        #expect(scope.withoutProducts == [.alcohol] && !scope.onlyUnchanged && scope.actions.count == 7)
    }

    @Test(
        "what can't be used is refused where it stands",
        arguments: [
            section("promised-days: 0, daily-limit: 4"), section("promised-days: 2, daily-limit: 0"),
            section("promised-days: 2, daily-limit: 4, departments: [公安, 公安]"),
            section("promised-days: 2, daily-limit: 4, collectable: [pizza]"),
            section(modes: "on-site: {people: 0, \(basis)}"), section(modes: "on-site: {people: 2}"),
            section(modes: "by-air: {people: 2, \(basis)}, on-site: {people: 2, \(basis)}"),
            section(scope: "modes: [video]"), section(scope: "modes: [on-site], unchanged: maybe"),
            section(scope: "matters: [x], modes: [on-site]"), section(scope: "matters: [small-catering]"),
            "inspection: []",
        ])
    func refused(text: String) {
        let failure = #expect(throws: DataLoadFailure.self) { _ = try office(text) }
        #expect(failure?.diagnostics.count == 1)
    }

    /// What the sample office says of cases as they come.
    @Test("the sample office sends two wherever somebody has to look, and leaves to the law what needs no look")
    func sample() throws {
        let path = "\(RuleData.folder.offices)/sample.yaml"
        let rules = try OfficeFile.decode(RuleData.text(path), file: path).inspection
        #expect(rules.modes[.onSite]?.people == 2 && rules.modes[.onSite]?.basis.verified == true)
        #expect(rules.promisedDays == 2)
        func modes(
            _ matter: Matter, _ action: Action = .new, _ subject: Subject? = nil, _ items: TermSet<Item> = [],
            _ marks: TermSet<Mark> = []
        ) -> TermSet<InspectionMode>? {
            let particulars = Particulars(
                matter: matter, action: action, receivedAt: Moment(CivilDate(dayNumber: 20_777)), channel: .window,
                applicant: Applicant(name: "甲", kind: .individual),
                premises: Premises(address: "乙", county: "371625"), subject: subject, marks: marks, items: items,
                facts: Facts())
            return rules.scope(of: particulars)?.modes
        }
        #expect(
            modes(.foodOperationLicence, .new, .catering, [.hotDishes, .coldMeat, .selfMadeDrinks]) == [
                .onSite, .video,
            ])
        #expect(modes(.foodOperationLicence, .new, .catering, [.hotDishes], [.centralKitchen]) == [.onSite])
        #expect(modes(.foodOperationLicence, .new, .canteen, [.hotDishes]) == [.onSite])
        #expect(modes(.foodOperationLicence, .new, .sales, [.bulkFood]) == [.onSite])
        #expect(modes(.foodOperationLicence, .new, .catering, [.cateringManagement]) == [.onSite, .samples])
        #expect(modes(.smallCatering) == [.onSite, .video] && modes(.smallWorkshop) == [.onSite])
        for matter in Matter.allCases {
            for action in Action.allCases { #expect(modes(matter, action)?.isEmpty == false, "\(matter) \(action)") }
        }
    }
}
