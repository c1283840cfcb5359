import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// 材料交接: which papers go from the window to the inspectors, or come back with them, on a slip that both sign.
enum HandOverReducer {
    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        LifeGate.why(.handOver, file, state, desk)
            ?? (desk.office.papers.rules[.handOver] == nil ? Phrases.Papers.notMadeHere : nil)
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let directions = PaperHandover.Direction.allCases
        let progress = file.progress
        let inspectors = progress.dispatch?.dispatch.inspectors ?? progress.outcomes.last?.outcome.inspectors ?? []
        // Papers go out with the task and come back with its outcome.
        let isBack = progress.handovers.last?.direction == .toInspectors || progress.dispatch == nil
        let sides = [desk.clerk.text, InspectionText.people(inspectors, desk)]
        let names = { (isFrom: Bool) in TextField(isFrom != isBack ? sides[0] : sides[1], limit: 40) }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Inspection.handTitle), lines: [],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Inspection.direction),
                        .choice(directions.map { desk.say($0.phrase) }, isBack ? 1 : 0)),
                    EntrySheet.Field(desk.say(Phrases.Inspection.from), .text(names(true))),
                    EntrySheet.Field(desk.say(Phrases.Inspection.to), .text(names(false))),
                ], purpose: .handOver(directions)))
    }

    static func choosePapers(
        _ filled: EntrySheet, _ directions: [PaperHandover.Direction], _ state: inout DeskState, _ desk: Desk
    ) {
        guard let work = state.work, let file = work.file, directions.indices.contains(filled.choice(0)) else { return }
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return
        }
        let handover = PaperHandover(
            direction: directions[entry.choice(0)], materials: [], from: entry.trimmed(1), to: entry.trimmed(2))
        let sheet = CaseSheet(work, desk)
        let here = file.application.materials.filter { $0.how == .handedIn }.map(\.material)
        let collected =
            file.progress.dispatch?.dispatch.collects ?? file.progress.outcomes.last?.outcome.collected ?? []
        let options = TermSet(here + collected + file.openGaps).terms.map { material in
            let requirement = sheet.checklist?.requirement(for: material)
            return FormOption(
                id: material.id,
                label: Phrase.init(requirement?.name ?? material.id, requirement?.english ?? material.id))
        }
        let chosen = handover.direction == .toWindow ? collected : []
        state.modal = .picker(
            Picker(
                purpose: .handedOver(handover), options: options, takesMany: true, chosen: Set(chosen.map(\.id))))
    }

    static func record(
        _ open: PaperHandover, _ picker: Picker, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        let materials = Material.allCases.filter { picker.chosen.contains($0.id) }
        guard !materials.isEmpty else {
            state.refuse(Phrases.Inspection.nothingHanded, desk)
            state.modal = .picker(picker)
            return []
        }
        let handover = PaperHandover(
            direction: open.direction, materials: materials, from: open.from, to: open.to)
        let checklist = CaseSheet(work, desk).checklist
        let listed = materials.map { material in
            ReceivedMaterial(
                name: checklist?.requirement(for: material)?.name ?? material.id, form: "",
                count: file.application.record(of: material)?.copies)
        }
        return PaperMakingReducer.make(
            PaperPlan(
                [.life(event: .handed(handover: handover))], [.handOver(handover, listed)],
                done: Phrases.Inspection.handed), &state, stamp, desk)
    }
}
