import CaseDomain
import ScreenKit

/// What a clerk must be told as soon as a case is opened: a term that ends, one that has ended, something still owed.
enum CaseAlarm {
    static func text(_ file: CaseFile, today: CivilDate, _ desk: Desk) -> String? {
        switch file.phase {
        case .checking: lastDays(file, today, desk)
        case .awaitingCorrection: correction(file, today, desk)
        case .accepted: owed(file, today, desk)
        case .decided, .routed, .withdrawn, .abandoned, .refused: nil
        }
    }

    /// 视为受理 is said loudly while it can still be kept from happening.
    private static func lastDays(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> String? {
        guard let due = desk.clocks.running(for: file, on: today)?.due, today <= due else { return nil }
        let left = desk.clocks.calendar.workingDays(after: today, through: due)
        guard left <= 1 else { return nil }
        let phrase = left == 0 ? Phrases.Rounds.lastDay : Phrases.Rounds.dayBefore
        return desk.say(phrase, ["date": due.description])
    }

    private static func correction(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> String? {
        guard let notice = file.notices.last else { return nil }
        if let due = desk.clocks.running(for: file, on: today)?.due, today > due {
            let key = desk.keymap.label(for: .actions, in: .checklist) ?? ""
            return desk.say(Phrases.Rounds.correctionOver, ["date": due.description, "key": key])
        }
        guard file.record.service(of: notice.number) == nil else { return nil }
        return desk.say(Phrases.Rounds.notServed, ["number": notice.number.text])
    }

    private static func owed(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> String? {
        let late = file.owed.filter { $0.dueOn < today }
        guard let first = late.map(\.dueOn).min() else { return nil }
        return desk.say(
            Phrases.Gaps.overdue,
            ["names": late.map(\.name).joined(separator: "、"), "date": first.description])
    }
}
