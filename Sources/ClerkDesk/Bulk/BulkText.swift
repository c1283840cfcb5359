import CaseDomain
import CaseStore
import ScreenKit
import TextLayout

/// How a batch stands, in words: one line of the whole, then a line for each case or firm.
enum BulkText {
    private static let standingColumns = 7

    /// A name is cut rather than a reason broken. A firm has no number before it.
    private static func nameColumns(_ run: BulkRun, _ size: Size) -> Int {
        guard run.action == .remindFirms else { return size.columns < 78 ? 10 : size.columns < 100 ? 20 : 34 }
        return size.columns < 78 ? 12 : size.columns < 100 ? 24 : 40
    }

    static func title(_ run: BulkRun, _ desk: Desk) -> String {
        if run.action == .remindFirms {
            return desk.say(Phrases.Expiry.batchTitle, ["count": String(run.items.count)])
        }
        return "\(desk.say(run.action.phrase)) \(desk.say(Phrases.Bulk.title, ["count": String(run.items.count)]))"
    }

    /// What the clerk has to know first.
    static func headline(_ run: BulkRun, _ desk: Desk) -> String {
        let count = String(run.items.count)
        let values: KeyValuePairs = [
            "done": String(run.done), "skipped": String(run.skipped), "failed": String(run.failed),
            "left": String(run.ready), "ready": String(run.ready),
        ]
        switch run.phase {
        case .looking: return desk.say(Phrases.Bulk.looking, ["done": String(run.place), "count": count])
        case .asking:
            return desk.say(run.action.isTogether ? Phrases.Bulk.askTogether : Phrases.Bulk.ask, values)
        case .running:
            let key = desk.keymap.label(for: .back, in: .reader) ?? ""
            return desk.say(
                Phrases.Bulk.running, ["done": String(run.done + run.failed), "count": String(all(run)), "key": key])
        case .stopping:
            return desk.say(
                Phrases.Bulk.stopping, ["done": String(run.done + run.failed), "count": String(all(run))])
        case .over(let wasStopped):
            if run.done + run.failed == 0, !wasStopped { return desk.say(Phrases.Bulk.nothingToDo) }
            return desk.say(wasStopped ? Phrases.Bulk.stopped : Phrases.Bulk.finished, values)
        }
    }

    /// The cases that were or are to be done.
    private static func all(_ run: BulkRun) -> Int { run.ready + run.done + run.failed }

    static func lines(_ run: BulkRun, _ size: Size, _ desk: Desk) -> [String] {
        let head = [headline(run, desk)] + (run.ending.isEmpty ? [] : [run.ending]) + [""]
        let columns = nameColumns(run, size)
        return head + run.items.map { line($0, run, columns, desk) }
    }

    private static func line(_ item: BulkRun.Item, _ run: BulkRun, _ columns: Int, _ desk: Desk) -> String {
        let (word, text): (Phrase, String) =
            switch item.standing {
            case .waiting: (Phrases.Bulk.waiting, "")
            case .ready(_, let text): (run.isOver ? Phrases.Bulk.notBegun : Phrases.Bulk.willDo, text)
            case .skipped(let why): (Phrases.Bulk.skipped, why)
            case .done(let text): (Phrases.Bulk.done, text)
            case .failed(let why): (Phrases.Bulk.failed, why)
            }
        let name = TextFit.padded(
            TextFit.truncated(SafeText.singleLine(item.subject.name), toColumns: columns), toColumns: columns)
        let standing = TextFit.padded(desk.say(word), toColumns: standingColumns)
        return [item.row?.number.text, name, standing + text].compactMap(\.self).joined(separator: " ")
    }
}
