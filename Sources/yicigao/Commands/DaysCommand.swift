import ArgumentParser
import CaseDomain
import CaseFormat

/// `yicigao days`: counts working days, and shows every day of the count.
struct DaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days",
        abstract: "算工作日，逐日列明。The Nth working day after (N<0: before) a date.",
        discussion: """
            例 Example:  yicigao days --from 2025-09-26 --count 5

            当日不计；N 为负向前数。The day itself isn't counted; a negative N counts backwards.
            """)

    /// Forty years; a slip of the finger shouldn't keep anybody waiting.
    private static let most = 10_000

    @Option(help: ArgumentHelp("起算的日期。The day of the event.", valueName: "date"))
    var from: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("第几个工作日，可为负。Which working day; may be negative.", valueName: "n"))
    var count: Int

    @Flag(help: "一个 JSON 对象。One JSON object.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let start = try DateArgument.read(from, "--from")
            guard (-Self.most...Self.most).contains(count) else {
                throw CommandFailure(code: .usage, message: "--count: 应在 -\(Self.most) 与 \(Self.most) 之间")
            }
            let calendar = try data.load().clocks.calendar
            let ledger = calendar.ledger(count, from: start)
            guard (1...9999).contains(ledger.result.year) else {
                throw CommandFailure(code: .usage, message: "--count: 结果超出公元 1 年至 9999 年")
            }
            if let doubt = ledger.doubtWords { StandardError.write(doubt) }
            if json { try output.write(Self.json(ledger)) } else { try Self.say(ledger, calendar, output) }
            return .fine
        }
    }

    private static func json(_ ledger: DayLedger) -> [UInt8] {
        var json = JSONText(capacity: 128 + ledger.entries.count * 64)
        json.beginObject()
        json.member("from", ledger.from.description)
        json.member("count", ledger.count)
        json.member("result", ledger.result.description)
        json.member("certain", ledger.isCertain)
        json.key("ledger")
        ledger.write(to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func say(_ ledger: DayLedger, _ calendar: WorkingCalendar, _ output: CommandOutput) throws {
        let direction = ledger.count < 0 ? "前" : "后"
        let doubt = ledger.isCertain ? "" : "（不能作准）"
        try output.line(
            "\(ledger.from)\(direction)第\(abs(ledger.count))个工作日：\(ledger.result) \(ledger.result.weekdayWords)\(doubt)"
        )
        var counted = 0
        for entry in ledger.entries {
            if entry.counted { counted += 1 }
            let place = entry.counted ? "  第\(counted)日" : ""
            let festival = calendar.festival(on: entry.date).map { "（\($0)）" } ?? ""
            try output.line("  \(entry.date) \(entry.date.weekdayWords)  \(entry.why.words)\(festival)\(place)")
        }
    }
}
