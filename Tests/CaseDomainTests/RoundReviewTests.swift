import CaseDomain
import TestSupport
import Testing

@Suite("What a further notice names")
struct RoundReviewTests {
    private static let number = DocumentNumber("示审食补〔2026〕1号")

    private static func notice(_ items: [NoticeItem]) -> IssuedNotice {
        IssuedNotice(
            restoring: number, round: 1, issuedAt: Moment(CivilDate(dayNumber: 20_770), seconds: 0), correctionDays: 20,
            deadline: nil, checklist: ChecklistReference(id: "a/new", version: "1", digest: "sha256:00"),
            program: "test", items: items, lines: [])
    }

    private static func line(_ material: Material?, _ defects: [String], keepsDefects: Bool = true) -> NoticeItem {
        NoticeItem(
            material: material, name: material?.id ?? "申请事项", row: "", problems: defects.map { "\($0)。" },
            remedies: defects.map { "改\($0)。" }, mustFulfil: "", basis: LegalSource(citation: "", verified: true),
            copies: "", defects: keepsDefects ? defects : nil)
    }

    private static func answer(_ materials: TermSet<Material>, form: Bool = false) -> NoticeAnswer {
        let received = CaseEvent.Payload.correctionReceived(materials: materials.terms)
        let stamp = EventStamp(at: Moment(CivilDate(dayNumber: 20_771), seconds: 0), by: ClerkID("zhang"))
        let particulars = DeskCases.restaurant()
        let receipt = Receipt(application: Application(particulars: particulars), checklist: nil, window: "A02")
        var file = CaseFile(
            number: CaseNumber(year: 2026, sequence: 1),
            first: CaseEvent(stamp: stamp, payload: .received(receipt: receipt)))
        file?.apply(CaseEvent(stamp: stamp, payload: .noticeIssued(notice: notice([]))))
        if !materials.isEmpty { file?.apply(CaseEvent(stamp: stamp, payload: received)) }
        if form {
            file?.apply(CaseEvent(stamp: stamp, payload: .particularsChanged(particulars: particulars)))
        }
        return file?.answers.last ?? NoticeAnswer()
    }

    @Test("each line is told again, new in what came back, or late")
    func kinds() {
        let earlier = Self.notice([Self.line(.layoutPlan, ["signed"]), Self.line(.policyIndex, ["missing"])])
        let now = [
            Self.line(.layoutPlan, ["signed", "area-marked"]), Self.line(.policyIndex, ["covers-topics"]),
            Self.line(.applicationForm, ["dated"]),
        ]
        let untouched = RoundReview(now, after: earlier, answer: Self.answer([]))
        #expect(untouched.items.map(\.kind) == [.repeated, .late, .newInReturned, .late])
        #expect(
            untouched.late == [
                LateFinding.Item(material: .layoutPlan, defect: "area-marked"),
                LateFinding.Item(material: .applicationForm, defect: "dated"),
            ])
        let returned = RoundReview(now, after: earlier, answer: Self.answer([.layoutPlan]))
        #expect(returned.items.map(\.kind) == [.repeated, .newInReturned, .newInReturned, .late])
    }

    @Test("a form that was found fault with and changed may be wrong in a new way; one that was passed may not")
    func application() {
        let told = Self.notice([Self.line(nil, ["bad-uscc"])])
        let now = [Self.line(nil, ["subject-missing"])]
        #expect(RoundReview(now, after: told, answer: Self.answer([], form: true)).items[0].kind == .newInReturned)
        #expect(RoundReview(now, after: told, answer: Self.answer([])).items[0].kind == .late)
        let silent = Self.notice([Self.line(.layoutPlan, ["signed"])])
        #expect(RoundReview(now, after: silent, answer: Self.answer([], form: true)).items[0].kind == .late)
    }

    @Test("a notice from before defects were kept tells by the paper alone")
    func old() {
        let earlier = Self.notice([Self.line(.layoutPlan, ["signed"], keepsDefects: false)])
        let now = [Self.line(.layoutPlan, ["area-marked"]), Self.line(.policyIndex, ["missing"])]
        #expect(RoundReview(now, after: earlier, answer: Self.answer([])).items.map(\.kind) == [.repeated, .late])
    }

    @Test("everything that is named is one of the three, once", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func partition(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let earlier = Self.lines(&dice)
            let now = Self.lines(&dice)
            let back = TermSet(Material.allCases.filter { _ in dice.below(4) == 0 })
            let answer = Self.answer(back, form: dice.below(2) == 0)
            let review = RoundReview(now, after: Self.notice(earlier), answer: answer)
            let named = now.flatMap { line in (line.defects ?? []).map { (line.material, $0) } }
            #expect(review.items.map(\.material) == named.map(\.0) && review.items.map(\.defect) == named.map(\.1))
            #expect(RoundReview.Kind.allCases.map(review.count).reduce(0, +) == named.count)
            for item in review.items {
                let told = earlier.contains { line in
                    line.material == item.material && (line.defects?.contains(item.defect) ?? true)
                }
                #expect((item.kind == .repeated) == told)
                if item.kind == .late, let material = item.material { #expect(!answer.materials.contains(material)) }
            }
            #expect(RoundReview(now, after: Self.notice(now), answer: answer).late.isEmpty)
        }
    }

    private static func lines(_ dice: inout Dice) -> [NoticeItem] {
        var lines: [NoticeItem] = []
        for material in [nil] + Material.allCases.map(Optional.some) where dice.below(3) == 0 {
            let defects = material.map { ["missing"] + $0.checks.terms.map(\.id) } ?? ["bad-uscc", "subject-missing"]
            let some = defects.filter { _ in dice.below(2) == 0 }
            if !some.isEmpty { lines.append(line(material, some)) }
        }
        return lines
    }

    @Test("a line of a notice is put right, still wrong, or hasn't come back")
    func comparison() {
        let notice = Self.notice([
            Self.line(.layoutPlan, ["signed"]), Self.line(.policyIndex, ["missing"]),
            Self.line(.processDescription, ["signed"]), Self.line(.applicationForm, ["dated"]),
        ])
        let now = [
            Self.line(.policyIndex, ["missing"]), Self.line(.processDescription, ["covers-items"]),
            Self.line(.agentIdentity, ["missing"]),
        ]
        let answer = Self.answer([.layoutPlan, .processDescription, .applicationForm])
        let compared = RoundComparison(notice, answer: answer, later: now, unjudged: [.applicationForm])
        #expect(compared.lines.map(\.state) == [.corrected, .notReturned, .stillWrong, .unjudged])
        #expect(compared.lines[2].now == ["covers-items。"])
        #expect(compared.found.map(\.kind) == [.newInReturned, .late])
        let open = RoundComparison(notice, answer: Self.answer([]), later: now, unjudged: [])
        #expect(open.lines.allSatisfy { $0.state == .notReturned })
    }

    @Test("what is found after a release hasn't been released")
    func releases() throws {
        let finding = LateFinding(round: 2, items: [], reason: .overlooked, words: "", owner: "zhang")
        let release = Release(scope: .lateFinding, round: 2, by: "wang", words: "同意")
        let payloads: [CaseEvent.Payload] = [
            .lateFindingRecorded(finding: finding), .released(release: release), .lateFindingRecorded(finding: finding),
        ]
        let released = try Self.record(after: payloads.dropLast())
        #expect(released.isReleased(.lateFinding, round: 2) && !released.isReleased(.lateFinding, round: 3))
        #expect(!released.isReleased(.round, round: 2))
        #expect(try !Self.record(after: payloads[...]).isReleased(.lateFinding, round: 2))
    }

    private static func record(after payloads: ArraySlice<CaseEvent.Payload>) throws -> PaperRecord {
        let stamp = EventStamp(at: Moment(CivilDate(dayNumber: 20_771), seconds: 0), by: ClerkID("zhang"))
        let receipt = Receipt(
            application: Application(particulars: DeskCases.restaurant()), checklist: nil, window: "A02")
        var file = try #require(
            CaseFile(
                number: CaseNumber(year: 2026, sequence: 1),
                first: CaseEvent(stamp: stamp, payload: .received(receipt: receipt))))
        for payload in payloads { file.apply(CaseEvent(stamp: stamp, payload: payload)) }
        return file.record
    }
}
