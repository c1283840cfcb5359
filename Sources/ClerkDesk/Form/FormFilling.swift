package import CaseDomain

/// What a field of any kind holds.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case choice(String?)
    case options(Set<String>)
    case answer(Bool?)

    package var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .choice(let id): id == nil
        case .options(let ids): ids.isEmpty
        case .answer(let answer): answer == nil
        }
    }
}

/// Fields that were filled in together: one step, taken back as one.
package struct FormFilling: Hashable, Sendable {
    package struct Change: Hashable, Sendable {
        package let field: FormFieldID
        package let old: FieldValue
        package let new: FieldValue
    }

    package let changes: [Change]
}

extension ParticularsForm {
    package func value(_ field: FormFieldID) -> FieldValue {
        switch field.editor {
        case .text: .text(text(field))
        case .one: .choice(chosen(field).first)
        case .many: .options(chosen(field))
        case .yesNo: .answer(answer(field))
        }
    }

    /// Fills several fields in at once.
    package mutating func fill(_ values: [(field: FormFieldID, value: FieldValue)]) {
        let changes = values.filter { value($0.field) != $0.value }.map {
            FormFilling.Change(field: $0.field, old: value($0.field), new: $0.value)
        }
        for change in changes { put(change.new, into: change.field) }
        note(changes.isEmpty ? filled : FormFilling(changes: changes))
    }

    /// Takes back what was filled in last. A field that was changed since keeps what it has.
    ///
    /// - Returns: how many fields were put back; nil where nothing had been filled in.
    package mutating func takeBackFilling() -> Int? {
        guard let filling = filled else { return nil }
        let standing = filling.changes.filter { value($0.field) == $0.new }
        for change in standing { put(change.old, into: change.field) }
        note(nil)
        return standing.count
    }

    /// Writes the day into a date field that is being left: the field then shows what will be stored.
    package mutating func settle(today: CivilDate, calendar: WorkingCalendar) {
        for field in fields {
            guard case .date(let leaning) = field.content else { continue }
            let day = DateEntry.day(text(field), today: today, calendar: calendar, leaning: leaning)
            if let day, day.description != text(field) { replace(field, with: day.description) }
        }
    }

    /// How many of the fields hold something.
    package var filledCount: Int { fields.count { !value($0).isEmpty } }
}
