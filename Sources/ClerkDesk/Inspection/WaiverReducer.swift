import CaseDomain
import ScreenKit

/// 免于核查, where the office's rules say that nobody need look.
enum WaiverReducer {
    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        if let why = LifeGate.why(.waive, file, state, desk) { return why }
        guard let scope = desk.office.inspection.scope(of: file.particulars) else {
            return Phrases.Inspection.noScope
        }
        return scope.modes.isEmpty ? nil : Phrases.Inspection.needed.naming(scope)
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let scope = desk.office.inspection.scope(of: file.particulars) else { return }
        let line = desk.say(
            Phrases.Inspection.waiveAsk,
            ["name": scope.named(desk.language), "basis": scope.basis.shown(desk.language)])
        let waiver = InspectionWaiver(reason: scope.name, basis: scope.basis)
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Inspection.waiveTitle), lines: [line],
                answer: .append([.life(event: .waived(waiver: waiver))], Phrases.Inspection.waived)))
    }
}
