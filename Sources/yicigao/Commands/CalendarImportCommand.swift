import ArgumentParser
import CaseDomain
import ChecklistFiles
import Foundation
import TextLayout

/// `yicigao calendar import`: adds a year, after showing what it changes.
struct CalendarImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "载入一年的放假调休安排，先列出改动。Adds a year's holidays, after showing what changes.",
        discussion: """
            例 Example:  yicigao calendar import holidays-2027.csv

            文件为 date,kind,name 三列；kind 为 holiday 或 workday-swap。以整年为单位，代替原有的同一年。
            A file has the columns date,kind,name; kind is holiday or workday-swap. Whole years replace those known.
            """)

    @Argument(help: ArgumentHelp("一年或几年的安排，CSV。The days of a year or more.", valueName: "file"))
    var file: String

    @Flag(help: "不再询问。Doesn't ask.")
    var yes = false

    @Flag(help: "只列出改动，不载入。Shows what would change and changes nothing.")
    var dryRun = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let library = installation.library
            let path = file
            try Self.refuseOther(path)
            let (shelf, statutory, read) = try Installation.loading { () throws(DataLoadFailure) in
                (try library.calendarShelf(), try library.statutoryDays(), try CalendarFile.read(path))
            }
            try Self.refuse(read, over: shelf, statutory)
            let changes = read.years.map { CalendarChange(from: shelf.year($0.year), to: $0) }
            for line in changes.flatMap(\.lines) { try output.line(line) }
            guard changes.contains(where: { !$0.isEmpty }) else {
                try output.line("与已载入的相同，没有改动")
                return .fine
            }
            if dryRun {
                try output.line("没有载入")
                return .fine
            }
            try output.flush()
            guard yes || Confirmation.asked("载入？", otherwise: "--yes") else {
                StandardError.write("没有载入")
                return .refused
            }
            for change in changes where !change.isEmpty {
                try output.line("已载入 \(try Self.save(change.new))（未结办件的期限在下次打开工作台时重算）")
            }
            return .fine
        }
    }

    /// A year has four hundred lines at the most; a device or another's database is no calendar.
    private static func refuseOther(_ path: String) throws {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        } catch {
            throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(path)): 没有这个文件")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int,
            size < 1_000_000
        else {
            throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(path)): 不是日历文件")
        }
    }

    /// What no single row shows: a year that is only a piece, or that would be known less well than before.
    private static func refuse(_ file: CalendarFile, over shelf: CalendarShelf, _ statutory: StatutoryDays) throws {
        var lines: [String] = []
        for year in file.years {
            let known = shelf.year(year.year)
            let missing = statutory.missing(from: year, known: known).map { "\($0.date) \($0.name)" }
            if !missing.isEmpty {
                lines.append("\(file.path): \(year.year)年不完整，没有放假：\(missing.joined(separator: "、"))")
            }
            if year.isBare(known: known) {
                lines.append("\(file.path): \(year.year)年只有法定节日，没有任何调休，不是正式安排")
            }
            if year.isProvisional, let known, !known.isProvisional {
                lines.append("\(file.path): \(year.year)年已有正式安排（\(known.source)），不能用法定节日代替")
            }
        }
        guard lines.isEmpty else {
            throw CommandFailure(code: .usage, message: lines.map(SafeText.singleLine).joined(separator: "\n"))
        }
    }

    /// Puts a year in place for this account.
    ///
    /// - Returns: the file that it is in now.
    private static func save(_ year: CalendarYear) throws -> String {
        let folder = UserFolder.calendars
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(code: .system, message: "\(folder): 不能建立文件夹，没有载入")
        }
        let path = "\(folder)/holidays-\(year.year).csv"
        do throws(WriteFailure) {
            try FileWriting.replace(path, with: Array(year.text.utf8))
        } catch {
            throw CommandFailure(code: .system, message: "\(path): \(error.reason)，没有载入")
        }
        return path
    }
}

/// What a new year's calendar changes about the old one.
struct CalendarChange {
    let old: CalendarYear?
    let new: CalendarYear

    init(from old: CalendarYear?, to new: CalendarYear) {
        self.old = old
        self.new = new
    }

    var isEmpty: Bool { old?.days == new.days && old?.isProvisional == new.isProvisional }

    /// A heading and a line for each day that changes, in order.
    var lines: [String] {
        guard !isEmpty else { return ["\(new.year)年：没有改动"] }
        let before = old.map(\.words) ?? "没有载入"
        var lines = ["\(new.year)年：\(before) -> \(new.words)"]
        let was = Dictionary((old?.days ?? []).map { ($0.date, $0) }) { first, _ in first }
        let becomes = Dictionary(new.days.map { ($0.date, $0) }) { first, _ in first }
        for date in Set(was.keys).union(becomes.keys).sorted() {
            switch (was[date], becomes[date]) {
            case (let old?, let new?) where old != new: lines.append("  ~ \(words(old)) -> \(kind(new)) \(new.name)")
            case (let old?, nil): lines.append("  - \(words(old))")
            case (nil, let new?): lines.append("  + \(words(new))")
            default: break
            }
        }
        return lines
    }

    private func words(_ day: WorkingCalendar.SpecialDay) -> String {
        "\(day.date) \(day.date.weekdayWords) \(kind(day)) \(day.name)"
    }

    private func kind(_ day: WorkingCalendar.SpecialDay) -> String { day.isHoliday ? "放假" : "上班" }
}
