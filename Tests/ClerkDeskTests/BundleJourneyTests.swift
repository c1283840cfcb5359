import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

@Suite("Bundles at the desk")
struct BundleJourneyTests {
    /// A small eatery with prepackaged food, taken in without the form.
    static func family(
        _ store: any DeskStoring, agent: Agent? = nil, online: Bool = false
    ) throws -> [CaseFile] {
        let bundle = try #require(SampleDesk.book.bundle("small-catering-and-prepackaged"))
        var form = DeskCases.workshop("花间小馆")
        form.premises.area = 40
        form.facts[.licenceVerifiableOnline] = online
        form.agent = agent
        let receipts = bundle.members.map { member in
            let particulars = bundle.particulars(of: member, from: form)
            let checklist = SampleDesk.book.checklist(
                for: member.matter, member.action, on: particulars.receivedAt.date)
            return Receipt(
                application: Application(particulars: particulars), checklist: checklist?.reference, window: "A02")
        }
        return try store.receive(
            BundleReceipt(bundle: bundle.id, shared: bundle.shared, receipts: receipts),
            stamp: EventStamp(at: form.receivedAt, by: ClerkID("zhang")))
    }

    private func desk(_ clerk: String = "zhang", _ store: any DeskStoring = SampleDesk.store()) -> DeskDriver {
        DeskDriver(SampleDesk.desk(clerk: clerk), store: store, size: Size(rows: 40, columns: 120))
    }

    private func onFamily() throws -> DeskDriver {
        let store = SampleDesk.store()
        _ = try Self.family(store)
        var desk = self.desk("zhang", store)
        desk.press("Enter")
        return desk
    }

    /// Goes to the line of a material.
    private func go(to material: Material, _ desk: inout DeskDriver) throws {
        let file = try #require(desk.file)
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        let lines = evaluator.sheet(for: file.application).lines.filter { $0.state != .notNeeded }
        let place = try #require(lines.firstIndex { $0.material == material })
        desk.press("Home")
        for _ in 0..<place { desk.press("Down") }
    }

    private func sister(_ desk: DeskDriver) throws -> CaseFile {
        let file = try #require(desk.file)
        let number = try #require(file.membership?.sisters(of: file.number).first?.number)
        return try #require(try desk.store.load(number))
    }

    @Test("one form takes every matter in, each with its own number and the others' names")
    func intake() throws {
        var desk = self.desk()
        desk.press("b")
        #expect(desk.place == .picker && desk.screen.contains("小餐饮店一件事"))
        desk.type("小餐饮店")
        desk.press("Enter")
        #expect(desk.place == .form && desk.status.contains("备案只管外购的预包装食品"))
        #expect(desk.state.work?.form.fields.contains(.subject) == false)
        #expect(desk.screen.contains("合办"))
        desk.type("花间小馆")
        desk.press("Tab", "Right", "Right", "Tab")
        desk.type(DeskCases.creditCode)
        for _ in 0..<30 where desk.state.work?.form.focus != .address { desk.press("Tab") }
        desk.type("渤海大街18号")
        for _ in 0..<30 where desk.state.work?.form.focus != .area { desk.press("Tab") }
        desk.type("40")
        desk.press("F2")
        let file = try #require(desk.file)
        #expect(file.membership?.members.map(\.number.text) == ["2026-000001", "2026-000002"])
        #expect(file.particulars.matter == .smallCatering && file.particulars.subject == nil)
        let filing = try sister(desk)
        #expect(filing.particulars.matter == .prepackagedFiling && filing.particulars.items == [.prepackagedOnly])
        #expect(filing.particulars.applicant == file.particulars.applicant)
        #expect(desk.status.contains("2026-000001、2026-000002"))
        #expect(desk.row(with: "2026-000002")?.contains("仅销售预包装食品备案·新办") == true)
    }

    @Test("a shared paper is judged once for all, and taken back for all")
    func shared() throws {
        var desk = try onFamily()
        let before = try sister(desk)
        try go(to: .businessLicence, &desk)
        desk.press("1")
        let record = try desk.stored().application.record(of: .businessLicence)
        #expect(record?.how == .handedIn)
        #expect(try sister(desk).application.record(of: .businessLicence) == record)
        desk.press("F9")
        #expect(try desk.stored().application.materials.isEmpty)
        #expect(try sister(desk).application == before.application)
        // The application form is one for each matter.
        try go(to: .applicationForm, &desk)
        desk.press("1")
        #expect(try sister(desk).application.materials.isEmpty)
    }

    @Test("what the one form says is changed for all of them")
    func form() throws {
        var desk = try onFamily()
        desk.press("F3")
        desk.type("（总店）")
        desk.press("F2")
        #expect(try desk.stored().particulars.applicant.name == "花间小馆（总店）")
        let filing = try sister(desk)
        #expect(filing.particulars.applicant.name == "花间小馆（总店）" && filing.particulars.subject == .sales)
        desk.press("F9")
        #expect(try sister(desk).particulars.applicant.name == "花间小馆")
    }

    @Test("one key goes to the next matter, and keys typed ahead meet that one")
    func turning() throws {
        var desk = try onFamily()
        desk.holdsBack = true
        desk.press("s", "Home", "2")
        desk.carryOut()
        #expect(desk.file?.particulars.matter == .prepackagedFiling)
        #expect(try desk.stored().application.record(of: .applicationForm)?.how == .missing)
        #expect(try sister(desk).application.materials.isEmpty)
        desk.press("s")
        #expect(desk.file?.particulars.matter == .smallCatering)
    }

    @Test("no notice leaves while a sister has an open line; the desk says which")
    func gate() throws {
        var desk = try onFamily()
        let file = try #require(desk.file)
        _ = try DeskCases.judgeAll(file, missing: [.businessLicence], on: "2026-11-20", in: desk.store)
        desk.press("Esc", "S-Tab", "Enter")
        for _ in 0..<3 where desk.file?.number != file.number { desk.press("Esc", "Down", "Enter") }
        desk.press("F8")
        #expect(desk.status.contains("2026-000002") && desk.status.contains("还没审完"))
        #expect(try desk.stored().notices.isEmpty)
    }

    /// Judges both matters: what is named is missing, everything else in order.
    private func judged(missing: [Set<Material>]) throws -> DeskDriver {
        let store = SampleDesk.store()
        for (file, missing) in zip(try Self.family(store), missing) {
            _ = try DeskCases.judgeAll(file, missing: missing, on: "2026-11-20", in: store)
        }
        var desk = self.desk("zhang", store)
        desk.press("Enter")
        return desk
    }

    @Test("one notice names everything once, says whom each line holds back, and is found from each matter")
    func notice() throws {
        var desk = try judged(missing: [[.businessLicence, .healthCertificates], [.businessLicence]])
        desk.press("F8")
        #expect(desk.place == .confirm && desk.screen.contains("2026-000001、2026-000002"))
        desk.press("y")
        let file = try desk.stored()
        let filing = try sister(desk)
        let paper = try #require(file.notices.first)
        let other = try #require(filing.notices.first)
        #expect(paper.number == other.number && paper.lines == other.lines)
        #expect(paper.items.compactMap(\.material) == [.businessLicence, .healthCertificates])
        #expect(other.items.compactMap(\.material) == [.businessLicence])
        #expect(paper.items[0].matters == ["小餐饮登记·新办", "仅销售预包装食品备案·新办"])
        #expect(paper.items[1].matters == ["小餐饮登记·新办"])
        let text = paper.lines.joined().filter { $0 != " " }
        #expect(text.matches(of: /未提交营业执照/).count == 1)
        #expect(text.contains("小餐饮店一件事") && text.contains("影响事项：小餐饮登记·新办、仅销售预包装食品备案·新办"))
        #expect(desk.screen.contains(paper.number.text))
        // Papers come back for both, and each is checked again.
        desk.press("t", "Enter")
        #expect(desk.screen.contains("一并收件"))
        desk.press("y")
        #expect(try desk.stored().phase == .checking)
        let back = try sister(desk)
        #expect(back.phase == .checking && back.returned == [.businessLicence])
    }

    @Test("a paper of one matter alone comes back: the other goes on waiting for the shared one")
    func partOfAPaper() throws {
        var desk = try judged(missing: [[.businessLicence, .healthCertificates], [.businessLicence]])
        desk.press("F8", "y", "t")
        #expect(desk.screen.contains("[x] 1．营业执照") && desk.screen.contains("[x] 2．从业人员健康证明"))
        desk.press("Space", "Enter", "y")
        #expect(try desk.payloads().last == .correctionReceived(materials: [.healthCertificates]))
        #expect(try sister(desk).phase == .awaitingCorrection)
        // The visit is offered for the one paper that both would get, but only one of them is being checked.
        desk.press("End", "2", "F8")
        #expect(desk.screen.contains("上门指导"))
        desk.declineVisit()
        desk.press("F8", "y")
        #expect(try desk.stored().notices.map(\.round) == [1, 2])
        #expect(try sister(desk).record.visits.isEmpty)
    }

    @Test("taking the one paper back frees every matter that it held")
    func withdrawn() throws {
        var desk = try judged(missing: [[.businessLicence], [.businessLicence]])
        desk.press("F8", "y")
        desk.act("撤回告知书")
        desk.type("告知有误")
        desk.press("F2", "y")
        #expect(try desk.stored().phase == .checking)
        #expect(try sister(desk).phase == .checking)
        #expect(try sister(desk).record.withdrawals.count == 1)
    }

    @Test("a matter that is complete goes on while the other waits")
    func complete() throws {
        var desk = try judged(missing: [[.healthCertificates], []])
        desk.press("F6")
        #expect(desk.screen.contains("先行办理"))
        desk.press("F8")
        #expect(desk.screen.contains("2026-000001，") && desk.screen.contains("先行办理：仅销售预包装食品备案·新办"))
        desk.press("y")
        let filing = try sister(desk)
        #expect(filing.notices.isEmpty && filing.phase == .checking)
        desk.press("Esc", "s", "F7", "y")
        #expect(try desk.stored().phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [])))
        #expect(desk.file?.particulars.matter == .prepackagedFiling)
        // The notice can be issued from the matter that it doesn't hold back as well.
        var other = try judged(missing: [[.healthCertificates], []])
        other.press("s", "F8", "y")
        #expect(try sister(other).notices.count == 1)
        #expect(try other.stored().notices.isEmpty)
    }

    @Test("who wrote to a sister first is heard of, and nothing is half written")
    func conflict() throws {
        let store = SampleDesk.store()
        let files = try Self.family(store)
        var zhang = desk("zhang", store)
        zhang.press("Enter")
        _ = try DeskCases.append([.identityRevealed], to: files[1], on: "2026-11-20", in: store, clerk: "limin")
        try go(to: .businessLicence, &zhang)
        zhang.press("1")
        #expect(zhang.place == .reader && zhang.screen.contains("limin"))
        #expect(try zhang.stored().application.materials.isEmpty)
        #expect(try sister(zhang).application.materials.isEmpty)
        zhang.press("Enter")
        try go(to: .businessLicence, &zhang)
        zhang.press("1")
        #expect(try sister(zhang).application.materials.count == 1)
    }

    @Test("a notice that calls a matter complete doesn't leave when that has got a gap meanwhile")
    func gapMeanwhile() throws {
        var desk = try judged(missing: [[.healthCertificates], []])
        let filing = try sister(desk)
        desk.press("F8")
        _ = try DeskCases.append(
            [.materialRecorded(record: MaterialRecord(material: .applicationForm, how: .missing))], to: filing,
            on: "2026-11-20", in: desk.store, clerk: "limin")
        desk.press("y")
        #expect(desk.place == .reader && desk.screen.contains("limin"))
        #expect(try desk.stored().notices.isEmpty)
        desk.press("Enter", "F8", "y")
        #expect(try sister(desk).notices.first?.lines == desk.stored().notices.first?.lines)
        #expect(try desk.stored().notices.count == 1)
    }

    @Test("what leaves only one matter is taken in as a case of its own")
    func single() throws {
        let bundle = try #require(SampleDesk.book.bundle("catering-and-prepackaged"))
        var form = DeskCases.restaurant()
        #expect(bundle.members(for: form, at: SampleDesk.office).count == 2)
        form.items = [.bulkAndPrepackaged]
        #expect(bundle.members(for: form, at: SampleDesk.office).map(\.matter) == [.foodOperationLicence])
    }
}
