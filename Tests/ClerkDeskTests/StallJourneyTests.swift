import CaseDomain
import ClerkDesk
import TestSupport
import Testing

@Suite("A stall at a township's window")
struct StallJourneyTests {
    private func desk() throws -> DeskDriver {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.stallOnFile(), into: store)
        let records = [
            MaterialRecord(
                material: .applicationForm, how: .handedIn, copies: 1,
                checks: CheckVerdicts(passed: [.signed, .dated, .name, .premises], failed: [])),
            MaterialRecord(
                material: .principalIdentity, how: .handedIn, copies: 1,
                checks: CheckVerdicts(passed: [.idNumber, .unexpired, .copyVerified], failed: [])),
            MaterialRecord(
                material: .healthCertificates, how: .handedIn, copies: 1,
                checks: CheckVerdicts(passed: [.headcount, .unexpired], failed: [])),
        ]
        _ = try DeskCases.append(
            records.map { .materialRecorded(record: $0) }, to: file, on: "2026-11-20", in: store)
        var driver = DeskDriver(SampleDesk.desk(isTownship: true), store: store)
        driver.press("Enter")
        try #require(driver.file != nil)
        return driver
    }

    @Test("what is in order ends at once with the card, on screen and on paper")
    func card() throws {
        var desk = try desk()
        #expect(desk.screen.contains("可以受理"))
        desk.press("F7")
        #expect(desk.place == .entry && desk.screen.contains("中小学校"))
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("必填"))
        desk.type("早6时至9时")
        desk.press("F2")
        #expect(desk.place == .notice)
        for text in ["食品摊点信息公示卡", "姓名：陈大妈煎饼摊", "经营品种：糕点、散装肉制品", "经营地点：示例县菜市口", "经营时段：早6时至9时"] {
            #expect(desk.screen.contains(text), "\(text)")
        }
        let file = try desk.stored()
        #expect(file.phase == .accepted(Acceptance(on: SampleDesk.today, gaps: [])))
        #expect(file.card?.hours == "早6时至9时" && file.card?.place == "示例县菜市口")
        desk.press("p", "Enter")
        #expect(desk.status.contains("P-01"))
        desk.press("Esc", "F6")
        #expect(desk.screen.contains("食品摊点信息公示卡"))
        desk.press("Esc", "F7")
        #expect(desk.place == .checklist && desk.status.contains("不在审查中"))
        #expect(try desk.payloads().count == 5)
    }

    @Test("a bar keeps the card back")
    func barred() throws {
        var desk = try desk()
        desk.press("z", "Tab")
        desk.type("2026-05-01")
        desk.press("Tab")
        desk.type("1号")
        desk.press("F2", "F7")
        #expect(desk.place == .reader && desk.screen.contains("第四十九条"))
        #expect(try desk.stored().card == nil)
    }

    @Test("a county's window sends the stall away as before")
    func county() throws {
        var desk = try DeskDriver.onCase(DeskCases.stallOnFile())
        #expect(desk.screen.contains("乡镇人民政府"))
        desk.press("F7")
        #expect(desk.state.modal == nil && desk.status.contains("不由本窗口办理"))
        desk.press("m")
        #expect(desk.state.modal == nil && desk.status.contains("不由本窗口办理"))
    }
}
