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
        json.member("firstAsked", view.file.firstAsked.text)
        json.member("submittedOn", view.file.submittedOn.description)
        json.member(view.file.checklist)
        json.member("checklistInstalled", view.lacking == nil)
        json.nullable("judgedBy", view.checklist?.digest)
        json.nullable("oldRegime", view.regime?.id)
        write(view.clock, view, to: &json)
        json.key("clocks")
        json.beginArray()
        for clock in view.clocks { clock.write(to: &json, view.calendar, view.today) }
        json.endArray()
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
        json.key("papers")
        json.beginArray()
        for paper in view.file.record.papers {
            json.beginObject()
            PaperJSON.write(.paper(paper), of: view.file, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("services")
        json.beginArray()
        for service in view.file.record.services { PaperJSON.write(service, to: &json) }
        json.endArray()
        RoundJSON.write(view, to: &json)
        json.key("ineligibilities")
        json.beginArray()
        for record in view.file.ineligibilities { write(record, view, to: &json) }
        json.endArray()
        json.key("card")
        if let card = view.file.card { write(card, to: &json) } else { json.null() }
        json.key("messages")
        OutboxWords.write(view.file.record.messages, to: &json)
        ProgressWords.write(view, to: &json)
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

    private static func write(_ record: Ineligibility, _ view: CaseFileView, to json: inout JSONText) {
        json.beginObject()
        json.member("bar", record.bar)
        json.member("name", record.name)
        json.member("document", record.document)
        json.member("decidedOn", record.decidedOn.description)
        json.member("until", record.until.description)
        json.member("inForce", record.bars(on: view.file.particulars.receivedAt.date))
        json.member("basis", record.basis.citation)
        json.member("basisVerified", record.basis.verified)
        json.endObject()
    }

    private static func write(_ card: StallCard, to json: inout JSONText) {
        json.beginObject()
        json.member("issuedAt", card.issuedAt.description)
        json.member("place", card.place)
        json.member("hours", card.hours)
        json.key("lines")
        json.strings(card.lines)
        json.endObject()
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
        json.nullable("due", clock.due?.description)
        json.key("daysLeft")
        if let due = clock.due {
            json.integer(view.calendar.daysLeft(until: due, on: view.today))
        } else {
            json.null()
        }
        json.member("certain", clock.clock.isCertain)
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
        case .offered(let because): need("offered", because, to: &json)
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
        case .clockStopped(let reason, let note):
            name("clock-stopped")
            json.member("reason", reason.id)
            json.member("note", note)
        case .clockResumed(let note):
            name("clock-resumed")
            json.member("note", note)
        case .termExtended(let granted):
            name("term-extended")
            json.member("days", granted.days)
            json.member("approvedBy", granted.approvedBy)
            json.member("reason", granted.reason)
        case .ineligible(let record):
            name("ineligible")
            json.member("bar", record.bar)
            json.member("until", record.until.description)
        case .eligibilityRestored(let bar):
            name("eligibility-restored")
            json.member("bar", bar)
        case .cardIssued: name("card-issued")
        case .bundled(let membership):
            name("bundled")
            json.member("bundle", membership.bundle)
            json.key("cases")
            json.strings(membership.members.map(\.number.text))
        case .paperIssued, .spotCorrected, .noticeWithdrawn, .served, .correctionExtended, .abandoned, .refused,
            .lateFindingRecorded, .released, .visitAnswered, .gapsPromised, .gapsSettled, .messageQueued,
            .messageSettled:
            PaperEventJSON.write(event.payload, to: &json)
        case .life(let event):
            LifeEventJSON.write(event, to: &json)
        }
        json.endObject()
    }
}
