import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// 各轮对照: each notice with what has become of its lines, the last one first.
enum RoundText {
    static func show(_ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, let file = work.file else { return }
        let sheet = CaseSheet(work, desk)
        let lines = CaseRounds(file, sheet.sheet, sheet.checklist).comparisons.reversed().map { comparison in
            self.lines(comparison, file, desk)
        }
        state.modal = .reader(
            title: desk.say(Phrases.Rounds.compareTitle), lines: Array(lines.joined(separator: [""])),
            scroll: ListScroll())
    }

    private static func lines(_ comparison: RoundComparison, _ file: CaseFile, _ desk: Desk) -> [String] {
        guard let notice = file.notices.first(where: { $0.round == comparison.round }) else { return [] }
        let isWithdrawn = file.record.isWithdrawn(notice.number)
        let separator = desk.language == .zh ? "；" : "; "
        var lines = [
            desk.say(
                Phrases.Rounds.roundHead,
                [
                    "round": String(notice.round), "number": notice.number.text,
                    "date": notice.issuedAt.date.description,
                    "mark": isWithdrawn ? "  " + desk.say(Phrases.Papers.withdrawn) : "",
                ])
        ]
        for (place, line) in comparison.lines.enumerated() {
            lines.append("\(place + 1). \(line.told.name)")
            lines.append(
                desk.say(
                    Phrases.Rounds.told, ["problems": line.told.problems.joined(separator: separator)]))
            let now = line.now.isEmpty ? "" : "  " + line.now.joined(separator: separator)
            lines.append(
                desk.say(Phrases.Rounds.now, ["state": desk.say(line.state.phrase), "problems": now]))
        }
        guard !comparison.found.isEmpty else { return lines }
        return lines + [desk.say(Phrases.Rounds.found)]
            + comparison.found.map { item in
                desk.say(
                    Phrases.Rounds.foundLine,
                    ["problem": item.problem, "kind": desk.say(item.kind.phrase)])
            }
    }
}
