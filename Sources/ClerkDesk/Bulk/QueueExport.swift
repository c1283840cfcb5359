import CaseDomain
import CaseStore
import TextLayout

/// 导出清单: rows of the queue as a file for a spreadsheet.
enum QueueExport {
    static func job(_ rows: [QueueRow], on moment: Moment, _ desk: Desk) -> Effect.Job {
        let stamp = "\(moment.date)-\(moment.clock)".filter { $0.isNumber || $0 == "-" }
        return .export(name: "queue-\(stamp).csv", text: text(rows, on: moment.date, desk))
    }

    /// No telephone numbers: a list goes from hand to hand.
    static func text(_ rows: [QueueRow], on today: CivilDate, _ desk: Desk) -> String {
        let titles = [
            Phrases.Queue.number, Phrases.Preview.external, Phrases.Queue.applicant, Phrases.Preview.matter,
            Phrases.Queue.state, Phrases.Views.rounds, Phrases.Preview.clock, Phrases.Queue.received,
            Phrases.Queue.window, Phrases.Queue.clerk,
        ].map(desk.say)
        let lines = rows.map { row in
            [
                row.number.text, row.externalNumber ?? "", row.applicant,
                "\(desk.say(row.matter.shortPhrase))·\(desk.say(row.action.phrase))",
                desk.say(row.state(on: today).phrase), String(row.round), row.due?.description ?? "",
                "\(row.received.date) \(row.received.clock)", row.window, row.clerk.text,
            ]
        }
        return table([titles] + lines)
    }

    /// A file of these rows.
    static func table(_ rows: [[String]]) -> String {
        CSVText.mark + rows.map(CSVText.row).joined()
    }
}
