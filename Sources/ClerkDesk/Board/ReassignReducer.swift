import CaseDomain
import CaseStore
import ScreenKit

/// 转办: cases go to another clerk, each by its own check, all with one reason.
enum ReassignReducer {
    /// Asks to whom and why.
    static func ask(_ rows: [QueueRow], _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let why = LifeGate.whyRole(.reassign, nil, state, desk) {
            state.refuse(why, desk)
            return []
        }
        guard !rows.isEmpty else {
            state.refuse(Phrases.Queue.empty, desk)
            return []
        }
        let owners = Set(rows.map(\.clerk))
        let people = people(desk).filter { owners != [$0.account] }
        let windows = desk.office.windows.map(\.id)
        let to: EntrySheet.Field =
            people.isEmpty
            ? EntrySheet.Field(desk.say(Phrases.Board.toField), .text(TextField(limit: 30)))
            : EntrySheet.Field(desk.say(Phrases.Board.toField), .choice(people.map { name($0, desk) }, 0))
        let places = [desk.say(Phrases.Board.ownWindow)] + windows
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Board.reassignTitle, ["count": String(rows.count)]),
                lines: [desk.say(Phrases.Board.reassignLine)],
                fields: [
                    to, EntrySheet.Field(desk.say(Phrases.Board.windowField), .choice(places, 0)),
                    EntrySheet.Field(
                        desk.say(Phrases.Board.reasonField), .text(TextField(limit: EntrySheet.longestNote))),
                ], purpose: .reassign(rows, to: people.map(\.account), windows: windows)))
        return []
    }

    /// Whoever takes cases in may see them through.
    private static func people(_ desk: Desk) -> [Staff.Member] {
        let roles: TermSet<Role> = [.clerk, .helpDesk, .township]
        return desk.office.staff.people.filter { !$0.roles.intersection(roles).isEmpty }
    }

    private static func name(_ member: Staff.Member, _ desk: Desk) -> String {
        let parts = [member.name, member.name == member.account.text ? "" : member.account.text, member.window]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Looks at every case; the preview says what becomes of each.
    static func begin(
        _ filled: EntrySheet, _ rows: [QueueRow], to people: [ClerkID], _ windows: [String], _ state: inout DeskState,
        _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let to = people.isEmpty ? ClerkID(entry.trimmed(0)) : people[entry.choice(0)]
        let own = desk.office.staff.member(to)?.window ?? ""
        let window = entry.choice(1) == 0 ? own : windows[entry.choice(1) - 1]
        var run = BulkRun(.reassign, rows)
        run.assignment = Reassignment(to: to, window: window, reason: entry.trimmed(2))
        return BulkReducer.begin(run, &state, desk)
    }

    /// What becomes of one case. Without a window of its own whoever takes over does so where the case is.
    static func standing(
        _ file: CaseFile, _ run: BulkRun, _ state: DeskState, _ desk: Desk
    ) -> BulkRun.Standing {
        guard let meant = run.assignment else { return .skipped(desk.say(Phrases.Bulk.gone)) }
        if let why = LifeGate.why(.reassign, file, state, desk) { return .skipped(desk.say(why)) }
        let window = meant.window.isEmpty ? file.window : meant.window
        let values: KeyValuePairs = [
            "to": desk.office.staff.name(of: meant.to), "window": window,
            "first": desk.office.staff.name(of: file.firstAsked),
        ]
        guard file.clerk != meant.to || file.window != window else {
            return .skipped(desk.say(Phrases.Board.alreadyThere, values))
        }
        let assignment = Reassignment(to: meant.to, window: window, reason: meant.reason)
        return .ready(
            .write([CaseAppend([.life(event: .reassigned(assignment: assignment))], to: CaseVersion(file))]),
            desk.say(Phrases.Board.reassignText, values))
    }
}
