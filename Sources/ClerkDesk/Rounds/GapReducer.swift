import CaseDomain
import ChecklistRules
import ScreenKit

/// 容缺: accepted against a promise, and settled paper by paper.
enum GapReducer {
    // MARK: The promise

    /// Asks who promises what by when, before the case is accepted with gaps.
    static func ask(
        _ gaps: [Material], _ file: CaseFile, _ checklist: Checklist, _ state: inout DeskState, _ desk: Desk
    ) {
        let last = lastDay(file, state.today, desk)
        let standard = last ?? desk.clocks.calendar.ledger(desk.office.correctionDays, from: state.today).result
        let line =
            last.map {
                desk.say(Phrases.Gaps.line, ["count": String(gaps.count), "date": $0.description])
            } ?? desk.say(Phrases.Gaps.lineWithoutTerm, ["count": String(gaps.count)])
        let days = gaps.map { gap in
            EntrySheet.Field.date(
                desk.say(Phrases.Gaps.dueOn, ["name": name(of: gap, checklist)]), standard, leaning: .future)
        }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Gaps.title), lines: [line],
                fields: days + [
                    EntrySheet.Field(
                        desk.say(Phrases.Gaps.place),
                        .text(TextField(desk.office.counter(of: file), limit: EntrySheet.longestNote))),
                    EntrySheet.Field(
                        desk.say(Phrases.Gaps.promisedBy), .text(TextField(file.particulars.signer, limit: 20))),
                ], purpose: .gaps(gaps)))
    }

    /// The last day on which the decision may be made, by the office's promise where it gives one; nil where nothing is
    /// decided.
    private static func lastDay(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> CivilDate? {
        desk.clocks.decisionClock(for: file, acceptedOn: today, on: today)?.due
    }

    private static func name(of gap: Material, _ checklist: Checklist) -> String {
        checklist.requirement(for: gap)?.name ?? gap.id
    }

    static func confirm(_ filled: EntrySheet, _ gaps: [Material], _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, let file = work.file, let checklist = CaseSheet(work, desk).checklist else {
            return
        }
        var entry = filled
        let last = lastDay(file, state.today, desk)
        var promised: [GapPromise.Gap] = []
        for (place, gap) in gaps.enumerated() {
            let day = entry.day(place, today: state.today, desk)
            if let problem = problem(day, last, state.today) {
                entry.refuse(place, desk.say(problem))
                state.modal = .entry(entry)
                return
            }
            if let day {
                promised.append(GapPromise.Gap(material: gap, name: name(of: gap, checklist), dueOn: day))
            }
        }
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return
        }
        let promise = GapPromise(
            gaps: promised, place: entry.trimmed(gaps.count), promisedBy: entry.trimmed(gaps.count + 1))
        let names = promised.map {
            desk.say(Phrases.Gaps.one, ["name": $0.name, "date": $0.dueOn.description])
        }
        let line = desk.say(
            Phrases.Gaps.ask, ["gaps": names.joined(separator: "、"), "by": promise.promisedBy])
        let payloads: [CaseEvent.Payload] = [
            .gapsPromised(promise: promise), .accepted(acceptance: Acceptance(on: state.today, gaps: gaps)),
        ]
        let question = Question(
            title: desk.say(Phrases.Case.acceptTitle), lines: [line], answer: .append(payloads, Phrases.Case.accepted))
        state.modal = .question(MessageReducer.offering(question, after: payloads, state, desk))
    }

    private static func problem(_ day: CivilDate?, _ last: CivilDate?, _ today: CivilDate) -> Phrase? {
        guard let day else { return Phrases.Form.badDate }
        if day < today { return Phrases.Gaps.tooEarly }
        guard let last, day > last else { return nil }
        return Phrases.Gaps.tooLate.filled(["date": last.description])
    }

    // MARK: Settling

    static func whyNoList(_ file: CaseFile) -> Phrase? { file.record.promise == nil ? Phrases.Gaps.none : nil }

    static func whyNotSettled(_ file: CaseFile) -> Phrase? {
        guard case .accepted(let acceptance) = file.phase, !acceptance.gaps.isEmpty else { return Phrases.Gaps.none }
        return nil
    }

    static func askToSettle(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work else { return }
        let sheet = CaseSheet(work, desk)
        let options = file.openGaps.map { gap in
            FormOption(
                id: gap.id, label: named(gap, sheet),
                barred: isInOrder(gap, sheet) ? nil : Phrases.Gaps.judgeFirst)
        }
        let chosen = Set(options.filter { $0.barred == nil }.map(\.id))
        state.modal = .picker(Picker(purpose: .settled, options: options, takesMany: true, chosen: chosen))
    }

    static func confirmSettled(_ chosen: Set<String>, _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, let file = work.file else { return }
        let sheet = CaseSheet(work, desk)
        let settled = file.openGaps.filter { chosen.contains($0.id) && isInOrder($0, sheet) }
        guard !settled.isEmpty else {
            state.refuse(Phrases.Gaps.judgeFirst, desk)
            return
        }
        let names = settled.map { desk.say(named($0, sheet)) }.joined(separator: "、")
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Gaps.settlePick), lines: [desk.say(Phrases.Gaps.settleAsk, ["names": names])],
                answer: .append([.gapsSettled(materials: settled)], Phrases.Gaps.settled)))
    }

    private static func named(_ gap: Material, _ sheet: CaseSheet) -> Phrase {
        let requirement = sheet.checklist?.requirement(for: gap)
        return Phrase.init(requirement?.name ?? gap.id, requirement?.english ?? gap.id)
    }

    /// Whether the paper that was owed is here, judged and in order.
    private static func isInOrder(_ gap: Material, _ sheet: CaseSheet) -> Bool {
        sheet.sheet.lines.contains { line in
            line.material == gap && [.inOrder, .spared, .replaced, .notNeeded].contains(line.state)
        }
    }

    // MARK: Shown

    static func showList(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, let promise = file.record.promise else { return }
        let sheet = CaseSheet(work, desk)
        var lines = promise.gaps.map { gap in
            let mark: Phrase
            if !file.openGaps.contains(gap.material) {
                mark = Phrases.Gaps.settledMark
            } else if isInOrder(gap.material, sheet) {
                mark = Phrases.Gaps.inOrderMark
            } else {
                mark = gap.dueOn < state.today ? Phrases.Gaps.overMark : Phrases.Gaps.owedMark
            }
            return desk.say(
                Phrases.Gaps.listLine, ["name": gap.name, "date": gap.dueOn.description, "state": desk.say(mark)])
        }
        lines.append(
            desk.say(Phrases.Gaps.promiseLine, ["by": promise.promisedBy, "place": promise.place]))
        state.modal = .reader(title: desk.say(Phrases.Gaps.listTitle), lines: lines, scroll: ListScroll())
    }

    /// What the head of a case says about papers that are still owed.
    static func face(_ file: CaseFile, _ today: CivilDate, _ desk: Desk) -> (text: String, role: StyleRole)? {
        let owed = file.owed
        guard let first = owed.map(\.dueOn).min() else { return nil }
        let count = String(owed.count)
        if first < today { return (desk.say(Phrases.Gaps.headOver, ["count": count]), .bad) }
        // Month and day: the year is this one or the next, and the head is short of room.
        let day = String(first.description.dropFirst(5))
        return (desk.say(Phrases.Gaps.head, ["count": count, "date": day]), .warn)
    }
}
