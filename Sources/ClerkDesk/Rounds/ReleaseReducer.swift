import CaseDomain
import ScreenKit

/// 放行: a supervisor's name and written words, without which something may not leave.
enum ReleaseReducer {
    static func why(_ state: DeskState, _ desk: Desk) -> Phrase? {
        entry(state, desk) == nil ? Phrases.Rounds.nothingToRelease : nil
    }

    static func ask(_ state: inout DeskState, _ desk: Desk) { state.modal = entry(state, desk).map { .entry($0) } }

    private static func entry(_ state: DeskState, _ desk: Desk) -> EntrySheet? {
        guard let gate = IssueGateReducer.gate(state, desk) else { return nil }
        switch gate.obstacle {
        case .unreleased(let finding)?: return entry(finding, desk)
        case .refused?: return entry(round: gate.round, desk)
        case .wording?, .visit?, .unexplained?, nil: return nil
        }
    }

    static func entry(_ finding: LateFinding, _ desk: Desk) -> EntrySheet {
        let line = desk.say(
            Phrases.Rounds.releaseLate,
            [
                "round": String(finding.round), "count": String(finding.items.count),
                "reason": desk.say(finding.reason.phrase), "owner": finding.owner, "words": finding.words,
            ])
        return entry(line, .lateFinding, round: finding.round, desk)
    }

    static func entry(round: Int, _ desk: Desk) -> EntrySheet {
        entry(desk.say(Phrases.Rounds.releaseRound, ["round": String(round)]), .round, round: round, desk)
    }

    private static func entry(_ line: String, _ scope: Release.Scope, round: Int, _ desk: Desk) -> EntrySheet {
        EntrySheet(
            title: desk.say(Phrases.Rounds.releaseTitle), lines: [line],
            fields: [
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.releaseBy),
                    .text(TextField(supervisor(at: desk)?.name ?? "", limit: 20))),
                EntrySheet.Field(
                    desk.say(Phrases.Rounds.releaseWords), .text(TextField(limit: EntrySheet.longestNote))),
            ], purpose: .release(scope, round: round))
    }

    static func record(
        _ filled: EntrySheet, _ scope: Release.Scope, round: Int, _ state: inout DeskState, _ stamp: EventStamp,
        _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let name = entry.trimmed(0)
        if let why = refusal(of: name, state.work?.file, stamp, desk) {
            entry.refuse(0, desk.say(why))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        let release = Release(scope: scope, round: round, by: name, words: entry.trimmed(1))
        return CaseReducer.append(
            [.released(release: release)], Phrases.Rounds.releaseDone, inverse: nil, &state, stamp)
    }

    /// The supervisor whom the staff list has for this desk; nil where it names none.
    private static func supervisor(at desk: Desk) -> Staff.Member? {
        desk.office.staff.member(desk.clerk).flatMap { $0.roles.contains(.supervisor) ? $0 : nil }
    }

    /// Nobody lets his own work go; where the office names its supervisors, nobody else does either.
    private static func refusal(
        of name: String, _ file: CaseFile?, _ stamp: EventStamp, _ desk: Desk
    ) -> Phrase? {
        if let member = supervisor(at: desk) {
            // At his own desk a supervisor answers for himself.
            guard name == member.name || name == member.account.text else { return Phrases.Authority.releaseOwnName }
            return file?.hands.contains(stamp.by) == true ? Phrases.Rounds.releaseSelf : nil
        }
        if name == stamp.by.text { return Phrases.Rounds.releaseSelf }
        let supervisors = desk.office.supervisors
        guard !supervisors.isEmpty, !supervisors.contains(ClerkID(name)) else { return nil }
        let names = supervisors.map(\.text).joined(separator: "、")
        return Phrases.Rounds.releaseUnknown.filled(["names": names])
    }
}
