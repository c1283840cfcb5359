import CaseDomain
import CaseStore
import ChecklistRules
import TestSupport
import Testing

/// 下一步, by the table of a case's life and by what is known of the case.
struct NextStepTests {
    @Test func `what leads on heeds what is known of the case`() throws {
        let store = InMemoryCaseStore(projection: SampleDesk.projection)
        let day = "2026-11-20"
        func next(_ file: CaseFile, in state: CaseState) -> CaseStep? {
            SampleDesk.book.nextStep(of: file, in: state, at: SampleDesk.office)?.step
        }
        let plain = try DeskCases.receive(DeskCases.restaurant(), into: store)
        #expect(next(plain, in: .accepted) == .dispatch)
        let declared = DeskCases.held(.renewal, facts: [.conditionsUnchanged: true])
        #expect(next(try DeskCases.receive(declared, into: store), in: .accepted) == .waive)
        for (isFor, step) in [(true, CaseStep.approve), (false, .deny)] {
            let review = CaseReview(proposesApproval: isFor, words: "")
            let reviewed = try DeskCases.append(
                [
                    .accepted(acceptance: Acceptance(on: DeskCases.date(day), gaps: [])),
                    .life(event: .reviewed(review: review)),
                ], to: try DeskCases.receive(DeskCases.restaurant(), into: store), on: day, in: store)
            #expect(next(reviewed, in: .reviewed) == step)
        }
    }

    // MARK: One source of what needs no look

    struct Excused: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let particulars: Particulars
        /// 下一步 of the accepted case.
        let step: CaseStep
        /// The rule by which nobody may be sent; nil where somebody may.
        let exemption: String?
        /// Whether a line of the queue shows it.
        let isPassedOver: Bool
    }

    static let excused: [Excused] = {
        func of(_ action: Action = .new, _ change: (inout Particulars) -> Void = { _ in }) -> Particulars {
            var particulars = action == .new ? DeskCases.restaurant() : DeskCases.held(action)
            change(&particulars)
            return particulars
        }
        func row(
            _ name: String, _ particulars: Particulars, _ step: CaseStep, by exemption: String? = nil, queue: Bool
        ) -> Excused {
            Excused(
                testDescription: name, particulars: particulars, step: step, exemption: exemption, isPassedOver: queue)
        }
        return [
            row("restaurant", of(), .dispatch, queue: false),
            row("management alone", of { $0.items = [.cateringManagement] }, .waive, queue: true),
            row(
                "management and cooking", of { $0.items = [.cateringManagement, .hotDishes] }, .dispatch, queue: false),
            row(
                "prepackaged alone", of { ($0.subject, $0.items) = (.sales, [.prepackagedOnly]) }, .waive,
                by: "prepackaged", queue: true),
            row("declared unchanged", of(.renewal) { $0.facts[.conditionsUnchanged] = true }, .waive, queue: false),
            row("renewal", of(.renewal), .dispatch, queue: false),
            row("reissue", of(.reissue), .waive, by: "reissue", queue: true),
            row("only the name", of(.change) { $0.facts.changed = [.name] }, .waive, by: "not-on-site", queue: false),
            row("workshop", DeskCases.workshop(), .dispatch, queue: false),
        ]
    }()

    @Test(arguments: excused)
    func `the next step, the gate and the board go by one source`(sample: Excused) throws {
        let office = SampleDesk.office
        let store = InMemoryCaseStore(projection: SampleDesk.projection)
        let file = try DeskCases.receive(sample.particulars, into: store)
        #expect(SampleDesk.book.nextStep(of: file, in: .accepted, at: office)?.step == sample.step)
        #expect(SampleDesk.book.exemption(of: sample.particulars, at: office)?.id == sample.exemption)
        let outline = InspectionRules.CaseOutline(
            matter: sample.particulars.matter, action: sample.particulars.action, subject: sample.particulars.subject,
            marks: sample.particulars.marks, items: sample.particulars.items)
        let excuses = InspectionExcuses(SampleDesk.book.waivers, at: office)
        #expect(excuses.excuses(outline) == sample.isPassedOver)
        // Whatever the queue passes over leads to an excuse, and whoever may not be sent isn't the next step.
        if sample.isPassedOver || sample.exemption != nil { #expect(sample.step == .waive) }
    }

    @Test func `a row of an older office file that lets nobody look still does`() throws {
        let text = try SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml").replacing(
            "  scopes:\n",
            with: """
                  scopes:
                    - name: 老样式
                      english: old style
                      matters: [small-workshop]
                      modes: []
                      basis: {citation: 《法》第一条, verified: true}

                """)
        let office = try OfficeOfTests.decode(text)
        let workshop = DeskCases.workshop()
        let rule = try #require(SampleDesk.book.exemption(of: workshop, at: office))
        #expect(rule.name == "老样式" && rule.basis.citation == "《法》第一条")
        let store = InMemoryCaseStore(projection: SampleDesk.projection)
        let file = try DeskCases.receive(workshop, into: store)
        #expect(SampleDesk.book.nextStep(of: file, in: .accepted, at: office)?.step == .waive)
        let query = QueueQuery(filter: .all, today: SampleDesk.today)
        let row = try #require(try store.queue(query, from: .first, limit: 1).rows.first)
        #expect(InspectionExcuses(SampleDesk.book.waivers, at: office).excuses(row.outline))
        #expect(!InspectionExcuses(SampleDesk.book.waivers, at: SampleDesk.office).excuses(row.outline))
    }
}
