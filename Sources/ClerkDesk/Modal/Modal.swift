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
    /// What the status line has said.
    case messages(StatusHistory)
    case comparison(Comparison)
    /// 台账.
    case dayLog(DayLog)

    package var place: DeskPlace {
        switch self {
        case .help, .reader: .reader
        case .question: .confirm
        case .picker: .picker
        case .clocks: .clocks
        case .entry, .comparison: .entry
        case .bulk(_, let asks): asks ? .confirm : .reader
        case .messages: .messages
        case .dayLog: .dayLog
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
        /// 叫号: whoever was served is done.
        case finishTicket(TicketNumber)
        /// Do on the case as it is now what was meant for the case as it was.
        case repeatWrite(DeskState.Writing)
        /// Go on to another case without what was typed.
        case leave(CaseTurn)
        case deleteView(String)
        /// Take the case from whoever has it, and press again the key that waits.
        case takeOver(CaseNumber)
        /// Leave the form, which stays as a draft, for what was scanned.
        case followScan(ScanContent)
        /// A new case with what was scanned in it.
        case beginWith(ScanContent)
        /// A paste of several columns, field by field.
        case spread([String])
        /// 销假.
        case endAbsence(Int)
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
        /// 命令: anything that can be done, by name.
        case palette
        /// 取号: a kind of ticket in a region.
        case ticketKind
        /// 转窗口.
        case ticketWindow
        /// 缺勤: those that are known, and entering one.
        case absences
        /// What a ticket was called for: one of `TicketErrand`.
        case ticketErrand
        /// 草稿: the names of those that wait.
        case drafts
        /// What to do with the draft of this name.
        case draft(String, title: Phrase)
        /// 核查分派: who goes, and what else the visit is for.
        case inspectors(InspectionPlan), visit(InspectionPlan)
        /// What is done with the visit that a case stands on, and with which of its cases.
        case visitAction(CaseNumber), visitCases(CaseStep)
        /// 勘查收件 as it came back, by case, and 材料交接: the ids of the materials.
        case collected(InspectionOutcome, [CaseNumber]), handedOver(PaperHandover)
        /// 抄旧件: the case, then its fields.
        case earlier, copied(CaseNumber, Particulars)
        /// 督办台: the days that are counted, and whose cases.
        case figurePeriod, figureCases
        /// 导出 of the board: the form.
        case boardExport
        /// 送达之后.
        case aftercare(AftercareChoice)
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
        case .palette: Phrases.Palette.title
        case .ticketKind: Phrases.Tickets.kindPick
        case .ticketWindow: Phrases.Tickets.windowPick
        case .ticketErrand: Phrases.Tickets.errandPick
        case .absences: Phrases.Absences.title
        case .drafts: Phrases.Drafts.list
        case .draft(_, let title): title
        case .inspectors: Phrases.Inspection.peoplePick
        case .visit: Phrases.Inspection.extrasPick
        case .visitAction: Phrases.Actions.title
        case .visitCases: Phrases.Inspection.visitPick
        case .collected: Phrases.Inspection.collectedPick
        case .handedOver: Phrases.Inspection.handPick
        case .earlier: Phrases.Earlier.pick
        case .copied: Phrases.Earlier.fields
        case .figurePeriod: Phrases.Board.periodTitle
        case .figureCases: Phrases.Board.casesTitle
        case .boardExport: Phrases.Board.exportPick
        case .aftercare(let choice): choice.title
        }
    }

    /// The options that the typed filter leaves.
    package var shown: [FormOption] {
        guard purpose != .palette else { return CommandPalette.found(filter.text, among: options) }
        let match = PinyinMatch(filter.text)
        return match.isEmpty ? options : options.filter { $0.matches(match) }
    }

    /// The same list with other words, where it was opened before they were known.
    func relabelled(_ options: [FormOption]) -> Picker {
        var picker = Picker(purpose: purpose, options: options, takesMany: takesMany, chosen: chosen)
        (picker.filter, picker.cursor) = (filter, cursor)
        return picker
    }

    /// Whether its options are lines to be read to their ends, and not names.
    package var isWide: Bool {
        switch purpose {
        case .returned, .views, .drafts, .draft, .earlier, .copied, .absences, .inspectors, .visit, .aftercare: true
        case .visitCases, .collected: true
        default: false
        }
    }

    /// Whether there is something to tick.
    var isTicked: Bool {
        switch purpose {
        case .action, .views, .sort, .recentSearch, .bulk, .palette, .drafts, .draft, .earlier: false
        case .ticketKind, .ticketWindow, .ticketErrand, .absences, .aftercare: false
        case .figurePeriod, .figureCases, .boardExport, .visitAction: false
        case .field, .bundle, .returned, .settled, .copied: true
        case .inspectors, .visit, .visitCases, .collected, .handedOver: true
        }
    }

    /// The part of a shown option that the typed filter stands for.
    package func match(in label: String) -> Range<String.Index>? {
        let match = PinyinMatch(filter.text)
        return match.isEmpty ? nil : match.firstRange(in: label)
    }

    package mutating func move(by step: Int) {
        cursor = min(max(0, cursor + step), max(0, shown.count - 1))
    }

    package mutating func edit(_ edit: TextEdit) {
        let (before, under) = (filter.text, shown.indices.contains(cursor) ? shown[cursor].id : nil)
        filter.apply(edit)
        guard filter.text != before else { return }
        // The palette puts what fits best first.
        if purpose == .palette { return cursor = 0 }
        // A longer filter leads to the option that begins with it; a shorter one keeps the cursor where it was.
        let match = PinyinMatch(filter.text)
        let begun = filter.text.count > before.count || under == nil ? shown.firstIndex { $0.begins(match) } : nil
        cursor = begun ?? shown.firstIndex { $0.id == under } ?? 0
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

extension FormOption {
    /// Whether what was typed stands for a part of the option: of its name in Chinese, by eye or by ear, of its name in
    /// English, or of its id.
    fileprivate func matches(_ match: PinyinMatch) -> Bool {
        match.matches(label.zh) || match.matches(label.en) || match.matches(id)
    }

    fileprivate func begins(_ match: PinyinMatch) -> Bool {
        [label.zh, label.en].contains { match.firstRange(in: $0)?.lowerBound == $0.startIndex }
    }
}
