import CaseDomain
import CaseFormat

/// A notice as one `yicigao.notice/1` object on one line.
enum NoticeJSON {
    static func bytes(_ notice: IssuedNotice, of file: CaseFile) -> [UInt8] {
        document(file) { json in
            json.member("draft", false)
            write(notice, to: &json)
            json.member("text", notice.text)
        }
    }

    /// A draft has no number, and says how much is still open.
    static func bytes(_ draft: DraftNotice, of file: CaseFile) -> [UInt8] {
        document(file) { json in
            json.member("draft", true)
            json.member("undetermined", draft.open)
            json.member("round", draft.round)
            json.member("correctionDays", draft.correctionDays)
            json.nullable("deadline", draft.deadline?.description)
            json.member(draft.checklist)
            write(draft.items, to: &json)
            json.key("text")
            json.string(String(decoding: draft.bytes, as: UTF8.self))
        }
    }

    /// The members of a notice, its text aside, into an object that is open.
    static func write(_ notice: IssuedNotice, to json: inout JSONText) {
        json.member("number", notice.number.text)
        json.member("round", notice.round)
        json.member("issuedAt", notice.issuedAt.description)
        json.member("correctionDays", notice.correctionDays)
        json.nullable("deadline", notice.deadline?.description)
        json.member(notice.checklist)
        json.member("program", notice.program)
        write(notice.items, to: &json)
    }

    private static func document(_ file: CaseFile, _ members: (inout JSONText) -> Void) -> [UInt8] {
        var json = JSONText(capacity: 8192)
        json.beginObject()
        json.member("format", "yicigao.notice/1")
        json.member("case", file.number.text)
        members(&json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ items: [NoticeItem], to json: inout JSONText) {
        json.key("items")
        json.beginArray()
        for item in items {
            json.beginObject()
            json.member("material", item.material?.id ?? "application")
            json.member("name", item.name)
            json.member("row", item.row)
            json.key("problems")
            json.strings(item.problems)
            json.key("remedies")
            json.strings(item.remedies)
            json.member("mustFulfil", item.mustFulfil)
            json.member("basis", item.basis.citation)
            json.member("basisVerified", item.basis.verified)
            json.member("copies", item.copies)
            if let matters = item.matters {
                json.key("matters")
                json.strings(matters)
            }
            json.endObject()
        }
        json.endArray()
    }
}

extension JSONText {
    mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
