package import CaseDomain

/// Events of which some carry numbers that nobody has yet.
package struct NumberedAppend: Sendable {
    package let cases: [CaseVersion]
    /// Cases that get nothing, but must still be as they were read.
    package let others: [CaseVersion]
    /// What each number counts, such as the office's code and the kind of paper; a series that stands twice gives two
    /// numbers.
    package let series: [String]
    /// Makes what each case gets, in the order of the cases, from the running numbers in the year of the stamp.
    package let compose: @Sendable (_ sequences: [Int]) -> [[CaseEvent.Payload]]

    package init(
        to cases: [CaseVersion], beside others: [CaseVersion] = [], series: [String],
        compose: @escaping @Sendable (_ sequences: [Int]) -> [[CaseEvent.Payload]]
    ) {
        self.cases = cases
        self.others = others
        self.series = series
        self.compose = compose
    }

    /// What each case gets under its numbers.
    package func changes(_ sequences: [Int]) -> [CaseAppend] {
        let payloads = compose(sequences)
        precondition(payloads.count == cases.count, "each case gets its part of the write")
        return zip(cases, payloads).map { CaseAppend($1, to: $0) }
    }
}

extension CaseStoring {
    /// Appends events that carry new numbers to one case that nobody has changed since `revision`.
    ///
    /// - Throws: `conflict` where somebody did.
    package func append(
        to number: CaseNumber, expecting revision: Revision, series: [String], stamp: EventStamp,
        compose: @escaping @Sendable (_ sequences: [Int]) -> [CaseEvent.Payload]
    ) throws(StoreError) -> CaseFile {
        let version = CaseVersion(number: number, revision: revision)
        let files: [CaseFile]
        do throws(StoreError) {
            files = try append(NumberedAppend(to: [version], series: series) { [compose($0)] }, stamp: stamp)
        } catch .conflictIn(_, let expected, let found) {
            throw .conflict(expected: expected, found: found)
        } catch {
            throw error
        }
        guard let file = files.first else { throw .noSuchCase(number) }
        return file
    }

    /// Issues the one notice of the papers being checked.
    ///
    /// - Parameters:
    ///   - series: what the numbers count, such as the office's code and the kind of paper.
    ///   - compose: makes the notice from its running number in the year of the stamp.
    /// - Throws: `alreadyNotified` where a notice for these papers is out; `conflict` where the case changed.
    package func issueNotice(
        for number: CaseNumber, expecting revision: Revision, series: String, stamp: EventStamp,
        compose: @escaping @Sendable (_ sequence: Int) -> IssuedNotice
    ) throws(StoreError) -> CaseFile {
        try append(to: number, expecting: revision, series: [series], stamp: stamp) { sequences in
            sequences.map { .noticeIssued(notice: compose($0)) }
        }
    }

    /// Issues one paper into several cases: one number, in one transaction, found from each of them.
    ///
    /// - Parameters:
    ///   - cases: those that the paper holds back, each without a notice for the papers being checked.
    ///   - others: cases that the paper says nothing is wrong with; they get nothing, but must still be as they were read.
    ///   - compose: makes what each case keeps of the paper, in the order of the cases; the number is the same in all.
    /// - Throws: `alreadyNotified` or `conflictIn`; then no case has it and no number is used up.
    package func issueNotice(
        for cases: [CaseVersion], beside others: [CaseVersion], series: String, stamp: EventStamp,
        compose: @escaping @Sendable (_ sequence: Int) -> [IssuedNotice]
    ) throws(StoreError) -> [CaseFile] {
        try append(
            NumberedAppend(to: cases, beside: others, series: [series]) { sequences in
                sequences.flatMap(compose).map { [.noticeIssued(notice: $0)] }
            }, stamp: stamp)
    }
}
