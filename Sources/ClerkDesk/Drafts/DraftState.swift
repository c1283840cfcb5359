package import CaseDomain
package import CaseStore

/// What the desk knows about drafts: those of its clerk, and the one of what is being typed.
package struct DraftState: Hashable, Sendable {
    /// How often, in seconds, what is typed without a pause is kept all the same.
    static let longestUnkept: Int64 = 2
    /// After a failure, how many seconds pass before it is tried again.
    static let pauseAfterFailure: Int64 = 10
    /// Entries shorter than this are typed again faster than they are taken up.
    static let wordLength = 5
    /// Days after which a draft is offered for deletion: the applicant has been told by then, and what was never saved
    /// needn't be kept about him. No office has published another term.
    static let oldDays: Int64 = 30

    /// What is kept one beside the other.
    package enum Slot: Hashable, Sendable, CaseIterable {
        case form, entry
    }

    package struct Live: Hashable, Sendable {
        package let name: String
        /// As last kept; empty where nothing was kept yet.
        package var text: String
        package var keptAt: Moment
    }

    /// The clerk's drafts as far as known, the latest first.
    package var notes: [ClerkNote] = []
    package var live: [Slot: Live] = [:]
    /// Effects whose answer is about drafts.
    package var waiting: Set<Int> = []
    package var recalling: Recalling?
    /// A draft that is taken up as soon as its case is open.
    package var taking: String?
    /// The history that shows what became of the case since the draft.
    package var comparing: Comparing?
    /// Whether keeping failed last time and the clerk was told.
    package var failedAt: Moment?
    /// Whether a key was pressed: what the clerk types isn't for a list that appears under his hands.
    package var hasTyped = false

    package struct Recalling: Hashable, Sendable {
        package let effect: Int
        package let why: Why

        package enum Why: Hashable, Sendable {
            case start, list
        }
    }

    package struct Comparing: Hashable, Sendable {
        package let effect: Int
        package let revision: Revision
    }

    func note(_ name: String) -> ClerkNote? { notes.first { $0.name == name } }

    mutating func put(_ note: ClerkNote) {
        notes.removeAll { $0.name == note.name }
        notes.insert(note, at: 0)
    }
}
