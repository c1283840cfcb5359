package import CaseDomain

/// How far a file has been taken in, as the store remembers it.
package struct ImportJournal: Hashable, Sendable {
    /// 32 bytes, of the file and of how it was read.
    package let digest: [UInt8]
    /// Records from the beginning of the file that are done with, good or bad.
    package var records: Int
    /// Of them, taken in.
    package var cases: Int
    /// Of them, passed over: they can't be read, or are in the store already.
    package var skipped: Int
    package var isFinished: Bool

    package init(digest: [UInt8], records: Int = 0, cases: Int = 0, skipped: Int = 0, isFinished: Bool = false) {
        self.digest = digest
        self.records = records
        self.cases = cases
        self.skipped = skipped
        self.isFinished = isFinished
    }
}

/// What is done with a record whose number of the province a case has already.
package enum DuplicateRule: String, Vocabulary {
    /// Nothing is taken in.
    case refuse
    /// The record is passed over.
    case skip
    /// It becomes a case of its own.
    case add
}

/// One step of an import: some records of the file, in order.
package struct ImportStep: Sendable {
    package var receipts: [Receipt]
    /// Records that the step is made of: the receipts and those that can't be read.
    package var records: Int
    package let duplicates: DuplicateRule

    package init(receipts: [Receipt] = [], records: Int = 0, duplicates: DuplicateRule) {
        self.receipts = receipts
        self.records = records
        self.duplicates = duplicates
    }
}

/// What became of a step.
package enum ImportOutcome: Hashable, Sendable {
    /// The numbers of the new cases; nil for a record that was passed over.
    case taken([CaseNumber?])
    /// Nothing was taken in: this receipt, from 0, is a case already.
    case known(Int)
    /// Nothing was taken in: another import of the same file has gone on meanwhile.
    case overtaken
}
