package import CaseDomain
package import CaseStore

/// 成批办理: what can be done with many cases at once.
package enum BulkAction: String, CaseIterable, Hashable, Sendable {
    /// 催办短信.
    case remind
    /// 视为放弃.
    case abandon
    /// The notice that is out, once more.
    case printNotices = "print-notices"
    case export
    /// 转办.
    case reassign
    /// 撤回分派 and 核查结论 of one visit: all of its cases in one write.
    case recallVisit = "recall-visit"
    case concludeVisit = "conclude-visit"
    /// 到期提醒短信: one message a firm.
    case remindFirms = "remind-firms"

    /// What the queue offers for the cases that are marked there; what ends cases comes last.
    package static let offered: [BulkAction] = [.printNotices, .export, .reassign, .remind, .abandon]

    /// Whether what is written is written to all of the cases or to none.
    var isTogether: Bool { self == .recallVisit || self == .concludeVisit }
}

/// One step for many cases or firms: each is looked at, then done by itself, and none of them is passed over in silence.
package struct BulkRun: Hashable, Sendable {
    package let action: BulkAction
    /// What is recorded with every case; empty where nothing is.
    package let words: String
    /// 转办: to whom, where and why; its window is empty where each case stays at its own.
    package var assignment: Reassignment?
    /// What is done with each case of a visit; nil for any other batch.
    package var visit: VisitStep?
    package var items: [Item]
    package var phase = Phase.looking
    /// What is being looked at or written.
    package var place = 0
    /// The effect whose answer is awaited.
    package var effect: Int?
    /// Where the list went, or why it didn't.
    package var ending = ""

    package struct Item: Hashable, Sendable {
        package let subject: Subject
        package var standing = Standing.waiting

        /// The case; nil for a firm.
        package var row: QueueRow? { if case .row(let row) = subject { row } else { nil } }
    }

    /// What is dealt with.
    package enum Subject: Hashable, Sendable {
        case row(QueueRow)
        /// A firm of the ledger, by its name.
        case firm(String)

        package var name: String {
            switch self {
            case .row(let row): row.applicant
            case .firm(let name): name
            }
        }
    }

    package enum Standing: Hashable, Sendable {
        /// Not looked at yet.
        case waiting
        /// What will be done, in words.
        case ready(BulkStep, String)
        case skipped(String)
        case done(String)
        case failed(String)
    }

    package enum Phase: Hashable, Sendable {
        case looking
        /// The preview with its question.
        case asking
        case running
        /// The clerk wants it to end after the case in hand.
        case stopping
        case over(wasStopped: Bool)
    }

    package init(_ action: BulkAction, words: String = "", _ rows: [QueueRow]) {
        self.action = action
        self.words = words
        items = rows.map { Item(subject: .row($0)) }
    }

    /// A batch whose subjects have been looked at; it asks, unless there is nothing to do.
    package init(_ action: BulkAction, judged items: [Item]) {
        self.action = action
        words = ""
        self.items = items
        place = items.count
        phase = ready > 0 ? .asking : .over(wasStopped: false)
    }

    package var rows: [QueueRow] { items.compactMap(\.row) }

    package var isOver: Bool { if case .over = phase { true } else { false } }

    /// How many stand where.
    func count(_ isMeant: (Standing) -> Bool) -> Int { items.count { isMeant($0.standing) } }

    var ready: Int { count { if case .ready = $0 { true } else { false } } }
    var skipped: Int { count { if case .skipped = $0 { true } else { false } } }
    var done: Int { count { if case .done = $0 { true } else { false } } }
    var failed: Int { count { if case .failed = $0 { true } else { false } } }
}

/// What is done with one case.
package enum BulkStep: Hashable, Sendable {
    /// Written at the revisions that were looked at, in one transaction.
    case write([CaseAppend])
    case print(PrintedPaper)
    /// A line of the list.
    case list
}
