import CaseDomain
import CaseStore
import ScreenKit

/// What keys do in a list of cases on the board.
enum ListingReducer {
    static func read(_ slot: SupervisionState.Slot, _ state: inout DeskState) -> [Effect] {
        guard let listing = state.supervision[slot] else { return [] }
        return listing.parts.enumerated().map { place, part in
            // What a clerk has in hand is given on whole; a list is read again as far as it was read.
            let limit = max(listing.isToReassign ? QueueMarks.most : BoardReducer.stretch, part.rows.count)
            return BoardReducer.ask(
                .cases(part.source, after: nil, limit: limit), .stretch(slot, part: place, isFirst: true), &state)
        }
    }

    static func take(
        _ stretch: CaseStretch, _ slot: SupervisionState.Slot, _ part: Int, isFirst: Bool, _ state: inout DeskState,
        _ desk: Desk
    ) -> [Effect] {
        state.supervision[slot]?.take(stretch, into: part, isFirst: isFirst)
        guard let listing = state.supervision[slot], listing.isToReassign, listing.isKnown, state.modal == nil,
            state.work == nil
        else { return [] }
        state.supervision[slot]?.isToReassign = false
        return ReassignReducer.ask(listing.entries.map(\.row), &state, desk)
    }

    static func perform(
        _ intent: DeskIntent, _ slot: SupervisionState.Slot, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        let page = ListingView.listHeight(state.size)
        guard let listing = state.supervision[slot] else { return [] }
        switch intent {
        case .down: state.supervision[slot]?.move(by: 1)
        case .up: state.supervision[slot]?.move(by: -1)
        case .pageDown: state.supervision[slot]?.move(by: page)
        case .pageUp: state.supervision[slot]?.move(by: -page)
        case .first: state.supervision[slot]?.move(by: -listing.entries.count)
        case .last: state.supervision[slot]?.move(by: listing.entries.count)
        case .mark:
            state.supervision[slot]?.toggleMark()
            state.supervision[slot]?.move(by: 1)
        case .markAll: state.supervision[slot]?.markAll()
        case .reassign: return ReassignReducer.ask(listing.meant, &state, desk)
        case .open:
            guard let row = listing.current else {
                state.refuse(listing.isKnown ? Phrases.Queue.empty : Phrases.Board.reading, desk)
                return []
            }
            return QueueReducer.open(row.number, &state)
        default: break
        }
        return more(slot, page, &state)
    }

    /// The next cases, before the cursor reaches the end of those that are here.
    private static func more(
        _ slot: SupervisionState.Slot, _ page: Int, _ state: inout DeskState
    ) -> [Effect] {
        guard let listing = state.supervision[slot], state.supervision.asked.isEmpty,
            listing.cursor + page >= listing.entries.count,
            let place = listing.parts.firstIndex(where: \.hasLater)
        else { return [] }
        let part = listing.parts[place]
        return [
            BoardReducer.ask(
                .cases(part.source, after: part.last, limit: BoardReducer.stretch),
                .stretch(slot, part: place, isFirst: false), &state)
        ]
    }

    /// From case to case inside the list that a case was opened from.
    ///
    /// - Returns: nil where no list of the board lies under the case.
    static func turn(by step: Int, _ end: Phrase, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard state.supervision.isOpen, let slot = state.supervision.slot, let old = state.supervision[slot]?.current
        else { return nil }
        state.supervision[slot]?.move(by: step)
        guard let row = state.supervision[slot]?.current, row.number != old.number else {
            state.refuse(end, desk)
            return []
        }
        return CaseSteps.open(row.number, &state)
    }
}
