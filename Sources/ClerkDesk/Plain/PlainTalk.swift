import ScreenKit
import TextLayout

/// The conversation in the line mode: what was said last, what is still to be said, and what was asked.
///
/// It holds nothing of the desk; a screen could take the desk over at any line.
package struct PlainTalk: Sendable {
    /// Lines that are said at one go.
    package static let pageLines = 24

    /// What was said last of each place.
    private var told: [DeskPlace: PlainPage] = [:]
    private var place: DeskPlace?
    /// What was said last of what stands over the place.
    private var toldOver: PlainPage?
    /// What didn't fit into the last answer.
    private(set) var rest: [String] = []
    /// What the next line answers; nil where it is a command.
    var asking: Asking?
    /// Whether the last answer hid everything.
    private var wasLocked = false

    /// What the desk was asked by a line that needs a second one.
    enum Asking: Hashable, Sendable {
        /// A field of the form or of an entry, by its place.
        ///
        /// - Parameter goesOn: whether the next field is asked for after it.
        case field(Int, goesOn: Bool)
        case search
    }

    package init() {}

    /// What the clerk hears after a command: what changed, or the whole place.
    ///
    /// - Parameters:
    ///   - isWhole: says everything again, whatever was said.
    ///   - isLooking: says what there is to know about the line under the cursor.
    package mutating func tell(
        _ state: DeskState, _ desk: Desk, isWhole: Bool = false, isLooking: Bool = false
    ) -> [String] {
        let page = PlainView.page(state, desk)
        if state.lock.isLocked {
            (wasLocked, rest) = (true, [])
            return page.lines
        }
        let isWhole = isWhole || wasLocked
        wasLocked = false
        let old = state.modal == nil ? known(page) : toldOver
        var lines: [String] =
            if let old, !isWhole { page.changes(since: old, isLooking: isLooking) } else { page.lines }
        let isNew = page != old
        // Under a question or a list the place stays as it was told.
        toldOver = state.modal == nil ? nil : page
        if state.modal == nil {
            // Back in a part of the case that was told: its name is enough to know where one is.
            if place != page.place, old != nil, lines.first != page.title { lines.insert(page.title, at: 0) }
            told[page.place] = page
            place = page.place
        }
        if let status = PlainView.status(state, desk) {
            lines.append(status)
        } else if lines.isEmpty, !isNew {
            lines.append(desk.say(Phrases.Plain.unchanged))
        }
        rest = []
        if let question = ask(state, desk) { lines.append(question) }
        return paged(lines, desk)
    }

    /// What was said of the place before; nothing where it is to be told whole. The parts of a case are gone through to
    /// and fro, so that coming back to one tells only what is new there.
    private func known(_ page: PlainPage) -> PlainPage? {
        guard let old = told[page.place] else { return nil }
        let isPart = [.checklist, .checks, .form].contains(page.place) && old.title == page.title
        return place == page.place || isPart ? old : nil
    }

    /// Says lines that belong to no place, such as what can be done.
    mutating func say(_ lines: [String], _ desk: Desk) -> [String] {
        rest = []
        return paged(lines.map { SafeText.singleLine($0) }, desk)
    }

    /// The next lines of what didn't fit.
    mutating func goOn(_ desk: Desk) -> [String] {
        let lines = rest
        rest = []
        return paged(lines, desk)
    }

    private mutating func paged(_ lines: [String], _ desk: Desk) -> [String] {
        guard lines.count > Self.pageLines + 6 else { return lines }
        rest = Array(lines.dropFirst(Self.pageLines))
        return lines.prefix(Self.pageLines) + [desk.say(Phrases.Plain.more, ["count": String(rest.count)])]
    }

    /// The question that a field is asked with, if one is; a field that is gone is asked no more.
    private mutating func ask(_ state: DeskState, _ desk: Desk) -> String? {
        switch asking {
        case .search?: return desk.say(Phrases.Plain.ask, ["name": desk.say(Phrases.Queue.search)])
        case .field(let place, _)?:
            guard let field = PlainField.all(state, desk)[safely: place] else {
                asking = nil
                return nil
            }
            return SafeText.singleLine(desk.say(Phrases.Plain.ask, ["name": field.question]))
        case nil: return nil
        }
    }

    /// The keys that shut what was read out: a text needs no closing where nothing covers the place.
    package func afterwards(_ state: DeskState, _ desk: Desk) -> [DeskEvent.Input] {
        if state.lock.isLocked { return [] }
        switch state.modal {
        case .reader?, .help?: return PlainKeys.press(.back, state, desk) ?? []
        default: return []
        }
    }
}

extension Array {
    subscript(safely place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
