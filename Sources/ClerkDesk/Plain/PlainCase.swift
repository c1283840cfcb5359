import CaseDomain
import ChecklistRules

/// A case and its papers in lines.
enum PlainCase {
    static func page(_ state: DeskState, _ desk: Desk) -> PlainPage {
        guard let work = state.work else { return PlainView.screen(state, desk) }
        let sheet = CaseSheet(work, desk)
        let isOnChecks = work.pane == .checks
        let lines = sheet.lines.map { line in
            let label = LineLabel(line, sheet, desk)
            return "\(label.name) \(label.state)"
        }
        let checks = checks(work, sheet, desk)
        let detail = CaseDetail.parts(work, sheet, desk).map { "\(desk.say($0.0)): \($0.1)" }
        let at =
            lines.indices.contains(work.line)
            ? [
                desk.say(
                    isOnChecks ? Phrases.Plain.checksOf : Phrases.Plain.lineAt,
                    ["place": String(work.line + 1), "line": lines[work.line]])
            ] : []
        guard !isOnChecks else {
            let check =
                checks.indices.contains(work.check)
                ? [desk.say(Phrases.Plain.lineAt, ["place": String(work.check + 1), "line": checks[work.check]])] : []
            return PlainPage(
                .checks, title: title(state, work, desk), head: at, items: checks, body: check, detail: detail)
        }
        let numbered = checks.enumerated().map { "\(work.line + 1).\($0.offset + 1) \($0.element)" }
        return PlainPage(
            .checklist, title: title(state, work, desk), head: head(state, work, sheet, desk), items: lines,
            body: at, detail: numbered + detail)
    }

    /// The place, the case, its applicant, and where it stands.
    static func title(_ state: DeskState, _ work: CaseWork, _ desk: Desk) -> String {
        let marks = CaseHead.marks(work, today: state.today, desk).map(\.text)
        return ([desk.say(state.place.phrase), CaseHead.title(work, desk)] + marks).joined(separator: "  ")
    }

    static func head(_ state: DeskState, _ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk) -> [String] {
        let joint = JointCase(work, today: state.today, desk)
        let sisters = joint.map { BundleHead.parts($0, desk).map(\.0).joined(separator: "  ") } ?? ""
        let route = sheet.evaluation.route.map {
            desk.say(Phrases.Case.routeLine, ["text": desk.language == .zh ? $0.text : $0.english])
        }
        let none =
            desk.rules.faults().first.map { desk.say(Phrases.Case.badData, ["fault": $0]) }
            ?? desk.say(Phrases.Case.noChecklist)
        let tally =
            sheet.checklist == nil
            ? none
            : "\(CaseHead.tally(sheet, desk))  \(CaseHead.standing(work, sheet, today: state.today, desk).text)"
        return [
            CaseHead.regime(work, sheet, today: state.today, desk), CaseHead.subject(work, sheet, desk), sisters,
            route ?? tally,
        ]
    }

    private static func checks(_ work: CaseWork, _ sheet: CaseSheet, _ desk: Desk) -> [String] {
        guard let line = sheet.line(at: work.line)?.material, line.state != .spared, let checklist = sheet.checklist
        else { return [] }
        let rules = checklist.requirements[line.requirement].checks
        return line.checks.map { check in
            let rule = rules[check.place]
            let by = check.judgement.by == .machine ? " (\(desk.say(Phrases.Case.byMachine)))" : ""
            return "\(desk.language == .zh ? rule.label : rule.english)\(by) \(CheckLabel(check.judgement, desk).text)"
        }
    }

    /// The paper on the screen, line for line as it prints.
    static func paper(_ state: DeskState, _ desk: Desk) -> PlainPage {
        guard let work = state.work, let shown = state.paper else { return PlainView.screen(state, desk) }
        let paper = NoticePaper(work, shown: shown.shown, EventStamp(at: state.now, by: desk.clerk), desk)
        let name = CaseHead.title(work, desk)
        let why: [String] = if case .nothing(let why) = paper { [desk.say(why)] } else { [] }
        return PlainPage(
            .notice,
            title: [desk.say(DeskPlace.notice.phrase), NoticeView.heading(paper, work, desk).0, name]
                .joined(separator: "  "),
            body: why + paper.lines)
    }
}
