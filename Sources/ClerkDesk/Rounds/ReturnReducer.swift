import CaseDomain
import CaseStore
import ScreenKit

/// 补正材料收件: what the notice named is booked in line by line. Only what came back opens again; the rest keeps its
/// verdict and will be told again.
enum ReturnReducer {
    /// One line of the notice, and the cases that it is about.
    struct Line {
        let item: NoticeItem
        let cases: [CaseNumber]
    }

    /// The lines of the paper that is out, those of a bundle's other matters behind the case's own.
    static func lines(_ work: CaseWork) -> [Line] {
        guard let file = work.file, let notice = file.notices.last, file.awaits(notice.number) else { return [] }
        let shared = file.membership?.shared ?? []
        var lines = notice.items.map { Line(item: $0, cases: [file.number]) }
        for sister in work.sisters where sister.awaits(notice.number) {
            for item in sister.notices.last?.items ?? [] {
                let isShared = item.material.map(shared.contains) ?? true
                let same = lines.firstIndex {
                    isShared && $0.item.material == item.material
                        && (item.material != nil || $0.item.problems == item.problems)
                }
                if let same {
                    lines[same] = Line(item: lines[same].item, cases: lines[same].cases + [sister.number])
                } else {
                    lines.append(Line(item: item, cases: [sister.number]))
                }
            }
        }
        return lines
    }

    static func ask(_ work: CaseWork, _ state: inout DeskState, _ desk: Desk) {
        let options = lines(work).enumerated().map { place, line in
            let label = Phrases.Rounds.returnLine.filled([
                "number": String(place + 1), "name": line.item.name,
                "problem": line.item.problems.joined(separator: "；"),
            ])
            return FormOption(id: String(place), label: label)
        }
        guard !options.isEmpty else {
            state.refuse(Phrases.Case.notAwaiting, desk)
            return
        }
        state.modal = .picker(
            Picker(purpose: .returned, options: options, takesMany: true, chosen: Set(options.map(\.id))))
    }

    /// Says what opens again and what doesn't, and asks.
    static func confirm(_ chosen: Set<String>, _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, let file = work.file else { return }
        let all = lines(work)
        let places = all.indices.filter { chosen.contains(String($0)) }
        guard !places.isEmpty else {
            state.refuse(Phrases.Rounds.returnNothing, desk)
            return
        }
        var text = [desk.say(Phrases.Rounds.returnAsk, ["count": String(places.count)])]
        text += places.map { "\($0 + 1). \(all[$0].item.name)" }
        let rest = all.indices.filter { !places.contains($0) }.map { all[$0].item.name }
        if !rest.isEmpty {
            text.append(
                desk.say(
                    Phrases.Rounds.returnRest,
                    ["count": String(rest.count), "names": rest.joined(separator: "、")]))
        }
        let others = Set(places.flatMap { all[$0].cases }).subtracting([file.number])
        if !others.isEmpty {
            let numbers = others.map(\.text).sorted().joined(separator: "、")
            text.append(desk.say(Phrases.Bundle.returnAlso, ["numbers": numbers]))
        }
        state.modal = .question(
            Question(title: desk.say(Phrases.Case.returnTitle), lines: text, answer: .returnPapers(places)))
    }

    /// Books the lines in, in every case that they are about.
    static func book(
        _ places: [Int], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard let work = state.work, let file = work.file else { return [] }
        let all = lines(work)
        let chosen = places.filter(all.indices.contains).map { all[$0] }
        let changes = ([file] + work.sisters).compactMap { each -> CaseAppend? in
            let own = chosen.filter { $0.cases.contains(each.number) }
            guard !own.isEmpty else { return nil }
            return CaseAppend(
                [.correctionReceived(materials: own.compactMap(\.item.material))], to: CaseVersion(each))
        }
        guard let first = changes.first else { return [] }
        state.paper = nil
        guard changes.count == 1, first.version.number == file.number else {
            return CaseReducer.write(.appendTogether(changes, stamp), Phrases.Case.returned, inverse: nil, &state)
        }
        return PaperMakingReducer.append(first.payloads, Phrases.Case.returned, &state, stamp, desk)
    }
}
