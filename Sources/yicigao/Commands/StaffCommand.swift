import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao staff`: the people of the office, and the PIN of whoever asks.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "人员、岗位、证件、代岗和锁屏口令。The office's people, and one's own PIN.",
        subcommands: [
            StaffListCommand.self, StaffCheckCommand.self, StaffAwayCommand.self, StaffBackCommand.self,
            StaffPinCommand.self,
        ])
}

/// What every command about people needs.
struct StaffOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Those that aren't over; none where there is no store yet.
    func absences(_ installation: Installation, on today: CivilDate) throws -> [Absence] {
        guard let store = try store.openExisting(installation) else { return [] }
        defer { StoreOptions.putAway(store) }
        return try StaffOptions.storing { () throws(StoreError) in try store.absences(from: today) }
    }

    static func storing<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) {
            return try work()
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
    }
}

struct StaffListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出人员、岗位、层级、证件和代岗。Lists the people and what each may do.",
        discussion: "例 Example:  yicigao staff list --office 机关.yaml")

    @Flag(help: "JSON（yicigao.staff/1），每人一行。One object a person.")
    var json = false

    @OptionGroup var options: StaffOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try options.data.load()
            let today = BusinessClock.system.now().date
            let absences = try options.absences(installation, on: today)
            let words = StaffWords(office: installation.office, absences: absences, today: today)
            for member in installation.office.staff.people {
                if json { try output.write(words.json(member)) } else { try output.line(words.line(member)) }
            }
            if !json { try output.line(words.unlisted) }
            return .fine
        }
    }
}

struct StaffCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "查人员的缺口：没人能办的步骤、层级、片区，到期的证件。Finds holes before a case does.",
        discussion: """
            例 Example:  0 8 * * 1  yicigao staff check --office 机关.yaml

            有缺口以 1 退出。Exit code 1 where some case would find nobody.
            """)

    @Flag(help: "JSON（yicigao.staff-check/1），每项一行。One object a finding.")
    var json = false

    @OptionGroup var options: StaffOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try options.data.load()
            let today = BusinessClock.system.now().date
            let absences = try options.absences(installation, on: today)
            let library = installation.library
            let life = try Installation.loading { () throws(DataLoadFailure) in try library.lifeCycle() }
            let findings = StaffCheck.findings(
                at: installation.office, life: life, absences: absences, today: today)
            let words = StaffWords(office: installation.office, absences: absences, today: today)
            for finding in findings {
                if json {
                    try output.write(words.json(finding))
                } else {
                    try output.line(words.line(finding, life))
                }
            }
            if findings.isEmpty, !json { try output.line("没有发现缺口") }
            return findings.contains { $0.weight == .hole } ? .refused : .fine
        }
    }
}

struct StaffAwayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "away", abstract: "登记缺勤和代岗人。Enters an absence and who stands in.",
        discussion: "例 Example:  yicigao staff away 王桂芬 --until 2026-11-27 --cover 李敏")

    @Argument(help: ArgumentHelp("缺勤人的账号。Whose.", valueName: "account"))
    var who: String

    @Option(help: ArgumentHelp("起日；不给则今天。The first day; today if not given.", valueName: "YYYY-MM-DD"))
    var from: String?

    @Option(help: ArgumentHelp("止日（含）。The last day.", valueName: "YYYY-MM-DD"))
    var until: String

    @Option(help: ArgumentHelp("代岗人；不给则按岗位表。Who stands in; the staff list says if not given.", valueName: "account"))
    var cover: String?

    @OptionGroup var options: StaffOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try options.data.load()
            let now = BusinessClock.system.now()
            let office = installation.office
            let member = try StaffAwayCommand.member(who, "account", office)
            let cover = try self.cover.map { try StaffAwayCommand.member($0, "--cover", office).account }
            let first = try from.map { try StaffAwayCommand.day($0, "--from") } ?? now.date
            let last = try StaffAwayCommand.day(until, "--until")
            guard first <= last, last >= now.date, cover != member.account else {
                throw CommandFailure(code: .usage, message: "缺勤的日子或代岗人不对，没有登记")
            }
            let absence = Absence(
                who: member.account, from: first, until: last, cover: cover ?? member.cover,
                entered: EventStamp(at: now, by: Account.clerk))
            let store = try options.store.open(installation)
            defer { StoreOptions.putAway(store) }
            try StaffAwayCommand.check(member, installation, store, at: now)
            _ = try StaffOptions.storing { () throws(StoreError) in try store.enter(absence) }
            try output.line("已登记：\(StaffWords(office: office, absences: [], today: now.date).words(absence))")
            return .fine
        }
    }

    static func member(_ name: String, _ option: String, _ office: Office) throws -> Staff.Member {
        let people = office.staff.people
        guard let member = people.first(where: { $0.account.text == name }) else {
            throw TermArgument.unknown(name, option, among: people.map(\.account.text))
        }
        return member
    }

    /// A supervisor enters everybody's, anybody else his own.
    static func check(
        _ member: Staff.Member, _ installation: Installation, _ store: SQLiteCaseStore, at now: Moment
    ) throws {
        guard member.account != Account.clerk else { return }
        try CommandAuthority(installation: installation, store: store).check(.enterAbsence, nil, at: now)
    }

    private static func day(_ text: String, _ option: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            throw CommandFailure(code: .usage, message: "\(option): ‘\(SafeText.singleLine(text))’不是日期，例如 2026-11-20")
        }
        return day
    }
}

struct StaffBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: "销假：今天起在岗。Ends an absence today.",
        discussion: "例 Example:  yicigao staff back 王桂芬")

    @Argument(help: ArgumentHelp("账号。Whose.", valueName: "account"))
    var who: String

    @OptionGroup var options: StaffOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try options.data.load()
            let now = BusinessClock.system.now()
            let member = try StaffAwayCommand.member(who, "account", installation.office)
            let store = try options.store.existing(installation)
            defer { StoreOptions.putAway(store) }
            try StaffAwayCommand.check(member, installation, store, at: now)
            let known = try StaffOptions.storing { () throws(StoreError) in try store.absences(from: now.date) }
            guard let absence = known.absence(of: member.account, on: now.date) else {
                throw CommandFailure(code: .refused, message: "\(member.name)今天没有登记缺勤")
            }
            let stamp = EventStamp(at: now, by: Account.clerk)
            try StaffOptions.storing { () throws(StoreError) in
                try store.endAbsence(absence.sequence, on: now.date, stamp: stamp)
            }
            try output.line("\(member.name)今天起在岗")
            return .fine
        }
    }
}
