package import CaseDomain

/// Two clerks changed the same: what each of them wrote, side by side, and which of both is kept.
package struct Comparison: Hashable, Sendable {
    package enum Side: Hashable, Sendable {
        case theirs, mine
    }

    package enum Subject: Hashable, Sendable {
        case field(FormFieldID)
        case material(Material)
    }

    package struct Row: Hashable, Sendable {
        package let subject: Subject
        package let label: String
        package let theirs: String
        package let mine: String
        /// Nil until the clerk chose, where both changed it.
        package var choice: Side?
    }

    /// What is done with the choice.
    package enum Purpose: Hashable, Sendable {
        /// Written again on the case as it is now.
        case write([CaseEvent.Payload], Phrase)
        /// Put into the form, where the clerk goes on.
        case fill(ParticularsForm.Snapshot)
    }

    package let title: String
    package let lines: [String]
    package let purpose: Purpose
    package private(set) var rows: [Row]
    package private(set) var focus = 0
    /// What keeps it from being saved, as the clerk reads it.
    package var problem = ""

    package init(title: String, lines: [String], rows: [Row], purpose: Purpose) {
        self.title = title
        self.lines = lines
        self.rows = rows
        self.purpose = purpose
        focus = rows.firstIndex { $0.choice == nil } ?? 0
    }

    package mutating func move(by step: Int) { focus = min(max(0, focus + step), max(0, rows.count - 1)) }

    /// Keeps one side of the row under the cursor; nil for the other one than now.
    package mutating func choose(_ side: Side?) {
        guard rows.indices.contains(focus) else { return }
        rows[focus].choice = side ?? (rows[focus].choice == .mine ? .theirs : .mine)
        problem = ""
    }

    /// Goes to the first row without a choice.
    ///
    /// - Returns: whether there is one.
    package mutating func goToOpen() -> Bool {
        guard let open = rows.firstIndex(where: { $0.choice == nil }) else { return false }
        focus = open
        return true
    }

    package func keepsMine(_ subject: Subject) -> Bool {
        rows.first { $0.subject == subject }.map { $0.choice == .mine } ?? false
    }
}

/// A form that was typed over a case which somebody changed meanwhile, and that was left without a choice: saving it asks
/// again, or it would overwrite what its clerk hasn't compared.
package struct Unsettled: Hashable, Sendable {
    /// What both clerks began with.
    package let base: ParticularsForm.Snapshot
    package let lines: [String]
}
