import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import TextLayout

/// Inspections in plain lines and as JSON.
struct InspectionWords {
    let office: Office
    let clocks: CaseClocks
    let today: CivilDate

    private static func padded(_ cells: [(String, Int)]) -> String {
        let text = cells.map {
            TextFit.padded(TextFit.truncated(SafeText.singleLine($0), toColumns: $1 - 2), toColumns: $1)
        }
        return String(text.joined().reversed().drop { $0 == " " }.reversed())
    }

    /// The last day of the law's own term; nil where none concerns the case.
    private func lawful(_ out: InspectionSheet.Out) -> CivilDate? {
        guard let rule = clocks.inspectionRule(out.row.matter, out.row.action), let count = rule.term.count else {
            return nil
        }
        return clocks.calendar.ledger(count, from: out.task.on, unit: rule.term.unit).result
    }

    func line(_ out: InspectionSheet.Out) -> String {
        let dispatch = out.task.dispatch
        let late = dispatch.promisedBy < today ? "超承诺" : ""
        return Self.padded([
            (out.row.number.text, 14), (out.row.applicant, 28), (office.region(of: out.row.window) ?? "", 12),
            (dispatch.mode.phrase.text(.zh), 14), (InspectionText.people(dispatch.inspectors, office), 22),
            (InspectionText.day(of: out.task), 14), ("承诺\(dispatch.promisedBy)", 16),
            (lawful(out).map { "法定\($0)" } ?? "", 16), (late, 8),
        ])
    }

    func line(_ waiting: InspectionSheet.Waiting) -> String {
        let row = waiting.row
        return Self.padded([
            (row.number.text, 14), (row.applicant, 28), (office.region(of: row.window) ?? "", 12),
            ("待分派", 14), (row.state(on: today).phrase.text(.zh), 22),
            (waiting.rectifyBy.map { "整改至\($0)" } ?? row.due.map { "办结\($0)" } ?? "", 18),
        ])
    }

    func summary(_ sheet: InspectionSheet) -> String {
        let figures = InspectionFigures(sheet, today: today)
        let looks = sheet.firstLooks
        return "在外\(figures.out)件，今日到期\(figures.dueToday)，超承诺\(figures.over)，待分派\(figures.waiting)，"
            + "今年一次通过率\(figures.firstPassText)（\(looks.passed)/\(looks.count)）"
    }

    func json(_ out: InspectionSheet.Out) -> [UInt8] {
        let dispatch = out.task.dispatch
        var json = Self.begun(out.row, state: "out", office)
        json.member("mode", dispatch.mode.id)
        json.key("inspectors")
        json.strings(dispatch.inspectors.map(\.text))
        json.key("departments")
        json.strings(dispatch.departments)
        json.nullable("visit", dispatch.visit)
        json.key("collects")
        json.strings(dispatch.collects.map(\.id))
        json.member("dispatchedOn", out.task.on.description)
        json.member("plannedFor", out.task.day.description)
        json.nullable("appointment", out.task.appointment?.at.description)
        json.member("promisedBy", dispatch.promisedBy.description)
        json.nullable("lawfulBy", lawful(out)?.description)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    func json(_ waiting: InspectionSheet.Waiting) -> [UInt8] {
        var json = Self.begun(waiting.row, state: "waiting", office)
        json.nullable("rectifyBy", waiting.rectifyBy?.description)
        json.nullable("due", waiting.row.due?.description)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func begun(_ row: QueueRow, state: String, _ office: Office) -> JSONText {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("format", "yicigao.inspection/1")
        json.member("state", state)
        json.member("case", row.number.text)
        json.member("matter", row.matter.id)
        json.member("action", row.action.id)
        json.member("region", office.region(of: row.window) ?? "")
        return json
    }

    // MARK: Roster

    static func line(_ entry: InspectionRoster.Entry, _ office: Office) -> String {
        let member = entry.member
        let regions = member.regions.isEmpty ? "全部片区" : member.regions.joined(separator: "、")
        let may = entry.bar.map { "不能派：\($0.phrase.text(.zh))" } ?? (entry.isOwnRegion ? "可派" : "可派（外片区）")
        return padded([
            (member.account.text, 12), (member.name, 12), (regions, 26),
            ("\(entry.load)/\(office.inspection.dailyLimit)处", 8),
            (may, 40),
        ])
    }

    static func json(_ entry: InspectionRoster.Entry, on day: CivilDate) -> [UInt8] {
        let member = entry.member
        var json = JSONText(capacity: 256)
        json.beginObject()
        json.member("format", "yicigao.inspector/1")
        json.member("account", member.account.text)
        json.member("name", member.name)
        json.member("date", day.description)
        json.key("regions")
        json.strings(member.regions)
        json.nullable("certificate", member.certificate?.number)
        json.nullable("certificateUntil", member.certificate?.validUntil.description)
        json.nullable("trainedUntil", member.trainedUntil?.description)
        json.member("load", entry.load)
        json.member("ownRegion", entry.isOwnRegion)
        json.member("free", entry.bar == nil)
        json.nullable("why", entry.bar?.id)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension InspectionRoster.Bar {
    /// As it stands in JSON.
    fileprivate var id: String {
        switch self {
        case .notInspector: "not-inspector"
        case .noCertificate: "no-certificate"
        case .certificateOver: "certificate-over"
        case .untrained: "untrained"
        case .trainingOver: "training-over"
        case .full: "full"
        }
    }
}
