import CaseDomain
import CaseStore
import ChecklistRules
import SQLiteCaseStore
import SampleCases

/// Older cases of the demonstration, all of them over, so that its boards and reports have something to tell.
///
/// They come after the first screen, and none of them waits for anybody: the queue of the sample cases stays as it is.
struct DemoPast: Sendable {
    let history: SampleHistory
    let book: @Sendable () -> RuleBook

    private static let seed: UInt64 = 20_261_122
    /// How many are looked at; those that aren't over are left out.
    private static let cases = 90
    /// Days among which the receipts are spread, and from the last of them until now.
    private static let days = 70
    private static let rest = 30

    init(_ installation: Installation, book: @escaping @Sendable () -> RuleBook, now: Moment) throws {
        history = try SampleHistory(installation, now: now)
        self.book = book
    }

    func fill(_ store: SQLiteCaseStore) throws(StoreError) {
        let book = book()
        let last = Moment(history.now.date.adding(days: -Self.rest), seconds: 17 * 3600)
        var generator = CaseGenerator(seed: Self.seed, reference: last, days: Self.days)
        let windows = history.office.windows.map(\.id)
        var finished: [CaseHistory] = []
        for place in 0..<Self.cases {
            let application = generator.next()
            let evaluator = book.evaluator(for: application.particulars, office: history.office)
            let evaluation = evaluator.evaluate(application)
            let window = windows.isEmpty ? "" : windows[place % windows.count]
            let receipt = Receipt(application: application, checklist: evaluation.checklist, window: window)
            let stamp = history.stamp(of: receipt)
            let then: @Sendable (CaseFile) -> [CaseEvent] = { [history] file in
                history.events(of: file, evaluator, evaluation, seed: Self.seed &+ UInt64(place))
            }
            if isOver(receipt, stamp, then) { finished.append(CaseHistory(receipt, stamp: stamp, then: then)) }
        }
        _ = try store.takeOver(finished)
    }

    /// Tried out under a number that no case has.
    private func isOver(
        _ receipt: Receipt, _ stamp: EventStamp, _ then: (CaseFile) -> [CaseEvent]
    ) -> Bool {
        let first = CaseEvent(stamp: stamp, payload: .received(receipt: receipt))
        guard var file = CaseFile(number: CaseNumber(year: 1, sequence: 1), first: first) else { return false }
        for event in then(file) { file.apply(event) }
        return !QueueState(file).isOnBoard
    }
}
