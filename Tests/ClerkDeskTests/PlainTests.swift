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
        plain.type(lines: "1 在", "next-open", "缺", "在", "5.1 符合", "bf")
        plain.type(lines: "back", "发告知", "y", "back", "back", "/羊汤", "1", "在", "补正收件", "choose", "y")
        plain.type(lines: "next-open", "在", "next-open", "在", "sl", "y", "q", "y")
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
            lines: "?", "1 in order", "2", "1.1 defect", "back", "history", "terms", "1", "back", "more", "back", "q",
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
        arguments: ["standard", "function-keys"])
    func everyIntent(keymap: String) throws {
        let desk = SampleDesk.desk(keymap: keymap)
        var places: Set<DeskPlace> = []
        for lines in Self.places {
            let place = try Self.at(lines, desk).desk.state.place
            places.insert(place)
            for intent in DeskIntent.allCases where desk.keymap.label(for: intent, in: place) != nil {
                // The lessons aren't there, and a search is asked for in one line.
                guard intent != .skipLesson, intent != .lessonBack, intent != .search else { continue }
                var pressed = try Self.at(lines, desk).desk
                pressed.perform(intent)
                // What is only read out is shut again in lines.
                guard pressed.state.place != .reader else { continue }
                var named = try Self.at(lines, desk)
                named.type(intent.rawValue)
                #expect(named.desk.state.place == pressed.state.place, "\(intent) in \(place)")
                let isSame = named.desk.state == pressed.state
                #expect(isSame, "\(intent) in \(place)")
            }
        }
        #expect(
            places.isSuperset(of: [.queue, .checklist, .checks, .form, .notice, .picker, .clocks, .entry, .dayLog]))
    }

    private static func at(_ lines: [String], _ desk: Desk) throws -> PlainDriver {
        let store = SampleDesk.store()
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
        var plain = PlainDriver(DeskDriver(desk, store: store))
        for line in lines { plain.type(line) }
        return plain
    }

    private static let places: [[String]] = [
        [], ["1"], ["1", "1"], ["1", "edit"], ["1", "notice"], ["1", "actions"], ["1", "ledger"], ["1", "eligibility"],
        ["my-day"], ["new-case"], ["board"], ["board", "1"],
    ]

    @Test("an action that can't be taken says why, and is not offered as if it could")
    func whyNot() throws {
        var plain = try Self.onCase()
        let lines = plain.type("?") + plain.type("m")
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
        #expect(form?.text(.uscc) == "BAD-CODE")
        #expect(form?.chosen(.kind) == ["individual"])
        #expect(PlainView.unsaved(plain.desk.state, plain.desk.desk)?.contains("老王") == true)
        #expect(plain.type("主体类型=火星").first?.contains("不是可选的") == true)
        #expect(plain.type("没有=1").first?.contains("没有叫") == true)
    }

    @Test("a long answer comes in pages")
    func pages() throws {
        var plain = try Self.onCase()
        let lines = plain.type("?")
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
