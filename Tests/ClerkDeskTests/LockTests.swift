import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 锁屏.
@Suite("Lock")
struct LockTests {
    /// A desk whose clerk has the PIN 2580.
    private static func withPIN(_ driver: inout DeskDriver) {
        driver.press("A-l")
        driver.type("2580")
        driver.press("Enter")
        driver.type("2580")
        driver.press("Enter")
        driver.type("2580")
        driver.press("Enter")
    }

    private static func log(_ driver: DeskDriver) throws -> [LockEvent.Kind] {
        try driver.store.lockLog(of: driver.desk.clerk, since: SampleDesk.morning).map(\.kind)
    }

    @Test("the first lock asks for a PIN twice; then it unlocks, and everything is as it was")
    func firstTime() throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant())
        let before = driver.screen
        driver.press("A-l")
        #expect(driver.screen.contains("已锁定") && driver.screen.contains("请设 4 至 12 位数字"))
        for (pin, said) in [("12", "要 4 至 12 位"), ("1234", "太简单"), ("7777", "太简单"), ("12a4", "只能用数字")] {
            driver.type(pin)
            driver.press("Enter")
            #expect(driver.screen.contains(said), "\(pin)")
        }
        driver.type("2580")
        driver.press("Enter")
        driver.type("2581")
        driver.press("Enter")
        #expect(driver.screen.contains("两次不一样"))
        driver.type("2580")
        driver.press("Enter")
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.screen.contains("口令已设好") && driver.state.lock.isLocked)
        driver.type("2580")
        driver.press("Enter")
        #expect(!driver.state.lock.isLocked)
        #expect(driver.screen == before)
        #expect(try Self.log(driver) == [.locked, .setPIN, .unlocked])
    }

    @Test(
        "nothing personal shows while it is locked, at any size, in the title or in lines",
        arguments: [(24, 80), (20, 60), (5, 20)])
    func hides(rows: Int, columns: Int) throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant(agent: DeskCases.agent))
        driver.press("F3", "i")
        driver.press("A-l")
        driver.resize(rows: rows, columns: columns)
        let shown = driver.screen + driver.frame.title + PlainView.page(driver.state, driver.desk).lines.joined()
        for text in ["王记", "羊汤", "2026-000001", "王德胜", "渤海", "138", "李代办"] {
            #expect(!shown.contains(text), "\(text)")
        }
        #expect(driver.frame.areas.isEmpty)
        #expect(PlainView.status(driver.state, driver.desk) == nil)
        #expect(PlainView.unsaved(driver.state, driver.desk) == nil)
    }

    @Test("what is typed, pasted, scanned or clicked while it is locked reaches nothing")
    func reachesNothing() throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant())
        Self.withPIN(&driver)
        driver.press("A-l")
        let before = try driver.payloads()
        let work = driver.state.work
        for name in ["1", "2", "F7", "F8", "y", "Enter", "Esc", "F10", "C-c", "x", "Down", "C-p", "F2", "A-l"] {
            driver.press(name)
        }
        driver.paste("2026-000001")
        driver.send(
            .scan(Scan(text: "2026-000001", content: .ownCase(CaseNumber(year: 2026, sequence: 1)), isTyped: false)))
        driver.click(row: 5, column: 5)
        #expect(driver.state.lock.isLocked && !driver.state.isOver)
        #expect(driver.state.work == work && driver.state.modal == nil)
        #expect(try driver.payloads() == before)
    }

    @Test("wrong PINs are logged and cost time, longer each time; the right one isn't taken meanwhile")
    func wrong() throws {
        var driver = DeskDriver()
        Self.withPIN(&driver)
        driver.press("A-l")
        for _ in 0..<3 {
            driver.type("1111")
            driver.press("Enter")
        }
        #expect(driver.screen.contains("5 秒后再试"))
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.state.lock.isLocked)
        driver.idle(seconds: 2)
        #expect(driver.screen.contains("3 秒后再试"))
        driver.idle(seconds: 3)
        #expect(!driver.screen.contains("秒后再试"))
        driver.type("1111")
        driver.press("Enter")
        #expect(driver.screen.contains("10 秒后再试"))
        driver.idle(seconds: 10)
        driver.type("2580")
        driver.press("Enter")
        #expect(!driver.state.lock.isLocked)
        #expect(try Self.log(driver).filter { $0 == .wrongPIN }.count == 4)
    }

    @Test("it locks by itself when nobody has pressed a key for the office's minutes, and not a second before")
    func idle() throws {
        var driver = DeskDriver(SampleDesk.desk(idleMinutes: 10))
        driver.idle(seconds: 599)
        #expect(!driver.state.lock.isLocked)
        driver.press("Down")
        driver.idle(seconds: 599)
        #expect(!driver.state.lock.isLocked)
        driver.idle(seconds: 1)
        #expect(driver.state.lock.isLocked)
        #expect(try Self.log(driver) == [.lockedIdle])
    }

    @Test("an idle desk without a PIN lets nobody choose one: it can only be left, and the draft is kept")
    func shut() throws {
        let store = SampleDesk.store()
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var driver = DeskDriver(SampleDesk.desk(idleMinutes: 10), store: store)
        driver.turn(to: "全部")
        driver.press("Enter", "F3")
        driver.type("（总店）")
        driver.idle(seconds: 2)
        driver.idle(seconds: 600)
        #expect(driver.screen.contains("只能退出") && driver.screen.contains("草稿已留下"))
        driver.type("2580")
        driver.press("Esc", "F10", "C-c")
        #expect(driver.state.lock.isLocked && !driver.state.isOver)
        #expect(try LockJob.kept(for: driver.desk.clerk, in: store) == nil)
        driver.press("Enter")
        #expect(driver.state.isOver)
        #expect(try store.recall(Draft.prefix, for: driver.desk.clerk).count == 1)
        #expect(try Self.log(driver) == [.lockedIdle])
    }

    @Test("who goes away while he is choosing a PIN leaves that to nobody; and Esc leaves the desk open")
    func choosing() throws {
        var driver = DeskDriver(SampleDesk.desk(idleMinutes: 10))
        driver.press("A-l")
        driver.press("Esc")
        #expect(!driver.state.lock.isLocked && driver.status.contains("没有锁定"))
        driver.press("A-l")
        driver.type("25")
        driver.idle(seconds: 600)
        driver.type("2580")
        #expect(driver.screen.contains("只能退出") && !driver.screen.contains("**"))
    }

    @Test("a clerk of the list is told once that he has no PIN; a cleared one is told again")
    func told() throws {
        let store = SampleDesk.store()
        func sitDown() -> String { DeskDriver(SampleDesk.desk(clerk: "王桂芬", idleMinutes: 10), store: store).status }
        #expect(sitDown().contains("还没有锁屏口令"))
        #expect(!sitDown().contains("还没有锁屏口令"))
        var driver = DeskDriver(SampleDesk.desk(clerk: "王桂芬", idleMinutes: 10), store: store)
        Self.withPIN(&driver)
        let stamp = EventStamp(at: SampleDesk.morning, by: ClerkID("许科长"))
        #expect(try LockJob.reset(driver.desk.clerk, stamp, in: store))
        #expect(try !LockJob.reset(driver.desk.clerk, stamp, in: store))
        driver.press("A-l")
        #expect(driver.screen.contains("请设"))
        #expect(sitDown().contains("还没有锁屏口令"))
    }

    @Test("a PIN that is cleared while its desk is locked lets nobody in")
    func clearedWhileLocked() throws {
        var driver = DeskDriver(SampleDesk.desk(idleMinutes: 10))
        Self.withPIN(&driver)
        driver.press("A-l")
        let stamp = EventStamp(at: SampleDesk.morning, by: ClerkID("许科长"))
        #expect(try LockJob.reset(driver.desk.clerk, stamp, in: driver.store))
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.state.lock.isLocked && driver.screen.contains("只能退出"))
    }

    @Test("a write under way is finished, and keys that were pressed before the lock act in their order")
    func underWay() throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant())
        Self.withPIN(&driver)
        driver.holdsBack = true
        driver.press("1", "n", "2")
        driver.press("A-l")
        #expect(driver.state.lock.isLocked)
        driver.press("3", "3")
        driver.carryOut()
        #expect(driver.state.lock.isLocked)
        let judged = try driver.payloads().filter { if case .materialRecorded = $0 { true } else { false } }
        #expect(judged.count == 2)
        driver.press("Esc")
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.states.contains(.inOrder) && driver.states.contains(.missing))
    }

    @Test("what was typed into a form and not saved is kept as a draft, and is there again")
    func drafts() throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant())
        Self.withPIN(&driver)
        driver.press("F3")
        driver.type("（总店）")
        driver.press("A-l")
        driver.idle(seconds: 2)
        #expect(try driver.store.recall(Draft.prefix, for: driver.desk.clerk).count == 1)
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.place == .form && driver.screen.contains("（总店）"))
    }

    @Test("a PIN is kept as something else, and says nothing of itself however it is printed")
    func secrets() throws {
        var driver = DeskDriver()
        Self.withPIN(&driver)
        let kept = try #require(try LockJob.kept(for: driver.desk.clerk, in: driver.store))
        #expect(!kept.contains("2580"))
        let jobs = driver.effects.filter { if case .lock = $0.job { true } else { false } }
        #expect(jobs.count == 3)
        #expect(jobs.allSatisfy { $0.lane != .direct })
        var text = ""
        dump(jobs, to: &text)
        dump(driver.state, to: &text)
        #expect(!text.contains("2580") && !"\(jobs) \(driver.state)".contains("2580"))
    }

    @Test("a store that fails lets nobody in, and the next try asks it again")
    func failing() throws {
        let store = FailingStore(SampleDesk.store())
        var driver = DeskDriver(store: store)
        Self.withPIN(&driver)
        driver.press("A-l")
        store.fail(with: .diskFull, reads: true)
        driver.type("2580")
        driver.press("Enter")
        #expect(driver.state.lock.isLocked && driver.screen.contains("请再试"))
        store.fail(with: nil)
        driver.type("2580")
        driver.press("Enter")
        #expect(!driver.state.lock.isLocked)
    }

    @Test("in lines: hidden, the PIN in no transcript, everything told again afterwards")
    func plain() throws {
        var driver = try DeskDriver.onCase(DeskCases.restaurant())
        Self.withPIN(&driver)
        var plain = PlainDriver(driver)
        let heard = plain.type("锁屏")
        #expect(heard.contains("已锁定") && !heard.joined().contains("王记"))
        #expect(plain.type("接受") == plain.type("back"))
        #expect(plain.desk.state.lock.isLocked)
        let told = plain.type("2580")
        #expect(!plain.desk.state.lock.isLocked)
        #expect(told.joined().contains("王记羊汤馆"))
    }

    @Test("waits double up to ten minutes")
    func waits() {
        #expect((0...12).map(LockState.wait(after:)) == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600])
    }
}
