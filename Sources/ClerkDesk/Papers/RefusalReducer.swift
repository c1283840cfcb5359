import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// 不予受理: for what isn't this office's business, for a bar, and for falsehood; never for papers that are missing or
/// wrong.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(二)项、第三十八条第二款、第七十八条.
enum RefusalReducer {
    static func why(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> Phrase? {
        switch file.phase {
        case .checking, .awaitingCorrection: break
        case .accepted, .decided, .routed, .withdrawn, .abandoned, .refused: return Phrases.Papers.closed
        }
        if desk.office.papers.rules[.refusal] == nil { return Phrases.Papers.notMadeHere }
        let face = CaseClockFace(file, today: state.today, desk: desk)
        return face.state == .deemedAccepted ? Phrases.Papers.deemed : nil
    }

    /// Asks for the ground. What the case already says stands there: a bar that was recorded, or where the case belongs.
    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let grounds = Refusal.Ground.allCases
        let bar = file.barInForce
        let route = state.work.map { CaseSheet($0, desk).evaluation.route } ?? nil
        let ground: Refusal.Ground = bar == nil ? .notCompetent : .ineligible
        let reason = bar.map(reason(of:)) ?? (route == nil ? "" : desk.papers.law.grounds[ground]?.reason ?? "")
        state.modal = .entry(
            EntrySheet(
                title: desk.say(PaperKind.refusal.phrase), lines: [desk.say(Phrases.Papers.refusalHint)],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.refusalGround),
                        .choice(grounds.map { desk.say($0.phrase) }, grounds.firstIndex(of: ground) ?? 0)),
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.refusalReason), .text(TextField(reason, limit: 200))),
                    EntrySheet.Field(
                        desk.say(Phrases.Papers.refusalElsewhere),
                        .text(TextField(bar == nil ? route?.text ?? "" : "", limit: 200))),
                ], purpose: .refusal(grounds)))
    }

    static func refuse(
        _ filled: EntrySheet, _ grounds: [Refusal.Ground], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file, grounds.indices.contains(entry.choice(0)) else { return [] }
        let ground = grounds[entry.choice(0)]
        let law = desk.papers.law
        func sendBack(_ field: Int, _ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> [Effect] {
            entry.refuse(field, desk.say(phrase, values))
            state.modal = .entry(entry)
            return []
        }
        guard let general = law.grounds[ground] else { return [] }
        let bar = file.barInForce
        if ground == .ineligible, bar == nil {
            let key = desk.keymap.label(for: .eligibility, in: .checklist) ?? ""
            return sendBack(0, Phrases.Papers.refusalBar, ["key": key])
        }
        let typed = SafeEntry.ended(entry.trimmed(1))
        if let word = law.neverReason(in: typed) { return sendBack(1, Phrases.Papers.refusalWord, ["word": word]) }
        let elsewhere = SafeEntry.ended(entry.trimmed(2))
        if ground == .notCompetent, elsewhere.isEmpty { return sendBack(2, Phrases.Papers.refusalNeedsPlace) }
        state.modal = nil
        let isBar = ground == .ineligible
        let reason = typed.isEmpty ? (isBar ? bar.map(reason(of:)) : nil) ?? general.reason : typed
        let refusal = Refusal(
            ground: ground, reason: reason, basis: isBar ? bar?.basis ?? general.basis : general.basis)
        let question = [
            desk.say(Phrases.Papers.refusalAsk, ["ground": desk.say(ground.phrase), "reason": reason]),
            desk.say(Phrases.Papers.refusalBasis, ["basis": refusal.basis.shown(desk.language)]),
            desk.say(Phrases.Papers.refusalFinal),
        ]
        return PaperMakingReducer.make(
            PaperPlan(
                [.refused(refusal: refusal)], [.refusal(refusal, elsewhere: elsewhere)], done: Phrases.Papers.refused,
                question: question), &state, stamp, desk)
    }

    private static func reason(of bar: Ineligibility) -> String {
        "\(bar.name)（\(bar.document)，\(bar.decidedOn.chinese)作出），至\(bar.until.chinese)以前不得申请"
    }
}

/// Text that a paper puts into a sentence of its own.
enum SafeEntry {
    /// Without the full stop that the paper has already.
    static func ended(_ text: String) -> String {
        String(text.reversed().drop { $0 == "。" || $0 == "." || $0.isWhitespace }.reversed())
    }
}
