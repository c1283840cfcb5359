import Foundation
import Testing

/// The years that terms are counted on: listed, imported and refused.
struct CalendarTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    /// The year as a notice would have it: the statutory days, one longer break, one Sunday worked for it.
    private static let year = """
        date,kind,name
        2027-01-01,holiday,元旦
        2027-02-05,holiday,除夕
        2027-02-06,holiday,春节
        2027-02-07,holiday,春节
        2027-02-08,holiday,春节
        2027-02-09,holiday,春节
        2027-02-14,workday-swap,春节
        2027-04-05,holiday,清明节
        2027-05-01,holiday,劳动节
        2027-05-02,holiday,劳动节
        2027-06-09,holiday,端午节
        2027-09-15,holiday,中秋节
        2027-10-01,holiday,国庆节
        2027-10-02,holiday,国庆节
        2027-10-03,holiday,国庆节

        """

    private var imported: String { "\(work.path)/data/yicigao/calendars/holidays-2027.csv" }

    @Test func theYearsAreListed() throws {
        let run = try work.run("calendar", "list", "--json")
        #expect(run.code == 0 && run.errors == "")
        let years = try run.objects()
        #expect(years.compactMap { $0["year"] as? Int } == [2024, 2025, 2026, 2027])
        #expect(years.compactMap { $0["certain"] as? Bool } == [true, true, true, false])
        #expect(try work.run("calendar", "list").lines.count == 4)
    }

    @Test func aProvisionalYearCountsItsFestivalsAndIsNotCertain() throws {
        let run = try work.run("days", "--from", "2026-12-31", "--count", "1", "--json")
        #expect(run.code == 0)
        #expect(run.complaints.count == 1 && run.errors.contains("2027年调休未公布"))
        let object = try run.object()
        #expect(object["result"] as? String == "2027-01-04")
        #expect(object["certain"] as? Bool == false)
        let ledger = try #require(object["ledger"] as? [[String: Any]])
        #expect(ledger.dropFirst().first?["why"] as? String == "holiday")
    }

    @Test func anImportShowsWhatChangesAndThenCounts() throws {
        try work.write(Self.year, to: "year.csv")
        let dry = try work.run("calendar", "import", "year.csv", "--dry-run")
        #expect(dry.code == 0)
        #expect(
            dry.lines == [
                "2027年：仅法定节日，不作准 -> 正式", "  + 2027-02-09 周二 放假 春节", "  + 2027-02-14 周日 上班 春节", "没有载入",
            ])
        let unasked = try work.run("calendar", "import", "year.csv")
        #expect(unasked.code == 1 && unasked.errors.contains("--yes"))
        #expect(!FileManager.default.fileExists(atPath: imported))
        let run = try work.run("calendar", "import", "year.csv", "--yes")
        #expect(run.code == 0)
        #expect(run.lines.dropLast() == dry.lines.dropLast())
        let attributes = try FileManager.default.attributesOfItem(atPath: imported)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        let counted = try work.run("days", "--from", "2027-02-12", "--count", "1", "--json")
        #expect(counted.errors == "")
        #expect(try counted.object()["result"] as? String == "2027-02-14")
        #expect(try work.run("calendar", "list", "--json").objects().last?["source"] as? String == imported)
    }

    @Test func theSameYearAgainChangesNothingAndAnotherSaysWhat() throws {
        try work.write(Self.year, to: "year.csv")
        #expect(try work.run("calendar", "import", "year.csv", "--yes").code == 0)
        let again = try work.run("calendar", "import", "year.csv")
        #expect(again.code == 0 && again.lines.last?.contains("没有改动") == true)
        let moved = Self.year.replacing("2027-02-14,workday-swap", with: "2027-02-20,workday-swap")
            .replacing("2027-02-09,holiday,春节\n", with: "")
        try work.write(moved, to: "moved.csv")
        let run = try work.run("calendar", "import", "moved.csv", "--yes")
        #expect(
            run.lines.prefix(4) == [
                "2027年：正式 -> 正式", "  - 2027-02-09 周二 放假 春节", "  - 2027-02-14 周日 上班 春节",
                "  + 2027-02-20 周六 上班 春节",
            ])
    }

    @Test func everyFaultOfAFileIsToldAndNothingIsWritten() throws {
        let bad = "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-01,workday-swap,元旦\n2027-02-30,holiday,春节\n"
        try work.write(bad, to: "bad.csv")
        let run = try work.run("calendar", "import", "bad.csv", "--yes")
        #expect(run.code == 2 && run.output == "")
        #expect(run.complaints.map { $0.prefix(10) } == ["bad.csv:3:", "bad.csv:3:", "bad.csv:4:"])
        #expect(!FileManager.default.fileExists(atPath: imported))
        for path in ["nowhere.csv", "/dev/zero", "."] {
            let other = try work.run("calendar", "import", path)
            #expect(other.code == 2 && other.complaints.count == 1)
        }
    }

    @Test func aPieceOfAYearIsRefused() throws {
        try work.write("date,kind,name\n2027-01-01,holiday,元旦\n", to: "piece.csv")
        let piece = try work.run("calendar", "import", "piece.csv", "--yes")
        #expect(piece.code == 2 && piece.errors.contains("2027年不完整") && piece.errors.contains("2027-10-03 国庆节"))
        let bare = Self.year.replacing("2027-02-09,holiday,春节\n2027-02-14,workday-swap,春节\n", with: "")
        try work.write(bare, to: "bare.csv")
        let run = try work.run("calendar", "import", "bare.csv", "--yes")
        #expect(run.code == 2 && run.errors.contains("没有任何调休"))
        #expect(!FileManager.default.fileExists(atPath: imported))
    }

    @Test func aCaseShowsItsTerms() throws {
        try work.write(try Workplace.line("good/management-only.json", ["receivedAt": Workplace.now]), to: "case.json")
        #expect(try work.run("import", "case.json", "--store", work.store).code == 0)
        let number = try #require(
            try work.run("list", "--json", "--store", work.store).objects().first?["number"] as? String)
        let run = try work.run("show", number, "--json", "--store", work.store)
        let clocks = try #require(try run.object()["clocks"] as? [[String: Any]])
        let notice = try #require(clocks.first { $0["id"] as? String == "T1" })
        #expect(notice["state"] as? String == "running")
        #expect(notice["daysLeft"] as? Int == 5 || notice["daysLeft"] as? Int == 4)
        let ledger = try #require(notice["ledger"] as? [[String: Any]])
        #expect(ledger.last?["date"] as? String == notice["statutoryDue"] as? String)
        #expect(clocks.contains { $0["state"] as? String == "waiting" && $0["statutoryDue"] is NSNull })
        let text = try work.run("show", number, "--store", work.store)
        #expect(text.lines.contains { $0.hasPrefix("  T1  在走  一次性告知期限") })
        #expect(text.lines.contains("期限"))
    }
}
