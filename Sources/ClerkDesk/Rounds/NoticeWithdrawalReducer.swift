import CaseDomain
import ScreenKit

/// 撤回告知书: the notice that is out is taken back. What was written and numbered stays.
enum NoticeWithdrawalReducer {
    static func why(_ file: CaseFile) -> Phrase? {
        file.phase == .awaitingCorrection ? nil : Phrases.Case.notAwaiting
    }

    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let notice = file.notices.last else { return }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.CorrectionTerm.withdrawTitle),
                lines: [
                    desk.say(
                        Phrases.CorrectionTerm.withdrawLine,
                        ["number": notice.number.text, "round": String(file.round + 1)])
                ],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.CorrectionTerm.withdrawReason),
                        .text(TextField(limit: EntrySheet.longestNote)))
                ], purpose: .withdrawNotice))
    }

    /// Says what becomes of the five-day clock. Where that has run out, the case would be accepted by law at once.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    static func confirm(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) {
        guard let file = state.work?.file, let notice = file.notices.last else { return }
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return
        }
        let withdrawal = NoticeWithdrawal(number: notice.number, reason: entry.trimmed(0))
        let ask = desk.say(
            Phrases.CorrectionTerm.withdrawAsk, ["number": notice.number.text, "reason": withdrawal.reason])
        state.modal = .question(
            Question(
                title: entry.title, lines: [ask, consequence(file, withdrawal, state, desk).line],
                answer: .withdrawNotice(withdrawal)))
    }

    /// Takes the notice back; asks a second time where that makes the case an accepted one.
    static func answered(
        _ withdrawal: NoticeWithdrawal, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let file = state.work?.file else { return [] }
        let payload = CaseEvent.Payload.noticeWithdrawn(withdrawal: withdrawal)
        let consequence = consequence(file, withdrawal, state, desk)
        guard consequence.isDeemed else {
            return CaseReducer.append(
                [payload], Phrases.CorrectionTerm.withdrawDone, inverse: nil, &state, stamp)
        }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.CorrectionTerm.withdrawTitle),
                lines: [consequence.line, desk.say(Phrases.CorrectionTerm.deemedAsk)],
                answer: .append([payload], Phrases.CorrectionTerm.withdrawDone)))
        return []
    }

    private static func consequence(
        _ file: CaseFile, _ withdrawal: NoticeWithdrawal, _ state: DeskState, _ desk: Desk
    ) -> (line: String, isDeemed: Bool) {
        var without = file
        let stamp = EventStamp(at: state.now, by: desk.clerk)
        without.apply(CaseEvent(stamp: stamp, payload: .noticeWithdrawn(withdrawal: withdrawal)))
        let isDeemed = CaseClockFace(without, today: state.today, desk: desk).state == .deemedAccepted
        let due = desk.clocks.running(for: without, on: state.today)?.due?.description ?? ""
        let phrase = isDeemed ? Phrases.CorrectionTerm.thenDeemed : Phrases.CorrectionTerm.clockRunsOn
        return (desk.say(phrase, ["from": without.submittedOn.description, "due": due]), isDeemed)
    }
}
