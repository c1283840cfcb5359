import CaseDomain
import CaseStore
import ScreenKit

/// 选地址: addresses that the store has seen are offered under the field. What was typed is never replaced unasked.
enum PlaceReducer {
    /// Asks for what goes with the text as it is now; forgets the offer where nothing is being typed into an address.
    static func follow(_ state: inout DeskState) -> [Effect] {
        guard let typed = typedAddress(state), !typed.isEmpty else {
            state.filling.offer = nil
            return []
        }
        return ask(typed, isWanted: false, &state)
    }

    private static func typedAddress(_ state: DeskState) -> String? {
        guard state.place == .form, let form = state.work?.form, form.focus == .address else { return nil }
        return form.text(.address)
    }

    private static func ask(_ typed: String, isWanted: Bool, _ state: inout DeskState) -> [Effect] {
        let effect = state.effect(.places(typed, limit: PlaceOffer.most + 1))
        // What was offered stays until the answer comes: a list that blinks can't be read.
        let places = state.filling.offer?.places ?? []
        state.filling.offer = PlaceOffer(asked: effect.id, places: places, selected: nil, isWanted: isWanted)
        return [effect]
    }

    /// - Returns: nil where the key means what it always means.
    static func perform(_ intent: DeskIntent, _ state: inout DeskState, _ desk: Desk) -> [Effect]? {
        guard let typed = typedAddress(state) else {
            if intent == .complete { state.refuse(Phrases.Fields.addressOnly, desk) }
            return intent == .complete ? [] : nil
        }
        guard var offer = state.filling.offer, !offer.places.isEmpty else {
            return intent == .complete ? ask(typed, isWanted: true, &state) : nil
        }
        let last = offer.places.count - 1
        switch (intent, offer.selected) {
        case (.complete, nil), (.down, nil): offer.selected = 0
        case (.complete, let place?): offer.selected = place == last ? 0 : place + 1
        case (.down, let place?): offer.selected = min(place + 1, last)
        case (.up, let place?): offer.selected = place == 0 ? nil : place - 1
        case (.choose, let place?), (.nextField, let place?):
            state.work?.form.replace(.address, with: offer.places[place].address)
            state.filling.offer = nil
            return []
        case (.back, _):
            state.filling.offer = nil
            return []
        default:
            // The offer goes with the cursor's leaving the field.
            if intent.cursorMove == nil { state.filling.offer = nil }
            return nil
        }
        state.filling.offer = offer
        return []
    }

    /// Takes an answer in, where it is the one that is waited for.
    static func take(_ result: EffectResult, of id: Int, _ state: inout DeskState, _ desk: Desk) -> Bool {
        guard var offer = state.filling.offer, offer.asked == id else { return false }
        guard case .places(let places) = result, let typed = typedAddress(state) else {
            state.filling.offer = nil
            return true
        }
        offer.places = Array(places.filter { $0.address != typed }.prefix(PlaceOffer.most))
        if offer.isWanted {
            offer.selected = offer.places.isEmpty ? nil : 0
            if offer.places.isEmpty { state.refuse(Phrases.Fields.nothingPlaced, desk) }
        }
        state.filling.offer = offer
        return true
    }
}
