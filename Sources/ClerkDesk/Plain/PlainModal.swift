import CaseDomain
import ScreenKit

/// What stands over the places, in lines.
enum PlainModal {
    static func page(_ modal: Modal, _ state: DeskState, _ desk: Desk) -> PlainPage {
        switch modal {
        case .question(let question):
            let message = question.message.map { [$0.shown] } ?? []
            return PlainPage(
                .confirm, title: title(question.title, state, desk), head: question.lines + message,
                question: desk.say(Phrases.Plain.yesOrNo))
        case .reader(let name, let lines, _):
            return PlainPage(.reader, title: title(name, state, desk), body: lines)
        case .help(let place, _):
            let name = desk.say(Phrases.Desk.helpTitle, ["place": desk.say(place.phrase)])
            return PlainPage(.reader, title: name, body: HelpText.lines(place, state, desk))
        case .picker(let picker):
            let hint = picker.takesMany ? Phrases.Plain.pickMany : Phrases.Plain.pickOne
            return PlainPage(
                .picker, title: title(desk.say(picker.title), state, desk),
                items: picker.shown.map { option(of: $0, picker, desk) }, body: [desk.say(hint)])
        case .entry(let entry): return page(entry, state, desk)
        case .clocks(let list): return page(list, state, desk)
        case .bulk(_, let asks): return bulk(state, asks: asks, desk)
        case .messages(let history):
            return PlainPage(
                .messages, title: desk.say(Phrases.Status.title),
                items: history.messages.map { told in
                    "\(told.at.clock) \(desk.say(told.line.severity.phrase)) \(told.line.text)"
                }, body: history.messages.isEmpty ? [desk.say(Phrases.Status.none)] : [])
        case .comparison(let comparison): return page(comparison, state, desk)
        case .dayLog(let log):
            return PlainPage(
                .dayLog, title: DayLogView.title(log, desk),
                head: [DayLogText.totals(log.entries, desk), DayLogView.emptiness(log, desk) ?? ""],
                items: log.shown.map(DayLogText.line))
        }
    }

    private static func bulk(_ state: DeskState, asks: Bool, _ desk: Desk) -> PlainPage {
        PlainPage(
            asks ? .confirm : .reader, title: ModalView.batchTitle(state, desk),
            body: ModalView.batchLines(state, desk), question: asks ? desk.say(Phrases.Plain.yesOrNo) : nil)
    }

    /// Both versions of each row, and which of them is kept.
    private static func page(_ comparison: Comparison, _ state: DeskState, _ desk: Desk) -> PlainPage {
        let kept = { (row: Comparison.Row) -> String in
            guard let choice = row.choice else { return "" }
            let side = desk.say(choice == .mine ? Phrases.Comparison.mine : Phrases.Comparison.theirs)
            return "  " + desk.say(Phrases.Plain.chosen, ["label": side])
        }
        let problem =
            comparison.problem.isEmpty ? "" : desk.say(Phrases.Plain.problem, ["words": comparison.problem])
        return PlainPage(
            .entry, title: title(comparison.title, state, desk), head: comparison.lines,
            items: comparison.rows.map { row in
                "\(row.label)  \(desk.say(Phrases.Comparison.theirs)): \(row.theirs)  "
                    + "\(desk.say(Phrases.Comparison.mine)): \(row.mine)\(kept(row))"
            }, body: [problem])
    }

    private static func title(_ name: String, _ state: DeskState, _ desk: Desk) -> String {
        guard let work = state.work else { return name }
        return "\(name)  \(CaseHead.title(work, desk))"
    }

    private static func option(of option: FormOption, _ picker: Picker, _ desk: Desk) -> String {
        let label = desk.say(option.label)
        if let why = option.barred { return desk.say(Phrases.Actions.barred, ["action": label, "why": desk.say(why)]) }
        guard picker.isTicked, picker.chosen.contains(option.id) else { return label }
        return desk.say(Phrases.Plain.chosen, ["label": label])
    }

    private static func page(_ entry: EntrySheet, _ state: DeskState, _ desk: Desk) -> PlainPage {
        let items = entry.fields.map { field in
            switch field.editor {
            case .text: "\(field.label): \(field.shown)"
            case .choice(let options, let chosen):
                "\(field.label): \(options.indices.contains(chosen) ? options[chosen] : "")"
            }
        }
        // The options of the field in hand are said with their numbers, because that is how they are chosen.
        let options: [String] =
            if entry.fields.indices.contains(entry.focus),
                case .choice(let options, _) = entry.fields[entry.focus].editor
            {
                options.enumerated().map { "\(entry.focus + 1)=\($0.offset + 1) \($0.element)" }
            } else { [] }
        let problem = entry.problem.isEmpty ? "" : desk.say(Phrases.Plain.problem, ["words": entry.problem])
        return PlainPage(
            .entry, title: title(entry.title, state, desk), head: entry.lines, items: items,
            body: options + [problem, desk.say(Phrases.Plain.entryHint)])
    }

    private static func page(_ list: ClockList, _ state: DeskState, _ desk: Desk) -> PlainPage {
        let number = state.work?.file?.number.text ?? ""
        let items = list.clocks.map { clock in
            [
                clock.shownState(desk), clock.rule.id, clock.rule.name(desk.language),
                clock.due.map { "\($0)\(clock.isCertain ? "" : "?")" } ?? desk.say(clock.rule.from.phrase),
                clock.left(today: state.today, desk: desk).text,
            ].filter { !$0.isEmpty }.joined(separator: "  ")
        }
        let detail: [String] =
            if let clock = list.clock, let file = state.work?.file {
                LedgerText.lines(of: clock, in: file, today: state.today, desk: desk)
            } else { [] }
        let name = desk.say(Phrases.Clocks.title, ["case": number])
        return PlainPage(.clocks, title: title(name, state, desk), items: items, detail: detail)
    }
}
