import ArgumentParser
import CaseDomain
import CaseFormat
import ChecklistFiles
import TextLayout

/// `yicigao calendar`: the years that terms are counted on.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "工作日历的维护。The years that terms are counted on.",
        discussion: "例 Example:  yicigao calendar import holidays-2027.csv",
        subcommands: [CalendarListCommand.self, CalendarImportCommand.self])
}

/// `yicigao calendar list`.
struct CalendarListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出已载入的年份、来源和是否作准。Every year, where from, and whether it is certain.",
        discussion: "例 Example:  yicigao calendar list")

    @Flag(help: "每年一行 JSON。One line of JSON per year.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let library = try data.load().library
            let shelf = try Installation.loading { () throws(DataLoadFailure) in try library.calendarShelf() }
            for year in shelf.years {
                if json { try output.write(Self.json(year)) } else { try output.line(Self.text(year)) }
            }
            return .fine
        }
    }

    private static func text(_ year: CalendarYear) -> String {
        let holidays = year.days.count(where: \.isHoliday)
        return [
            TextFit.padded("\(year.year)", toColumns: 6), TextFit.padded(year.words, toColumns: 24),
            TextFit.padded("放假\(holidays)天", toColumns: 11),
            TextFit.padded("调休上班\(year.days.count - holidays)天", toColumns: 14), year.source,
        ].joined()
    }

    private static func json(_ year: CalendarYear) -> [UInt8] {
        let holidays = year.days.count(where: \.isHoliday)
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("year", year.year)
        json.member("certain", !year.isProvisional)
        json.member("holidays", holidays)
        json.member("makeUpDays", year.days.count - holidays)
        json.member("source", year.source)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension CalendarYear {
    var words: String { isProvisional ? "仅法定节日，不作准" : "正式" }
}
