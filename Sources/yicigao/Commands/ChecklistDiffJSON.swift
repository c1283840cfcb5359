import CaseDomain
import CaseFormat
import ChecklistRules

/// The differences of checklists as one `yicigao.checklist-diff/1` object on one line.
enum ChecklistDiffJSON {
    static func bytes(_ pairs: [ChecklistPair]) -> [UInt8] {
        var json = JSONText(capacity: 16 * 1024)
        json.beginObject()
        json.member("format", "yicigao.checklist-diff/1")
        json.member("same", pairs.allSatisfy(\.isSame))
        json.key("checklists")
        json.beginArray()
        for pair in pairs where !pair.isSame { write(pair, to: &json) }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ pair: ChecklistPair, to json: inout JSONText) {
        json.beginObject()
        json.member("id", pair.id)
        json.member("kind", pair.new == nil ? "removed" : pair.isFurther || pair.old == nil ? "added" : "changed")
        json.nullable("from", pair.old?.version)
        json.nullable("fromDigest", pair.old?.digest)
        json.nullable("to", pair.new?.version)
        json.nullable("toDigest", pair.new?.digest)
        json.key("entries")
        json.beginArray()
        if let old = pair.old, let new = pair.new, let difference = pair.difference {
            let words = ChecklistDiffWords(old: old, new: new)
            for entry in difference.entries { write(entry, words, to: &json) }
        }
        json.endArray()
        json.endObject()
    }

    private static func write(
        _ entry: ChecklistDifference.Entry, _ words: ChecklistDiffWords, to json: inout JSONText
    ) {
        json.beginObject()
        switch entry.subject {
        case .checklist: json.member("about", "checklist")
        case .requirement(let material):
            json.member("about", "material")
            json.member("material", material.id)
            json.nullable("row", (words.new.requirement(for: material) ?? words.old.requirement(for: material))?.row)
        case .application(let defect):
            json.member("about", "application")
            json.member("defect", defect.id)
        }
        switch entry.kind {
        case .added: json.member("kind", "added")
        case .removed: json.member("kind", "removed")
        case .changed(let changes):
            json.member("kind", "changed")
            json.key("changes")
            json.beginArray()
            for change in changes { write(change, entry, words, to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private static func write(
        _ change: ChecklistDifference.Change, _ entry: ChecklistDifference.Entry, _ words: ChecklistDiffWords,
        to json: inout JSONText
    ) {
        json.beginObject()
        json.member("aspect", change.aspect.rawValue)
        json.nullable("check", change.check?.id)
        json.member("words", words.aspect(change, of: entry.subject))
        json.nullable("from", change.old.map(words.value))
        json.nullable("to", change.new.map(words.value))
        json.endObject()
    }
}
