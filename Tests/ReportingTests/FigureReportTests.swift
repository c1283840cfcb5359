import CaseDomain
import Reporting
import TextLayout
import Testing

@Suite("Reports made of figures")
struct FigureReportTests {
    private func cells(_ table: ReportTable, _ name: String) -> [String] {
        table.rows.first { $0.first?.text == name }?.map(\.text) ?? []
    }

    @Test("every indicator stands with its figure, the time before, the target and whether it is met")
    func indicators() throws {
        let table = try #require(ReportSamples.report().tables.first)
        #expect(cells(table, "二次补正率") == ["二次补正率", "4.5%", "4.5%", "<5.0%", "达到"])
        #expect(cells(table, "办结用时九分位") == ["办结用时九分位", "5", "5", "-", "-"])
        // 110 in a month of 30 days is far from a hundred thousand a year.
        #expect(cells(table, "年办理量") == ["年办理量", "110", "110", "≥100000/年", "未达到"])
        // Nothing was inspected for the first time: there is no share of nothing.
        #expect(cells(table, "核查一次通过率") == ["核查一次通过率", "-", "-", "≥90.0%", "-"])
    }

    @Test("a target whose source nobody has checked is named")
    func unverified() { #expect(ReportSamples.report().notes.contains { $0.contains("年办理量") && !$0.contains("二次") }) }

    @Test("a row for each group, and the total is not one of them")
    func groups() throws {
        let table = try #require(ReportSamples.report().tables.first { $0.title == "按窗口" })
        #expect(table.rows.map { $0[0].text } == ["A02", "=A03"])
        #expect(cells(table, "A02") == ["A02", "60", "60", "6", "1", "0", "60", "0", "0", "3"])
    }

    @Test("the rolling notice puts the worst first and shows rates")
    func rolling() throws {
        let sheet = ReportSamples.sheet()
        let report = ReportSamples.composer.rolling(
            .days(sheet.query.days), units: sheet, people: ReportSamples.sheet(.clerk), complaints: [], whose: "全部",
            made: ReportSamples.made)
        let table = try #require(report.tables.first)
        #expect(table.rows.map { $0[0].text } == ["=A03", "A02"])
        #expect(cells(table, "=A03") == ["=A03", "50", "9", "4", "8.0%", "0", "0", "2", "3"])
        #expect(report.tables[1].title == "按经办人")
    }

    @Test("the rolling notice says what people complained of, where that isn't about somebody or something else")
    func complaints() throws {
        let sheet = ReportSamples.sheet()
        func tables(_ complaints: [Feedback]?) -> [ReportTable] {
            ReportSamples.composer.rolling(
                .days(sheet.query.days), units: sheet, people: sheet, complaints: complaints, whose: "全部",
                made: ReportSamples.made
            ).tables
        }
        #expect(tables(nil).count == 3)
        let closed = try #require(ReportSamples.feedback(1, .unsolved, closed: true))
        let open = try #require(ReportSamples.feedback(2, .unsolved, closed: false))
        let table = try #require(tables([closed, open]).last)
        #expect(cells(table, "unsolved") == ["unsolved", "2", "1", "0"])
        #expect(cells(table, "system") == ["system", "0", "0", "0"])
    }

    @Test("a quarter's award goes by targets met, and no year's target counts in it")
    func award() throws {
        let sheet = ReportSamples.sheet()
        let report = ReportSamples.composer.quarterly(
            .quarter(of: ReportSamples.day), units: sheet, people: ReportSamples.sheet(.clerk),
            before: FigureSheet(query: sheet.query, rows: [], defects: []), whose: "全部", made: ReportSamples.made)
        #expect(report.tables.map(\.title) == ["主要指标", "窗口评比", "经办人评比", "高频缺陷"])
        // 1 of 60 is under 5 %, 4 of 50 isn't; nothing was inspected for the first time, so that isn't judged.
        #expect(cells(report.tables[1], "A02") == ["A02", "1", "1", "60", "60", "1", "0", "0"])
        #expect(cells(report.tables[1], "=A03") == ["=A03", "0", "1", "50", "48", "4", "0", "3"])
        #expect(report.tables[1].rows.map { $0[0].text } == ["A02", "=A03"])
    }

    @Test(
        "a quarter has three months",
        arguments: [
            ("2026-01-01", "2026-01-01", "2026-03-31", "2025-10-01"),
            ("2026-11-22", "2026-10-01", "2026-12-31", "2026-07-01"),
            ("2028-02-29", "2028-01-01", "2028-03-31", "2027-10-01"),
        ])
    func quarters(_ day: String, _ first: String, _ last: String, _ before: String) throws {
        let period = ReportPeriod.quarter(of: try #require(CivilDate(day)))
        #expect(period.days.lowerBound.description == first && period.days.upperBound.description == last)
        #expect(period.before.lowerBound.description == before && period.before.upperBound < period.days.lowerBound)
    }

    @Test("the first month counts what was taken in, inspected and decided, and times it")
    func firstMonth() throws {
        let sheet = ReportSamples.sheet()
        let report = ReportSamples.composer.firstMonth(
            .firstMonth(since: sheet.query.days.lowerBound), sheet,
            before: FigureSheet(query: sheet.query, rows: [], defects: []),
            whose: "全部", made: ReportSamples.made)
        #expect(cells(report.tables[0], "收件") == ["收件", "110", "0"])
        #expect(cells(report.tables[0], "核查") == ["核查", "40", "0"])
        #expect(cells(report.tables[1], "办结用时") == ["办结用时", "4", "5", "-", "-"])
    }

    @Test("what isn't counted yet is said")
    func incomplete() {
        let sheet = ReportSamples.sheet()
        let partial = FigureSheet(query: sheet.query, rows: sheet.rows, defects: [], isComplete: false)
        let report = ReportSamples.composer.report(
            .days(sheet.query.days), partial, before: nil, whose: "全部", made: ReportSamples.made)
        #expect(report.notes.contains { $0.contains("不全") })
    }

    @Test("lines fit the page, columns stand under each other, and a long name gives way")
    func text() {
        let long = ReportTable(
            "表", [.init("名称", isNumber: false), .init("数"), .init("说明", isNumber: false)],
            [[.text(String(repeating: "长", count: 60)), .count(5), .text("甲")], [.text("短"), .count(1234), .none]])
        let lines = ReportText.lines(Report(title: "标题", head: [], tables: [long], notes: []))
        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= ReportText.columns })
        let ends = lines.suffix(2).compactMap { line in
            line.firstRange(of: /\d+/).map { TextWidth.columns(of: String(line[..<$0.upperBound])) }
        }
        #expect(Set(ends).count == 1)
    }

    @Test("a cell that a spreadsheet would take for a formula is a text, a number stays one")
    func formulas() {
        let csv = ReportText.csv(ReportSamples.report())
        #expect(csv.contains("\"'=A03\"") && !csv.contains("\"=A03\""))
        let row = CSVText.row(["-1.5", "-1+2", " =x", "a\"b", "＝甲", "--5"])
        #expect(row == "\"-1.5\",\"'-1+2\",\"' =x\",\"a\"\"b\",\"'＝甲\",\"'--5\"\r\n")
    }
}
