import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

extension ScreenScene {
    /// What comes after the licence.
    static let aftercare = [
        ScreenScene(name: "expiry", play: { $0.press("e", "Down") }, fill: licences),
        ScreenScene(name: "expiry-contact", play: { $0.press("e", "Down", "c") }, fill: licences),
        ScreenScene(
            name: "expiry-messages", play: { $0.press("e", "a", "m") }, fill: licences,
            office: SampleDesk.tellingOffice),
        ScreenScene(name: "feedback", play: { $0.press("f", "S-Tab", "Down") }, fill: listened),
        ScreenScene(name: "feedback-ratings", play: { $0.press("f", "Tab", "Tab") }, fill: listened),
        ScreenScene(
            name: "delivery",
            play: { desk in
                desk.press("S-Tab", "Enter")
                desk.act("送达方式")
            }, fill: licences),
    ]

    /// Firms that were told, that weren't, that can't be reached, and that have several licences.
    @Sendable static func licences(_ store: any DeskStoring) throws {
        try LicenceCases.licensed(LicenceCases.firm("老街面馆"), "JY23716250000011", expires: "2026-11-10", in: store)
        let chain = LicenceCases.firm("示例县福满楼酒店管理有限公司", uscc: DeskCases.creditCode)
        for (number, day) in [("JY23716250000020", "2026-12-01"), ("JY23716250000038", "2027-03-31")] {
            try LicenceCases.licensed(chain, number, expires: day, in: store)
        }
        let quiet = try LicenceCases.licensed(
            LicenceCases.firm("羊汤一绝", phone: "0543-2345678"), "JY23716250000046", expires: "2027-01-15", in: store,
            window: "A03")
        _ = try DeskCases.append(
            [LicenceCases.contact(.phone, .unreachable)], to: quiet, on: "2026-11-17", in: store)
        let told = try LicenceCases.licensed(
            LicenceCases.firm("馋嘴小厨"), "JY23716250000054", expires: "2027-02-28", in: store)
        _ = try DeskCases.append([LicenceCases.contact(.message, .told)], to: told, on: "2026-11-12", in: store)
        try LicenceCases.licensed(LicenceCases.firm("远方小店"), "JY23716250000062", expires: "2030-01-01", in: store)
    }

    /// Something in every state, and a bad rating that is overdue.
    @Sendable static func listened(_ store: any DeskStoring) throws {
        let acts: [(FeedbackAct, String, String)] = [
            (open(.unsolved, "申请人房产证在外地抵押，现场拿不出使用权材料", "王老板"), "2026-11-11", "zhang"),
            (open(.system, "省平台提交时报“主体业态不能为空”", ""), "2026-11-18", "zhang"),
            (open(.request, "连锁店想一次办齐六家门店", "福满楼"), "2026-11-19", "li"),
            (.change(FeedbackNumber(1), .passedUp(to: "许科长", words: "")), "2026-11-12", "zhang"),
            (.change(FeedbackNumber(2), .answered(words: "省局已修复，请重新提交")), "2026-11-19", "xu"),
        ]
        for (act, day, clerk) in acts {
            _ = try store.perform(act, stamp: EventStamp(at: DeskCases.moment(day), by: ClerkID(clerk))).get()
        }
        for (name, day) in [("等急了面馆", "2026-10-20"), ("一般般小吃", "2026-11-18")] {
            let file = try LicenceCases.licensed(LicenceCases.firm(name), "JY2", expires: nil, in: store)
            _ = try DeskCases.append(
                [.life(event: .rated(rating: Rating(level: .poor, words: "等太久")))], to: file, on: day, in: store)
        }
    }

    private static func open(_ kind: FeedbackKind, _ words: String, _ from: String) -> FeedbackAct {
        .open(FeedbackOpening(kind: kind, words: words, from: from, window: "A02", number: nil))
    }
}
