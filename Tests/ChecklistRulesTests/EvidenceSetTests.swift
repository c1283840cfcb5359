import CaseDomain
import Testing

@testable import ChecklistRules

/// 替代材料: one paper, or two of three others, and the fewest papers that would do.
struct EvidenceSetTests {
    private static let day = CivilDate(dayNumber: 20_777)
    private static let basis = LegalSource(citation: "《示例》", verified: false)
    private static let words = Words(text: "没有交。", remedy: "交来。")

    private static func line(
        _ row: String, _ material: Material, checks: [Check] = [], alternatives: [EvidenceSet] = [],
        standsIn: Bool = false
    ) -> Requirement {
        Requirement(
            row: row, material: material, name: material.id, english: material.id, copies: "1份",
            need: standsIn ? .any([]) : .always, because: "要看", basis: basis, missing: words, mustFulfil: "齐",
            checks: checks.map { CheckRule(check: $0, label: $0.id, english: $0.id, words: words) },
            alternatives: alternatives, standsIn: standsIn)
    }

    private static let checklist = Checklist(
        id: "food-operation-licence/new", matter: .foodOperationLicence, action: .new, name: "示例", english: "sample",
        version: "1", effectiveFrom: CivilDate(dayNumber: 0), digest: "sha256:0",
        requirements: [
            line("A", .applicationForm, checks: [.signed]),
            line(
                "B", .schoolProof, checks: [.copyVerified],
                alternatives: [
                    EvidenceSet(take: 1, of: [.terminationProof], text: "也可以改交终止证明。"),
                    EvidenceSet(
                        take: 2, of: [.lossStatement, .unchangedStatement, .managementStatement],
                        text: "也可以改交三份声明中的两份。"),
                ]),
            line("C", .terminationProof, checks: [.copyVerified], standsIn: true),
            line("D", .lossStatement, checks: [.signed], standsIn: true),
            line("E", .unchangedStatement, standsIn: true),
            line("F", .managementStatement, standsIn: true),
        ], applicationRules: [])

    private let evaluator = Evaluator(
        checklist: checklist, routing: Routing(rules: []), office: office,
        calendar: WorkingCalendar(days: [], years: []), folding: .exact)

    private static let office = Office(
        name: "局", code: "审", county: "371625", address: "", hours: "", phone: "", supervisionPhone: "", online: "",
        windows: [], correctionDays: 20, tolerable: [], localDemands: [], noticeNumberPattern: "", noticeTitle: "",
        promisedDays: [:], ladder: Office.RoundLadder(offerVisit: 2, warn: 3, refuse: 5))

    private func application(_ records: [MaterialRecord]) -> Application {
        Application(
            particulars: Particulars(
                matter: .foodOperationLicence, action: .new, receivedAt: Moment(Self.day), channel: .window,
                applicant: Applicant(name: "示例", kind: .individual),
                premises: Premises(address: "东街", county: "371625"), subject: .sales),
            materials: [form] + records)
    }

    private let form = MaterialRecord(
        material: .applicationForm, how: .handedIn, checks: CheckVerdicts(passed: [.signed]))

    private func paper(_ material: Material, passed: TermSet<Check> = [], failed: TermSet<Check> = []) -> MaterialRecord
    {
        MaterialRecord(material: material, how: .handedIn, checks: CheckVerdicts(passed: passed, failed: failed))
    }

    @Test func thePaperItselfNeedsNoOther() {
        let case1 = application([paper(.schoolProof, passed: [.copyVerified]), paper(.lossStatement)])
        #expect(evaluator.evaluate(case1).outcome == .accept)
        #expect(evaluator.sheet(for: case1).lines.map(\.state).suffix(4).allSatisfy { $0 == .notNeeded })
    }

    @Test func oneOfTheFirstSetStandsIn() {
        let case1 = application([paper(.terminationProof, passed: [.copyVerified])])
        #expect(evaluator.evaluate(case1).outcome == .accept)
        #expect(evaluator.sheet(for: case1).lines[1].state == .replaced)
    }

    @Test func whatStandsInIsCheckedItself() {
        let wrong = application([paper(.terminationProof, failed: [.copyVerified])])
        let findings = evaluator.evaluate(wrong).findings
        #expect(findings.map(\.material) == [.terminationProof])
        #expect(findings.map(\.defect) == [.check(.copyVerified)])
        let open = application([paper(.terminationProof)])
        #expect(evaluator.evaluate(open).undetermined.map(\.material) == [.terminationProof])
    }

    @Test func oneOfTwoIsNotEnough() {
        let half = application([MaterialRecord(material: .schoolProof, how: .missing), paper(.unchangedStatement)])
        let evaluation = evaluator.evaluate(half)
        #expect(evaluation.findings.map(\.material) == [.schoolProof])
        let whole = application([
            MaterialRecord(material: .schoolProof, how: .missing), paper(.unchangedStatement),
            paper(.managementStatement),
        ])
        #expect(evaluator.evaluate(whole).outcome == .accept)
    }

    @Test func theNoticeNamesTheOtherWaysOut() throws {
        let lacking = application([MaterialRecord(material: .schoolProof, how: .missing)])
        let finding = try #require(evaluator.evaluate(lacking).findings.first)
        #expect(
            Self.checklist.remedy(for: finding, in: lacking) == "交来。也可以改交终止证明。也可以改交三份声明中的两份。")
    }

    @Test func theOrderOfThePapersChangesNothing() {
        let papers = [
            paper(.terminationProof, passed: [.copyVerified]), paper(.lossStatement), paper(.unchangedStatement),
        ]
        let outcomes = [papers, papers.reversed()].map { evaluator.evaluate(application($0)) }
        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].outcome == .accept)
    }

    @Test(arguments: [TermSet<Material>([]), [.lossStatement]])
    func theSmallestCompletionPrefersTheChecklistsOwnPaper(there: TermSet<Material>) {
        let sheet = evaluator.sheet(for: application(there.terms.map { paper($0) }))
        #expect(sheet.smallestCompletion(by: Self.checklist) == Completion(bring: [.schoolProof]))
    }

    @Test func aWrongPaperIsPutRightRatherThanReplaced() {
        let wrong = application([paper(.schoolProof, failed: [.copyVerified])])
        let completion = evaluator.sheet(for: wrong).smallestCompletion(by: Self.checklist)
        #expect(completion == Completion(mend: [.schoolProof]))
    }

    @Test func oneBroughtPaperMayServeTwoLines() {
        let other = Checklist(
            id: "food-operation-licence/new", matter: .foodOperationLicence, action: .new, name: "示例",
            english: "sample", version: "1", effectiveFrom: CivilDate(dayNumber: 0), digest: "sha256:1",
            requirements: [
                Self.line(
                    "A", .schoolProof, alternatives: [EvidenceSet(take: 1, of: [.terminationProof], text: "或")]),
                Self.line(
                    "B", .canteenContract, alternatives: [EvidenceSet(take: 1, of: [.terminationProof], text: "或")]),
                Self.line("C", .terminationProof, standsIn: true),
            ], applicationRules: [])
        let evaluator = Evaluator(
            checklist: other, routing: Routing(rules: []), office: Self.office,
            calendar: WorkingCalendar(days: [], years: []), folding: .exact)
        let sheet = evaluator.sheet(for: application([]))
        #expect(sheet.smallestCompletion(by: other) == Completion(bring: [.terminationProof]))
        let brought = evaluator.evaluate(application([paper(.terminationProof)]))
        #expect(brought.outcome == .accept)
    }
}
