import CaseDomain
import CaseFormat
import ClerkDesk
import TextLayout

/// Tickets in plain lines and as JSON. Neither says who has them: lists get shown in halls.
enum TicketWords {
    private static let columns = [8, 20, 16, 10, 8, 6]

    static func call(_ ticket: Ticket) -> String { "请 \(ticket.number.text) 号到 \(ticket.window ?? "-") 窗口" }

    static func line(_ ticket: Ticket, _ office: Office, at now: Moment) -> String {
        let cells = [
            ticket.number.text, office.ticketing.kind(ticket.taking.kind)?.name ?? ticket.taking.kind,
            ticket.taking.region, ticket.state.phrase.text(.zh), "\(ticket.waited(by: now) / 60)分",
            ticket.window ?? "-",
        ]
        let padded = zip(cells, columns).map {
            TextFit.padded(TextFit.truncated(SafeText.singleLine($0), toColumns: $1 - 2), toColumns: $1)
        }
        return padded.joined() + (ticket.taking.appointment.map { "约 \($0.at.clock)" } ?? "")
    }

    /// One object on one line, the line's end included.
    ///
    /// - Parameter ahead: how many are called before; nil for one that isn't in the line now.
    static func json(_ ticket: Ticket, ahead: Int?, at now: Moment) -> [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.ticket/1")
        json.member("number", ticket.number.text)
        json.member("kind", ticket.taking.kind)
        json.member("region", ticket.taking.region)
        json.member("state", ticket.state.rawValue)
        json.member("taken", ticket.taken.at.description)
        json.nullable("appointment", ticket.taking.appointment?.at.description)
        json.nullable("window", ticket.window)
        json.member("calls", ticket.calls)
        json.member("waitedSeconds", Int(ticket.waited(by: now)))
        json.key("ahead")
        if let ahead { json.integer(ahead) } else { json.null() }
        json.key("cases")
        json.strings(ticket.cases.map(\.text))
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
