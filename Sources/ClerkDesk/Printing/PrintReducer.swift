import CaseDomain
import NoticeComposer
import Outgoing
import ScreenKit

/// Printing: the sheet before it, the order, and how the jobs are doing.
enum PrintReducer {
    private static let mostCopies = 99

    // MARK: The sheet

    /// Asks where to and how often. Enter takes both as they stand.
    static func ask(_ paper: PrintedPaper, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let copies = TextField(String(paper.copies(at: desk.office)), limit: 2)
        show(paper, chosen: nil, copies, &state, desk)
        let effect = state.effect(.printers)
        state.printing.listing = effect.id
        return [effect]
    }

    private static func show(
        _ paper: PrintedPaper, chosen: String?, _ copies: TextField, _ state: inout DeskState, _ desk: Desk,
        focus: Int = 1
    ) {
        let list = state.printing.list
        let names: [String?] = [nil] + (list?.printers.map(\.name) ?? [])
        let options = [standard(list, desk)] + (list?.printers.map { words(for: $0, desk) } ?? [])
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Printing.title), lines: [paper.name] + marks(of: paper, desk),
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Printing.printer), .choice(options, names.firstIndex(of: chosen) ?? 0)),
                    EntrySheet.Field(desk.say(Phrases.Printing.copies), .text(copies), .number),
                ], purpose: .print(paper, names), focus: focus))
    }

    /// What comes out for each one asked for, where that is more than a sheet for nobody in particular.
    private static func marks(of paper: PrintedPaper, _ desk: Desk) -> [String] {
        guard let marks = paper.pages?.copies, !marks.isEmpty else { return [] }
        let values: KeyValuePairs = ["count": String(marks.count), "marks": marks.joined(separator: "、")]
        return [desk.say(Phrases.Printing.marks, values)]
    }

    private static func standard(_ list: PrinterList?, _ desk: Desk) -> String {
        guard let list, let chosen = list.chosen, let printer = list.printers.first(where: { $0.name == chosen }) else {
            return desk.say(Phrases.Printing.standard)
        }
        return desk.say(Phrases.Printing.standardIs, ["printer": words(for: printer, desk)])
    }

    private static func words(for printer: Printer, _ desk: Desk) -> String {
        "\(printer.name)  \(desk.say(printer.state.phrase, ["reason": printer.state.reason]))"
    }

    /// The printers are known now: they stand in the sheet if it is still open, with what was chosen and typed.
    static func listed(_ list: PrinterList, _ id: Int, _ state: inout DeskState, _ desk: Desk) {
        guard state.printing.listing == id else { return }
        state.printing.listing = nil
        state.printing.list = list
        guard case .entry(let entry)? = state.modal, case .print(let paper, let names) = entry.purpose,
            case .text(let copies) = entry.fields[1].editor
        else { return }
        let chosen = names.indices.contains(entry.choice(0)) ? names[entry.choice(0)] : nil
        show(paper, chosen: chosen, copies, &state, desk, focus: entry.focus)
    }

    static func order(
        _ entry: EntrySheet, _ paper: PrintedPaper, _ names: [String?], _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        guard let copies = Int(entry.trimmed(1)), (1...mostCopies).contains(copies) else {
            var refused = entry
            refused.refuse(1, desk.say(Phrases.Printing.badCopies, ["most": String(mostCopies)]))
            state.modal = .entry(refused)
            return []
        }
        state.modal = nil
        state.status = StatusLine(.info, desk.say(Phrases.Notice.printing))
        let printer = names.indices.contains(entry.choice(0)) ? names[entry.choice(0)] : nil
        return [state.effect(.print(paper, printer: printer, copies: copies))]
    }

    // MARK: Jobs

    static func sent(_ job: PrintJob, isPlain: Bool, _ state: inout DeskState, _ desk: Desk) {
        let name = job.id ?? job.printer
        state.status = StatusLine(
            isPlain ? .failure : .success,
            desk.say(isPlain ? Phrases.Printing.plain : Phrases.Notice.printed, ["job": name]))
        if job.id != nil { state.printing.jobs.append(PrintState.Job(job: job, state: .waiting)) }
    }

    /// Asks how the jobs are doing, unless that is being asked already.
    static func tick(_ state: inout DeskState) -> [Effect] {
        guard state.printing.watching == nil, !state.printing.jobs.isEmpty else { return [] }
        let effect = state.effect(.watchPrints(state.printing.jobs.map(\.job)))
        state.printing.watching = effect.id
        return [effect]
    }

    static func watched(
        _ states: [PrintJob: PrintJobState], _ id: Int, _ state: inout DeskState, _ desk: Desk
    ) {
        if state.printing.watching == id { state.printing.watching = nil }
        for place in state.printing.jobs.indices {
            if let new = states[state.printing.jobs[place].job] { state.printing.jobs[place].state = new }
        }
        for over in state.printing.jobs where over.state.isOver { state.status = line(over, desk) }
        state.printing.jobs.removeAll { $0.state.isOver }
    }

    /// A question about printers or jobs came to nothing. Jobs that can't be asked about any more are let go.
    static func failed(_ error: PrintError, _ id: Int, _ state: inout DeskState, _ desk: Desk) {
        let words = desk.say(error.phrase)
        if state.printing.listing == id {
            state.printing.listing = nil
            guard case .entry(var entry)? = state.modal, case .print = entry.purpose else { return }
            entry.refuse(entry.focus, words)
            state.modal = .entry(entry)
            return
        }
        if state.printing.watching == id {
            state.printing.watching = nil
            // No answer is no news; the next question may get one.
            if error == .timedOut { return }
            state.printing.jobs = []
        }
        state.status = StatusLine(.failure, words)
    }

    static func whyNoCancel(_ state: DeskState) -> Phrase? {
        state.printing.jobs.isEmpty ? Phrases.Printing.nothingToCancel : nil
    }

    static func cancel(_ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.cancelPrints(state.printing.jobs.map(\.job)))
        state.printing.watching = effect.id
        return [effect]
    }

    /// How the jobs are doing, where the status line has nothing else to say.
    static func progress(_ state: DeskState, _ desk: Desk) -> StatusLine? {
        state.printing.jobs.last.map { line($0, desk) }
    }

    private static func line(_ job: PrintState.Job, _ desk: Desk) -> StatusLine {
        let values: KeyValuePairs = ["job": job.job.id ?? job.job.printer, "words": job.state.words]
        return StatusLine(job.state.severity, desk.say(job.state.phrase, values))
    }
}
