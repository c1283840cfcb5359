import CaseDomain
import CaseFormat
import CaseStore
import ChecklistRules
import ClerkDesk
import Foundation
import NoticeComposer
import SQLiteCaseStore

/// Plays the sample cases and what happened to them into a store, moved so that they stand around today.
///
/// Everything goes the way a clerk's keys go: received, judged, notified by a draft that only a complete evaluation
/// makes. The samples can't show a state that the desk couldn't reach.
struct DemoCases {
    let desk: Desk
    /// Holds `cases.jsonl` and `journal.jsonl`.
    let folder: String
    let projection: QueueProjection

    /// The day that the files were written for.
    private static let reference = CivilDate(dayNumber: 20_777)

    /// Who signs beside the clerk where the office wants it.
    private static let countersigner = "孙复核"

    struct Journal: Decodable {
        let `case`: String
        let window: String
        let clerk: String
        /// 一件事 that the application was taken in for; nothing has happened to it since.
        let bundle: String?
        let then: [Step]

        struct Step: Decodable {
            let `do`: Deed
            /// Working days after the step before.
            let after: Int
            let materials: [Material]?
            let records: [MaterialRecord]?
            let reason: String?
            let stop: StopReason?
            let `extension`: TermExtension?
            /// Of a paper that was put right at the window; none where the application was.
            let material: Material?
            let check: Check?
            /// What was put right, or why something was let go.
            let words: String?
            /// Who signed, released or comes.
            let by: String?
        }

        enum Deed: String, Decodable {
            case issueNotice = "issue-notice"
            case `return`, accept, route, withdraw
            case stopClock = "stop-clock"
            case extendTerm = "extend-term"
            case spotCorrect = "spot-correct"
            case visit
            case lateFinding = "late-finding"
            case release, abandon
        }
    }

    /// They are played through in memory first and then written down at once, so that the demonstration opens at once.
    ///
    /// - Parameters:
    ///   - store: a new one.
    ///   - now: steps that would lie after it are left out.
    /// - Throws: a failure that names the file and line that can't be used.
    func fill(_ store: SQLiteCaseStore, now: Moment) throws {
        let played = InMemoryCaseStore(projection: projection)
        try play(into: played, now: now)
        do throws(StoreError) {
            try store.fill(with: played.collection)
        } catch {
            throw CommandFailure(code: .system, message: error.advisory(.zh))
        }
    }

    private func play(into store: any DeskStoring, now: Moment) throws {
        let weeks = Int((Double(now.date.dayNumber - Self.reference.dayNumber) / 7).rounded(.down))
        let journal = try readJournal()
        var reader = CaseReader()
        for line in try lines(of: "cases.jsonl") {
            let application = try Self.reading(line, in: "cases.jsonl") { () throws(CaseFormatError) in
                try reader.read(line.text)
            }.moved(byDays: weeks * 7)
            guard let number = application.particulars.externalNumber, let entry = journal[number] else { continue }
            do throws(StoreError) {
                try play(entry, application, into: store, now: now)
            } catch {
                throw CommandFailure(code: .system, message: error.advisory(.zh))
            }
        }
    }

    private func play(
        _ entry: Journal, _ application: Application, into store: any DeskStoring, now: Moment
    ) throws(StoreError) {
        let clerk = ClerkID(entry.clerk)
        let book = desk.rules.book()
        let particulars = application.particulars
        let evaluator = book.evaluator(for: particulars, office: desk.office)
        let receipt = Receipt(
            application: application, checklist: evaluator.checklist?.reference, window: entry.window)
        if let bundle = entry.bundle.flatMap(book.bundle(_:)) {
            return try take(bundle, application, window: entry.window, into: store, by: clerk)
        }
        var file = try store.receive(receipt, stamp: EventStamp(at: particulars.receivedAt, by: clerk))
        var day = particulars.receivedAt.date
        for step in entry.then {
            day = desk.clocks.calendar.ledger(step.after, from: day).result
            // Half past ten of the day, but never before the case came in.
            let at = max(Moment(day, seconds: 10 * 3600 + 1800), file.lastChange.at)
            guard at <= now else { return }
            file = try take(step, file, evaluator, EventStamp(at: at, by: clerk), store)
        }
    }

    /// Takes a bundle in; the papers are the first matter's, and those that are shared also the others'.
    private func take(
        _ bundle: ChecklistRules.Bundle, _ application: Application, window: String, into store: any DeskStoring,
        by clerk: ClerkID
    ) throws(StoreError) {
        let form = application.particulars
        let receipts = bundle.members(for: form, at: desk.office).enumerated().map { place, member in
            var own = application
            own.particulars = bundle.particulars(of: member, from: form)
            if place > 0 {
                own.particulars.externalNumber = nil
                own.materials.removeAll { !bundle.shared.contains($0.material) }
            }
            let evaluator = desk.rules.book().evaluator(for: own.particulars, office: desk.office)
            return Receipt(application: own, checklist: evaluator.checklist?.reference, window: window)
        }
        let receipt = BundleReceipt(bundle: bundle.id, shared: bundle.shared, receipts: receipts)
        _ = try store.receive(receipt, stamp: EventStamp(at: form.receivedAt, by: clerk))
    }

    private func take(
        _ step: Journal.Step, _ file: CaseFile, _ evaluator: Evaluator, _ stamp: EventStamp, _ store: any DeskStoring
    ) throws(StoreError) -> CaseFile {
        let evaluation = evaluator.evaluate(file.application)
        let payloads: [CaseEvent.Payload]
        switch step.do {
        case .issueNotice: return try issue(file, evaluation, evaluator, stamp, store)
        case .return:
            payloads =
                [.correctionReceived(materials: step.materials ?? [])]
                + (step.records ?? []).map { .materialRecorded(record: $0) }
        case .accept:
            guard evaluation.outcome == .accept || evaluation.outcome == .acceptWithGaps else { return file }
            let gaps = TermSet(evaluation.findings.compactMap(\.material)).terms
            payloads =
                promise(of: gaps, file, evaluator, stamp)
                + [.accepted(acceptance: Acceptance(on: stamp.at.date, gaps: gaps))]
        case .route:
            guard let route = evaluation.route else { return file }
            payloads = [.routed(route: RouteTaken(to: route.to.id, basis: route.basis))]
        case .withdraw:
            payloads = [.withdrawn(reason: step.reason ?? "")]
        case .stopClock:
            guard let stop = step.stop else { return file }
            payloads = [.clockStopped(reason: stop, note: step.reason ?? "")]
        case .extendTerm:
            guard let granted = step.extension else { return file }
            payloads = [.termExtended(extension: granted)]
        case .spotCorrect, .visit, .lateFinding, .release, .abandon:
            payloads = roundPayloads(step, file, evaluator, stamp)
        }
        guard !payloads.isEmpty else { return file }
        let occasion = PaperOccasion(file, evaluator, desk, stamp)
        let papers = occasion.drafts(
            occasion.contents(with: payloads), after: payloads, countersigner: Self.countersigner)
        guard !papers.isEmpty else {
            return try store.append(payloads, to: file.number, expecting: file.revision, stamp: stamp)
        }
        let change = PaperAppend(payloads, papers: papers, to: CaseVersion(file))
        return try run(.appendPapers([change], stamp), file, store)
    }

    private func issue(
        _ file: CaseFile, _ evaluation: Evaluation, _ evaluator: Evaluator, _ stamp: EventStamp,
        _ store: any DeskStoring
    ) throws(StoreError) -> CaseFile {
        guard let draft = desk.draft(of: file, evaluation, evaluator, stamp),
            IssueGate(draft.items, of: file, desk).isOpen
        else { return file }
        return try run(.issue(draft, file.number, expecting: file.revision, stamp), file, store)
    }

    private func run(
        _ job: Effect.Job, _ file: CaseFile, _ store: any DeskStoring
    ) throws(StoreError) -> CaseFile {
        // What is made up is nobody's doing.
        let ports = DeskPorts(store: store, office: desk.office, life: { .none })
        switch EffectInterpreter.run(job, on: ports) {
        case .stored(let file): return file
        case .failed(let error): throw error
        default: return file
        }
    }

    // MARK: Files

    private struct Line {
        let number: Int
        let text: String
    }

    private func lines(of name: String) throws -> [Line] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw CommandFailure(code: .system, message: "\(folder)/\(name): 读不到演示数据")
        }
        return data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().filter { !$0.element.isEmpty }
            .map { Line(number: $0.offset + 1, text: String(decoding: $0.element, as: UTF8.self)) }
    }

    private func readJournal() throws -> [String: Journal] {
        let decoder = JSONDecoder()
        var journal: [String: Journal] = [:]
        for line in try lines(of: "journal.jsonl") {
            let entry = try Self.reading(line, in: "journal.jsonl") {
                try decoder.decode(Journal.self, from: Data(line.text.utf8))
            }
            journal[entry.case] = entry
        }
        return journal
    }

    private static func reading<Value>(_ line: Line, in name: String, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch {
            throw CommandFailure(code: .system, message: "\(name):\(line.number): 演示数据不能用（\(error)）")
        }
    }
}

extension Application {
    /// The same application, with every date of it moved; birth dates inside identity numbers stay.
    fileprivate func moved(byDays days: Int) -> Application {
        var moved = self
        moved.particulars.receivedAt = Moment(
            secondsSince1970: particulars.receivedAt.secondsSince1970 + Int64(days) * 86_400)
        moved.particulars.licence?.issuedOn = particulars.licence?.issuedOn?.adding(days: days)
        moved.particulars.licence?.expiresOn = particulars.licence?.expiresOn?.adding(days: days)
        for place in materials.indices {
            let fields = materials[place].fields
            moved.materials[place].fields.date = fields.date?.adding(days: days)
            if case .until(let date)? = fields.validUntil {
                moved.materials[place].fields.validUntil = .until(date.adding(days: days))
            }
        }
        return moved
    }
}
