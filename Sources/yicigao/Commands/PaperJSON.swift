import CaseDomain
import CaseFormat

/// Papers as one JSON object on one line.
enum PaperJSON {
    /// A `yicigao.paper/1` object.
    static func bytes(_ document: CaseDocument, of file: CaseFile) -> [UInt8] {
        var json = JSONText(capacity: 8192)
        json.beginObject()
        json.member("format", "yicigao.paper/1")
        json.member("case", file.number.text)
        write(document, of: file, to: &json)
        json.member("text", document.text)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// A `yicigao.papers/1` object: every paper of the case in the order of time, their texts aside.
    static func list(of file: CaseFile) -> [UInt8] {
        var json = JSONText(capacity: 4096)
        json.beginObject()
        json.member("format", "yicigao.papers/1")
        json.member("case", file.number.text)
        json.key("papers")
        json.beginArray()
        for document in file.documents {
            json.beginObject()
            write(document, of: file, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// The members of a paper, its text aside, into an object that is open.
    static func write(_ document: CaseDocument, of file: CaseFile, to json: inout JSONText) {
        json.member("kind", document.kindID)
        json.nullable("number", document.number?.text)
        json.member("issuedAt", document.issuedAt.description)
        switch document {
        case .notice(let notice):
            json.member("program", notice.program)
            json.member("round", notice.round)
            json.member("withdrawn", file.record.isWithdrawn(notice.number))
        case .paper(let paper):
            json.member("program", paper.program)
            json.nullable("countersignedBy", paper.countersignedBy)
        }
        json.key("served")
        guard let service = document.number.flatMap({ file.record.service(of: $0) }) else { return json.null() }
        write(service, to: &json)
    }

    /// How and when a paper reached the applicant.
    static func write(_ service: PaperService, to json: inout JSONText) {
        json.beginObject()
        json.member("document", service.document.text)
        json.member("manner", service.manner.id)
        json.member("on", service.on.description)
        json.member("signedBy", service.signedBy)
        json.member("refusal", service.refusal)
        json.endObject()
    }
}
