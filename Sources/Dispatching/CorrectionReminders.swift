package import CaseDomain
import CaseStore
package import NoticeComposer

/// Finds the corrections whose term is running out, and puts a reminder out for each, once for a notice.
package struct CorrectionReminders: Sendable {
    private let clocks: CaseClocks
    private let setting: MessageSetting
    private let procedure: @Sendable (CaseFile) -> String

    private static let page = 200

    /// - Parameter procedure: what papers call the matter of a case.
    package init(
        clocks: CaseClocks, setting: MessageSetting, procedure: @escaping @Sendable (CaseFile) -> String
    ) {
        self.clocks = clocks
        self.setting = setting
        self.procedure = procedure
    }

    /// - Returns: the cases with a new reminder, as they are now.
    func queue(
        in store: any CaseStoring & OutboxStoring, stamp: EventStamp
    ) throws(StoreError) -> [CaseFile] {
        let today = stamp.at.date
        guard setting.office.messaging.reminderDays > 0, setting.templates[.correctionReminder] != nil else {
            return []
        }
        let query = QueueQuery(filter: .state(.awaitingCorrection), sort: .due, today: today)
        var anchor = QueueAnchor.first
        var reminded: [CaseFile] = []
        while true {
            let page = try store.queue(query, from: anchor, limit: Self.page)
            for row in page.rows {
                guard let due = row.due, due >= today else { continue }
                guard isSoon(due, today) else { return reminded }
                if let file = try remind(row.number, in: store, stamp) { reminded.append(file) }
            }
            guard page.hasLater, let last = page.rows.last else { return reminded }
            anchor = .after(last)
        }
    }

    private func isSoon(_ due: CivilDate, _ today: CivilDate) -> Bool {
        clocks.calendar.workingDays(after: today, through: due) <= setting.office.messaging.reminderDays
    }

    private func remind(
        _ number: CaseNumber, in store: any CaseStoring & OutboxStoring, _ stamp: EventStamp
    ) throws(StoreError) -> CaseFile? {
        do throws(StoreError) {
            // Sisters are read only for a case that would be reminded if it were alone.
            guard let file = try store.load(number), message(file, [], on: stamp.at.date) != nil,
                let message = message(file, try sisters(of: file, in: store), on: stamp.at.date)
            else { return nil }
            return try store.append(
                [.messageQueued(message: message)], to: number, expecting: file.revision, stamp: stamp)
        } catch {
            switch error {
            // Another desk was first, or the papers came in at this very moment.
            case .messageTaken, .conflict, .noSuchCase, .erased: return nil
            default: throw error
            }
        }
    }

    /// The cases that may speak for this one: those that stand before it in the bundle.
    private func sisters(of file: CaseFile, in store: any CaseStoring) throws(StoreError) -> [CaseFile] {
        var sisters: [CaseFile] = []
        for member in file.membership?.members ?? [] {
            if member.number == file.number { break }
            if let sister = try store.load(member.number) { sisters.append(sister) }
        }
        return sisters
    }

    /// The reminder that a case should have now; nil where it has it, or where there is nothing to remind of.
    private func message(_ file: CaseFile, _ sisters: [CaseFile], on today: CivilDate) -> OutboxMessage? {
        let reminder = CorrectionReminder(
            of: file, sisters: sisters, setting: setting, clocks: clocks, on: today, procedure: procedure)
        guard case .ready(let message) = reminder, let notice = file.notices.last, notice.issuedAt.date < today,
            let due = clocks.running(for: file, on: today)?.due, isSoon(due, today)
        else { return nil }
        return message
    }
}
