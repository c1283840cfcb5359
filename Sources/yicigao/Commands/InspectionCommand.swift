import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import SQLiteCaseStore

/// `yicigao inspection`: who has been sent where, and who may be, without a desk.
struct InspectionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: "核查任务、核查人员、结论。Tasks that are out, who may be sent, outcomes.",
        subcommands: [
            InspectionListCommand.self, InspectionRosterCommand.self, InspectionOutcomeCommand.self,
            InspectionRecallCommand.self,
        ])
}

/// What both need: the office, and the inspections of its store.
struct InspectionOptions: ParsableArguments {
    @Flag(help: "JSON，每行一个。One object a line.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// - Parameters:
    ///   - check: looks at the arguments, before any store is looked for.
    ///   - work: gets nil where there is no store yet: looking makes none.
    func run(
        checking check: (Office) throws -> Void,
        _ work: (Installation, InspectionSheet?, CivilDate, CommandOutput) throws -> Exit
    ) throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            guard installation.office.inspection.isOn else {
                throw CommandFailure(code: .refused, message: "机关文件里没有核查规则")
            }
            try check(installation.office)
            let today = BusinessClock.system.now().date
            do {
                guard let store = try store.openExisting(installation) else {
                    StandardError.write(StoreOptions.noStore(self.store.path))
                    return try work(installation, nil, today, output)
                }
                defer { StoreOptions.putAway(store) }
                let waivers = try Installation.loading { () throws(DataLoadFailure) in
                    try installation.library.waivers()
                }
                let query = InspectionQuery(
                    year: today, excuses: InspectionExcuses(waivers, at: installation.office))
                return try work(installation, try store.inspections(query), today, output)
            } catch let error as StoreError {
                throw CommandFailure(code: error.exit, message: error.advisory(.zh))
            }
        }
    }
}

struct InspectionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出在外的核查任务和待分派的办件。Lists the tasks that are out and what waits.",
        discussion: """
            例 Example:  yicigao inspection list --inspector 赵建国 --json

            按承诺日期先后；不写人员时，后面列出待分派的，末行是今年的一次通过率。
            By the promised day; without an inspector followed by what waits, and this year's first-pass rate.
            """)

    @Option(help: ArgumentHelp("核查人员的账号。The tasks of one inspector, by account.", valueName: "account"))
    var inspector: String?

    @OptionGroup var options: InspectionOptions

    func run() throws {
        try options.run(checking: check) { installation, sheet, today, output in
            let office = installation.office
            guard let sheet else { return .fine }
            let words = InspectionWords(office: office, clocks: try installation.clocks, today: today)
            let tasks = sheet.tasks.filter { out in
                inspector.map { account in out.task.dispatch.inspectors.contains { $0.text == account } } ?? true
            }
            for out in tasks {
                if options.json { try output.write(words.json(out)) } else { try output.line(words.line(out)) }
            }
            guard inspector == nil else { return .fine }
            for waiting in sheet.waiting {
                if options.json { try output.write(words.json(waiting)) } else { try output.line(words.line(waiting)) }
            }
            if !options.json {
                if sheet.hasMoreWaiting { StandardError.write("待分派的还有更多") }
                try output.line(words.summary(sheet))
            }
            return .fine
        }
    }

    private func check(_ office: Office) throws {
        let known = office.staff.people(with: .inspector).map(\.account.text)
        guard let inspector, !known.contains(inspector) else { return }
        throw TermArgument.unknown(inspector, "--inspector", among: known)
    }
}

struct InspectionRosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "某一天能派谁，不能派的为什么。Who may be sent on a day, and why not.",
        discussion: """
            例 Example:  yicigao inspection roster --date 2026-11-23 --region 东部片区

            本片区的在前，再按当天任务多少；执法证、培训过期的不能派。Own region first, then by load.
            """)

    @Option(help: ArgumentHelp("日期；不写为今天。The day; today if not given.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(help: ArgumentHelp("片区。The region of the premises.", valueName: "region"))
    var region: String?

    @OptionGroup var options: InspectionOptions

    func run() throws {
        try options.run(checking: check) { installation, sheet, today, output in
            let office = installation.office
            let day = date.flatMap { CivilDate($0) } ?? today
            let loads = InspectionRoster.loads(of: sheet?.tasks.map(\.task) ?? [], on: day)
            let roster = InspectionRoster(office.staff, office.inspection, region: region, on: day, loads: loads)
            for entry in roster.entries {
                if options.json {
                    try output.write(InspectionWords.json(entry, on: day))
                } else {
                    try output.line(InspectionWords.line(entry, office))
                }
            }
            return roster.entries.contains { $0.bar == nil } ? .fine : .refused
        }
    }

    private func check(_ office: Office) throws {
        if let date, CivilDate(date) == nil {
            throw CommandFailure(code: .usage, message: "--date: 应为 YYYY-MM-DD，且有这一天")
        }
        guard let region, !office.regions.contains(region) else { return }
        throw TermArgument.unknown(region, "--region", among: office.regions)
    }
}
