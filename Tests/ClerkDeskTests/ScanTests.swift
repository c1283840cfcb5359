import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// Telling a scan gun from hands.
@Suite("Scan detector")
struct ScanDetectorTests {
    private let detector = ScanDetector(office: SampleDesk.office, day: SampleDesk.today)
    private static let licence = "JY21371625000019"
    static let codes = [
        DeskCases.idNumber, DeskCases.creditCode, "2026-000123", SampleDesk.office.code(for: "2026-000123"),
        "https://example.gov.cn/c?no=\(validLicence)&v=1", "http://example.gov.cn/\(validLicence)", validLicence,
    ]
    static let validLicence: String = {
        let body = "1371625000001".map { $0.wholeNumberValue ?? 0 }
        return "JY" + body.map(String.init).joined() + String(LicenceNumber.checkDigit(of: body))
    }()

    private func burst(_ text: String, gap: Int = 8, before: Int = 900, end: Key? = .enter) -> [ScanDetector.Arrival] {
        let strokes = text.map { KeyStroke(.character($0)) } + (end.map { [KeyStroke($0)] } ?? [])
        return strokes.enumerated().map { ScanDetector.Arrival($1, gap: $0 == 0 ? before : gap) }
    }

    @Test("every known code that comes at once is a scan", arguments: codes, [0, 8, 20])
    func scans(code: String, gap: Int) {
        for end in [Key.enter, .tab] {
            let arrivals = burst(code, gap: gap, end: end)
            guard case .scan(let scan, let count) = detector.verdict(on: arrivals, silence: 40) else {
                Issue.record("\(code) is no scan")
                continue
            }
            #expect(scan.text == code && count == arrivals.count && !scan.isTyped)
        }
    }

    @Test("a scan is waited for while it may still become one", arguments: codes)
    func waits(code: String) {
        let whole = burst(code)
        for length in 1..<whole.count {
            guard case .wait(let milliseconds) = detector.verdict(on: whole.prefix(length), silence: 3) else {
                Issue.record("\(code.prefix(length)) isn't waited for")
                continue
            }
            #expect((1...ScanDetector.laterGap).contains(milliseconds))
            #expect(detector.verdict(on: whole.prefix(length), silence: 61) == .typing)
        }
        #expect(detector.verdict(on: whole, silence: 3) == .wait(milliseconds: 22))
    }

    @Test("hands are never taken for a gun")
    func hands() {
        let typing: [[ScanDetector.Arrival]] = [
            // A fast typist, one who rolls two keys, and one whose line delivers all at once behind a Tab.
            burst(DeskCases.idNumber, gap: 45), burst(DeskCases.idNumber, gap: 26),
            burst(DeskCases.idNumber, before: 4),
            [ScanDetector.Arrival(KeyStroke(.tab), gap: 300)] + burst(DeskCases.idNumber, before: 0),
            // More behind the Enter.
            burst(DeskCases.idNumber) + burst("王", before: 0, end: nil),
            // Wrong check characters, another word around a number, words of an input method, a command.
            burst("110105194912310021"), burst("92130528MA0A5XB46B"), burst("x" + DeskCases.creditCode),
            burst(DeskCases.creditCode + "7"), burst("王记羊汤"), burst("2026-0001"), burst("https://example.gov.cn/"),
            burst("示" + DeskCases.creditCode), burst("1"), burst("123"), burst(""), burst("JY21371625000019"),
            burst("https://example.gov.cn/\(DeskCases.idNumber)"),
            [ScanDetector.Arrival(nil, gap: 500)] + burst(DeskCases.idNumber),
        ]
        for arrivals in typing { #expect(detector.verdict(on: arrivals, silence: 500) == .typing) }
    }

    @Test("keys that begin no code are let through at once")
    func atOnce() {
        for stroke in [KeyStroke(.down), KeyStroke(.enter), KeyStroke(.character("n")), KeyStroke(.function(2))] {
            #expect(detector.verdict(on: [ScanDetector.Arrival(stroke, gap: 400)], silence: 0) == .typing)
        }
    }

    @Test("whatever isn't a scan comes out as the very keys, whatever the gaps", arguments: 1...8)
    func nothingIsLost(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let text = dice.pick(Self.codes + ["王记", "1", "11", "JY", "http", "9213", "x"])
            let cut = dice.below(text.count + 1)
            var rest = burst(String(text.prefix(cut)), end: dice.below(2) == 0 ? nil : .enter).map {
                ScanDetector.Arrival($0.stroke, gap: dice.pick([0, 5, 30, 70, 500]))
            }
            let sent = rest.compactMap(\.stroke)
            var out: [KeyStroke] = []
            while !rest.isEmpty {
                switch detector.verdict(on: rest, silence: 1000) {
                case .typing: out.append(contentsOf: [rest.removeFirst().stroke].compactMap { $0 })
                case .scan(let scan, let count):
                    out += scan.text.map { KeyStroke(.character($0)) } + [rest[count - 1].stroke].compactMap { $0 }
                    rest.removeFirst(count)
                case .wait:
                    Issue.record("waits after a second of silence")
                    return
                }
            }
            #expect(out == sent)
        }
    }
}

/// Where a scan lands.
@Suite("Scans")
struct ScanTests {
    private func scan(_ text: String, _ desk: inout DeskDriver) throws {
        let content = try #require(ScanContent(text, at: SampleDesk.office, on: SampleDesk.today))
        desk.send(.scan(Scan(text: text, content: content, isTyped: false)))
    }

    private func queue() throws -> DeskDriver {
        let store = SampleDesk.store()
        try SampleQueue.fill(store)
        return DeskDriver(store: store)
    }

    @Test("our own code opens its case from the queue, a case, a paper and a reader")
    func ownCase() throws {
        var desk = try queue()
        let (first, second) = (CaseNumber("2026-000001"), CaseNumber("2026-000003"))
        try scan(SampleDesk.office.code(for: first.text), &desk)
        #expect(desk.file?.number == first && desk.status.contains("2026-000001"))
        try scan(second.text, &desk)
        #expect(desk.file?.number == second)
        desk.press("h")
        try scan(first.text, &desk)
        #expect(desk.file?.number == first && desk.state.modal == nil)
        try scan(first.text, &desk)
        #expect(desk.status.contains("就是这件"))
        try scan("2026-999999", &desk)
        #expect(desk.state.work == nil && !desk.status.isEmpty)
    }

    @Test("a form that isn't saved is asked about, and stays as a draft")
    func dirtyForm() throws {
        var desk = try queue()
        desk.press("F2")
        desk.type("王记羊汤馆")
        try scan("2026-000001", &desk)
        #expect(desk.place == .confirm)
        try scan("2026-000003", &desk)
        #expect(desk.place == .confirm && desk.status.contains("请先回答问题"))
        desk.press("n")
        #expect(desk.state.work?.form.text(.name) == "王记羊汤馆")
        try scan("2026-000001", &desk)
        desk.press("y")
        #expect(desk.file?.number == CaseNumber("2026-000001"))
        #expect(try desk.store.recall(Draft.prefix, for: ClerkID("zhang")).count == 1)
    }

    @Test("an identity card goes to the principal, to the agent where he is being filled in, and is shown masked")
    func residentID() throws {
        var desk = try queue()
        try scan(DeskCases.idNumber, &desk)
        #expect(desk.place == .confirm && desk.screen.contains("110105**********2X"))
        #expect(!desk.screen.contains(DeskCases.idNumber))
        desk.press("y")
        #expect(desk.state.work?.form.text(.principalID) == DeskCases.idNumber)
        #expect(desk.status.contains("110105**********2X") && desk.status.contains("负责人身份证号"))
        while desk.state.work?.form.focus != .agentName { desk.press("Tab") }
        try scan("110105194912310038", &desk)
        #expect(desk.state.work?.form.text(.agentID) == "110105194912310038")
        #expect(desk.state.work?.form.text(.principalID) == DeskCases.idNumber)
    }

    @Test("a credit code fills its field; on the queue it is looked for, and a new case offered where there is none")
    func creditCode() throws {
        var desk = try queue()
        try scan(DeskCases.creditCode, &desk)
        #expect(desk.state.queue.query.search == DeskCases.creditCode && desk.place == .queue)
        #expect(!desk.state.queue.rows.isEmpty && desk.status.contains("按它查找"))
        var empty = DeskDriver()
        try scan(DeskCases.creditCode, &empty)
        #expect(empty.place == .confirm && empty.screen.contains("没有找到"))
        empty.press("y")
        #expect(empty.state.work?.form.text(.uscc) == DeskCases.creditCode)
        empty.press("Tab")
        try scan(DeskCases.creditCode, &empty)
        #expect(empty.state.work?.form.focus == .uscc)
    }

    @Test("a scan on the queue looks among all cases, whichever view it comes in, and stays there")
    func everywhere() throws {
        var desk = try queue()
        desk.turn(to: "超期")
        #expect(desk.state.queue.tab == "overdue")
        try scan(DeskCases.creditCode, &desk)
        #expect(desk.state.queue.tab == "all" && !desk.state.queue.rows.isEmpty)
        let found = desk.state.queue.rows
        desk.send(.tick)
        #expect(desk.state.queue.rows == found && desk.state.queue.query.filter == .all)
        #expect(desk.state.queue.query.scope == .everything)
    }

    @Test("a scan on a board lands on the queue before everybody's eyes", arguments: ["s", "i", "e", "f", "j"])
    func board(key: String) throws {
        var desk = try queue()
        desk.press(key)
        #expect(desk.place != .queue)
        try scan(DeskCases.creditCode, &desk)
        #expect(desk.place == .queue && desk.state.queue.query.search == DeskCases.creditCode)
        #expect(!desk.state.queue.rows.isEmpty)
    }

    @Test("a licence's address fills the licence's number, where the action asks for one")
    func licence() throws {
        var desk = DeskDriver()
        let address = "https://example.gov.cn/c?no=\(ScanDetectorTests.validLicence)"
        desk.press("F2")
        try scan(address, &desk)
        #expect(desk.status.contains("没有它的栏目"))
        desk.press("Esc")
        try scan(address, &desk)
        desk.press("y")
        #expect(desk.state.work?.form.text(.licenceNumber) == ScanDetectorTests.validLicence)
    }

    @Test("in a field that takes any text a scan is text; a case that is closed takes none")
    func text() throws {
        var desk = try queue()
        desk.press("F3")
        try scan(DeskCases.creditCode, &desk)
        #expect(desk.place == .search && desk.state.queue.query.search == DeskCases.creditCode)
        desk.press("Esc", "Enter", "w")
        #expect(desk.place == .confirm)
        let before = try desk.stored()
        try scan(DeskCases.idNumber, &desk)
        #expect(desk.place == .confirm)
        #expect(try desk.stored() == before)
    }

    @Test("a scan during a write waits for it")
    func held() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant())
        desk.holdsBack = true
        desk.press("Home", "1")
        try scan(DeskCases.creditCode, &desk)
        desk.paste("x")
        #expect(desk.state.held.count == 2)
        desk.carryOut()
        #expect(desk.states[0] == .inOrder && desk.place == .form && desk.state.held.isEmpty)
        #expect(desk.state.work?.form.text(.uscc) == DeskCases.creditCode + "X")
    }
}
