import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import NoticeComposer
import Outgoing

/// Messages in plain lines and as JSON. Neither says to whom: lists get mailed and logged.
enum OutboxWords {
    static func line(_ message: UnsettledMessage) -> String {
        let tries = message.attempts > 0 ? "  已试\(message.attempts)次" : ""
        let due = "\(message.due.date) \(message.due.clock)"
        return "\(message.number.text)  \(message.occasion.phrase.text(.zh))  \(message.standing.words)\(tries)  \(due)"
    }

    static func line(_ message: TroubledMessage) -> String {
        "\(message.number.text)  \(message.outcome.phrase.text(.zh))  \(message.id)"
    }

    static func json(_ message: UnsettledMessage) -> [UInt8] {
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.outbox/1")
        json.member("message", message.id)
        json.member("case", message.number.text)
        json.member("occasion", message.occasion.id)
        json.member("state", message.standing.id)
        json.member("attempts", message.attempts)
        json.member("due", message.due.description)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    static func json(_ message: TroubledMessage) -> [UInt8] {
        var json = JSONText(capacity: 256)
        write(message, to: &json, format: true)
        json.endLine()
        return json.bytes
    }

    static func json(_ report: DeliveryReport) -> [UInt8] {
        var json = JSONText(capacity: 1024)
        json.beginObject()
        json.member("format", "yicigao.outbox/1")
        json.member("sent", report.sent)
        json.key("cases")
        json.strings(report.files.map(\.number.text))
        json.key("troubled")
        json.beginArray()
        for message in report.troubled { write(message, to: &json, format: false) }
        json.endArray()
        json.nullable("obstacle", report.obstacle)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// The messages of a case, with what became of them.
    static func write(_ messages: [PaperRecord.SentMessage], to json: inout JSONText) {
        json.beginArray()
        for sent in messages {
            json.beginObject()
            json.member("message", sent.message.id)
            json.member("occasion", sent.message.occasion.id)
            json.nullable("document", sent.message.document?.text)
            json.nullable("recipient", MobileNumber(sent.message.recipient)?.masked)
            json.member("text", sent.message.text)
            json.member("parts", MessageParts.count(sent.message.text))
            json.member("queuedAt", sent.queuedAt.description)
            json.member("state", sent.settlement?.outcome.id ?? "waiting")
            json.nullable("settledAt", sent.settledAt?.description)
            json.nullable("detail", sent.settlement?.detail)
            json.endObject()
        }
        json.endArray()
    }

    static func line(_ sent: PaperRecord.SentMessage) -> String {
        let settlement = sent.settlement
        let outcome = settlement?.outcome.phrase.text(.zh) ?? "待发"
        let detail = settlement.map { $0.detail.isEmpty ? "" : "（\($0.detail)）" } ?? ""
        let at = sent.settledAt ?? sent.queuedAt
        let number = MobileNumber(sent.message.recipient)?.masked ?? ""
        return "\(sent.message.occasion.phrase.text(.zh))  \(number)  \(MessageParts.count(sent.message.text))条  "
            + "\(outcome)\(detail)  \(at.date) \(at.clock)"
    }

    private static func write(_ message: TroubledMessage, to json: inout JSONText, format: Bool) {
        json.beginObject()
        if format { json.member("format", "yicigao.outbox/1") }
        json.member("message", message.id)
        json.member("case", message.number.text)
        json.member("state", message.outcome.id)
        json.endObject()
    }
}

extension MessageStanding {
    var words: String {
        switch self {
        case .waiting: "待发"
        case .handingOver: "正在发"
        case .atGateway: "已交网关"
        }
    }

    /// As JSON writes it.
    var id: String {
        switch self {
        case .waiting: "waiting"
        case .handingOver: "handing-over"
        case .atGateway: "at-gateway"
        }
    }
}
