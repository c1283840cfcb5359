import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

@Suite("Put right at the window, and owed")
struct SpotJourneyTests {
    @Test("what is corrected at once stays off the notice and is counted on it")
    func spot() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(
                file, missing: [.layoutPlan], failed: [.applicationForm: [.signed]], on: "2026-11-20", in: store)
        }
        desk.press("Home")
        desk.act("当场更正")
        #expect(desk.place == .entry && desk.screen.contains("没有申请人签名"))
        desk.press("Tab")
        desk.type("补签了姓名")
        desk.press("F2")
        let correction = SpotCorrection(
            material: .applicationForm, defect: "signed", change: "补签了姓名", signedBy: "王德胜", on: SampleDesk.today)
        #expect(try desk.stored().record.spotCorrections == [correction])
        #expect(desk.states.first == .inOrder && desk.screen.contains("当场更正1"))
        desk.press("F8", "y")
        let notice = try #require(try desk.stored().notices.first)
        #expect(notice.items.map(\.material) == [.layoutPlan])
        #expect(notice.lines.joined().contains("另有1项错误已由申请人当场更正"))
        desk.act("当场更正")
        #expect(desk.status.contains("不在审查中"))
    }

    @Test("a paper that said something wrong says what was put right")
    func machine() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            let judged = try DeskCases.judgeAll(file, on: "2026-11-20", in: store)
            var record = DeskCases.judged(.applicationForm, in: judged)
            record.fields.date = DeskCases.date("2026-12-01")
            _ = try DeskCases.append([.materialRecorded(record: record)], to: judged, on: "2026-11-20", in: store)
        }
        #expect(desk.outcome == .correct)
        desk.act("当场更正")
        desk.press("Tab")
        desk.type("日期改为11月20日")
        desk.press("F2")
        #expect(desk.outcome == .accept)
        #expect(try desk.stored().application.record(of: .applicationForm)?.fields.date == nil)
    }

    @Test("what the form says wrong is put right in the form first")
    func form() throws {
        var particulars = DeskCases.restaurant()
        particulars.applicant.uscc = "92130528MA0A5XB46B"
        var desk = try DeskDriver.onCase(particulars)
        desk.act("当场更正")
        desk.press("Tab")
        desk.type("末位抄错")
        desk.press("F2")
        #expect(desk.place == .form && desk.status.contains("先在表单里改正"))
        desk.press("Backspace")
        desk.type("A")
        desk.press("F3")
        desk.act("当场更正")
        desk.press("Tab")
        desk.type("末位B改为A")
        desk.press("F2")
        #expect(try desk.stored().particulars.applicant.uscc == DeskCases.creditCode)
        #expect(try desk.stored().record.spotCorrections.map(\.defect) == ["bad-uscc"])
        #expect(desk.state.work?.form.isDirty == false)
    }

    /// All in order but a tolerable paper, which the applicant asks to bring later.
    private static func tolerated() throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant(tolerance: true)) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.policyIndex], on: "2026-11-20", in: store)
        }
    }

    @Test("a gap is promised by a day within the decision term, and settled when the paper is in order")
    func gaps() throws {
        var desk = try Self.tolerated()
        desk.press("F7")
        #expect(desk.place == .entry && desk.screen.contains("2026-11-27"))
        for _ in 0..<10 { desk.press("Backspace") }
        desk.type("20261130")
        desk.press("F2")
        #expect(desk.screen.contains("不能晚于办结期限 2026-11-27"))
        desk.press("C-u")
        desk.type("20261125")
        desk.press("F2", "y", "Esc")
        let file = try desk.stored()
        #expect(file.phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [.policyIndex])))
        #expect(file.record.promise?.gaps.map(\.dueOn) == [DeskCases.date("2026-11-25")])
        #expect(file.record.promise?.promisedBy == "王德胜")
        #expect(desk.row(with: "2026-000001")?.contains("欠1项 11-25前") == true)
        desk.act("容缺补齐")
        #expect(desk.screen.contains("先在清单上审这份材料"))
        desk.press("Enter")
        #expect(try desk.stored() == file)
        desk.press("End", "1")
        desk.press("Home", "2")
        #expect(desk.status.contains("已受理，材料不能再改判"))
        desk.act("容缺清单")
        #expect(desk.screen.contains("待登记"))
        desk.press("Esc")
        desk.act("容缺补齐")
        desk.press("Enter")
        #expect(desk.place == .confirm)
        desk.press("y")
        #expect(try desk.stored().phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [])))
        #expect(desk.row(with: "2026-000001")?.contains("欠1项") == false)
    }

    @Test("a promise that wasn't kept is said loudly")
    func overdue() throws {
        var desk = try Self.tolerated()
        desk.press("F7", "F2", "y", "Esc", "Esc")
        desk.clock = DeskCases.moment("2026-11-30")
        desk.press("Enter")
        #expect(desk.status.contains("没有补齐"))
        #expect(desk.row(with: "2026-000001")?.contains("欠1项 逾期") == true)
        desk.act("容缺清单")
        #expect(desk.screen.contains("逾期未补"))
    }

    @Test("a notice whose wording lacks something takes no number")
    func wording() throws {
        let book = SampleDesk.book
        let wording = WordingRules(
            vague: ["平面图"], counts: ["份"], forms: ["原件"], basis: LegalSource(citation: "", verified: true))
        let strict = RuleBook(
            checklists: book.checklists, routing: book.routing, subtypes: book.subtypes, calendar: book.calendar,
            folding: book.folding, counsel: RuleBook.Counsel(wording: wording))
        var desk = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(book: strict)) { file, store in
            _ = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        }
        desk.press("F8")
        #expect(desk.place == .reader && desk.screen.contains("第1项") && desk.screen.contains("用语含糊（平面图）"))
        #expect(try desk.stored().notices.isEmpty)
    }
}
