import CaseDomain
import CaseStore
import ScreenKit

/// 到期台账: what keys do in it, and what comes of it.
enum ExpiryReducer {
    /// Firms read at a time.
    private static let page = 200
    /// Firms that go into one file.
    private static let mostExported = 50_000

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.opening = nil
        state.aftercare.expiry = ExpiryBoard()
        return read(&state, desk)
    }

    // MARK: Reading

    /// Reads the rows of the view from the beginning, and how many there are.
    static func read(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard var board = state.aftercare.expiry else { return [] }
        let query = board.view.query(on: state.today, at: desk.office)
        let rows = state.effect(.aftercare(.firms(query, after: nil, limit: max(page, board.firms.count))))
        let count = state.effect(.aftercare(.countFirms(query)))
        board.reading = ExpiryBoard.Reading(effect: rows.id, isMore: false)
        board.counting = count.id
        state.aftercare.expiry = board
        return [rows, count]
    }

    private static func readMore(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard var board = state.aftercare.expiry, board.hasMore, board.reading == nil, let last = board.firms.last
        else {
            return []
        }
        let query = board.view.query(on: state.today, at: desk.office)
        let rows = state.effect(.aftercare(.firms(query, after: last.place, limit: page)))
        board.reading = ExpiryBoard.Reading(effect: rows.id, isMore: true)
        state.aftercare.expiry = board
        return [rows]
    }

    /// - Returns: nil where the answer is for somebody else.
    static func take(
        _ answer: AftercareAnswer, of id: Int, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect]? {
        guard var board = state.aftercare.expiry else { return nil }
        switch answer {
        case .firms(let firms):
            if board.exporting == id {
                board.exporting = nil
                state.aftercare.expiry = board
                return export(firms, &state, desk)
            }
            guard let reading = board.reading, reading.effect == id else { return nil }
            board.take(firms, isMore: reading.isMore, limit: reading.isMore ? page : max(page, board.firms.count))
            board.reading = nil
        case .count(let count):
            guard board.counting == id else { return nil }
            (board.count, board.counting) = (count, nil)
        default: return nil
        }
        state.aftercare.expiry = board
        return []
    }

    // MARK: Keys

    static func perform(
        _ intent: DeskIntent, _ board: ExpiryBoard, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let height = ExpiryBoardView.listHeight(state.size)
        switch intent {
        case .down: return move(by: 1, &state, desk)
        case .up: return move(by: -1, &state, desk)
        case .pageDown: return move(by: height, &state, desk)
        case .pageUp: return move(by: -height, &state, desk)
        case .first: return move(by: -board.firms.count, &state, desk)
        case .last: return move(by: board.firms.count, &state, desk)
        case .refresh: return read(&state, desk)
        case .nextFilter, .previousFilter: return turn(by: intent == .nextFilter ? 1 : -1, board, &state, desk)
        case .views:
            choose(board, &state, desk)
            return []
        case .back, .expiry:
            state.aftercare.expiry = nil
            return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
        case .save: return readAll(board, &state, desk)
        default: break
        }
        guard let firm = board.current else {
            state.refuse(Phrases.Expiry.empty, desk)
            return []
        }
        switch intent {
        case .mark:
            if state.aftercare.expiry?.marks.remove(firm.firm) == nil {
                state.aftercare.expiry?.marks.insert(firm.firm)
            }
            return move(by: 1, &state, desk)
        case .markAll:
            state.aftercare.expiry?.marks = board.marks.isEmpty ? Set(board.firms.map(\.firm)) : []
            return []
        case .open: return openCase(firm, &state, desk)
        case .contact, .actions:
            let step: CaseStep = intent == .contact ? .remindOfExpiry : .endLicence
            if let why = LifeGate.whyRole(step, nil, state, desk) {
                state.refuse(why, desk)
                return []
            }
            state.modal = .entry(
                intent == .contact
                    ? ContactReducer.entry(firm, on: state.today, desk) : ContactReducer.ending(firm, desk))
            return []
        case .remind: return ExpiryBatchReducer.begin(board.chosen, &state, desk)
        default: return []
        }
    }

    private static func move(by step: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.aftercare.expiry?.move(by: step)
        guard let board = state.aftercare.expiry, step > 0, board.cursor == board.firms.count - 1 else { return [] }
        return readMore(&state, desk)
    }

    private static func turn(
        by step: Int, _ board: ExpiryBoard, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let views = ExpiryView.turned
        let place = views.firstIndex(of: board.view).map { ($0 + step + views.count) % views.count } ?? 0
        return show(views[place], &state, desk)
    }

    private static func show(_ view: ExpiryView, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        var board = ExpiryBoard()
        board.view = view
        state.aftercare.expiry = board
        return read(&state, desk)
    }

    // MARK: Choosing

    private static func choose(_ board: ExpiryBoard, _ state: inout DeskState, _ desk: Desk) {
        let options = ExpiryView.all(at: desk.office).map { FormOption(id: $0.id, label: $0.phrase) }
        state.modal = .picker(
            Picker(
                purpose: .aftercare(.expiryView), options: options, takesMany: false, chosen: [board.view.id]))
    }

    static func chosen(
        _ choice: AftercareChoice, _ id: String, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        switch choice {
        case .expiryView:
            guard let view = ExpiryView.all(at: desk.office).first(where: { $0.id == id }) else { return [] }
            return show(view, &state, desk)
        case .licence: return QueueReducer.open(CaseNumber(id), &state)
        }
    }

    /// The case that knows the licence; where the firm has several, the clerk says which.
    private static func openCase(_ firm: FirmLicences, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let numbers = firm.cases.map(\.number)
        guard numbers.count > 1 else { return numbers.first.map { QueueReducer.open($0, &state) } ?? [] }
        let options = numbers.compactMap { number -> FormOption? in
            guard let line = firm.licences.first(where: { $0.line.number == number })?.line else { return nil }
            return FormOption(id: number.text, label: ExpiryText.label(line))
        }
        state.modal = .picker(
            Picker(purpose: .aftercare(.licence), options: options, takesMany: false, chosen: []))
        return []
    }

    // MARK: The list as a file

    private static func readAll(_ board: ExpiryBoard, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard !board.firms.isEmpty else {
            state.refuse(Phrases.Expiry.empty, desk)
            return []
        }
        let query = board.view.query(on: state.today, at: desk.office)
        let effect = state.effect(.aftercare(.firms(query, after: nil, limit: mostExported)))
        state.aftercare.expiry?.exporting = effect.id
        return [effect]
    }

    private static func export(_ firms: [FirmLicences], _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let text = ExpiryText.csv(firms, on: state.today, desk)
        return [state.effect(.export(name: "yicigao-expiry-\(state.today).csv", text: text))]
    }
}
