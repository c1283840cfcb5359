import CaseDomain
import CaseStore
import ScreenKit

/// 缺勤与代岗: who is away and who stands in, entered by a supervisor or by the person himself.
enum AbsenceReducer {
    private static let enter = "enter"

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard !desk.office.staff.people.isEmpty else {
            state.refuse(Phrases.Absences.nobodyListed, desk)
            return []
        }
        let known = state.authority.absences.map { absence in
            FormOption(
                id: String(absence.sequence),
                label: Phrase.init(
                    words(absence, Phrases.Absences.line, desk, .zh), words(absence, Phrases.Absences.line, desk, .en)),
                barred: mayChange(absence.who, desk) ? nil : Phrases.Absences.notYours)
        }
        state.modal = .picker(
            Picker(
                purpose: .absences, options: [FormOption(id: enter, label: Phrases.Absences.enter)] + known,
                takesMany: false, chosen: []))
        return AuthorityReducer.read(&state)
    }

    /// A supervisor enters everybody's, anybody else his own.
    private static func mayChange(_ who: ClerkID, _ desk: Desk) -> Bool {
        let roles = desk.office.staff.roles(of: desk.clerk)
        return who == desk.clerk || roles.contains(.supervisor) || roles.contains(.administrator)
    }

    static func words(
        _ absence: Absence, _ phrase: Phrase, _ desk: Desk, _ language: Language? = nil
    ) -> String {
        let language = language ?? desk.language
        let staff = desk.office.staff
        let cover =
            absence.cover.map { Phrases.Absences.covers.text(language, ["name": staff.name(of: $0)]) }
            ?? Phrases.Absences.nobody.text(language)
        return phrase.text(
            language,
            [
                "name": staff.name(of: absence.who), "from": absence.from.description,
                "until": absence.until.description, "cover": cover,
            ])
    }

    static func choose(_ id: String, _ state: inout DeskState, _ desk: Desk) {
        guard id != enter else { return ask(&state, desk) }
        guard let absence = state.authority.absences.first(where: { String($0.sequence) == id }) else { return }
        guard mayChange(absence.who, desk) else { return state.refuse(Phrases.Absences.notYours, desk) }
        state.modal = .question(
            Question(
                title: desk.say(Phrases.Absences.endTitle),
                lines: [
                    words(absence, Phrases.Absences.line, desk),
                    desk.say(Phrases.Absences.endAsk, ["name": desk.office.staff.name(of: absence.who)]),
                ], answer: .endAbsence(absence.sequence)))
    }

    static func end(_ sequence: Int, _ state: inout DeskState, _ stamp: EventStamp) -> [Effect] {
        [state.effect(.authority(.end(sequence, on: stamp.at.date, stamp)))]
    }

    // MARK: Entering

    private static func ask(_ state: inout DeskState, _ desk: Desk) {
        let people = desk.office.staff.people.map(\.account).filter { mayChange($0, desk) }
        guard !people.isEmpty else { return state.refuse(Phrases.Absences.notYours, desk) }
        let staff = desk.office.staff
        let covers = staff.people.map(\.account)
        let own = people.firstIndex(of: desk.clerk) ?? 0
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Absences.enter), lines: [],
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Absences.who), .choice(people.map { staff.name(of: $0) }, own)),
                    EntrySheet.Field.date(desk.say(Phrases.Absences.from), state.today, leaning: .future),
                    EntrySheet.Field.date(desk.say(Phrases.Absences.until), leaning: .future),
                    EntrySheet.Field(
                        desk.say(Phrases.Absences.cover),
                        .choice(
                            [desk.say(Phrases.Absences.usual), desk.say(Phrases.Absences.nobody)]
                                + covers.map { staff.name(of: $0) }, 0)),
                ], purpose: .absence(people)))
    }

    static func record(
        _ filled: EntrySheet, _ people: [ClerkID], _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        let days = [entry.day(1, today: state.today, desk), entry.day(2, today: state.today, desk)]
        if let wrong = days.firstIndex(of: nil) {
            entry.refuse(wrong + 1, desk.say(Phrases.Absences.notADay))
            state.modal = .entry(entry)
            return []
        }
        guard people.indices.contains(entry.choice(0)), let from = days[0], let until = days[1] else { return [] }
        let who = people[entry.choice(0)]
        let absence = Absence(
            who: who, from: from, until: until, cover: cover(of: who, entry.choice(3), desk), entered: stamp)
        if let (place, why) = problem(absence, state, desk) {
            entry.refuse(place, desk.say(why))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        return [state.effect(.authority(.enter(absence)))]
    }

    private static func cover(of who: ClerkID, _ choice: Int, _ desk: Desk) -> ClerkID? {
        let staff = desk.office.staff
        switch choice {
        case 0: return staff.member(who)?.cover
        case 1: return nil
        default: return staff.people.indices.contains(choice - 2) ? staff.people[choice - 2].account : nil
        }
    }

    /// - Returns: the field, and what is wrong with it.
    private static func problem(_ absence: Absence, _ state: DeskState, _ desk: Desk) -> (Int, Phrase)? {
        if !mayChange(absence.who, desk) { return (0, Phrases.Absences.notYours) }
        if absence.until < absence.from { return (2, Phrases.Absences.order) }
        if absence.until < state.today { return (2, Phrases.Absences.past) }
        if absence.cover == absence.who { return (3, Phrases.Absences.selfCover) }
        let others = state.authority.absences.filter { $0.from <= absence.until && absence.from <= $0.until }
        if others.contains(where: { $0.who == absence.who && !$0.isOver(by: absence.from) }) {
            return (1, Phrases.Absences.overlaps)
        }
        if others.contains(where: { $0.who == absence.cover && !$0.isOver(by: absence.from) }) {
            return (3, Phrases.Absences.coverAway)
        }
        return nil
    }

    // MARK: Views and heads

    /// The views of a clerk who stands in for colleagues today: the open cases of each.
    static func tabs(_ state: DeskState, _ desk: Desk) -> [QueueTab] {
        state.authority.absences.covered(by: desk.clerk, on: state.today).map { colleague in
            QueueTab(
                id: "cover-\(colleague.text)",
                name: Phrases.Authority.coverTab.filled(["name": desk.office.staff.name(of: colleague)]),
                meaning: Phrases.Authority.coverMeans, filter: .open, scope: .init(clerk: colleague))
        }
    }

    /// Whose case it is, where that isn't a matter of course: reassigned since it was first asked for, or its clerk away.
    static func head(_ file: CaseFile, _ state: DeskState, _ desk: Desk) -> String? {
        let staff = desk.office.staff
        var parts: [String] = []
        if file.firstAsked != file.clerk {
            parts.append(
                desk.say(
                    Phrases.Authority.firstAsked,
                    ["first": staff.name(of: file.firstAsked), "clerk": staff.name(of: file.clerk)]))
        }
        if let absence = state.authority.absences.absence(of: file.clerk, on: state.today) {
            let name = staff.name(of: file.clerk)
            parts.append(
                absence.cover.map {
                    desk.say(Phrases.Authority.away, ["name": name, "cover": staff.name(of: $0)])
                } ?? desk.say(Phrases.Authority.awayAlone, ["name": name]))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "  ")
    }
}
