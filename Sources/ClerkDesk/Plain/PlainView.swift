import CaseDomain
package import ScreenKit
import TextLayout

/// Says in lines what the screens show: a pure function from the desk's state, in an order that never changes.
package enum PlainView {
    /// Of the screen that no line mode has: its rows make the pages of the queue.
    package static let size = Size(rows: 27, columns: 100)

    package static func page(_ state: DeskState, _ desk: Desk) -> PlainPage {
        if state.lock.isLocked {
            let lines = LockView.plain(state, desk)
            return PlainPage(.global, title: lines[0], body: Array(lines.dropFirst()))
        }
        var page = place(state, desk)
        page.lesson = TutorView.lines(state, desk)
        return page
    }

    private static func place(_ state: DeskState, _ desk: Desk) -> PlainPage {
        if let modal = state.modal { return PlainModal.page(modal, state, desk) }
        switch state.place {
        case .queue, .search: return PlainQueue.page(state, desk)
        case .checklist, .checks: return PlainCase.page(state, desk)
        case .form: return PlainForm.page(state, desk)
        case .notice: return PlainCase.paper(state, desk)
        case .board, .figures, .caseList: return PlainBoard.page(state, desk)
        default: return screen(state, desk)
        }
    }

    /// How the last action went, its weight in words; nil where there is nothing to say.
    package static func status(_ state: DeskState, _ desk: Desk) -> String? {
        if state.lock.isLocked { return nil }
        let standing =
            PrintReducer.progress(state, desk) ?? MessageReducer.standing(state, desk)
            ?? FeedbackReducer.standing(state, desk)
        guard let line = state.status ?? standing else { return nil }
        return SafeText.singleLine("\(desk.say(line.severity.phrase)): \(line.text)")
    }

    /// What stands before a command.
    package static func prompt(_ state: DeskState, _ desk: Desk) -> String {
        "\(desk.say(state.lock.isLocked ? Phrases.Lock.pin : state.place.phrase))> "
    }

    /// What would be lost by leaving now; nil where nothing would.
    package static func unsaved(_ state: DeskState, _ desk: Desk) -> String? {
        if state.lock.isLocked { return nil }
        if let work = state.work, work.form.isDirty {
            let name = work.file?.number.text ?? work.form.text(.name)
            return SafeText.singleLine(desk.say(Phrases.Plain.lostForm, ["name": name]))
        }
        guard case .entry(let entry)? = state.modal else { return nil }
        return SafeText.singleLine(desk.say(Phrases.Plain.lostEntry, ["name": entry.title]))
    }

    /// A place that has no lines of its own is read off its screen: the words, without frames and colours.
    static func screen(_ state: DeskState, _ desk: Desk) -> PlainPage {
        let rows = DeskView.drawDesk(state, desk).grid.text.split(separator: "\n", omittingEmptySubsequences: false)
        let inner = rows.dropFirst().dropLast(DeskView.chromeRows - 1)
        let lines = inner.map { row in
            String(row.map { "|+-_".contains($0) && row.contains("--") || $0 == "|" ? " " : $0 })
                .split(separator: " ").joined(separator: " ")
        }
        return PlainPage(state.place, title: desk.say(state.place.phrase), body: lines)
    }
}
