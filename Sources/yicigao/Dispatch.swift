import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import Dispatching
import Foundation
import NoticeComposer
import NoticePDF
import Outgoing
import SQLiteCaseStore
import Synchronization

/// How this office prints and sends messages, put together from its files.
enum Dispatch {
    /// Where this desk keeps which printer it used last: `$XDG_STATE_HOME/yicigao/printer`.
    private static var memory: PrinterMemory {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/state"
        return PrinterMemory(path: "\(state)/yicigao/printer")
    }

    static func printing(_ office: Office) -> PrintSystem { PrintSystem(office.printing, memory: memory) }

    /// A paper on pages; nil where this machine can't set any, and it is printed as text.
    static func typeset(_ paper: PrintablePaper) -> [UInt8]? {
        do throws(NoticePDFError) {
            return try PDFRenderer().render(paper)
        } catch {
            return nil
        }
    }

    /// - Returns: nil where the office sends no messages.
    static func gateway(_ messaging: Office.Messaging) -> (any MessageGateway)? {
        switch messaging.gateway {
        case .none: nil
        case .gammu(let spool): GammuSpool(spool)
        case .command(let command): CommandGateway(command)
        }
    }

    /// - Returns: nil where the office sends no messages.
    static func worker(
        _ store: any CaseStoring & OutboxStoring, office: Office, messages: MessageSetting, clocks: CaseClocks,
        book: @escaping @Sendable () -> RuleBook
    ) -> OutboxWorker? {
        guard let gateway = gateway(office.messaging) else { return nil }
        let reminders = CorrectionReminders(clocks: clocks, setting: messages) { file in
            let book = book()
            let evaluator = book.evaluator(for: file.particulars, office: office, keeping: file.checklist)
            let particulars = file.particulars
            return evaluator.checklist?.name
                ?? "\(particulars.matter.phrase.text(.zh))·\(particulars.action.phrase.text(.zh))"
        }
        return OutboxWorker(
            store: store, gateway: gateway, messaging: office.messaging, reminders: reminders, clerk: Account.clerk)
    }
}

/// Works the outbox off for a desk, a few messages at a time, so that leaving never waits long.
final class Postman: Sendable {
    private let worker: OutboxWorker
    private let clock: BusinessClock
    private let state = Mutex(State())

    private struct State {
        var isLeaving = false
        var nextReminders: Moment?
    }

    /// Messages of one pass.
    private static let most = 5
    /// Seconds between two looks for corrections whose term runs out.
    private static let reminderPause: Int64 = 1800

    init(_ worker: OutboxWorker, clock: BusinessClock) {
        self.worker = worker
        self.clock = clock
    }

    func deliver() throws(StoreError) -> DeliveryReport {
        let now = clock.now()
        let reminds = state.withLock { state in
            guard state.nextReminders.map({ $0 <= now }) ?? true else { return false }
            state.nextReminders = now.adding(seconds: Self.reminderPause)
            return true
        }
        return try worker.deliver(
            most: Self.most, reminds: reminds, now: clock.now, isOver: { self.state.withLock(\.isLeaving) })
    }

    /// No further message is begun.
    func leave() { state.withLock { $0.isLeaving = true } }
}
