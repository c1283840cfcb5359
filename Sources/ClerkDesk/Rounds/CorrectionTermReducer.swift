import CaseDomain
import ScreenKit

/// 补正期限: more of it for a good reason, and what follows when it has passed in silence.
enum CorrectionTermReducer {
    static func whyNoMoreTime(_ file: CaseFile) -> Phrase? {
        file.phase == .awaitingCorrection ? nil : Phrases.Case.notAwaiting
    }

    /// Nobody has abandoned anything before the last day is over.
    static func whyNotAbandoned(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> Phrase? {
        if let why = whyNoMoreTime(file) { return why }
        guard let due = lastDay(file, desk), today <= due else { return nil }
        return Phrases.CorrectionTerm.notOverYet.filled(["date": due.description])
    }

    /// The last day of the correction that is waited for.
    private static func lastDay(_ file: CaseFile, _ desk: Desk) -> CivilDate? { desk.clocks.running(for: file)?.due }

    // MARK: More time

    static func askForTime(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let notice = file.notices.last, let due = lastDay(file, desk) else { return }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.CorrectionTerm.moreTitle),
                lines: [
                    desk.say(
                        Phrases.CorrectionTerm.moreLine, ["number": notice.number.text, "date": due.description])
                ],
                fields: [
                    EntrySheet.Field.date(desk.say(Phrases.CorrectionTerm.until), leaning: .future),
                    EntrySheet.Field(
                        desk.say(Phrases.CorrectionTerm.goodReason), .text(TextField(limit: EntrySheet.longestNote))),
                ], purpose: .moreTime))
    }

    /// Asks once more, with the new last day.
    static func confirmTime(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) {
        guard let file = state.work?.file, let notice = file.notices.last, let due = lastDay(file, desk) else { return }
        var entry = filled
        let earliest = max(due, state.today)
        guard let until = entry.day(0, today: state.today, desk) else {
            entry.refuse(0, desk.say(Phrases.Form.badDate))
            state.modal = .entry(entry)
            return
        }
        guard until > earliest else {
            entry.refuse(0, desk.say(Phrases.CorrectionTerm.notLater, ["date": earliest.description]))
            state.modal = .entry(entry)
            return
        }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return
        }
        let days = desk.clocks.calendar.workingDays(after: state.today, through: until)
        let line = desk.say(
            Phrases.CorrectionTerm.moreAsk,
            [
                "old": due.description, "date": until.description, "days": String(days),
                "reason": entry.trimmed(1),
            ])
        let grant = CorrectionGrant(number: notice.number, until: until, reason: entry.trimmed(1))
        state.modal = .question(
            Question(
                title: entry.title, lines: [line],
                answer: .append([.correctionExtended(grant: grant)], Phrases.CorrectionTerm.moreDone)))
    }

    // MARK: Abandonment

    /// 视为放弃 is never silent: somebody says how it is known that there was no good reason.
    ///
    /// Legal source: 《食品经营许可和备案管理办法》第十九条 (补正期限, 见 `clocks.yaml`).
    static func askToAbandon(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let notice = file.notices.last else { return }
        let due = lastDay(file, desk)?.description ?? ""
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.CorrectionTerm.abandonTitle),
                lines: [
                    desk.say(Phrases.CorrectionTerm.abandonLine, ["number": notice.number.text, "date": due])
                ],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.CorrectionTerm.noReason), .text(TextField(limit: EntrySheet.longestNote)))
                ], purpose: .abandon))
    }

    /// What is recorded of it; nil where no notice is out.
    static func abandonment(_ file: CaseFile, words: String, _ desk: Desk) -> Abandonment? {
        file.notices.last.map { Abandonment(number: $0.number, deadline: lastDay(file, desk), words: words) }
    }

    static func confirmAbandonment(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) {
        guard let file = state.work?.file else { return }
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return
        }
        guard let abandonment = abandonment(file, words: entry.trimmed(0), desk) else { return }
        state.modal = .question(
            Question(
                title: entry.title,
                lines: [desk.say(Phrases.CorrectionTerm.abandonAsk, ["words": abandonment.words])],
                answer: .append([.abandoned(abandonment: abandonment)], Phrases.CorrectionTerm.abandonDone)))
    }
}
