package import CaseDomain

/// Everything that can go wrong between the desk and a store. No case carries personal data.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process holds the store; nothing was saved.
    case busy
    /// Somebody changed the case since it was read; nothing was saved.
    case conflict(expected: Revision, found: Revision)
    /// The same where several cases were to be written at once; of none of them anything was saved.
    case conflictIn(CaseNumber, expected: Revision, found: Revision)
    /// The papers being checked already have their one notice; nothing was saved.
    case alreadyNotified(DocumentNumber)
    /// A paper with this number exists: the pattern of the office file doesn't tell all series apart; nothing was saved.
    case numberTaken(DocumentNumber)
    /// This very message was put out before; nothing was saved.
    case messageTaken(CaseNumber)
    case noSuchCase(CaseNumber)
    /// The retention term is over: what happened and when is still known, what the papers said is not.
    case erased(CaseNumber)
    /// The disk is full; nothing was saved.
    case diskFull
    /// The store, or its folder, can't be written; nothing was saved.
    case readOnly(path: String)
    /// The file is damaged or is no store of ours.
    case corrupt(detail: String)
    /// The store was written by a newer program; it was left alone.
    case newerSchema(found: Int, known: Int)
    /// The file or the server can't be reached.
    case unreachable(detail: String)
    /// Whoever asked may not do that; nothing was saved but that he tried.
    case forbidden(AuthorityRefusal)
}
