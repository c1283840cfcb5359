import CaseDomain
import CaseStore
import ChecklistRules
import NoticeComposer
import ScreenKit

/// 核查分派: the way and the day, who goes, what else the visit is for, and all of it in one write with its notice.
///
/// Legal source: `inspection` of the office file; 《行政许可法》(2019-04-23) 第三十四条.
enum DispatchReducer {
    /// Why nobody can be sent for a case now; nil where somebody can.
    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        let rules = desk.office.inspection
        guard rules.isOn else { return Phrases.Inspection.notHere }
        if let why = LifeGate.why(.dispatch, file, state, desk) { return why }
        if let rule = desk.rules.book().exemption(of: file.particulars, at: desk.office) {
            return Phrases.Inspection.notNeeded.naming(rule)
        }
        return rules.scope(of: file.particulars) == nil ? Phrases.Inspection.noScope : nil
    }

    /// The way and the day.
    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let scope = desk.office.inspection.scope(of: file.particulars), let first = scope.modes.terms.first,
            let people = desk.office.inspection.modes[first]?.people
        else { return }
        let modes = scope.modes.terms
        let line = desk.say(
            Phrases.Inspection.dispatchLine,
            [
                "name": scope.named(desk.language), "basis": scope.basis.shown(desk.language),
                "count": String(people), "date": promised(from: state.today, desk).description,
            ])
        let tomorrow = desk.clocks.calendar.ledger(1, from: state.today).result
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.dispatchTitle), lines: [line],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.mode), .choice(modes.map { desk.say($0.phrase) }, 0)),
                    EntrySheet.Field.date(desk.say(Phrases.Inspection.day), tomorrow, leaning: .future),
                ], purpose: .dispatch(modes)))
    }

    /// The last day of the office's own promise.
    private static func promised(from day: CivilDate, _ desk: Desk) -> CivilDate {
        desk.clocks.calendar.ledger(desk.office.inspection.promisedDays, from: day).result
    }

    static func choosePeople(
        _ filled: EntrySheet, _ modes: [InspectionMode], _ state: inout DeskState, _ desk: Desk
    ) {
        guard let file = state.work?.file, modes.indices.contains(filled.choice(0)) else { return }
        var entry = filled
        let today = state.today
        guard let day = entry.day(1, today: today, desk), day >= today else {
            let isRead = entry.day(1, today: today, desk) != nil
            entry.refuse(1, desk.say(isRead ? Phrases.Papers.dayPassed : Phrases.Form.badDate))
            state.modal = .entry(entry)
            return
        }
        if let last = lawfulLast(file, from: today, desk), day > last {
            entry.refuse(1, desk.say(Phrases.Inspection.beyondLaw, ["date": last.description]))
            state.modal = .entry(entry)
            return
        }
        let plan = InspectionPlan(mode: modes[entry.choice(0)], day: day)
        let roster = roster(for: file, plan, state, desk)
        let people = desk.office.inspection.modes[plan.mode]?.people ?? 0
        let able = roster.entries.filter { $0.bar == nil }
        guard able.count >= people else {
            entry.refuse(1, whyNotThatDay(roster, plan, people: people, desk))
            state.modal = .entry(entry)
            return
        }
        let proposed = able.prefix(people).map(\.member.account.text)
        state.modal = .picker(
            Picker(
                purpose: .inspectors(plan), options: roster.entries.map { option($0) }, takesMany: true,
                chosen: Set(proposed)))
    }

    /// On another day there may be enough of them, so that the sheet stays and says what keeps those who can't go.
    private static func whyNotThatDay(
        _ roster: InspectionRoster, _ plan: InspectionPlan, people: Int, _ desk: Desk
    ) -> String {
        let barred = roster.entries.compactMap { entry in
            entry.bar.map { "\(entry.member.name)\(desk.language == .zh ? "" : " ")\(desk.say($0.phrase))" }
        }
        return desk.say(
            Phrases.Inspection.tooFewThatDay,
            [
                "mode": desk.say(plan.mode.phrase), "count": String(people), "date": plan.day.description,
                "able": String(roster.entries.count - barred.count),
                "why": barred.joined(separator: desk.language == .zh ? "，" : ", "),
            ])
    }

    /// The last day of the law's own term, if the task were given on a day; nil where none concerns the case.
    static func lawfulLast(_ file: CaseFile, from day: CivilDate, _ desk: Desk) -> CivilDate? {
        lawfulLast(file.particulars.matter, file.particulars.action, from: day, desk)
    }

    static func lawfulLast(
        _ matter: Matter, _ action: Action, from day: CivilDate, _ desk: Desk
    ) -> CivilDate? {
        guard let rule = desk.clocks.inspectionRule(matter, action), let count = rule.term.count else { return nil }
        return desk.clocks.calendar.ledger(count, from: day, unit: rule.term.unit).result
    }

    private static func roster(
        for file: CaseFile, _ plan: InspectionPlan, _ state: DeskState, _ desk: Desk
    ) -> InspectionRoster {
        InspectionRoster(
            desk.office.staff, desk.office.inspection, region: desk.office.region(of: file), on: plan.day,
            loads: InspectionRoster.loads(of: state.inspection.tasks, on: plan.day))
    }

    private static func option(_ entry: InspectionRoster.Entry) -> FormOption {
        let label = { (language: Language) in
            let regions = entry.member.regions
            var said = regions.isEmpty ? Phrases.Inspection.allRegions.text(language) : regions.joined(separator: "、")
            if !entry.isOwnRegion { said += "（\(Phrases.Inspection.otherRegion.text(language))）" }
            return Phrases.Inspection.person.text(
                language, ["name": entry.member.name, "regions": said, "load": String(entry.load)])
        }
        return FormOption(
            id: entry.member.account.text, label: Phrase.init(label(.zh), label(.en)), barred: entry.bar?.phrase)
    }

    /// Takes who was chosen; too few, or somebody who may not go, are sent back.
    static func chosePeople(
        _ filled: Picker, _ plan: InspectionPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file, let rule = desk.office.inspection.modes[plan.mode] else { return [] }
        let roster = roster(for: file, plan, state, desk)
        let going = roster.entries.filter { filled.chosen.contains($0.member.account.text) && $0.bar == nil }
        guard going.count >= rule.people else {
            state.refuse(
                Phrases.Inspection.tooFew, desk,
                [
                    "mode": desk.say(plan.mode.phrase), "count": String(rule.people),
                    "basis": rule.basis.shown(desk.language),
                ])
            state.modal = .picker(filled)
            return []
        }
        var plan = plan
        plan.inspectors = going.map(\.member.account)
        return DispatchExtras.ask(plan, file, &state, stamp, desk)
    }

    // MARK: The write

    /// Says what is going to happen, and asks.
    static func confirm(
        _ plan: InspectionPlan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        let joint = state.inspection.neighbours.filter { plan.joint.contains($0.number) }
        // Names the visit for good: the case that it was arranged at, and at which of its revisions.
        let visit = joint.isEmpty ? nil : "\(file.number.text)/\(file.revision.count)"
        let dispatch = { (collects: [Material]) in
            CaseEvent.Payload.life(
                event: .dispatched(
                    dispatch: InspectionDispatch(
                        mode: plan.mode, inspectors: plan.inspectors, departments: plan.departments, visit: visit,
                        collects: collects, promisedBy: promised(from: stamp.at.date, desk), plannedFor: plan.day)))
        }
        let names = { (material: Material) in
            HistoryText.name(of: material, CaseSheet(work, desk).checklist, desk)
        }
        var paper = PaperPlan(
            [dispatch(plan.collects)], notice(plan, names, desk), done: Phrases.Inspection.dispatched,
            question: question(plan, names, stamp.at.date, desk))
        paper.companions = joint.map { PaperPlan.Companion(file: $0, payloads: [dispatch($0.openGaps)]) }
        return PaperMakingReducer.make(paper, &state, stamp, desk)
    }

    private static func notice(
        _ plan: InspectionPlan, _ name: (Material) -> String, _ desk: Desk
    ) -> [PaperContent] {
        guard desk.office.papers.rules[.inspectionNotice] != nil else { return [] }
        let people = plan.inspectors.map { account in
            let number = desk.office.staff.member(account)?.certificate.map { "（执法证\($0.number)）" } ?? ""
            return desk.office.staff.name(of: account) + number
        }
        return [
            .inspection(
                InspectionVisit(
                    on: plan.day, mode: plan.mode, inspectors: people, departments: plan.departments,
                    collects: plan.collects.map(name)))
        ]
    }

    private static func question(
        _ plan: InspectionPlan, _ name: (Material) -> String, _ today: CivilDate, _ desk: Desk
    ) -> [String] {
        let said = [
            desk.say(
                Phrases.Inspection.askPeople,
                [
                    "mode": desk.say(plan.mode.phrase), "date": plan.day.description,
                    "people": InspectionText.people(plan.inspectors, desk),
                    "promised": promised(from: today, desk).description,
                ]),
            plan.joint.isEmpty
                ? nil
                : desk.say(
                    Phrases.Inspection.askJoint, ["numbers": plan.joint.map(\.text).joined(separator: "、")]),
            plan.departments.isEmpty
                ? nil
                : desk.say(Phrases.Inspection.askDepartments, ["names": plan.departments.joined(separator: "、")]),
            plan.collects.isEmpty
                ? nil
                : desk.say(
                    Phrases.Inspection.askCollects, ["names": plan.collects.map(name).joined(separator: "、")]),
        ]
        return said.compactMap(\.self)
    }
}

extension InspectionRules.Scope {
    func named(_ language: Language) -> String { language == .zh ? name : english }
}

extension Phrase {
    /// The same with the name of a rule in it.
    func naming(_ rule: InspectionWaiverRule) -> Phrase {
        Phrase.init(text(.zh, ["name": rule.name]), text(.en, ["name": rule.english]))
    }
}
