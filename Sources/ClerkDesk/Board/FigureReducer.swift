import CaseDomain
import CaseStore
import ChecklistRules
import ScreenKit

/// What keys do on the board of indicators.
enum FigureReducer {
    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let table = FigureTable(state, desk)
        let page = max(1, FigureView.listHeight(state.size))
        switch intent {
        case .down: move(by: 1, table, &state)
        case .up: move(by: -1, table, &state)
        case .pageDown: move(by: page, table, &state)
        case .pageUp: move(by: -page, table, &state)
        case .first: move(by: -table.lines.count - table.bars.count, table, &state)
        case .last: move(by: table.lines.count + table.bars.count, table, &state)
        case .right: if !table.bars.isEmpty { state.supervision.figures.bar = state.supervision.figures.bar ?? 0 }
        case .left: state.supervision.figures.bar = nil
        case .groupBy: return breakDown(&state, desk)
        case .period:
            pickPeriod(&state, desk)
        case .narrow: pickCases(&state, desk)
        case .beforeAfter: return compare(&state, desk)
        case .open: return open(table, &state, desk)
        case .reassign: state.refuse(Phrases.Board.chooseClerk, desk)
        default: break
        }
        return []
    }

    static func read(_ state: inout DeskState) -> [Effect] {
        let question = state.supervision.figures.question(on: state.today)
        return [BoardReducer.ask(.figures(question.queries), .figures(question), &state)]
    }

    private static func again(_ state: inout DeskState) -> [Effect] {
        state.supervision.figures.bar = nil
        state.supervision.asked = [:]
        return read(&state)
    }

    /// The cursor stays among the bars that there are.
    static func settle(_ state: inout DeskState, _ desk: Desk) {
        guard let bar = state.supervision.figures.bar else { return }
        let count = FigureTable(state, desk).bars.count
        state.supervision.figures.bar = count == 0 ? nil : min(bar, count - 1)
    }

    private static func move(by step: Int, _ table: FigureTable, _ state: inout DeskState) {
        if let bar = state.supervision.figures.bar {
            state.supervision.figures.bar = min(max(0, bar + step), max(0, table.bars.count - 1))
        } else {
            let place = state.supervision.figures.selected + step
            state.supervision.figures.selected = min(max(0, place), max(0, table.lines.count - 1))
        }
    }

    // MARK: What is counted

    /// The breakdowns that this clerk may see: figures of single colleagues are the supervisor's.
    static func breakdowns(_ desk: Desk) -> [FigureBoard.Breakdown] {
        FigureBoard.Breakdown.allCases.filter { desk.seesEverybody || ($0 != .clerk && $0 != .window) }
    }

    private static func breakDown(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let all = breakdowns(desk)
        let place = all.firstIndex(of: state.supervision.figures.breakdown) ?? 0
        state.supervision.figures.breakdown = all[(place + 1) % all.count]
        return again(&state)
    }

    private static func pickPeriod(_ state: inout DeskState, _ desk: Desk) {
        let options =
            (FigurePeriod.named.map { period in
                let days = period.days(on: state.today)
                return FormOption(
                    id: period.id,
                    label: Phrases.Board.periodOption.filled([
                        "name": desk.say(period.phrase), "from": days.lowerBound.description,
                        "to": days.upperBound.description,
                    ]))
            }) + [FormOption(id: "free", label: Phrases.Board.periodFree)]
        state.modal = .picker(
            Picker(
                purpose: .figurePeriod, options: options, takesMany: false,
                chosen: [state.supervision.figures.period.id]))
    }

    static func choosePeriod(_ id: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let period = FigurePeriod.named.first(where: { $0.id == id }) else {
            let days = state.supervision.figures.period.days(on: state.today)
            state.modal = .entry(
                EntrySheet(
                    title: desk.say(Phrases.Board.periodFree), lines: [desk.say(Phrases.Board.periodHint)],
                    fields: [
                        .date(desk.say(Phrases.Board.fromField), days.lowerBound, leaning: .past),
                        .date(desk.say(Phrases.Board.throughField), days.upperBound, leaning: .past),
                    ], purpose: .figureDays))
            return []
        }
        state.supervision.figures.period = period
        state.supervision.figures.span = nil
        return again(&state)
    }

    static func chooseDays(_ filled: EntrySheet, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let days = (0...1).map { entry.day($0, today: state.today, desk) }
        guard let from = days[0], let through = days[1], from <= through else {
            entry.refuse(days[0] == nil ? 0 : 1, desk.say(Phrases.Board.badDays))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        state.supervision.figures.period = .free(from...through)
        state.supervision.figures.span = nil
        return again(&state)
    }

    private static func pickCases(_ state: inout DeskState, _ desk: Desk) {
        let board = state.supervision.figures
        let clerks =
            desk.seesEverybody ? desk.office.staff.people.filter { $0.roles.contains(.clerk) }.map(\.account) : []
        let own = clerks.contains(desk.clerk) ? [] : [desk.clerk]
        let windows = desk.seesEverybody ? desk.office.windows.map(\.id) : []
        let options =
            [FormOption(id: "all", label: Phrases.Board.everything)]
            + Matter.allCases.map { FormOption(id: "matter/\($0.id)", label: $0.phrase) }
            + windows.map { FormOption(id: "window/\($0)", label: Phrases.Views.window.filled(["window": $0])) }
            + (own + clerks).map { clerk in
                FormOption(
                    id: "clerk/\(clerk.text)",
                    label: Phrases.Board.clerkOption.filled(["name": desk.office.staff.name(of: clerk)]))
            }
        let chosen = [
            board.matter.map { "matter/\($0.id)" }, board.window.map { "window/\($0)" },
            board.clerk.map { "clerk/\($0.text)" },
        ].compactMap(\.self)
        state.modal = .picker(
            Picker(purpose: .figureCases, options: options, takesMany: false, chosen: Set(chosen.prefix(1))))
    }

    static func chooseCases(_ id: String, _ state: inout DeskState) -> [Effect] {
        let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : "") {
        case ("matter", let name): state.supervision.figures.matter = Matter(rawValue: name)
        case ("window", let name): state.supervision.figures.window = name
        case ("clerk", let name): state.supervision.figures.clerk = ClerkID(name)
        default:
            state.supervision.figures.matter = nil
            state.supervision.figures.window = nil
            state.supervision.figures.clerk = nil
        }
        return again(&state)
    }

    // MARK: Before and after

    private static let lengths = [30, 90, 180, 365]

    /// Asks for the day around which two periods are held side by side; once more it is over.
    private static func compare(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.supervision.figures.span == nil else {
            state.supervision.figures.span = nil
            return again(&state)
        }
        let cutOvers = desk.rules.cutOvers.cutOvers.filter { $0.date <= state.today }
        let lines = cutOvers.map { cutOver in
            desk.say(
                Phrases.Board.cutOverLine,
                [
                    "date": cutOver.date.description,
                    "regime": desk.language == .zh ? cutOver.regime : cutOver.english,
                ])
        }
        let lengths = lengths.map { desk.say(Phrases.Board.spanDays, ["days": String($0)]) }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(Phrases.Board.spanTitle), lines: [desk.say(Phrases.Board.spanHint)] + lines,
                fields: [
                    .date(desk.say(Phrases.Board.spanDate), cutOvers.last?.date, leaning: .past),
                    EntrySheet.Field(desk.say(Phrases.Board.spanLength), .choice(lengths, 0)),
                ], purpose: .figureSpan(lengths: Self.lengths)))
        return []
    }

    static func chooseSpan(
        _ filled: EntrySheet, _ lengths: [Int], _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let day = entry.day(0, today: state.today, desk), day <= state.today,
            lengths.indices.contains(entry.choice(1))
        else {
            entry.refuse(0, desk.say(Phrases.Board.badSpan))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        state.supervision.figures.span = CutOverSpan(date: day, length: lengths[entry.choice(1)])
        return again(&state)
    }

    // MARK: The cases behind a figure

    private static func open(_ table: FigureTable, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let board = state.supervision.figures
        guard let answer = board.answer, table.lines.indices.contains(board.selected) else {
            state.refuse(Phrases.Board.reading, desk)
            return []
        }
        let indicator = table.lines[board.selected].indicator
        // Where two periods stand side by side, the cursor means the days since.
        var query = answer.question.isComparing ? answer.question.second : answer.question.first
        guard let place = board.bar, table.bars.indices.contains(place) else {
            return show(indicator.measures, query, indicator.name(desk.language), &state)
        }
        let bar = table.bars[place]
        if answer.question.isComparing {
            if place == 0 { query = answer.question.first }
        } else {
            switch board.breakdown {
            case .window: query.window = bar.key
            case .clerk: query.clerk = ClerkID(bar.key)
            case .matter: query.matter = Matter(rawValue: bar.key)
            case .month:
                guard let days = FigureTable.days(of: bar.key) else { return [] }
                query.days = days
            case .defects: return showDefect(table.defects[place], query, bar.label, &state)
            }
        }
        return show(indicator.measures, query, "\(indicator.name(desk.language)) \(bar.label)", &state)
    }

    private static func show(
        _ measures: [Measure], _ query: FigureQuery, _ what: String, _ state: inout DeskState
    ) -> [Effect] {
        let title = Phrases.Board.figureTitle.filled([
            "what": what, "from": query.days.lowerBound.description, "to": query.days.upperBound.description,
        ])
        return TodayReducer.show(
            CaseListing(title, [CaseListing.Part(nil, .measured(measures, query))]), &state)
    }

    private static func showDefect(
        _ defect: FigureSheet.DefectCount, _ query: FigureQuery, _ what: String, _ state: inout DeskState
    ) -> [Effect] {
        let title = Phrases.Board.figureTitle.filled([
            "what": what, "from": query.days.lowerBound.description, "to": query.days.upperBound.description,
        ])
        return TodayReducer.show(CaseListing(title, [CaseListing.Part(nil, .defect(defect, query))]), &state)
    }
}
