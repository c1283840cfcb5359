import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// What was typed and not saved.
@Suite("Drafts")
struct DraftTests {
    private let zhang = ClerkID("zhang")

    private func notes(_ desk: DeskDriver) throws -> [ClerkNote] { try desk.store.recall(Draft.prefix, for: zhang) }

    @Test("a draft comes back as it was written, whatever is in it", arguments: 1...20)
    func roundTrip(seed: UInt64) {
        var dice = Dice(seed: seed)
        var form = ParticularsForm(now: SampleDesk.morning, county: "371625", window: "A02")
        for _ in 0..<60 {
            form.moveFocus(by: dice.below(12) - 6)
            form.step(by: 1)
            form.edit(.insert(dice.pick(["王", "a\tb", "\\", "\\n", "👨‍👩‍👧‍👦", "e\u{301}", "end", "{x}", " "])))
        }
        let draft = Draft(
            number: nil, revision: Revision(0), content: .form(form.snapshot, focus: form.focus, bundle: "a\nb"))
        #expect(Draft(draft.text) == draft)
        let entry = Draft(
            number: CaseNumber("2026-000001"), revision: Revision(3),
            content: .entry(title: "中止\t计时", texts: ["", "因为\n要等\r鉴定\\", "end"]))
        #expect(Draft(entry.text) == entry)
        for cut in entry.text.indices { #expect(Draft(String(entry.text[..<cut])) == nil) }
    }

    @Test(
        "a damaged draft is refused",
        arguments: [
            "", "yicigao-draft 2\nrevision\t0\nfocus\tname\nend", "yicigao-draft 1\nend",
            "yicigao-draft 1\nrevision\t0\nfocus\tnothing\nend",
            "yicigao-draft 1\nrevision\t0\nfocus\tname\nrevision\t0\nend",
            "yicigao-draft 1\nrevision\t0\nfocus\tname\none.matter\tnone\nend",
            "yicigao-draft 1\nrevision\t0\nfocus\tname\ntext.name\t\\q\nend",
            "yicigao-draft 1\nrevision\t1\nfocus\tname\nend", "yicigao-draft 1\nrevision\t0\nfocus\tname",
            "yicigao-draft 1\nrevision\t0\nfocus\tname\nmore\tx\nend",
        ])
    func damaged(text: String) throws {
        #expect(Draft(text) == nil)
        let store = SampleDesk.store()
        try store.remember(ClerkNote(name: "draft/new/1", at: SampleDesk.morning, text: text), for: zhang)
        var desk = DeskDriver(store: store)
        #expect(desk.screen.contains("读不出来的草稿"))
        desk.press("Enter")
        #expect(desk.status.contains("没有动它") && desk.state.work == nil)
        #expect(try notes(desk).count == 1)
    }

    @Test("a form is kept when typing pauses, at most once a second, and is offered at the next start")
    func newCase() throws {
        var desk = DeskDriver()
        desk.press("F2")
        desk.type("王记羊")
        #expect(try notes(desk).isEmpty)
        desk.idle(seconds: 1)
        #expect(try notes(desk).count == 1)
        desk.type("汤馆")
        desk.send(.tick)
        #expect(try notes(desk).first?.text.contains("王记羊汤馆") == false)
        desk.idle(seconds: 1)
        #expect(try notes(desk).first?.text.contains("王记羊汤馆") == true)
        desk.clock = desk.clock.adding(seconds: 3)
        desk.type("！")
        #expect(try notes(desk).first?.text.contains("王记羊汤馆！") == true)

        var next = DeskDriver(store: desk.store, clock: desk.clock.adding(seconds: 300))
        #expect(next.place == .picker && next.screen.contains("新收件 王记羊汤馆！（5分钟前）"))
        next.press("Down", "Enter")
        #expect(next.place == .queue)
        next.press("F9", "Enter", "Enter")
        #expect(next.place == .form && next.state.work?.form.text(.name) == "王记羊汤馆！")
        #expect(next.state.work?.form.isDirty == true)
        next.press("Tab", "Right", "Right", "Tab", "Tab", "Tab", "Tab", "Tab")
        next.type("渤海大街18号")
        next.press("F2")
        #expect(next.file != nil)
        #expect(try notes(next).isEmpty)
    }

    @Test("what hands sent ahead at the start isn't answered by the offer")
    func typedAhead() throws {
        let store = SampleDesk.store()
        let note = ClerkNote(
            name: "draft/new/1", at: SampleDesk.morning, text: "yicigao-draft 1\nrevision\t0\nfocus\tname\nend")
        try store.remember(note, for: zhang)
        var desk = DeskDriver(store: InMemoryCaseStore(projection: SampleDesk.projection))
        #expect(desk.place == .queue)
        desk = DeskDriver(store: store)
        #expect(desk.place == .picker)
    }

    @Test("closing keeps what was typed at that very moment; discarding forgets it")
    func closing() throws {
        var desk = DeskDriver()
        desk.press("F2")
        desk.type("王记羊汤馆")
        desk.send(.closing)
        #expect(try notes(desk).count == 1)
        var next = DeskDriver(store: desk.store)
        next.press("Enter", "Esc", "y")
        #expect(next.place == .queue)
        #expect(try notes(next).isEmpty)
        next.press("F9")
        #expect(next.status.contains("没有草稿"))
        next.press("F2")
        next.type("李记")
        next.press("F10", "y")
        #expect(try notes(next).count == 1)
    }

    @Test("the draft of a case is offered when the case is opened again, and merged with what changed since")
    func changedSince() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.press("F3")
        desk.type("（总店）")
        desk.send(.closing)
        let number = try #require(desk.file?.number)
        var theirs = DeskCases.restaurant()
        theirs.premises.address = "新址1号"
        let stamp = EventStamp(at: desk.clock, by: ClerkID("limin"))
        _ = try desk.store.append(
            [.particularsChanged(particulars: theirs)], to: number, expecting: Revision(1), stamp: stamp)
        var next = DeskDriver(store: desk.store, clock: desk.clock.adding(seconds: 600))
        next.press("Down", "Enter", "Enter")
        #expect(next.place == .picker && next.screen.contains(number.text))
        next.press("Enter")
        guard case .comparison(let comparison)? = next.state.modal else {
            Issue.record("nothing is compared")
            return
        }
        #expect(comparison.rows.map(\.choice) == [.mine, .theirs])
        next.press("F2")
        #expect(next.state.work?.form.text(.name) == "王记羊汤馆（总店）")
        #expect(next.state.work?.form.text(.address) == "新址1号")
        next.press("F2")
        let stored = try next.stored().particulars
        #expect(stored.applicant.name == "王记羊汤馆（总店）" && stored.premises.address == "新址1号")
        #expect(try notes(next).isEmpty)
    }

    @Test("a full disk is told once, and typing goes on")
    func fullDisk() throws {
        let store = FailingStore(SampleDesk.store())
        var desk = DeskDriver(store: store)
        store.fail(with: .diskFull)
        desk.press("F2")
        desk.type("王记")
        desk.idle(seconds: 2)
        #expect(desk.status.contains("草稿暂时存不下") && desk.place == .form)
        desk.type("羊汤")
        #expect(desk.status.isEmpty)
        desk.idle(seconds: 2)
        desk.idle(seconds: 20)
        #expect(!desk.status.contains("草稿"))
        store.fail(with: nil)
        desk.idle(seconds: 20)
        #expect(try notes(desk).first?.text.contains("王记羊汤") == true)
    }

    @Test("the reasons of an entry come back when the same entry is opened, until it is done or left")
    func entry() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.perform(.demand)
        guard case .entry? = desk.state.modal else {
            Issue.record("no entry is open")
            return
        }
        desk.type("房屋产权证明复印件")
        desk.send(.closing)
        #expect(try notes(desk).map(\.name).allSatisfy { $0.hasPrefix("draft/entry/") })
        var next = DeskDriver(store: desk.store, clock: desk.clock.adding(seconds: 600))
        next.press("Down", "Enter", "Enter")
        next.perform(.demand)
        guard case .entry(let entry)? = next.state.modal else {
            Issue.record("no entry is open")
            return
        }
        #expect(entry.fields.indices.map(entry.text).contains("房屋产权证明复印件"))
        #expect(next.status.contains("已填回"))
        next.press("Esc")
        #expect(try notes(next).isEmpty)
    }

    @Test("an old draft is offered for deletion first")
    func old() throws {
        var desk = DeskDriver()
        desk.press("F2")
        desk.type("王记羊汤馆")
        desk.send(.closing)
        var next = DeskDriver(store: desk.store, clock: desk.clock.adding(seconds: 40 * 86_400))
        #expect(next.screen.contains("建议删除"))
        next.press("Enter")
        #expect(next.place == .queue)
        #expect(try notes(next).isEmpty)
    }
}
