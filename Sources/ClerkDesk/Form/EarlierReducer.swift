import CaseDomain
import CaseStore
import ScreenKit

/// 抄旧件: fills the form in from an earlier case of the same applicant, field by field as the clerk chooses.
enum EarlierReducer {
    private static let most = 50

    /// Who the applicant is: by the credit code, else by the name with the telephone number.
    private enum Applicant {
        case code(String)
        case named(String, phone: String)

        init?(_ form: ParticularsForm) {
            let text = { (field: FormFieldID) in SearchText.needle(form.text(field)) }
            if !text(.uscc).isEmpty {
                self = .code(text(.uscc))
            } else if !text(.name).isEmpty, !text(.phone).isEmpty {
                self = .named(text(.name), phone: text(.phone))
            } else {
                return nil
            }
        }

        var sought: String {
            switch self {
            case .code(let code): code
            case .named(let name, _): name
            }
        }

        func isOf(_ row: QueueRow) -> Bool {
            switch self {
            case .code(let code): SearchText.needle(row.uscc ?? "") == code
            case .named(let name, let phone):
                SearchText.needle(row.applicant) == name && SearchText.needle(row.phone ?? "") == phone
            }
        }
    }

    static func ask(_ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard let form = state.work?.form, let applicant = Applicant(form) else {
            state.refuse(Phrases.Earlier.needsKey, desk)
            return []
        }
        let query = QueueQuery(
            filter: .all, search: applicant.sought, sort: .received, descending: true, today: state.today)
        let effect = state.effect(.page(query, .first, limit: most))
        state.filling.askedEarlier = effect.id
        return [effect]
    }

    /// Fetches the case that was chosen.
    static func fetch(_ chosen: Set<String>, _ state: inout DeskState) -> [Effect] {
        guard let id = chosen.first else { return [] }
        let effect = state.effect(.load(CaseNumber(id)))
        state.filling.fetchedEarlier = effect.id
        return [effect]
    }

    static func take(_ result: EffectResult, of id: Int, _ state: inout DeskState, _ desk: Desk) -> Bool {
        if state.filling.askedEarlier == id {
            state.filling.askedEarlier = nil
            guard case .page(let page) = result else { return false }
            offer(page.rows, &state, desk)
            return true
        }
        guard state.filling.fetchedEarlier == id else { return false }
        state.filling.fetchedEarlier = nil
        guard case .file(let file, _) = result else { return false }
        if let file { offer(file, &state, desk) }
        return true
    }

    private static func offer(_ rows: [QueueRow], _ state: inout DeskState, _ desk: Desk) {
        guard let work = state.work, state.place == .form, let applicant = Applicant(work.form) else { return }
        let earlier = rows.filter { applicant.isOf($0) && $0.number != work.file?.number }
        guard !earlier.isEmpty else {
            state.refuse(Phrases.Earlier.none, desk)
            return
        }
        let options = earlier.map { row in
            let matter = "\(desk.say(row.matter.phrase)) \(desk.say(row.action.phrase))"
            return FormOption(
                id: row.number.text,
                label: Phrases.Earlier.one.filled([
                    "number": row.number.text, "date": row.received.date.description,
                    "name": "\(matter)  \(row.applicant)",
                ]))
        }
        state.modal = .picker(Picker(purpose: .earlier, options: options, takesMany: false, chosen: []))
    }

    // MARK: Fields

    private static let copied: [FormFieldID] = [
        .name, .kind, .uscc, .phone, .principalName, .principalID, .address, .county, .area, .subject, .marks, .items,
        .products, .staff, .equipmentCount, .agentName, .agentID, .agentPhone, .licenceNumber, .licenceExpires,
    ]

    /// What the earlier case holds and the form doesn't.
    private static func values(
        of particulars: Particulars, for form: ParticularsForm
    ) -> [(field: FormFieldID, value: FieldValue)] {
        let earlier = ParticularsForm(particulars, window: form.window)
        return copied.filter(form.fields.contains).map { ($0, earlier.value($0)) }
            .filter { !$0.1.isEmpty && form.value($0.0) != $0.1 }
    }

    private static func offer(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        guard let form = state.work?.form, state.place == .form else { return }
        let values = values(of: file.particulars, for: form)
        guard !values.isEmpty else {
            state.refuse(Phrases.Earlier.nothing, desk, ["number": file.number.text])
            return
        }
        let options = values.map { field, value in
            let old = form.value(field)
            let phrase = old.isEmpty ? Phrases.Earlier.fills : Phrases.Earlier.replaces
            return FormOption(
                id: field.rawValue,
                label: phrase.filled([
                    "label": desk.say(field.label), "old": shown(old, field, desk), "new": shown(value, field, desk),
                ]))
        }
        let empty = values.map(\.field).filter { form.value($0).isEmpty }
        state.modal = .picker(
            Picker(
                purpose: .copied(file.number, file.particulars), options: options, takesMany: true,
                chosen: Set(empty.map(\.rawValue))))
    }

    private static func shown(_ value: FieldValue, _ field: FormFieldID, _ desk: Desk) -> String {
        switch value {
        case .text(let text): field.isIdentityNumber ? ResidentID.masked(text) : text
        case .choice(let id): field.names(of: id.map { [$0] } ?? [], desk)
        case .options(let ids): field.names(of: ids, desk)
        case .answer(let answer): desk.say(answer == true ? Phrases.Form.yes : Phrases.Form.no)
        }
    }

    static func fill(
        _ chosen: Set<String>, from number: CaseNumber, _ particulars: Particulars, _ state: inout DeskState,
        _ desk: Desk
    ) {
        guard let form = state.work?.form else { return }
        let values = values(of: particulars, for: form).filter { chosen.contains($0.field.rawValue) }
        guard !values.isEmpty else { return }
        state.work?.form.fill(values)
        let key = desk.keymap.label(for: .undo, in: .form) ?? ""
        state.status = StatusLine(
            .success,
            desk.say(
                Phrases.Earlier.done, ["number": number.text, "count": String(values.count), "key": key]))
    }
}
