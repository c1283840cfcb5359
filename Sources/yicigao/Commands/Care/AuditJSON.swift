import CaseDomain
import CaseFormat
import CaseStore

/// What is said of the log, on one line each.
enum AuditJSON {
    static func bytes(_ report: ChainReport) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.audit-verify/1")
        json.member("whole", report.fault == nil)
        json.key("events")
        json.integer(report.head.count)
        json.key("erased")
        json.integer(report.erased)
        json.key("unanchored")
        json.integer(report.unanchored)
        json.member("anchor", report.head.description)
        json.key("fault")
        if let fault = report.fault { write(fault, to: &json) } else { json.null() }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ fault: ChainFault, to json: inout JSONText) {
        json.beginObject()
        json.member("kind", fault.kind.id)
        json.key("sequence")
        json.integer(fault.sequence)
        json.nullable("case", fault.number?.text)
        json.key("revision")
        if let revision = fault.revision { json.integer(revision) } else { json.null() }
        json.nullable("event", fault.event)
        json.member("text", AuditWords.words(for: fault))
        json.endObject()
    }

    static func bytes(_ story: AuditStory) -> [UInt8] {
        var json = JSONText(capacity: 8 * 1024)
        json.beginObject()
        json.member("format", "yicigao.audit/1")
        json.member("case", story.number.text)
        json.key("heading")
        json.beginArray()
        for line in story.heading { json.string(line) }
        json.endArray()
        json.key("events")
        json.beginArray()
        for chapter in story.chapters {
            let event = chapter.event
            json.beginObject()
            json.key("sequence")
            json.integer(event.sequence)
            json.member("revision", event.revision)
            json.member("kind", event.kind)
            json.member("at", event.stamp.at.description)
            json.member("clerk", event.stamp.by.text)
            json.member("hash", HexText.of(event.hash))
            json.member("seal", event.seal.id)
            json.member("text", chapter.sentence)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
