package import CaseDomain
import Synchronization

/// What a desk keeps for its clerk beside the cases: drafts, recent searches, views of his own.
///
/// It lies with the cases, because it is about the same people: one file to protect, to back up and to erase. Each clerk
/// has his own; whichever desk he sits at finds it.
package protocol ClerkRemembering: Sendable {
    /// Keeps a text under a name, in the place of what was there. When the call returns it survives a power cut.
    func remember(_ note: ClerkNote, for clerk: ClerkID) throws(StoreError)

    /// - Parameter prefix: what the names begin with.
    /// - Returns: the latest first.
    func recall(_ prefix: String, for clerk: ClerkID) throws(StoreError) -> [ClerkNote]

    /// Forgets what stands under a name, if anything does.
    func forget(_ name: String, for clerk: ClerkID) throws(StoreError)
}

/// Everything that a desk wants of its store.
package typealias DeskStoring =
    AbsenceStoring & CaseStoring & ClerkRemembering & DayLogReading & FeedbackStoring & FigureStoring
    & InspectionReading
    & LeaseStoring & LicenceStoring & LockLogging & PlaceRemembering & RefusalLogging & TicketStoring

/// Something remembered.
package struct ClerkNote: Hashable, Sendable {
    /// What it is, such as `draft/new-case`; what it means is its user's business.
    package let name: String
    package let at: Moment
    package let text: String

    package init(name: String, at: Moment, text: String) {
        self.name = name
        self.at = at
        self.text = text
    }
}

extension InMemoryCaseStore: ClerkRemembering {
    package func remember(_ note: ClerkNote, for clerk: ClerkID) throws(StoreError) {
        contents.withLock { $0.notes[clerk, default: [:]][note.name] = note }
    }

    package func recall(_ prefix: String, for clerk: ClerkID) throws(StoreError) -> [ClerkNote] {
        contents.withLock { contents in
            (contents.notes[clerk] ?? [:]).values.filter { $0.name.utf8.starts(with: prefix.utf8) }
                .sorted { ($1.at, $0.name) < ($0.at, $1.name) }
        }
    }

    package func forget(_ name: String, for clerk: ClerkID) throws(StoreError) {
        contents.withLock { $0.notes[clerk]?[name] = nil }
    }
}
