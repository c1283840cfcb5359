import CaseDomain
import CaseFormat
import ChecklistRules

/// A case as one `yicigao.case-file/1` object on one line.
enum CaseFileJSON {
    static func bytes(_ view: CaseFileView) -> [UInt8] {
        var json = JSONText(capacity: 32 * 1024)
        json.beginObject()
        json.member("format", "yicigao.case-file/1")
        json.member("number", view.file.number.text)
        json.nullable("externalNumber", view.file.particulars.externalNumber)
        json.member("state", view.state.id)
        json.member("round", view.file.round)
        json.member("revision", view.file.revision.count)
        json.nullable("subtype", view.subtype?.id)
        json.member("window", view.file.window)
        json.member("clerk", view.file.clerk.text)
        json.member("submittedOn", view.file.submittedOn.description)
        json.member(view.file.checklist)
        write(view.clock, view, to: &json)
        write(view.bundle, to: &json)
        json.key("case")
        CaseWriter().write(view.application, to: &json)
        json.key("sheet")
        json.beginArray()
        if let checklist = view.checklist {
            for line in view.sheet.lines { write(line, checklist, to: &json) }
        }
        json.endArray()
        json.key("findings")
        writeFindings(view, to: &json)
        json.key("notices")
        json.beginArray()
        for notice in view.file.notices {
            json.beginObject()
            NoticeJSON.write(notice, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("history")
        json.beginArray()
        for event in view.history { write(event, to: &json) }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// Null where there are neither rules for the case nor a route: no verdict is better than a wrong one.
    private static func writeFindings(_ view: CaseFileView, to json: inout JSONText) {
        guard view.checklist != nil || view.sheet.evaluation.route != nil else { return json.null() }
        FindingsWriter().write(
            view.sheet.evaluation, of: view.application, named: view.file.number.text, by: view.checklist, to: &json)
    }

    private static func write(_ bundle: BundleView?, to json: inout JSONText) {
        json.key("bundle")
        guard let bundle else { return json.null() }
        json.beginObject()
        json.member("id", bundle.id)
        json.member("name", bundle.name)
        json.key("sisters")
        json.beginArray()
        for sister in bundle.sisters {
            json.beginObject()
            json.member("number", sister.number.text)
            json.member("matter", sister.matter.id)
            json.member("action", sister.action.id)
            json.member("state", sister.state.id)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ clock: RunningClock?, _ view: CaseFileView, to json: inout JSONText) {
        json.key("clock")
        guard let clock else { return json.null() }
        json.beginObject()
        json.member("kind", clock.kind.rawValue)
        json.member("from", clock.ledger.from.description)
        json.member("count", clock.ledger.count)
        json.member("due", clock.due.description)
        json.member("daysLeft", view.calendar.daysLeft(until: clock.due, on: view.today))
        json.member("certain", clock.ledger.isCertain)
        json.member("basis", clock.basis.citation)
        json.member("basisVerified", clock.basis.verified)
        json.endObject()
    }

    private static func write(_ line: ChecklistSheet.Line, _ checklist: Checklist, to json: inout JSONText) {
        let rule = checklist.requirements[line.requirement]
        json.beginObject()
        json.member("row", rule.row)
        json.member("material", line.material.id)
        json.member("name", rule.name)
        json.member("state", line.state.id)
        switch line.need {
        case .needed(let because): need("needed", because, to: &json)
        case .notNeeded(let because): need("not-needed", because, to: &json)
        case .spared(let because): need("spared", because, to: &json)
        case .depends(let facts):
            json.member("need", "depends")
            json.key("facts")
            json.strings(facts.map(\.id))
        }
        json.key("checks")
        json.beginArray()
        for check in line.checks {
            json.beginObject()
            json.member("check", check.check.id)
            json.member("verdict", check.judgement.verdict.id)
            json.member("by", check.judgement.by.id)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func need(_ id: String, _ because: String, to json: inout JSONText) {
        json.member("need", id)
        json.member("because", because)
    }

    private static func write(_ event: CaseEvent, to json: inout JSONText) {
        json.beginObject()
        json.member("at", event.stamp.at.description)
        json.member("by", event.stamp.by.text)
        func name(_ id: String) { json.member("event", id) }
        switch event.payload {
        case .received(let receipt):
            name("received")
            json.member("window", receipt.window)
        case .particularsChanged: name("particulars-changed")
        case .materialRecorded(let record):
            name("material-recorded")
            json.member("material", record.material.id)
            json.member("how", record.how.id)
        case .materialCleared(let material):
            name("material-cleared")
            json.member("material", material.id)
        case .noticeIssued(let notice):
            name("notice-issued")
            json.member("number", notice.number.text)
            json.member("round", notice.round)
        case .correctionReceived(let materials):
            name("correction-received")
            json.key("materials")
            json.strings(materials.map(\.id))
        case .accepted(let acceptance):
            name("accepted")
            json.member("on", acceptance.on.description)
            json.key("gaps")
            json.strings(acceptance.gaps.map(\.id))
        case .routed(let route):
            name("routed")
            json.member("to", route.to)
        case .withdrawn(let reason):
            name("withdrawn")
            json.member("reason", reason)
        case .identityRevealed: name("identity-revealed")
        case .bundled(let membership):
            name("bundled")
            json.member("bundle", membership.bundle)
            json.key("cases")
            json.strings(membership.members.map(\.number.text))
        }
        json.endObject()
    }
}
