import CaseDomain
import CaseFormat
import NoticeComposer

/// 补正轮次 of a case, and what was put right or promised beside them.
enum RoundJSON {
    static func write(_ view: CaseFileView, to json: inout JSONText) {
        let file = view.file
        let rounds = CaseRounds(file, view.sheet, view.checklist)
        json.key("rounds")
        json.beginArray()
        for (place, notice) in file.notices.enumerated() {
            write(notice, rounds.comparisons[place], rounds.reviews[place], file, to: &json)
        }
        json.endArray()
        json.key("spotCorrections")
        json.beginArray()
        for correction in file.record.spotCorrections {
            json.beginObject()
            json.member("material", correction.material?.id ?? "application")
            json.member("defect", correction.defect)
            json.member("change", correction.change)
            json.member("signedBy", correction.signedBy)
            json.member("on", correction.on.description)
            json.endObject()
        }
        json.endArray()
        json.key("promise")
        write(file.record.promise, view, to: &json)
    }

    private static func write(
        _ notice: IssuedNotice, _ comparison: RoundComparison, _ review: RoundReview?, _ file: CaseFile,
        to json: inout JSONText
    ) {
        json.beginObject()
        json.member("round", notice.round)
        json.member("number", notice.number.text)
        json.member("withdrawn", file.record.isWithdrawn(notice.number))
        json.nullable("servedOn", file.record.service(of: notice.number)?.on.description)
        json.member("repeated", review?.count(.repeated) ?? 0)
        json.member("new", review?.count(.newInReturned) ?? 0)
        json.member("late", review?.count(.late) ?? 0)
        json.key("lateFinding")
        if let finding = file.record.lateFinding(round: notice.round) {
            write(finding, file, to: &json)
        } else {
            json.null()
        }
        json.key("lines")
        json.beginArray()
        for line in comparison.lines {
            json.beginObject()
            json.member("material", line.told.material?.id ?? "application")
            json.member("state", line.state.rawValue)
            json.key("told")
            json.strings(line.told.problems)
            json.key("now")
            json.strings(line.now)
            json.endObject()
        }
        json.endArray()
        json.key("found")
        json.beginArray()
        for item in comparison.found {
            json.beginObject()
            json.member("material", item.material?.id ?? "application")
            json.member("defect", item.defect)
            json.member("kind", item.kind.rawValue)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ finding: LateFinding, _ file: CaseFile, to json: inout JSONText) {
        json.beginObject()
        json.member("reason", finding.reason.id)
        json.member("owner", finding.owner)
        json.member("words", finding.words)
        json.member("released", file.record.isReleased(.lateFinding, round: finding.round))
        json.endObject()
    }

    private static func write(_ promise: GapPromise?, _ view: CaseFileView, to json: inout JSONText) {
        guard let promise else { return json.null() }
        json.beginObject()
        json.member("by", promise.promisedBy)
        json.member("place", promise.place)
        json.key("gaps")
        json.beginArray()
        for gap in promise.gaps {
            let isOpen = view.file.openGaps.contains(gap.material)
            json.beginObject()
            json.member("material", gap.material.id)
            json.member("dueOn", gap.dueOn.description)
            json.member("state", !isOpen ? "settled" : gap.dueOn < view.today ? "overdue" : "owed")
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
