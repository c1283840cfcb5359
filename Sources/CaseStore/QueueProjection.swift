package import CaseDomain

/// How a case becomes a line of the queue.
///
/// Stores keep the line beside the events, so that no case need be folded to show the queue. They know neither rules nor
/// calendars; what they need of them comes in here.
package struct QueueProjection: Sendable {
    /// Names the calendar and the rules that due days come from. A store whose lines were made under another
    /// fingerprint makes those of its open cases again.
    package var fingerprint: String { mark() }
    private let mark: @Sendable () -> String
    private let due: @Sendable (CaseFile) -> (due: CivilDate?, certain: Bool)
    private let clocks: @Sendable () -> CaseClocks?

    /// - Parameters:
    ///   - fingerprint: changes whenever `due` could answer differently for the same case; worked out when it is asked
    ///     for, since opening a store that exists doesn't need it.
    ///   - due: the last day of the case's running clock, nil where none runs, and whether every year that it was
    ///     counted in is loaded.
    ///   - clocks: what figures are measured by; nil for those alone that need none.
    package init(
        fingerprint: @autoclosure @escaping @Sendable () -> String,
        due: @escaping @Sendable (CaseFile) -> (due: CivilDate?, certain: Bool),
        clocks: @escaping @Sendable () -> CaseClocks? = { nil }
    ) {
        mark = fingerprint
        self.due = due
        self.clocks = clocks
    }

    /// - Parameter clocks: read when a line is made; nil where they can't be read, and no case gets a due day until
    ///   they can.
    package init(clocks: @escaping @Sendable () -> CaseClocks?) {
        self.init(
            fingerprint: clocks()?.fingerprint ?? "",
            due: { file in
                guard let clock = clocks()?.running(for: file) else { return (nil, true) }
                return (clock.due, clock.due == nil || clock.clock.isCertain)
            }, clocks: clocks)
    }

    /// What a case counts for.
    package func figures(of file: CaseFile) -> CaseFigures { CaseMeasures(clocks()).measure(file) }

    /// The queue's line for a case as it stands.
    ///
    /// - Parameter key: the store's own key of the case.
    package func row(of file: CaseFile, key: Int64) -> QueueRow {
        let particulars = file.particulars
        let (due, certain) = due(file)
        return QueueRow(
            key: key, number: file.number, externalNumber: particulars.externalNumber.map(storable),
            applicant: storable(particulars.applicant.name), phone: particulars.applicant.phone.map(storable),
            uscc: particulars.applicant.uscc.map(storable), matter: particulars.matter, action: particulars.action,
            subject: particulars.subject, marks: particulars.marks, items: particulars.items,
            state: QueueState(file), round: file.round, due: due, dueIsCertain: certain, owed: owed(by: file),
            received: particulars.receivedAt, window: storable(file.window), clerk: file.clerk,
            revision: file.revision)
    }

    private func owed(by file: CaseFile) -> CivilDate? {
        guard case .accepted(let acceptance) = file.phase, !acceptance.gaps.isEmpty else { return nil }
        return file.owed.map(\.dueOn).min() ?? acceptance.on
    }

    /// Databases end a text at U+0000, which would cut a name short without a word; the line shows U+FFFD instead. The
    /// events keep the text as it came.
    private func storable(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }
}
