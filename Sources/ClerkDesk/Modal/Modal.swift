package import CaseDomain
package import ScreenKit
import TextLayout

/// What stands over the screens and takes the keys until it is answered.
package enum Modal: Hashable, Sendable {
    case help(DeskPlace, scroll: ListScroll)
    case question(Question)
    /// A text to read: a day ledger, a history.
    case reader(title: String, lines: [String], scroll: ListScroll)
    case picker(Picker)
    /// The terms of the case on the desk.
    case clocks(ClockList)
    case entry(EntrySheet)
    /// 成批办理, as the queue has it; it asks before it begins.
    case bulk(ListScroll, asks: Bool)

    package var place: DeskPlace {
        switch self {
        case .help, .reader: .reader
        case .question: .confirm
        case .picker: .picker
        case .clocks: .clocks
        case .entry: .entry
        case .bulk(_, let asks): asks ? .confirm : .reader
        }
    }
}

/// A yes-or-no question before something that can't be undone, or that needs a decision.
package struct Question: Hashable, Sendable {
    package let title: String
    package let lines: [String]
    package let answer: Answer
    /// 短信 that goes out with a yes; nil where there is none.
    package var message: MessageOffer?

    package enum Answer: Hashable, Sendable {
        case quit
        case discardForm
        case issue
        case accept(Acceptance)
        case route(RouteTaken)
        case withdraw
        /// The lines of the notice that came back.
        case returnPapers([Int])
        case stopClock(StopReason, note: String)
        case resumeClock(note: String)
        case extendTerm(TermExtension)
        /// Take a recorded bar back; the record says how to put it there again.
        case restoreEligibility(Ineligibility)
        /// Append this to the case and say so.
        case append([CaseEvent.Payload], Phrase)
        case withdrawNotice(NoticeWithdrawal)
        case makePapers(PaperPlan)
        /// Do on the case as it is now what was meant for the case as it was.
        case repeatWrite(DeskState.Writing)
        /// Go on to another case without what was typed.
        case leave(CaseStep)
        case deleteView(String)
    }

    package init(title: String, lines: [String], answer: Answer) {
        self.title = title
        self.lines = lines
        self.answer = answer
    }
}

/// A list of options to choose from, narrowed by typing.
package struct Picker: Hashable, Sendable {
    /// What is chosen.
    package enum Purpose: Hashable, Sendable {
        case field(FormFieldID)
        /// 一件事.
        case bundle
        /// 更多: one of `CaseAction`.
        case action
        /// 补正材料收件: lines of the notice that is out.
        case returned
        /// 容缺补齐: the ids of the materials.
        case settled
        /// 视图, 排序, 最近查找 and 成批办理 of the queue.
        case views, sort, recentSearch, bulk
    }

    package let purpose: Purpose
    package let options: [FormOption]
    package let takesMany: Bool
    package private(set) var chosen: Set<String>
    package private(set) var filter = TextField(limit: 20)
    package private(set) var cursor = 0

    package init(purpose: Purpose, options: [FormOption], takesMany: Bool, chosen: Set<String>) {
        self.purpose = purpose
        self.options = options
        self.takesMany = takesMany
        self.chosen = chosen
        cursor = options.firstIndex { chosen.contains($0.id) } ?? options.firstIndex { $0.barred == nil } ?? 0
    }

    package var title: Phrase {
        switch purpose {
        case .field(let field): field.label
        case .bundle: Phrases.Bundle.choose
        case .action: Phrases.Actions.title
        case .returned: Phrases.Rounds.returnPick
        case .settled: Phrases.Gaps.settlePick
        case .views: Phrases.Views.title
        case .sort: Phrases.Views.sortTitle
        case .recentSearch: Phrases.Views.recentTitle
        case .bulk: Phrases.Bulk.pick
        }
    }

    /// The options that the typed filter leaves.
    package var shown: [FormOption] {
        let text = filter.text.lowercased()
        let heard = PinyinMatch(filter.text)
        guard !text.isEmpty, !heard.isEmpty else { return options }
        return options.filter {
            heard.matches($0.label.zh) || $0.label.en.lowercased().contains(text) || $0.id.contains(text)
        }
    }

    /// The same list with other words, where it was opened before they were known.
    func relabelled(_ options: [FormOption]) -> Picker {
        var picker = Picker(purpose: purpose, options: options, takesMany: takesMany, chosen: chosen)
        (picker.filter, picker.cursor) = (filter, cursor)
        return picker
    }

    /// Whether its lines say more than a name.
    var isWide: Bool { purpose == .returned || purpose == .views }

    /// Whether there is something to tick.
    var isTicked: Bool {
        switch purpose {
        case .action, .views, .sort, .recentSearch, .bulk: false
        case .field, .bundle, .returned, .settled: true
        }
    }

    package mutating func move(by step: Int) {
        cursor = min(max(0, cursor + step), max(0, shown.count - 1))
    }

    package mutating func edit(_ edit: TextEdit) {
        filter.apply(edit)
        cursor = 0
    }

    /// Toggles the option under the cursor, or makes it the only one.
    package mutating func toggle() {
        guard shown.indices.contains(cursor), !takesMany || shown[cursor].barred == nil else { return }
        let id = shown[cursor].id
        if !takesMany {
            chosen = [id]
        } else if chosen.remove(id) == nil {
            chosen.insert(id)
        }
    }
}
