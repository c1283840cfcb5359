import CaseDomain
import CaseStore
import ClerkDesk
import ScreenKit
import TestSupport
import Testing

/// 台账.
@Suite("Day log")
struct DayLogTests {
    private static func worked(size: Size = Size(rows: 24, columns: 80)) throws -> DeskDriver {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(DeskCases.restaurant("=王记羊汤馆"), into: store)
        let judged = try DeskCases.judgeAll(file, missing: [.layoutPlan], on: "2026-11-20", in: store)
        let told = try DeskCases.issue(judged, on: "2026-11-20", in: store)
        _ = try DeskCases.append([.identityRevealed], to: told, on: "2026-11-20", in: store)
        _ = try DeskCases.receive(DeskCases.workshop(), into: store, clerk: "li")
        _ = try DeskCases.receive(DeskCases.restaurant("昨日面馆", received: "2026-11-19"), into: store)
        return DeskDriver(store: store, size: size, clock: DeskCases.moment("2026-11-20").adding(seconds: 3600))
    }

    @Test("one's own day, by time, with totals; looks at identity numbers stand there too", arguments: [24, 20])
    func screen(rows: Int) throws {
        var desk = try Self.worked(size: Size(rows: rows, columns: rows == 24 ? 80 : 60))
        desk.press("j")
        #expect(desk.place == .dayLog)
        #expect(desk.screen.contains("收件1"))
        #expect(desk.screen.contains("看证件号1"))
        #expect(!desk.screen.contains("石磨香油坊"))
        Golden.expect(desk.frame, named: "day-log-\(rows == 24 ? "80x24" : "60x20")")
    }

    @Test("Left and Right turn the days; Enter opens the case; typing searches, by ear too")
    func keys() throws {
        var desk = try Self.worked()
        desk.press("j", "Right")
        #expect(desk.status.contains("今天之后"))
        desk.press("Left")
        #expect(desk.screen.contains("昨日面馆"))
        desk.type("zrmg")
        #expect(desk.screen.contains("昨日面馆"))
        desk.type("zz")
        #expect(!desk.screen.contains("昨日面馆"))
        desk.press("Backspace", "Backspace", "Enter")
        #expect(desk.file?.particulars.applicant.name == "昨日面馆")
    }

    @Test("a day that comes under a help box is there when the box closes, and one that can't be read isn't waited for")
    func late() throws {
        var desk = try Self.worked()
        desk.holdsBack = true
        desk.press("j", "F1")
        #expect(desk.place == .reader)
        desk.carryOut()
        desk.press("Esc")
        #expect(desk.place == .dayLog && desk.screen.contains("收件1"))
        let failing = FailingStore(SampleDesk.store())
        var blind = DeskDriver(store: failing)
        failing.fail(with: .busy, reads: true)
        blind.press("j")
        #expect(blind.place == .dayLog && !blind.screen.contains("正在读取"))
    }

    @Test("a table takes no formula and a text has every line")
    func export() throws {
        var desk = try Self.worked()
        desk.press("j", "F2", "F4")
        let exports = desk.effects.compactMap { effect -> (String, String)? in
            if case .export(let name, let text) = effect.job { return (name, text) }
            return nil
        }
        #expect(exports.map(\.0) == ["yicigao-2026-11-20-zhang.csv", "yicigao-2026-11-20-zhang.txt"])
        let csv = try #require(exports.first?.1)
        #expect(csv.hasPrefix("\u{FEFF}\"日期\","))
        #expect(csv.contains("\"'=王记羊汤馆\"") && !csv.contains("\"=王记羊汤馆\""))
        let rows = csv.split(separator: "\r\n")
        #expect(exports.last?.1.split(separator: "\n").count == rows.count + 1)
        #expect(desk.status.contains("不能写文件"), "this desk has nowhere to write to, and says so")
    }
}
