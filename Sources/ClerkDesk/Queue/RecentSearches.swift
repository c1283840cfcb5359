import CaseDomain
import CaseStore
import ScreenKit

/// What a clerk searched for: each search once, the latest first.
package struct RecentSearches: Hashable, Sendable {
    package static let prefix = "search/"
    package static let most = 20

    package private(set) var texts: [String] = []

    package init() {}

    /// - Parameter notes: the latest first, as they are recalled.
    init(_ notes: [ClerkNote]) {
        for note in notes where note.name.hasPrefix(Self.prefix) && texts.count < Self.most {
            let text = String(note.name.dropFirst(Self.prefix.count))
            if !text.isEmpty, !texts.contains(text) { texts.append(text) }
        }
    }

    /// - Returns: those that there is no room for any more.
    mutating func add(_ text: String) -> [String] {
        texts.removeAll { $0 == text }
        texts.insert(text, at: 0)
        let gone = Array(texts.dropFirst(Self.most))
        texts.removeLast(gone.count)
        return gone
    }

    mutating func remove(_ text: String) { texts.removeAll { $0 == text } }
}

/// Keeps and offers what was searched for.
enum RecentSearchReducer {
    /// A search that was gone through with is kept.
    static func keep(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let text = state.queue.query.search
        guard !text.allSatisfy(\.isWhitespace) else { return [] }
        let gone = state.queue.recent.add(text)
        let note = ClerkNote(name: RecentSearches.prefix + text, at: state.now, text: "")
        return [state.effect(.remember(note, desk.clerk))]
            + gone.map { state.effect(.forget(RecentSearches.prefix + $0, desk.clerk)) }
    }

    static func offer(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let texts = state.queue.recent.texts
        guard !texts.isEmpty else {
            state.refuse(Phrases.Views.noRecent, desk)
            return []
        }
        let options = texts.map { FormOption(id: $0, label: Phrase.init($0, $0)) }
        state.modal = .picker(Picker(purpose: .recentSearch, options: options, takesMany: false, chosen: []))
        return []
    }

    static func choose(_ text: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        state.queue.searchField = TextField(text, limit: QueueState.longestSearch)
        return QueueReducer.setSearch(text, &state) + keep(&state, desk)
    }

    /// Takes the one under the cursor off the list.
    static func forget(_ picker: Picker, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard picker.shown.indices.contains(picker.cursor) else { return [] }
        let text = picker.shown[picker.cursor].id
        state.queue.recent.remove(text)
        state.modal = nil
        if !state.queue.recent.texts.isEmpty { _ = offer(&state, desk) }
        state.status = StatusLine(.info, desk.say(Phrases.Views.forgotten))
        return [state.effect(.forget(RecentSearches.prefix + text, desk.clerk))]
    }
}
