import CaseDomain
import ChecklistRules
import NoticeComposer
import TestSupport
import Testing

@Suite("The last look at the wording")
struct WordingGateTests {
    private static let gate = WordingGate(SampleDesk.book.counsel.wording, Papers.setting)

    private static func line(
        name: String = "平面图", problems: [String] = ["没有签名。"], remedies: [String] = ["由申请人签名。"],
        copies: String = "原件1份", basis: String = "某办法第一条", material: Material? = .layoutPlan
    ) -> NoticeItem {
        NoticeItem(
            material: material, name: name, row: "X3", problems: problems, remedies: remedies, mustFulfil: "",
            basis: LegalSource(citation: basis, verified: true), copies: copies)
    }

    @Test(
        "a line says what, in which form, how many, why, how and on what basis",
        arguments: [
            (line(), []), (line(name: " "), [.name]), (line(copies: "1份"), [.form]), (line(copies: "原件"), [.count]),
            (line(problems: [""]), [.problem]), (line(problems: []), [.problem]), (line(remedies: []), [.remedy]),
            (line(basis: ""), [.basis]), (line(copies: "", material: nil), []),
            (line(problems: ["缺少其他相关材料。"]), [.vague("其他相关材料")]), (line(remedies: ["按要求补正。"]), [.vague("按要求")]),
            (line(problems: ["名称“示例县有关材料有限公司”与执照不一致。"]), []),
        ] as [(NoticeItem, [WordingGate.Lack])])
    func lacks(item: NoticeItem, lacks: [WordingGate.Lack]) {
        #expect(Self.gate.faults(of: [Self.line(), item]).map(\.lack) == lacks)
        #expect(Self.gate.faults(of: [Self.line(), item]).allSatisfy { $0.line == 2 && $0.name == item.name })
    }

    @Test("the paper says where the papers go")
    func place() throws {
        let template = try PaperTemplate(parsing: "items\nbody: 请补正。\n")
        let setting = NoticeSetting(
            office: SampleDesk.office, template: template, statute: Papers.setting.statute, program: "test")
        let faults = WordingGate(SampleDesk.book.counsel.wording, setting).faults(of: [Self.line()])
        #expect(faults.map(\.lack) == [.place] && faults.first?.line == nil)
    }

    @Test("everything that the checklists that ship can say passes")
    func shipped() throws {
        for checklist in SampleDesk.book.checklists {
            let items = checklist.requirements.flatMap { requirement -> [NoticeItem] in
                let words = [requirement.missing] + requirement.checks.map(\.words)
                return words.map { words in
                    NoticeItem(
                        material: requirement.material, name: requirement.name, row: requirement.row,
                        problems: [words.text], remedies: [words.remedy], mustFulfil: requirement.mustFulfil,
                        basis: requirement.basis, copies: requirement.copies)
                }
            }
            #expect(Self.gate.faults(of: items).isEmpty, "\(checklist.id)")
        }
    }

    @Test("what was put right at the window is counted on the paper, and said only there")
    func corrected() throws {
        var file = try #require(Papers.file(DeskCases.restaurant(), missing: [.layoutPlan]))
        #expect(try Papers.notice(of: file)?.lines.joined().contains("当场更正") == false)
        let correction = SpotCorrection(
            material: .applicationForm, defect: "signed", change: "补签", signedBy: "王德胜", on: SampleDesk.today)
        file.apply(CaseEvent(stamp: Papers.stamp, payload: .spotCorrected(correction: correction)))
        file.apply(CaseEvent(stamp: Papers.stamp, payload: .spotCorrected(correction: correction)))
        let notice = try #require(try Papers.notice(of: file))
        #expect(notice.lines.joined().contains("另有2项错误已由申请人当场更正"))
        // The next notice counts its own; one that is taken back has counted for nothing.
        file.apply(CaseEvent(stamp: Papers.stamp, payload: .noticeIssued(notice: notice)))
        #expect(file.correctedSinceNotice == 0)
        let withdrawal = NoticeWithdrawal(number: notice.number, reason: "误")
        file.apply(CaseEvent(stamp: Papers.stamp, payload: .noticeWithdrawn(withdrawal: withdrawal)))
        #expect(file.correctedSinceNotice == 2)
    }
}
