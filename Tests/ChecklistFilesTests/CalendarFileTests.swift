import CaseDomain
import Foundation
import Testing

@testable import ChecklistFiles

/// Years of the working calendar: what is refused, and which file goes before which.
struct CalendarFileTests {
    private static let heading = "date,kind,name\n"

    private static func decode(_ rows: String) throws -> CalendarFile {
        try CalendarFile.decode(heading + rows, file: "year.csv")
    }

    @Test(arguments: [
        ("2030-01-01,holiday,元旦\n2030-01-01,holiday,元旦\n", "3:1: duplicate-key"),
        ("2030-01-05,holiday,元旦\n2030-01-05,workday-swap,元旦\n", "3:1: duplicate-key"),
        ("2030-01-02,workday-swap,元旦\n", "2:12: bad-value"), ("2030-02-30,holiday,春节\n", "2:1: bad-date"),
        ("2030-01-01,hoilday,元旦\n", "2:12: unknown-term"), ("2030-01-01,holiday,\n", "2:20: empty-text"),
        ("2030-01-01,holiday\n", "2:1: bad-value"), ("", "1:1: bad-value"),
        ("2030-01-01,holiday,元旦\n2030-05-01,holiday-statutory-only,劳动节\n", "3:12: bad-value"),
        ("2030-01-01,holiday,\(String(repeating: "长", count: 21))\n", "2:20: bad-value"),
    ])
    func everyFaultHasItsLine(rows: String, fault: String) throws {
        let failure = #expect(throws: DataLoadFailure.self) { try Self.decode(rows) }
        let found = failure?.diagnostics.map(\.description) ?? []
        #expect(found.contains { $0.hasPrefix("year.csv:\(fault)") }, "\(found)")
    }

    @Test func allFaultsAreToldAtOnce() throws {
        let failure = #expect(throws: DataLoadFailure.self) {
            try Self.decode("2030-01-01,hoilday,元旦\n2030-13-01,holiday,元旦\nx\n")
        }
        #expect(failure?.diagnostics.count == 3)
    }

    @Test func whatSpreadsheetsWriteIsRead() throws {
        let text = "\u{FEFF}date,kind,name\r\n2030-01-01,holiday,元旦\r\n\r\n"
        let file = try CalendarFile.decode(text, file: "year.csv")
        #expect(file.years.map(\.year) == [2030])
        #expect(file.years[0].days.map(\.name) == ["元旦"])
    }

    @Test func aYearReadsBackAsWhatWasWritten() throws {
        for year in try RuleData.library.calendarShelf().years {
            let again = try CalendarFile.decode(year.text, file: year.source)
            #expect(again.years == [year])
        }
    }

    @Test func nextYearIsProvisional() throws {
        let calendar = try RuleData.library.calendar()
        #expect(calendar.years == [2024, 2025, 2026])
        #expect(calendar.provisionalYears == [2027])
        let ledger = calendar.ledger(5, from: try #require(CivilDate("2026-12-30")))
        // New Year's Day is known to be off, and still nobody knows which Sunday is worked for it.
        #expect(ledger.result.description == "2027-01-07")
        #expect(ledger.missingYears == [2027] && ledger.provisionalYears == [2027])
        #expect(calendar.ledger(1, from: try #require(CivilDate("2028-01-04"))).unknownYears == [2028])
    }

    // MARK: Which file goes before which

    private func shelf(_ builtIn: [String: String], _ imported: [String: String]) throws -> CalendarShelf {
        let root = NSTemporaryDirectory() + "/yicigao-calendars-\(ProcessInfo.processInfo.globallyUniqueString)"
        defer { remove(root) }
        for (folder, files) in [("own", builtIn), ("imported", imported)] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
            for (name, rows) in files {
                try Data((Self.heading + rows).utf8).write(to: URL(fileURLWithPath: "\(root)/\(folder)/\(name)"))
            }
        }
        return try CalendarShelf.read("\(root)/own", imported: "\(root)/imported")
    }

    private func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            Issue.record(error)
        }
    }

    @Test func anImportedYearTakesThePlaceOfTheBuiltInOneAsAWhole() throws {
        let shelf = try shelf(
            ["holidays-2030.csv": "2030-01-01,holiday,元旦\n2030-05-01,holiday,劳动节\n2031-01-01,holiday,元旦\n"],
            ["holidays-2030.csv": "2030-10-01,holiday,国庆节\n", "notes.csv": "anything"])
        #expect(shelf.years.map(\.year) == [2030, 2031])
        #expect(shelf.year(2030)?.days.map(\.name) == ["国庆节"])
        #expect(shelf.calendar.kind(of: try #require(CivilDate("2030-05-01"))) == .workingDay)
    }

    @Test func aPublishedYearGoesBeforeAProvisionalOne() throws {
        let both = [
            "holidays-a.csv": "2030-01-01,holiday-statutory-only,元旦\n",
            "holidays-b.csv": "2030-01-01,holiday,元旦\n2030-01-02,holiday,元旦\n",
        ]
        #expect(try shelf(both, [:]).calendar.years == [2030])
        #expect(try shelf(both, [:]).year(2030)?.days.count == 2)
        #expect(throws: DataLoadFailure.self) {
            try shelf(["holidays-a.csv": "2030-01-01,holiday,元旦\n", "holidays-b.csv": "2030-01-01,holiday,元旦\n"], [:])
        }
    }

    @Test func aPieceOfAYearIsToldFromAYear() throws {
        let days = try RuleData.library.statutoryDays()
        let shelf = try RuleData.library.calendarShelf()
        for year in shelf.years { #expect(days.missing(from: year, known: nil).isEmpty) }
        let piece = try Self.decode("2027-01-01,holiday,元旦\n").years[0]
        let missing = days.missing(from: piece, known: shelf.year(2027)).map(\.date.description)
        #expect(missing.first == "2027-02-05")
        #expect(missing.count == 12)
        let bare = try #require(shelf.year(2027)).text.replacing("-statutory-only", with: "")
        let copied = try CalendarFile.decode(bare, file: "copy.csv").years[0]
        #expect(days.missing(from: copied, known: shelf.year(2027)).isEmpty)
        #expect(copied.isBare(known: shelf.year(2027)))
        #expect(try !#require(shelf.year(2026)).isBare(known: shelf.year(2027)))
    }
}
