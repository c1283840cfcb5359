import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import TextLayout

/// A case of the queue as a line.
struct QueueLines {
    let calendar: WorkingCalendar
    let subtypes: SubtypeTable
    /// Given where each line names the owner of its old regime.
    let cutOvers: CutOverTable?
    let today: CivilDate

    private static let columns = [13, 32, 24, 15, 10, 4, 12, 10, 6]

    var heading: String {
        let cells = ["编号", "申请人", "事项", "小类", "状态", "次", "期限", "剩余", "窗口"]
        return line(cells + [cutOvers == nil ? "经办" : "收件日      旧规则·经办人"])
    }

    func text(_ row: QueueRow) -> String {
        line([
            row.number.text, row.applicant,
            "\(row.matter.phrase.text(.zh))·\(row.action.phrase.text(.zh))", subtype(of: row)?.chinese ?? "-",
            row.state(on: today).phrase.text(.zh), row.round > 0 ? String(row.round) : "-",
            row.due?.description ?? "-", remaining(row), row.window, last(row),
        ])
    }

    private func last(_ row: QueueRow) -> String {
        guard cutOvers != nil else { return row.clerk.text }
        let words = regime(of: row).map { "\($0.regime)·\($0.owner.name) \($0.owner.phone)" } ?? "-"
        return "\(row.received.date)  \(words)"
    }

    private func regime(of row: QueueRow) -> CutOver? {
        cutOvers?.regime(of: row.matter, row.action, received: row.received.date, on: today)
    }

    /// One object on one line, the line's end included.
    func json(_ row: QueueRow) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("number", row.number.text)
        json.nullable("externalNumber", row.externalNumber)
        json.member("applicant", row.applicant)
        json.member("matter", row.matter.id)
        json.member("action", row.action.id)
        json.nullable("subtype", subtype(of: row)?.id)
        json.member("state", row.state(on: today).id)
        json.member("round", row.round)
        json.nullable("due", row.due?.description)
        json.key("daysLeft")
        if let days = daysLeft(row) { json.integer(days) } else { json.null() }
        json.member("dueIsCertain", row.dueIsCertain)
        json.member("received", row.received.description)
        json.member("window", row.window)
        json.member("clerk", row.clerk.text)
        if let regime = regime(of: row) {
            json.key("oldRegime")
            json.beginObject()
            json.member("id", regime.id)
            json.member("name", regime.regime)
            json.member("from", regime.date.description)
            json.member("owner", regime.owner.name)
            json.member("phone", regime.owner.phone)
            json.endObject()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func line(_ cells: [String]) -> String {
        let padded = zip(cells, Self.columns).map {
            TextFit.padded(TextFit.truncated(SafeText.singleLine($0), toColumns: $1 - 2), toColumns: $1)
        }
        return padded.joined() + cells.dropFirst(Self.columns.count).joined()
    }

    private func daysLeft(_ row: QueueRow) -> Int? {
        row.due.map { calendar.daysLeft(until: $0, on: today) }
    }

    private func remaining(_ row: QueueRow) -> String {
        guard let due = row.due, let days = daysLeft(row) else { return "-" }
        let doubt = row.dueIsCertain ? "" : "?"
        if due < today { return "超\(-days)天\(doubt)" }
        return days == 0 ? "今日\(doubt)" : "剩\(days)天\(doubt)"
    }

    private func subtype(of row: QueueRow) -> Subtype? {
        // The sub-type hangs on what the row has; the rest of the application is of no account for it.
        subtypes.subtype(
            of: Particulars(
                matter: row.matter, action: row.action, receivedAt: row.received, channel: .window,
                applicant: Applicant(name: row.applicant, kind: .individual),
                premises: Premises(address: "", county: ""), subject: row.subject, marks: row.marks, items: row.items))
    }
}

extension WorkingCalendar {
    /// Working days that are left of a term, 0 on its last day; below 0 once it is over, on the weekend behind it too.
    func daysLeft(until due: CivilDate, on today: CivilDate) -> Int {
        let days = workingDays(after: today, through: due)
        return due < today ? min(days, -1) : days
    }
}

extension JSONText {
    /// A member that is always there, null where it has no value.
    mutating func nullable(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }
}
