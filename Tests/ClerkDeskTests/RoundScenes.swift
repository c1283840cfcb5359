import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

extension ScreenScene {
    /// What stands between one notice and the next.
    static let rounds = [
        ScreenScene(
            name: "return-pick",
            play: { desk in
                desk.press("Enter", "t", "Down", "Space")
            }, fill: told),
        ScreenScene(
            name: "rounds-compared",
            play: { desk in
                desk.press("Enter")
                desk.act("各轮对照")
            }, fill: answered),
        ScreenScene(
            name: "visit",
            play: { desk in
                desk.press("Enter", "F8")
            }, fill: answered),
        ScreenScene(
            name: "late-finding",
            play: { desk in
                desk.press("Enter", "F8")
                desk.declineVisit()
                desk.press("F8")
            }, fill: answered),
        ScreenScene(
            name: "release",
            play: { desk in
                desk.press("Enter", "F8")
                desk.declineVisit()
                desk.press("F8")
                desk.press("Tab")
                desk.type("上次没有逐页核对")
                desk.press("F2", "F8")
            }, fill: answered),
        ScreenScene(
            name: "spot-correction",
            play: { desk in
                desk.press("Enter", "Home")
                desk.act("当场更正")
                desk.press("Tab")
                desk.type("补签了姓名")
            }, fill: unsigned),
        ScreenScene(name: "gap-promise", play: { $0.press("Enter", "F7") }, fill: tolerated),
        ScreenScene(
            name: "gap-owed",
            play: { desk in
                desk.press("Enter", "F7", "F2", "y")
                desk.clock = DeskCases.moment("2026-11-30")
                desk.act("容缺清单")
            }, fill: tolerated),
        ScreenScene(
            name: "notice-withdrawn",
            play: { desk in
                desk.press("Enter")
                desk.act("撤回告知书")
                desk.type("漏列一项材料")
                desk.press("F2", "y", "F6", "Left")
            }, fill: told),
    ]

    /// A notice about two missing papers and one unsigned.
    @Sendable private static func told(_ store: any DeskStoring) throws { _ = try notified(store) }

    @Sendable private static func notified(_ store: any DeskStoring) throws -> CaseFile {
        let file = try DeskCases.receive(DeskCases.restaurant(received: "2026-11-13"), into: store)
        let judged = try DeskCases.judgeAll(
            file, missing: [.layoutPlan, .processDescription], failed: [.policyIndex: [.signed]], on: "2026-11-13",
            in: store)
        return try DeskCases.issue(judged, on: "2026-11-18", in: store)
    }

    /// Two of the three came back, one of them wrong in a new way; and the form was never signed.
    @Sendable private static func answered(_ store: any DeskStoring) throws {
        let file = try DeskCases.append(
            [.correctionReceived(materials: [.layoutPlan, .policyIndex])], to: notified(store), on: "2026-11-19",
            in: store)
        let records = [
            DeskCases.judged(.layoutPlan, in: file, failed: [.areaMarked]), DeskCases.judged(.policyIndex, in: file),
            DeskCases.judged(.applicationForm, in: file, failed: [.signed]),
        ]
        _ = try DeskCases.append(
            records.map { .materialRecorded(record: $0) }, to: file, on: "2026-11-20", in: store)
    }

    @Sendable private static func unsigned(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        _ = try DeskCases.judgeAll(file, failed: [.applicationForm: [.signed]], on: "2026-11-20", in: store)
    }

    @Sendable private static func tolerated(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(
            DeskCases.restaurant(agent: DeskCases.agent, tolerance: true), into: store)
        _ = try DeskCases.judgeAll(file, missing: [.policyIndex, .agentIdentity], on: "2026-11-20", in: store)
    }
}
