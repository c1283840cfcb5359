import CaseDomain
import Foundation
import Reporting
import Spreadsheet
import TestSupport
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    private static let made = Moment(CivilDate(dayNumber: 20_777), seconds: 61_200)

    private static let report = Report(
        title: "月报", head: ["范围：全部"],
        tables: [
            ReportTable(
                "按窗口", [.init("窗口", isNumber: false), .init("收件"), .init("比率")],
                [[.text("=1+1"), .count(12), .percent(4.5)], [.text("A03\u{1B}[31m"), .days(3), .none]]),
            ReportTable("按窗口", [.init("[材料]:*", isNumber: false)], []),
        ], notes: [])

    private func unzipped(_ part: String, _ path: String) throws -> String {
        let (code, said) = try Tool.run(["unzip", "-p", path, part])
        try #require(code == 0, "\(said)")
        return said
    }

    @Test("a sheet for each table; numbers are numbers and texts are never formulas")
    func sheets() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a.xlsx"
        try Workbook.write(Self.report, to: path, made: Self.made)
        #expect(try Tool.run(["unzip", "-t", path]).0 == 0)
        let book = try unzipped("xl/workbook.xml", path)
        #expect(book.contains("1 按窗口") && book.contains("2 按窗口"))
        let sheet = try unzipped("xl/worksheets/sheet1.xml", path)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("<v>12</v>") && sheet.contains("<v>0.045</v>"))
        let strings = try unzipped("xl/sharedStrings.xml", path)
        #expect(strings.contains("=1+1") && !strings.contains("\u{1B}") && strings.contains("范围：全部"))
    }

    @Test("the same report gives the same bytes, and carries no other date")
    func deterministic() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try Workbook.write(Self.report, to: "\(folder.path)/\(name).xlsx", made: Self.made) }
        let core = try unzipped("docProps/core.xml", "\(folder.path)/a.xlsx")
        #expect(core.contains("2026-11-20"))
        #expect(
            try unzipped("xl/worksheets/sheet1.xml", "\(folder.path)/a.xlsx")
                == unzipped("xl/worksheets/sheet1.xml", "\(folder.path)/b.xlsx"))
    }

    @Test("where nothing can be written, it says so")
    func unwritable() {
        #expect(throws: Workbook.Failure.self) {
            try Workbook.write(Self.report, to: "/nowhere/a.xlsx", made: Self.made)
        }
    }
}
