import CaseDomain
import CaseStore
import ScreenKit

/// 视图: turning from one to another, and the list of all of them.
enum ViewReducer {
    /// What stands in the list of views beside the views.
    private enum Command {
        static let save = "save"
        static let rename = "rename/"
        static let delete = "delete/"
    }

    // MARK: Turning

    static func step(by step: Int, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let tabs = QueueTabs.row(state, desk)
        let place = tabs.firstIndex { $0.id == state.queue.tab } ?? 0
        return turn(to: tabs[(place + step + tabs.count) % tabs.count], &state, desk)
    }

    static func turn(to tab: QueueTab, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        adopt(tab, &state, desk)
        return QueueReducer.restart(&state, QueueView.listHeight(state.size))
    }

    private static func adopt(_ tab: QueueTab, _ state: inout DeskState, _ desk: Desk) {
        let old = QueueTabs.current(state, desk)
        MarkReducer.clear(&state, desk)
        state.queue.tab = tab.id
        state.queue.query.filter = tab.filter
        state.queue.query.scope = tab.scope
        // A view with an order of its own brings it along, and leaves none of it behind.
        if old?.order != nil || tab.order != nil {
            let order = tab.order ?? QueueTab.usualOrder
            state.queue.query.sort = order.sort
            state.queue.query.descending = order.descending
            if state.queue.query.search == old?.order?.search ?? "" || !order.search.isEmpty {
                state.queue.query.search = order.search
                state.queue.searchField = TextField(order.search, limit: QueueState.longestSearch)
            }
        }
    }

    /// Whether what is searched for may stand in another view than the one on the screen, which has nothing of it. Whoever
    /// isn't told so takes a case in a second time.
    static func mayStandElsewhere(_ state: DeskState) -> Bool {
        let queue = state.queue
        return queue.rows.isEmpty && queue.asked == nil && !queue.query.search.isEmpty
            && (queue.query.filter != .all || queue.query.scope != .everything)
    }

    /// Looks for something among all cases, in the view of them, so that the tabs say where it was looked for.
    static func searchEverywhere(_ text: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        adopt(QueueTabs.everything, &state, desk)
        state.queue.searchField.replace(with: text)
        return QueueReducer.setSearch(text, &state)
    }

    /// What belongs to a day, such as which terms are nearly over, is asked for anew when another day has begun.
    static func tick(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.work == nil, let tab = QueueTabs.current(state, desk), tab.filter != state.queue.query.filter else {
            return []
        }
        state.queue.query.filter = tab.filter
        return QueueReducer.reload(&state, QueueView.listHeight(state.size)) + QueueReducer.recount(&state)
    }

    // MARK: The list

    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let tabs = QueueTabs.all(state, desk)
        let counts = state.queue.tally.counts
        let views = tabs.map { tab in
            FormOption(id: tab.id, label: Phrase.init(text(tab, counts, .zh), text(tab, counts, .en)))
        }
        let commands =
            [FormOption(id: Command.save, label: Phrases.Views.save)]
            + state.queue.saved.flatMap { view in
                [
                    FormOption(
                        id: Command.rename + view.name, label: Phrases.Views.rename.filled(["name": view.name])),
                    FormOption(
                        id: Command.delete + view.name, label: Phrases.Views.delete.filled(["name": view.name])),
                ]
            }
        state.modal = .picker(
            Picker(purpose: .views, options: views + commands, takesMany: false, chosen: [state.queue.tab]))
        // Those outside the row are counted when somebody wants to see them.
        let unknown = tabs.filter { counts[$0.id] == nil }
        guard !unknown.isEmpty, state.queue.tally.asked == nil else { return [] }
        return TallyReducer.ask(unknown, &state, desk)
    }

    /// The open list says what has been counted meanwhile.
    static func refreshList(_ state: inout DeskState, _ desk: Desk) {
        guard case .picker(let picker)? = state.modal, picker.purpose == .views else { return }
        let counts = state.queue.tally.counts
        let tabs = QueueTabs.all(state, desk)
        let options = picker.options.map { option in
            guard let tab = tabs.first(where: { $0.id == option.id }) else { return option }
            return FormOption(id: tab.id, label: Phrase.init(text(tab, counts, .zh), text(tab, counts, .en)))
        }
        state.modal = .picker(picker.relabelled(options))
    }

    private static func text(_ tab: QueueTab, _ counts: [String: Int], _ language: Language) -> String {
        let name = tab.name.text(language)
        let meaning = tab.meaning.text(language)
        guard let count = counts[tab.id] else {
            return Phrases.Views.option.text(language, ["name": name, "meaning": meaning])
        }
        return Phrases.Views.counted.text(language, ["name": name, "count": String(count), "meaning": meaning])
    }

    static func choose(_ id: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        if let tab = QueueTabs.all(state, desk).first(where: { $0.id == id }) { return turn(to: tab, &state, desk) }
        if id == Command.save {
            guard state.queue.saved.count < SavedView.most else {
                state.refuse(Phrases.Views.tooMany, desk, ["count": String(SavedView.most)])
                return []
            }
            ask(Phrases.Views.saveTitle, [desk.say(Phrases.Views.saveHint)], "", .saveView, &state, desk)
        } else if id.hasPrefix(Command.rename) {
            let name = String(id.dropFirst(Command.rename.count))
            ask(Phrases.Views.renameTitle, [], name, .renameView(name), &state, desk)
        } else if id.hasPrefix(Command.delete) {
            let name = String(id.dropFirst(Command.delete.count))
            state.modal = .question(
                Question(
                    title: desk.say(Phrases.Views.deleteTitle),
                    lines: [desk.say(Phrases.Views.deleteAsk, ["name": name])], answer: .deleteView(name)))
        }
        return []
    }

    // MARK: Views of one's own

    private static func ask(
        _ title: Phrase, _ lines: [String], _ name: String, _ purpose: EntrySheet.Purpose, _ state: inout DeskState,
        _ desk: Desk
    ) {
        state.modal = .entry(
            EntrySheet(
                title: desk.say(title), lines: lines,
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.Views.name), .text(TextField(name, limit: SavedView.longestName)))
                ], purpose: purpose))
    }

    /// - Parameter old: what the view was called before; nil for a new one.
    static func save(
        _ filled: EntrySheet, renaming old: String?, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard entry.isComplete(desk) else {
            state.modal = .entry(entry)
            return []
        }
        let name = entry.trimmed(0)
        guard name == old || !state.queue.saved.contains(where: { $0.name == name }) else {
            entry.refuse(0, desk.say(Phrases.Views.nameTaken))
            state.modal = .entry(entry)
            return []
        }
        state.modal = nil
        var forgotten: [Effect] = []
        let view: SavedView
        if let old, let place = state.queue.saved.firstIndex(where: { $0.name == old }) {
            let was = state.queue.saved[place]
            view = SavedView(name: name, filter: was.filter, scope: was.scope, order: was.order)
            state.queue.saved[place] = view
            if state.queue.tab == was.id { state.queue.tab = view.id }
            state.queue.tally.counts[view.id] = state.queue.tally.counts.removeValue(forKey: was.id)
            if name != old { forgotten = [state.effect(.forget(was.id, desk.clerk))] }
        } else {
            view = SavedView(name, of: state.queue.query)
            state.queue.saved.append(view)
            state.queue.tab = view.id
        }
        let done = old == nil ? Phrases.Views.saved : Phrases.Views.renamed
        state.status = StatusLine(.success, desk.say(done, ["name": name]))
        let note = ClerkNote(name: view.id, at: state.now, text: view.text)
        return [state.effect(.remember(note, desk.clerk))] + forgotten + TallyReducer.ask(nil, &state, desk)
    }

    static func delete(_ name: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let place = state.queue.saved.firstIndex(where: { $0.name == name }) else { return [] }
        let view = state.queue.saved[place]
        let isShown = state.queue.tab == view.id
        let first = QueueTabs.all(state, desk).first { $0.id == QueueTabs.first }
        // What the view brought along goes with it.
        let turned = isShown ? first.map { turn(to: $0, &state, desk) } ?? [] : []
        state.queue.saved.remove(at: place)
        state.queue.tally.counts[view.id] = nil
        state.status = StatusLine(.success, desk.say(Phrases.Views.deleted, ["name": name]))
        return turned + [state.effect(.forget(view.id, desk.clerk))]
    }
}
