import CaseDomain
import CaseStore
import ScreenKit

/// 选排序: any column, either way round.
enum SortReducer {
    static func open(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        let options = QueueSort.allCases.flatMap { sort in
            [false, true].map { descending in
                let order = descending ? Phrases.Queue.descending : Phrases.Queue.ascending
                return FormOption(
                    id: id(sort, descending),
                    label: Phrase.init(
                        Phrases.Views.sortOption.text(.zh, ["column": sort.phrase.zh, "order": order.zh]),
                        Phrases.Views.sortOption.text(.en, ["column": sort.phrase.en, "order": order.en])))
            }
        }
        let query = state.queue.query
        state.modal = .picker(
            Picker(purpose: .sort, options: options, takesMany: false, chosen: [id(query.sort, query.descending)]))
        return []
    }

    static func choose(_ id: String, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        for sort in QueueSort.allCases {
            for descending in [false, true] where Self.id(sort, descending) == id {
                state.queue.query.sort = sort
                state.queue.query.descending = descending
                let order = desk.say(descending ? Phrases.Queue.descending : Phrases.Queue.ascending)
                state.status = StatusLine(
                    .info, desk.say(Phrases.Views.sorted, ["column": desk.say(sort.phrase), "order": order]))
                return QueueReducer.restart(&state, QueueView.listHeight(state.size))
            }
        }
        return []
    }

    private static func id(_ sort: QueueSort, _ descending: Bool) -> String {
        "\(sort.id)\(descending ? " descending" : "")"
    }
}
