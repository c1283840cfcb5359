import CaseDomain
import ClerkDesk
import TestSupport
import Testing

@Suite("Who may not apply")
struct EligibilityJourneyTests {
    /// A restaurant that is wholly judged.
    private func judged(missing: Set<Material> = []) throws -> DeskDriver {
        try DeskDriver.onCase(DeskCases.restaurant()) { file, store in
            _ = try DeskCases.judgeAll(file, missing: missing, on: "2026-11-20", in: store)
        }
    }

    private func record(_ desk: inout DeskDriver, decided: String, document: String = "示市监罚〔2023〕7号") {
        desk.press("z", "Tab")
        desk.type(decided)
        desk.press("Tab")
        desk.type(document)
        desk.press("F2")
    }

    @Test("a bar in force keeps the case from being accepted and from being notified")
    func inForce() throws {
        var desk = try judged()
        record(&desk, decided: "2023-01-10")
        #expect(desk.status.contains("2028-01-10") && desk.screen.contains("资格受限  审查中"))
        let recorded = try #require(try desk.stored().barInForce)
        #expect(recorded.bar == "licence-revoked" && recorded.until == DeskCases.date("2028-01-10"))
        desk.press("F7")
        #expect(desk.place == .reader && desk.screen.contains("不能受理") && desk.screen.contains("第一百三十五条"))
        desk.press("Enter", "y")
        #expect(try desk.stored().phase == .checking)
        var owing = try judged(missing: [.layoutPlan])
        owing.press("F8")
        #expect(owing.place == .confirm)
        owing.press("n")
        record(&owing, decided: "20260110")
        owing.press("F8")
        #expect(owing.place == .reader && owing.screen.contains("示市监罚〔2023〕7号"))
        owing.press("Enter")
        #expect(try owing.stored().notices.isEmpty)
    }

    @Test(
        "the last day still bars, and the day after doesn't",
        arguments: [("2021-11-20", true), ("2021-11-19", false)])
    func lastDay(decided: String, bars: Bool) throws {
        var desk = try judged()
        record(&desk, decided: decided)
        #expect((try desk.stored().barInForce != nil) == bars)
        #expect(try desk.stored().ineligibilities.count == 1)
        desk.press("F7")
        #expect(desk.place == (bars ? .reader : .confirm))
        if !bars { #expect(!desk.screen.contains("资格受限  审查中")) }
    }

    @Test("a decision after receipt bars nothing, and a record without a day or a document isn't taken")
    func refused() throws {
        var desk = try judged()
        desk.clock = DeskCases.moment("2026-11-23")
        record(&desk, decided: "2026-11-24")
        #expect(desk.place == .entry && desk.screen.contains("不能晚于今天"))
        desk.press("Esc")
        record(&desk, decided: "去年", document: "1号")
        #expect(desk.place == .entry && desk.screen.contains("日期写作"))
        desk.press("Esc")
        record(&desk, decided: "2026-11-21", document: "  ")
        #expect(desk.place == .entry && desk.screen.contains("必填"))
        desk.type("示市监罚〔2026〕9号")
        desk.press("Enter")
        #expect(desk.place == .checklist && desk.status.contains("收件之后"))
        #expect(try desk.stored().barInForce == nil && desk.stored().ineligibilities.count == 1)
    }

    @Test("a record can be taken back, and undone, and the history keeps it all")
    func takenBack() throws {
        var desk = try judged()
        record(&desk, decided: "2023-01-10")
        desk.press("F9")
        #expect(try desk.stored().barInForce == nil)
        record(&desk, decided: "2023-01-10")
        desk.press("z")
        #expect(desk.screen.contains("已登记"))
        desk.press("F2", "n")
        #expect(try desk.stored().barInForce != nil)
        desk.press("z", "F2", "y")
        #expect(try desk.stored().barInForce == nil)
        let bars = try desk.payloads().filter { if case .ineligible = $0 { true } else { false } }
        #expect(bars.count == 2)
        desk.press("F7", "y", "Esc")
        #expect(try desk.stored().phase != .checking)
        desk.press("z")
        #expect(desk.place == .checklist && desk.status.contains("已了结"))
    }

    @Test("what counts as accepted by law is recorded all the same")
    func deemed() throws {
        var desk = try DeskDriver.onCase(DeskCases.restaurant(received: "2026-11-13"))
        record(&desk, decided: "2023-01-10")
        desk.clock = DeskCases.moment("2026-11-23")
        desk.press("F7")
        #expect(desk.place == .confirm && desk.screen.contains("2026-11-13"))
    }

    @Test("a filing asks nobody for eligibility")
    func filing() throws {
        var particulars = DeskCases.restaurant()
        particulars.matter = .prepackagedFiling
        var desk = try DeskDriver.onCase(particulars)
        desk.press("z")
        #expect(desk.place == .checklist && desk.status.contains("没有要审的资格限制"))
    }
}
