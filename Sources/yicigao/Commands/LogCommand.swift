import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao log`: 台账, what was done on some days.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "台账：某日做了什么。What was done on a day, in order of time.",
        discussion: """
            例 Example:  yicigao log --date 2026-11-20 --csv -o 台账.csv

            不给 --clerk 就是本账号的；--clerk all 是所有人的。Without --clerk: this account's; --clerk all: everybody's.
            -o 不覆盖已有文件。-o never replaces a file.
            """)

    @Option(help: ArgumentHelp("哪一天，默认今天。The day; today if not given.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("从哪天起。The first day.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("到哪天止，默认今天。The last day.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("经办人账号，或 all。Whose.", valueName: "account"))
    var clerk: String?

    @Option(help: ArgumentHelp("查找：文字或拼音。Text or pinyin.", valueName: "text"))
    var search = ""

    @Flag(help: "逗号分隔的表格。A table for spreadsheets.")
    var csv = false

    @Flag(help: "每条一行 JSON。One line of JSON per entry.")
    var json = false

    @Flag(help: "文本（默认）。Plain text, the default.")
    var text = false

    @Option(name: .shortAndLong, help: ArgumentHelp("写到新文件。Into a new file.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("语言 zh 或 en。Language.", valueName: "zh|en"))
    var lang: Language = .zh

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    private static let most = 200_000

    func validate() throws {
        if [csv, json, text].count(where: { $0 }) > 1 { throw ValidationError("--csv、--json、--text 只能选一个") }
        if date != nil, from != nil || to != nil { throw ValidationError("--date 不与 --from、--to 同用") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let today = BusinessClock.system.now().date
            let last = try TermArgument.day(to ?? date, "--to") ?? today
            let first = try TermArgument.day(from ?? date, "--from") ?? last
            guard first <= last else {
                throw CommandFailure(code: .usage, message: "--from: 应不晚于 --to")
            }
            let installation = try data.load()
            let desk = try DeskMaker.reading(installation, lang, clerk: ClerkID(clerk ?? Account.clerk.text))
            guard let store = try store.openExisting(installation) else {
                StandardError.write(StoreOptions.noStore(self.store.path))
                return .fine
            }
            let whose: ClerkID? = clerk == "all" ? nil : desk.clerk
            let entries: [DayLogEntry]
            do throws(StoreError) {
                let events = try store.events(DayLogQuery(clerk: whose, from: first, through: last, limit: Self.most))
                entries = DayLogText.entries(events, desk)
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            if entries.count == Self.most {
                StandardError.write("只列最后 \(Self.most) 条；--from、--to 可分段")
            }
            let match = PinyinMatch(search)
            let found = match.isEmpty ? entries : entries.filter { $0.matches(match) }
            try write(found, first, last, whose, desk, output)
            return .fine
        }
    }

    private func write(
        _ entries: [DayLogEntry], _ first: CivilDate, _ last: CivilDate, _ whose: ClerkID?, _ desk: Desk,
        _ output: CommandOutput
    ) throws {
        var bytes: [UInt8]
        if csv {
            bytes = Array(DayLogText.csv(entries, desk).utf8)
        } else if json {
            bytes = entries.flatMap(Self.json)
        } else {
            let days = first == last ? first.description : "\(first) - \(last)"
            let heading = DayLogText.title(days: days, whose: whose?.text ?? "*", desk)
            bytes = Array(DayLogText.text(entries, heading: heading, dated: first != last, desk).utf8)
        }
        try output.write(bytes, toNewFile: self.output, note: "\(entries.count)条")
    }

    private static func json(_ entry: DayLogEntry) -> [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("at", entry.stamp.at.description)
        json.member("clerk", entry.stamp.by.text)
        json.member("case", entry.number.text)
        json.member("applicant", entry.applicant)
        json.member("kind", entry.kind.rawValue)
        json.member("words", entry.words)
        json.key("papers")
        json.beginArray()
        for paper in entry.papers { json.string(paper.text) }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

/// A file that is made, and never put in the place of another.
enum NewFile {
    /// Readable for its owner alone: it names applicants.
    static func write(_ path: String, _ bytes: [UInt8]) throws(WriteFailure) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFailure(code: errno) }
        do throws(WriteFailure) {
            defer { close(descriptor) }
            try FileWriting.write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw WriteFailure(code: errno) }
        } catch {
            unlink(path)
            throw error
        }
    }
}

extension DeskMaker {
    /// A desk for commands that say what the desk's screens say: without keys, and without a window.
    static func reading(_ installation: Installation, _ language: Language, clerk: ClerkID) throws -> Desk {
        let library = installation.library
        let clocks = try installation.clocks
        let loaded = rules(library, clocks)
        return Desk(
            office: installation.office, clocks: clocks,
            rules: DeskRules(subtypes: try installation.subtypes()) { loaded() },
            template: try installation.noticeTemplate(), papers: try installation.paperSetting(),
            keymap: try KeymapFiles.load("standard", library.folder).0, language: language, clerk: clerk, window: "",
            isDemo: false, program: Program.signature)
    }
}
