import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// The desk in lines: the same desk, heard instead of seen.
@Suite("Lines")
struct PlainTests {
    private static let intake = [
        "新收件", "名称=李记羊汤馆", "主体类型=gtgs", "经营场所=示例县一路1号", "主体业态=餐饮服务", "经营项目=热食、冷食", "执照能网上核验=是",
        "save",
    ]

    private static func onCase(_ language: Language = .zh) throws -> PlainDriver {
        let driver = try DeskDriver.onCase(DeskCases.restaurant(), desk: SampleDesk.desk(language: language))
        return PlainDriver(driver)
    }

    @Test("the main job: take in, judge, tell everything, find it again, correct, accept")
    func mainJob() throws {
        var plain = PlainDriver(DeskDriver())
        for line in Self.intake { plain.type(line) }
        plain.type(
            lines: "1 在", "next-open", "缺", "在", "wx", "1 不符", "back", "发告知", "3", ".", "告知书", "F8", "y", "back", "back"
        )
        plain.type(
            lines: "/羊汤", "1", "在", "补正收件", "choose", "y", "next-open", "在", "next-open", "在", "sl", "y", "q", "y")
        Golden.expect(plain.transcript, at: "Plain/main-job.txt")
        #expect(plain.desk.state.isOver)
        let row = try plain.desk.store.queue(
            QueueQuery(filter: .all, today: SampleDesk.today), from: .first, limit: 2
        ).rows
        #expect(row.map(\.applicant) == ["李记羊汤馆"])
        guard case .accepted? = try plain.desk.store.load(row[0].number)?.phase else {
            Issue.record("it was not accepted")
            return
        }
    }

    @Test("the same in English")
    func english() throws {
        var plain = try Self.onCase(.en)
        plain.type(
            lines: "?", "1 in order", "2", "2.1 defect", "back", "history", "terms", "1", "back", "more", "back", "q",
            "n")
        Golden.expect(plain.transcript, at: "Plain/english.txt")
        let han = plain.transcript.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(han, "names and citations stay Chinese")
    }

    @Test("no cursor, no colour, no frames, and nothing is cut")
    func bareText() throws {
        let long = String(repeating: "示例县黄河三角洲特色农产品", count: 6)
        var plain = PlainDriver(try DeskDriver.onCase(DeskCases.restaurant(long)))
        plain.type(lines: "?", "edit", "back", "notice", "back", "ledger", "back", "z", "back", "actions", "back")
        #expect(plain.transcript.contains(long))
        for scalar in plain.transcript.unicodeScalars {
            #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F)
            #expect(!(0x2500...0x259F).contains(scalar.value))
        }
    }

    @Test(
        "every intent that a screen has keys for can be asked for by its name",
        arguments: SampleDesk.keymaps.map(\.name))
    func everyIntent(keymap: String) throws {
        var places: Set<DeskPlace> = []
        for prepare in Self.places {
            let desk = SampleDesk.desk(keymap: keymap)
            var driver = DeskDriver(desk, store: SampleDesk.store())
            _ = try DeskCases.receive(DeskCases.restaurant(), into: driver.store)
            driver.send(.key(KeyStroke(.function(5))))
            var plain = PlainDriver(driver)
            for line in prepare { plain.type(line) }
            let state = plain.desk.state
            places.insert(state.place)
            guard state.place != .confirm else { continue }
            for intent in DeskIntent.allCases where desk.keymap.label(for: intent, in: state.place) != nil {
                guard intent != .skipLesson, intent != .lessonBack, intent != .search else { continue }
                var pressed = plain
                var named = plain
                pressed.desk.perform(intent)
                named.type(intent.rawValue)
                // What is only to be read out is shut again in lines.
                guard pressed.desk.state.place != .reader else { continue }
                #expect(named.desk.state == pressed.desk.state, "\(intent) in \(state.place)")
            }
        }
        #expect(
            places.isSuperset(of: [.queue, .checklist, .checks, .form, .notice, .picker, .clocks, .entry, .dayLog]))
    }

    private static let places: [[String]] = [
        [], ["1"], ["1", "1"], ["1", "edit"], ["1", "notice"], ["1", "actions"], ["1", "ledger"], ["1", "eligibility"],
        ["my-day"], ["1", "withdraw"], ["new-case"],
    ]

    @Test("an action that can't be taken says why, and is not offered as if it could")
    func whyNot() throws {
        var plain = try Self.onCase()
        let lines = plain.type("?")
        #expect(lines.contains { $0.hasPrefix("发出  issue  现在不能：") })
        #expect(lines.contains { $0.hasPrefix("在/符合  in-order  ") && !$0.contains("不能") })
    }

    @Test("a question is answered with y or n, never by an empty line")
    func questions() throws {
        var plain = try Self.onCase()
        plain.type("withdraw")
        #expect(plain.desk.place == .confirm)
        #expect(plain.type("").isEmpty)
        #expect(plain.type("maybe").first?.contains("y 或 n") == true)
        #expect(plain.desk.place == .confirm)
        plain.type("n")
        #expect(plain.desk.file?.phase == .checking)
        plain.type(lines: "withdraw", "y")
        #expect(plain.desk.file?.phase != .checking)
    }

    @Test("Ctrl-C puts off what is asked, and nothing else")
    func interruption() throws {
        var plain = try Self.onCase()
        plain.type("withdraw")
        plain.interrupt()
        #expect(plain.desk.place == .checklist && plain.desk.file?.phase == .checking)
        plain.interrupt()
        #expect(plain.desk.place == .checklist)
    }

    @Test("fields are asked one by one; an empty line leaves one as it is, a point stops")
    func fieldByField() {
        var plain = PlainDriver(DeskDriver())
        plain.type(lines: "new-case", "7", "老王", "fill", "", "个体", "bad-code", ".", "13=示例县二路2号")
        let form = plain.desk.state.work?.form
        #expect(form?.text(.name) == "老王")
        #expect(form?.text(.address) == "示例县二路2号")
        #expect(form?.text(.uscc) == "bad-code")
        #expect(form?.chosen(.kind) == ["individual"])
        #expect(PlainView.unsaved(plain.desk.state, plain.desk.desk)?.contains("老王") == true)
        #expect(plain.type("主体类型=火星").first?.contains("不是可选的") == true)
        #expect(plain.type("没有=1").first?.contains("没有叫") == true)
    }

    @Test("a long answer comes in pages")
    func pages() throws {
        var plain = PlainDriver(DeskDriver())
        let lines = plain.type("new-case")
        #expect(lines.count == PlainTalk.pageLines + 1)
        #expect(lines.last?.contains("输入 m 继续") == true)
        let rest = plain.type("m")
        #expect(!rest.isEmpty && rest.allSatisfy { !lines.contains($0) })
    }

    @Test("lines of nonsense do no harm", arguments: 0..<40)
    func nonsense(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var plain = try Self.onCase()
        let words = [
            "1", "2", "9", "0", "-1", "3.9", "1.1 不符", "1,2", "y", "n", "m", "q", ".", "?", "", "=", "名称=", "=x", "7=x",
            "key", "key F99", "key Esc", "fill", "/", "/羊", "更多", "actions", "在", "缺", "xx", "edit", "save", "F6", "F8",
            "j",
            "d", "back", "\u{1B}[2J", String(repeating: "长", count: 300),
        ]
        for _ in 0..<60 {
            guard !plain.desk.state.isOver else { return }
            plain.type(words[Int.random(in: 0..<words.count, using: &dice)])
        }
        #expect(!plain.transcript.contains("\u{1B}"))
    }
}
