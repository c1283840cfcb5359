import CaseDomain
import CaseStore
import ClerkDesk
import NoticeComposer
import ScreenKit
import TestSupport
import Testing

@Suite("Licences that run out")
struct ExpiryJourneyTests {
    private func driver(
        _ desk: Desk = SampleDesk.desk(), _ store: InMemoryCaseStore = SampleDesk.store(),
        _ fill: (any DeskStoring) throws -> Void = ScreenScene.licences
    ) throws -> DeskDriver {
        try fill(store)
        var driver = DeskDriver(desk, store: store)
        driver.press("e")
        return driver
    }

    private func messages(_ store: any DeskStoring) throws -> [OutboxMessage] {
        let rows = try store.queue(QueueQuery(today: SampleDesk.today), from: .first, limit: 999).rows
        return try rows.flatMap { try store.load($0.number)?.record.messages.map(\.message) ?? [] }
    }

    @Test("a firm is one row with all its licences, and what is far away isn't listed")
    func list() throws {
        let desk = try driver()
        #expect(desk.place == .expiry && desk.screen.contains("4家"))
        #expect(desk.row(with: "福满楼")?.contains("2026-12-01") == true)
        #expect(!desk.screen.contains("远方小店"))
        #expect(desk.row(with: "老街面馆")?.contains("过期10天") == true)
        #expect(desk.row(with: "羊汤一绝")?.contains("联系不上") == true)
    }

    @Test("who holds a licence that is over is told to apply anew, others to renew")
    func advice() throws {
        var desk = try driver()
        desk.press("c")
        #expect(desk.screen.contains("老街面馆") && desk.screen.contains("注销后重新申请"))
        desk.press("Esc", "Down", "c")
        #expect(desk.screen.contains("福满楼") && !desk.screen.contains("注销后重新申请"))
    }

    @Test("a contact is recorded with every case of the firm, once")
    func contact() throws {
        var desk = try driver()
        desk.press("Down", "c")
        desk.press("Tab", "Tab", "Tab")
        desk.type("说月底来")
        desk.press("F2")
        #expect(desk.status.contains("已登记联系"))
        #expect(desk.row(with: "福满楼")?.contains("电话 已告知") == true)
        let firms = try desk.store.expiringFirms(
            ExpiryQuery(through: DeskCases.date("2027-05-20")), after: nil, limit: 9)
        let firm = try #require(firms.first { $0.licences.count == 2 })
        for number in firm.cases.map(\.number) {
            let contacts = try #require(try desk.store.load(number)).progress.expiryContacts
            #expect(contacts.map(\.contact.channel) == [.phone] && contacts[0].contact.words.contains("月底"))
        }
    }

    @Test("views: nobody told, to be asked, over; and by window, channel and answer from the list")
    func views() throws {
        var desk = try driver()
        desk.press("Tab")
        #expect(desk.screen.contains("2家") && !desk.screen.contains("馋嘴小厨"))
        desk.press("Tab")
        #expect(desk.screen.contains("该联系了") && desk.screen.contains("2家"))
        desk.clock = desk.clock.adding(seconds: 5 * 24 * 3600)
        desk.press("F5")
        #expect(desk.screen.contains("羊汤一绝"), "seven days after nobody was reached he is called again")
        desk.press("Tab")
        #expect(desk.screen.contains("已过期") && desk.screen.contains("1家"))
        desk.press("v")
        desk.type("窗口A03")
        desk.press("Enter")
        #expect(desk.screen.contains("1家") && desk.screen.contains("羊汤一绝"))
    }

    @Test("one message a firm about all its licences, with a preview; nothing twice")
    func message() throws {
        var desk = try driver(SampleDesk.desk(office: SampleDesk.tellingOffice))
        desk.press("a", "m")
        #expect(desk.screen.contains("到期提醒短信 4家"))
        #expect(desk.screen.contains("列2证") && desk.screen.contains("不是手机号") && desk.screen.contains("已发过短信"))
        desk.press("y")
        let first = try messages(desk.store)
        #expect(first.count == 2)
        let both = try #require(first.first { $0.text.contains("尾号0020") })
        #expect(both.text.contains("尾号0038") && !both.text.contains("JY2371") && both.text.contains("福满楼"))
        #expect(both.recipient == "13800000001" && both.occasion == .licenceExpiring)
        desk.press("Esc", "a", "m")
        #expect(!desk.screen.contains("列2证"))
        desk.press("Esc")
        #expect(try messages(desk.store) == first)
    }

    @Test("an office without messages says so")
    func off() throws {
        var desk = try driver()
        desk.press("m")
        #expect(desk.status.contains("没有开通短信") && desk.place == .expiry)
    }

    @Test("no firm gets two messages in a period, whoever presses what on which day", arguments: 1...8)
    func neverTwice(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let store = SampleDesk.store()
        try ScreenScene.licences(store)
        let office = SampleDesk.tellingOffice
        var told: [String: [CivilDate]] = [:]
        // Both desks stand open all the time, so each may act on what the other has changed.
        var desks = ["zhang", "li"].map { clerk in
            DeskDriver(SampleDesk.desk(clerk: clerk, office: office), store: store)
        }
        for place in desks.indices { desks[place].press("e") }
        for _ in 0..<30 {
            let place = Int.random(in: 0..<desks.count, using: &dice)
            let days = Int64.random(in: 0...6, using: &dice)
            let now = max(desks[0].clock, desks[1].clock).adding(seconds: days * 24 * 3600)
            desks[place].clock = now
            for _ in 0..<Int.random(in: 0...3, using: &dice) { desks[place].press("Down") }
            if Bool.random(using: &dice) { desks[place].press("Home", "a") }
            if Bool.random(using: &dice) { desks[place].press("F5") }
            let before = try messages(store)
            desks[place].press("m", "y", "Esc")
            if desks[place].place == .queue { desks[place].press("e") }
            for message in try messages(store) where !before.contains(message) {
                let firm = String(message.text.split(separator: "的")[0])
                told[firm, default: []].append(now.date)
            }
        }
        #expect(told.values.contains { $0.count > 1 }, "time goes on, and firms are told again")
        for (firm, days) in told {
            for (day, next) in zip(days, days.dropFirst()) {
                #expect(
                    next.dayNumber - day.dayNumber >= office.aftercare.reminding.messageDays, "\(firm), seed \(seed)")
            }
        }
    }

    @Test("a licence is struck off with its reason, one at a time")
    func end() throws {
        var desk = try driver()
        desk.press("Down", "x", "F2")
        #expect(desk.place == .entry, "without words nobody knows why")
        desk.type("人去楼空，已走访")
        desk.press("F2")
        #expect(desk.status.contains("已销账"))
        #expect(desk.row(with: "福满楼")?.contains("2027-03-31") == true, "the other one stays")
    }

    @Test("the list as a file has a row a licence and no telephone number")
    func export() throws {
        var desk = try driver()
        desk.press("F2")
        let text = try #require(
            desk.effects.lazy.compactMap { effect -> String? in
                if case .export(let name, let text) = effect.job, name.contains("expiry") { text } else { nil }
            }.first)
        #expect(text.split(separator: "\r\n").count == 6)
        #expect(text.contains("138****0001") && !text.contains("13800000001") && text.hasPrefix("\u{FEFF}"))
    }

    @Test("Enter opens the case; where there are several, the clerk chooses; Esc comes back to the list")
    func open() throws {
        var desk = try driver()
        desk.press("Enter")
        #expect(desk.file?.particulars.applicant.name == "老街面馆")
        desk.press("Esc")
        #expect(desk.place == .expiry)
        desk.press("Down", "Enter")
        #expect(desk.place == .picker)
        desk.press("Down", "Enter")
        #expect(desk.file?.progress.licence?.number == "JY23716250000038")
    }

    @Test("a message about more licences than it can hold says how many there are")
    func many() throws {
        let store = SampleDesk.store()
        for count in 0..<60 {
            try LicenceCases.licensed(
                LicenceCases.firm("连锁"), "JY2371625000\(1000 + count)", expires: "2027-01-15", in: store)
        }
        let firm = try #require(
            try store.expiringFirms(ExpiryQuery(through: DeskCases.date("2027-05-20")), after: nil, limit: 9).first)
        let reminder = ExpiryReminder(
            of: firm.licences.map(\.line),
            setting: MessageSetting(office: SampleDesk.tellingOffice, templates: SampleDesk.messages),
            on: SampleDesk.today
        ) { _ in "许可" }
        guard case .ready(let message, _) = reminder else {
            Issue.record("\(reminder)")
            return
        }
        #expect(MessageParts.count(message.text) <= MessageParts.most && message.text.contains("等60证"))
    }
}
