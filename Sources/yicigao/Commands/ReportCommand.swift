import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Foundation
import Reporting
import SQLiteCaseStore

/// `yicigao report`: the figures of a time, from the same source as the boards.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "报表：日报、周报、月报、季报、年报、滚动通报、首月报告。Reports, with the same figures as the boards.",
        discussion: """
            例 Example:  yicigao report monthly --date 2026-10-01 --xlsx -o 十月.xlsx
                         yicigao report rolling --days 30 --csv --encoding gb18030 -o 通报.csv

            -o 不覆盖已有文件。-o never replaces a file.
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case daily, weekly, monthly, quarterly, yearly, rolling
        case firstMonth = "first-month"
    }

    enum Format: String, EnumerableFlag {
        case text, csv, xlsx, pdf, json
    }

    @Argument(help: ArgumentHelp("daily、weekly、monthly、quarterly、yearly、rolling 或 first-month。", valueName: "kind"))
    var kind: Kind = .daily

    @Option(help: ArgumentHelp("期间里的一天，默认今天；first-month 是上线日。A day of the period.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("从哪天起（代替期间）。The first day, instead of a period.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("到哪天止。The last day.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("滚动通报的天数。Days of the rolling notice.", valueName: "n"))
    var days = 30

    @Option(help: ArgumentHelp("分组：none、window、matter、clerk、month、day。What has a row each.", valueName: "what"))
    var by: String = FigureGrouping.window.id

    @Option(help: ArgumentHelp("只统计这个窗口。Only this window.", valueName: "A02"))
    var window: String?

    @Option(help: ArgumentHelp("只统计这个经办人。Only this clerk.", valueName: "account"))
    var clerk: String?

    @Option(help: ArgumentHelp("只统计这个事项。Only this matter.", valueName: "matter"))
    var matter: String?

    @Flag(help: "格式，默认文本。The format; text if not given.")
    var format: Format = .text

    @Option(help: ArgumentHelp("CSV 的编码：utf-8（带 BOM）或 gb18030。Of the CSV.", valueName: "encoding"))
    var encoding: FileEncoding = .utf8

    @Option(name: .shortAndLong, help: ArgumentHelp("写到新文件。Into a new file.", valueName: "file"))
    var output: String?

    @Flag(help: "在 stderr 报告用时。Says on stderr how long it took.")
    var timing = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if format == .xlsx || format == .pdf, output == nil, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("--\(format.rawValue) 要用 -o 给出文件名")
        }
        if FigureGrouping(rawValue: by) == nil {
            throw ValidationError("--by: \(FigureGrouping.allCases.map(\.id).joined(separator: "、"))")
        }
        if let matter, Matter(rawValue: matter) == nil {
            throw ValidationError("--matter: \(Matter.allCases.map(\.id).joined(separator: "、"))")
        }
        if days < 1 || days > 3660 { throw ValidationError("--days: 1 至 3660") }
        if encoding == .auto { throw ValidationError("--encoding: utf-8 或 gb18030") }
    }

    func run() throws {
        try CommandOutput.run { output in
            let now = BusinessClock.system.now()
            let installation = try data.load()
            let period = try period(today: now.date, installation)
            let store = try self.store.existing(installation)
            let start = ContinuousClock.now
            let composer = try composer(installation)
            let report: Report
            do throws(StoreError) {
                report = try made(period, composer, store, now)
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
            let counted = ContinuousClock.now
            try write(report, made: now, to: output)
            if timing {
                let written = ContinuousClock.now
                StandardError.write(
                    "统计 \(Self.milliseconds(counted - start)) 毫秒，成文 \(Self.milliseconds(written - counted)) 毫秒")
            }
            return .fine
        }
    }

    private static func milliseconds(_ time: Duration) -> String { String(Int(time / .milliseconds(1))) }

    // MARK: What is counted

    private func period(today: CivilDate, _ installation: Installation) throws -> ReportPeriod {
        let day = try TermArgument.day(date, "--date") ?? today
        if from != nil || to != nil {
            let last = try TermArgument.day(to, "--to") ?? today
            let first = try TermArgument.day(from, "--from") ?? last
            guard first <= last else { throw CommandFailure(code: .usage, message: "--from: 应不晚于 --to") }
            return .days(first...last)
        }
        switch kind {
        case .daily: return .day(day)
        case .weekly: return .week(of: day)
        case .monthly: return .month(of: day)
        case .quarterly: return .quarter(of: day)
        case .yearly: return .year(of: day)
        case .rolling: return .days(day.adding(days: 1 - days)...day, named: "滚动通报")
        case .firstMonth:
            guard let since = try date.map({ _ in day }) ?? installation.cutOvers().cutOvers.map(\.date).max() else {
                throw CommandFailure(code: .usage, message: "没有切换日：请用 --date 给出新系统上线的那一天")
            }
            return .firstMonth(since: since)
        }
    }

    private func made(
        _ period: ReportPeriod, _ composer: FigureReport, _ store: SQLiteCaseStore, _ now: Moment
    ) throws(StoreError) -> Report {
        func sheet(
            _ days: ClosedRange<CivilDate>, _ grouping: FigureGrouping
        ) throws(StoreError) -> FigureSheet {
            try store.figures(
                FigureQuery(
                    days: days, window: window, clerk: clerk.map { ClerkID($0) }, matter: matter.flatMap(Matter.init),
                    grouping: grouping, asOf: now.date))
        }
        let whose = [window.map { "窗口\($0)" }, clerk, matter.flatMap(Matter.init)?.phrase.text(.zh)]
            .compactMap(\.self).joined(separator: "，")
        let name = whose.isEmpty ? "全部" : whose
        let grouping = FigureGrouping(rawValue: by) ?? .window
        switch kind {
        case .rolling:
            return composer.rolling(
                period, units: try sheet(period.days, .window), people: try sheet(period.days, .clerk),
                complaints: clerk == nil && matter == nil ? try complaints(period.days, store) : nil, whose: name,
                made: now)
        case .quarterly:
            return composer.quarterly(
                period, units: try sheet(period.days, .window), people: try sheet(period.days, .clerk),
                before: try sheet(period.before, .none), whose: name, made: now)
        case .firstMonth:
            return composer.firstMonth(
                period, try sheet(period.days, grouping), before: try sheet(period.before, .none), whose: name,
                made: now)
        case .daily, .weekly, .monthly, .yearly:
            return composer.report(
                period, try sheet(period.days, grouping), before: try sheet(period.before, .none), whose: name,
                made: now)
        }
    }

    /// What people complained of was told at a window, but is about no clerk and no matter.
    private func complaints(
        _ days: ClosedRange<CivilDate>, _ store: SQLiteCaseStore
    ) throws(StoreError) -> [Feedback] {
        let since = Moment(days.lowerBound, seconds: 0)
        let sheet = try store.feedback(closedSince: since, counter: nil)
        return sheet?.items.filter { told in
            days.contains(told.openedAt.date) && (window == nil || told.opening.window == window)
        } ?? []
    }

    private func composer(_ installation: Installation) throws -> FigureReport {
        let indicators = try Installation.loading { () throws(DataLoadFailure) in
            try installation.library.indicators()
        }
        let desk = try DeskMaker.reading(installation, .zh, clerk: Account.clerk)
        let names = FigureNames(desk)
        return FigureReport(
            office: installation.office.name, indicators: indicators, groupName: names.group,
            materialName: names.material, defectName: names.defect, feedbackName: { $0.phrase.text(.zh) })
    }

    // MARK: How it is written

    private func write(_ report: Report, made: Moment, to output: CommandOutput) throws {
        try output.write(bytes(report, made: made), toNewFile: self.output)
    }

    private func bytes(_ report: Report, made: Moment) throws -> [UInt8] {
        let form: ReportFormat
        switch format {
        case .json: return ReportJSON.bytes(report)
        case .text: form = .text
        case .csv: form = encoding == .gb18030 ? .csvGB18030 : .csv
        case .xlsx: form = .xlsx
        case .pdf: form = .pdf
        }
        do throws(ReportFile.Failure) {
            return try ReportFile.bytes(report, as: form, made: made)
        } catch {
            throw CommandFailure(code: .system, message: error.words)
        }
    }
}
