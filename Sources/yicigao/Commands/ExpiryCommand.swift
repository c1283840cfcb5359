import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao expiry`: the ledger of licences that run out, without a desk.
struct ExpiryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expiry", abstract: "到期台账。Licences that run out, by firm.",
        subcommands: [ExpiryListCommand.self, ExpiryExportCommand.self])
}

/// Which licences, and what every command about them needs.
struct ExpiryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("多久之内到期，6m 或 90d，默认按机关文件。Within months or days.", valueName: "6m"))
    var within: String?

    @Option(help: ArgumentHelp("只看一个窗口。One window.", valueName: "A02"))
    var window: String?

    @Flag(help: "只看没有联系过的。Only firms that nobody has told.")
    var untouched = false

    @Flag(help: "只看该联系的。Only firms to be told or asked again.")
    var due = false

    @Option(help: ArgumentHelp("语言 zh 或 en。Language.", valueName: "zh|en"))
    var lang: Language = .zh

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Firms read at a time, so that the first of a long list stand there at once.
    private static let page = 500

    func validate() throws {
        if untouched, due { throw ValidationError("--untouched 与 --due 只能选一个") }
    }

    /// Runs a command on the firms that are meant, some at a time; with a store that isn't there, on none.
    ///
    /// - Parameter end: what is done after the last of them.
    func run(
        _ work: ([FirmLicences], CivilDate, Desk, CommandOutput) throws -> Void,
        end: (CivilDate, Desk, CommandOutput) throws -> Void = { _, _, _ in }
    ) throws {
        try CommandOutput.run { output in
            let today = BusinessClock.system.now().date
            let installation = try data.load()
            let desk = try DeskMaker.reading(installation, lang, clerk: Account.clerk)
            let query = try query(on: today, at: installation.office)
            guard let store = try store.openExisting(installation) else {
                StandardError.write(StoreOptions.noStore(self.store.path))
                return .fine
            }
            defer { StoreOptions.putAway(store) }
            var last: LicencePlace?
            repeat {
                let firms = try page(query, after: last, of: store)
                try work(firms, today, desk, output)
                try output.flush()
                last = firms.count == Self.page ? firms.last?.place : nil
            } while last != nil
            try end(today, desk, output)
            return .fine
        }
    }

    private func page(
        _ query: ExpiryQuery, after last: LicencePlace?, of store: SQLiteCaseStore
    ) throws -> [FirmLicences] {
        do throws(StoreError) {
            if last == nil { while try store.completeLedgers() {} }
            return try store.expiringFirms(query, after: last, limit: Self.page)
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
    }

    private func query(on today: CivilDate, at office: Office) throws -> ExpiryQuery {
        let view: ExpiryView = untouched ? .untouched : due ? .followUp : .all
        var query = view.query(on: today, at: office, through: try last(from: today))
        if let window {
            let known = office.windows.map(\.id)
            guard known.contains(window) else {
                throw CommandFailure(
                    code: .usage, message: "--window: 应为 \(known.joined(separator: "、")) 之一")
            }
            query.windows = [window]
        }
        return query
    }

    private func last(from today: CivilDate) throws -> CivilDate? {
        guard let within else { return nil }
        guard let unit = within.last, let count = Int(within.dropLast()), (1...1200).contains(count) else {
            throw Self.badTerm
        }
        switch unit {
        case "m": return today.adding(months: count).date
        case "d": return today.adding(days: count)
        default: throw Self.badTerm
        }
    }

    private static let badTerm = CommandFailure(code: .usage, message: "--within: 写作 6m（月）或 90d（日）")
}

struct ExpiryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出，一家一行。A row a firm.",
        discussion: """
            例 Example:  yicigao expiry list --within 6m --json

            按最早到期日先后；--json 每家一个对象，一行一个。The first last day first; --json: an object a firm.
            """)

    @Flag(help: "JSON（yicigao.expiry/1），每家一行。One object a firm.")
    var json = false

    @OptionGroup var options: ExpiryOptions

    func run() throws {
        try options.run { firms, today, desk, output in
            for firm in firms {
                if json {
                    try output.write(ExpiryWords.json(firm, on: today, desk))
                } else {
                    try output.line(ExpiryWords.line(firm, on: today, desk))
                }
            }
        }
    }
}

struct ExpiryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出表格，一证一行。A table, a row a licence.",
        discussion: """
            例 Example:  yicigao expiry export --within 6m -o 到期.csv

            UTF-8，表格软件直接打开；电话只留头尾。-o 不覆盖已有文件。For spreadsheets; -o never replaces a file.
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("写到新文件。Into a new file.", valueName: "file"))
    var output: String?

    @OptionGroup var options: ExpiryOptions

    func run() throws {
        var all: [FirmLicences] = []
        try options.run { firms, _, _, _ in
            all += firms
        } end: { today, desk, output in
            let bytes = Array(ExpiryText.csv(all, on: today, desk).utf8)
            try output.write(bytes, toNewFile: self.output, note: "\(all.count)家")
        }
    }
}

/// Firms of the ledger in plain lines and as JSON. Telephone numbers are covered: lists get mailed and printed.
enum ExpiryWords {
    static func line(_ firm: FirmLicences, on today: CivilDate, _ desk: Desk) -> String {
        let cells = [
            firm.place.expiresOn.description, ExpiryText.days(firm.place.expiresOn, today, desk),
            "\(firm.licences.count)证", firm.applicant, ExpiryText.contact(firm.contact, desk),
        ]
        return SafeText.singleLine(cells.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    static func json(_ firm: FirmLicences, on today: CivilDate, _ desk: Desk) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.expiry/1")
        json.member("applicant", firm.applicant)
        json.member("firstLastDay", firm.place.expiresOn.description)
        json.member("daysLeft", firm.place.expiresOn.dayNumber - today.dayNumber)
        json.key("licences")
        json.beginArray()
        for licence in firm.licences {
            json.beginObject()
            json.member("number", licence.line.licence)
            json.member("matter", licence.line.matter.id)
            json.member("expiresOn", licence.line.expiresOn.description)
            json.member("case", licence.line.number.text)
            json.member("window", licence.line.window)
            json.endObject()
        }
        json.endArray()
        json.nullable("lastContact", firm.contact?.on.description)
        json.nullable("channel", firm.contact?.channel.id)
        json.nullable("answer", firm.contact?.answer.id)
        json.nullable("followUpOn", ExpiryText.followUp(firm, desk)?.description)
        json.nullable("phone", firm.licences.lazy.compactMap { MobileNumber($0.line.phone)?.masked }.first)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
