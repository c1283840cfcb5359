package import CaseDomain
package import ChecklistRules
package import ScreenKit

/// The intake form while it is being filled in: whatever was typed, valid or not, so that nothing typed is ever lost.
package struct ParticularsForm: Hashable, Sendable {
    package private(set) var texts: [FormFieldID: TextField] = [:]
    package private(set) var choices: [FormFieldID: String] = [:]
    package private(set) var sets: [FormFieldID: Set<String>] = [:]
    package private(set) var answers: [FormFieldID: Bool] = [:]
    /// Whether saving was tried: from then on empty required fields show as wrong.
    package private(set) var attempted = false
    package private(set) var focus: FormFieldID
    /// Whether the case is only being taken in. Afterwards its matter, action and window stay as they are.
    package let isNew: Bool
    /// 一件事 that is being taken in with this one form; nil for a case of its own.
    package let bundle: Bundle?
    /// Facts that the form doesn't ask for; kept so that saving loses none of them.
    private var otherFacts = Facts()
    /// The form doesn't ask for it; kept so that saving doesn't lose it.
    private var issuedOn: CivilDate?
    /// The moment of receipt as it was, so that saving another field doesn't move the clock to midnight.
    private var receivedAt: Moment
    /// What was filled in together and can be taken back together.
    package private(set) var filled: FormFilling?
    /// Identity numbers that came from another case: nobody has asked to see them.
    private var copied: [FormFieldID: String] = [:]
    /// What the form held when it was opened or saved.
    private var saved: Snapshot?

    /// What stands in the fields, without what is under way in them.
    package struct Snapshot: Hashable, Sendable {
        package var texts: [FormFieldID: String]
        package var choices: [FormFieldID: String]
        package var sets: [FormFieldID: Set<String>]
        package var answers: [FormFieldID: Bool]
    }

    /// An empty form for a walk-in.
    ///
    /// - Parameters:
    ///   - now: becomes the moment of receipt.
    ///   - county: the office's own, since most premises lie in it.
    ///   - bundle: what is taken in with the one form; nil for one matter.
    package init(now: Moment, county: String, window: String, bundle: Bundle? = nil) {
        receivedAt = now
        isNew = true
        self.bundle = bundle
        focus = .name
        let lead = bundle?.members.first
        choices = [
            .matter: (lead?.matter ?? .foodOperationLicence).id, .action: (lead?.action ?? .new).id,
            .channel: Channel.window.id,
        ]
        set(.window, window)
        set(.county, county)
        set(.receivedOn, now.date.description)
        saved = snapshot
    }

    /// The form of a case that is already taken in.
    package init(_ particulars: Particulars, window: String) {
        receivedAt = particulars.receivedAt
        isNew = false
        bundle = nil
        focus = .name
        fill(from: particulars, window: window)
        saved = snapshot
    }

    private mutating func fill(from particulars: Particulars, window: String) {
        choices = [
            .matter: particulars.matter.id, .action: particulars.action.id, .channel: particulars.channel.id,
            .kind: particulars.applicant.kind.id,
        ]
        choices[.subject] = particulars.subject?.id
        sets = [
            .marks: Set(particulars.marks.terms.map(\.id)), .items: Set(particulars.items.terms.map(\.id)),
            .products: Set(particulars.facts.products?.terms.map(\.id) ?? []),
            .changed: Set(particulars.facts.changed?.terms.map(\.id) ?? []),
        ]
        for field in FormFieldID.allCases {
            if let fact = field.fact { answers[field] = particulars.facts[fact] }
        }
        otherFacts = particulars.facts
        issuedOn = particulars.licence?.issuedOn
        set(.window, window)
        set(.receivedOn, particulars.receivedAt.date.description)
        set(.externalNumber, particulars.externalNumber)
        set(.name, particulars.applicant.name)
        set(.uscc, particulars.applicant.uscc)
        set(.phone, particulars.applicant.phone)
        set(.principalName, particulars.applicant.principal?.name)
        set(.principalID, particulars.applicant.principal?.idNumber)
        set(.address, particulars.premises.address)
        set(.county, particulars.premises.county)
        set(.area, particulars.premises.area.map(ParticularsForm.text))
        set(.staff, particulars.facts.staff.map(String.init))
        set(.equipmentCount, particulars.facts.automaticEquipmentCount.map(String.init))
        set(.agentName, particulars.agent?.name)
        set(.agentID, particulars.agent?.idNumber)
        set(.agentPhone, particulars.agent?.phone)
        set(.licenceNumber, particulars.licence?.number)
        set(.licenceExpires, particulars.licence?.expiresOn?.description)
    }

    package var matter: Matter? { choices[.matter].flatMap(Matter.init(rawValue:)) }
    package var action: Action? { choices[.action].flatMap(Action.init(rawValue:)) }
    package var window: String { text(.window) }

    package var fields: [FormFieldID] {
        if let bundle { return FormFieldID.shown(for: bundle) }
        let shown = FormFieldID.shown(matter: matter, action: action)
        return isNew ? shown : shown.filter { ![.matter, .action, .window].contains($0) }
    }

    package var isDirty: Bool { saved != snapshot }

    package func text(_ field: FormFieldID) -> String { texts[field]?.text ?? "" }

    // MARK: Editing

    package mutating func edit(_ edit: TextEdit) {
        guard case .text(let limit) = focus.editor else { return }
        if case .insert(let typed) = edit {
            texts[focus, default: TextField(limit: limit)].apply(.insert(focus.content.folded(typed)))
        } else {
            texts[focus, default: TextField(limit: limit)].apply(edit)
        }
    }

    /// Puts another text into a field, in a step of its own that the field can take back.
    mutating func replace(_ field: FormFieldID, with text: String) {
        guard case .text(let limit) = field.editor else { return }
        if text.count > texts[field]?.limit ?? limit {
            // As in `set`: what comes in one piece from elsewhere is not cut.
            texts[field] = TextField(text, limit: text.count)
        } else {
            texts[field, default: TextField(limit: limit)].replace(with: text)
        }
    }

    /// Puts a value into a field of any kind.
    mutating func put(_ value: FieldValue, into field: FormFieldID) {
        switch value {
        case .text(let text): replace(field, with: text)
        case .choice(let id): choices[field] = id
        case .options(let ids): sets[field] = ids
        case .answer(let answer): answers[field] = answer
        }
    }

    mutating func note(_ filling: FormFilling?) {
        filled = filling
        for change in filling?.changes ?? [] where change.field.isIdentityNumber {
            if case .text(let number) = change.new { copied[change.field] = number }
        }
    }

    func isCopied(_ field: FormFieldID) -> Bool { copied[field] == text(field) && !text(field).isEmpty }

    /// Sets the chosen options of the focused field.
    package mutating func choose(_ ids: Set<String>) {
        switch focus.editor {
        case .one: choices[focus] = ids.first
        case .many: sets[focus] = ids
        case .text, .yesNo: break
        }
    }

    /// Steps through the options of the focused field: yes / no / unknown, or the next option.
    package mutating func step(by step: Int) {
        switch focus.editor {
        case .yesNo:
            let order: [Bool?] = [nil, true, false]
            let place = order.firstIndex(of: answers[focus]) ?? 0
            answers[focus] = order[(place + step + order.count) % order.count]
        case .one(let options):
            guard !options.isEmpty else { return }
            guard let place = options.firstIndex(where: { $0.id == choices[focus] }) else {
                choices[focus] = step > 0 ? options.first?.id : options.last?.id
                return
            }
            choices[focus] = options[(place + step + options.count) % options.count].id
        case .text, .many: break
        }
    }

    package mutating func moveFocus(by step: Int) {
        let fields = fields
        let place = fields.firstIndex(of: focus) ?? 0
        focus = fields[min(max(0, place + step), fields.count - 1)]
    }

    package mutating func moveFocus(to field: FormFieldID) {
        if fields.contains(field) { focus = field }
    }

    /// The chosen options of a field.
    package func chosen(_ field: FormFieldID) -> Set<String> {
        switch field.editor {
        case .one: choices[field].map { [$0] } ?? []
        case .many: sets[field] ?? []
        case .text, .yesNo: []
        }
    }

    package func answer(_ field: FormFieldID) -> Bool? { answers[field] }

    /// Goes to the first field that keeps the form from being saved.
    package mutating func refuse(_ problems: [FormFieldID: FormProblem]) {
        attempted = true
        if let first = fields.first(where: { problems[$0]?.blocks == true }) { focus = first }
    }

    /// What to show beside a field: nothing while it is being typed or before it was touched.
    package func visibleProblem(_ field: FormFieldID, in problems: [FormFieldID: FormProblem]) -> FormProblem? {
        guard let problem = problems[field] else { return nil }
        if attempted { return problem }
        return field == focus || text(field).isEmpty ? nil : problem
    }

    private mutating func set(_ field: FormFieldID, _ value: String?) {
        guard case .text(let limit) = field.editor else { return }
        // A value from outside may be longer than what the form would let a clerk type; cutting it would lose data.
        texts[field] = TextField(value ?? "", limit: max(limit, value?.count ?? 0))
    }

    package var snapshot: Snapshot {
        Snapshot(texts: texts.mapValues(\.text), choices: choices, sets: sets, answers: answers)
    }

    /// Puts into the fields what stood in them before. What the case says stays what saving is measured by.
    package mutating func restore(_ snapshot: Snapshot) {
        for (field, text) in snapshot.texts { set(field, text) }
        choices = snapshot.choices
        sets = snapshot.sets
        answers = snapshot.answers
    }

    /// Fills in a field of text that isn't the focused one; the focus goes there.
    package mutating func fill(_ field: FormFieldID, _ text: String) {
        set(field, text)
        moveFocus(to: field)
    }

    /// An area as a clerk writes it: 50, not 50.0.
    package static func text(_ area: Double) -> String {
        area == area.rounded() && abs(area) < 1e9 ? String(Int(area)) : String(area)
    }

    // MARK: Reading

    /// What the form says, as far as it can be read: fields that are wrong or empty are left out.
    ///
    /// The checklist beside the form is made from this, so that it follows every key.
    package var draft: Particulars {
        var reader = FormReader(today: receivedAt.date)
        return particulars(reading: &reader)
    }

    /// What the form says of the one matter, or of the first of several.
    package var leading: Particulars {
        guard let bundle, let lead = bundle.members.first else { return draft }
        return bundle.particulars(of: lead, from: draft)
    }

    /// Reads the form, every field as typed.
    ///
    /// - Parameters:
    ///   - today: no date of receipt and no birth date may lie after it.
    ///   - calendar: for a date that is still a step in working days.
    /// - Returns: the particulars, and what is wrong by field; they are fit to be stored where nothing `blocks`.
    package func read(
        today: CivilDate, calendar: WorkingCalendar = WorkingCalendar(days: [], years: [])
    ) -> (particulars: Particulars, problems: [FormFieldID: FormProblem]) {
        var reader = FormReader(today: today, calendar: calendar)
        let particulars = particulars(reading: &reader)
        let shown = Set(fields)
        return (particulars, reader.problems.filter { shown.contains($0.key) })
    }

    private func particulars(reading reader: inout FormReader) -> Particulars {
        reader.require(.kind, choices[.kind])
        var facts = otherFacts
        let shown = Set(fields)
        for field in fields {
            if let fact = field.fact { facts[fact] = answers[field] }
        }
        if shown.contains(.changed) {
            let changed = TermSet((sets[.changed] ?? []).compactMap(ChangedThing.init(rawValue:)))
            // That nothing changes can't be ticked; where the case says so already, it stays said.
            facts.changed = changed.isEmpty && otherFacts.changed?.isEmpty != true ? nil : changed
        }
        facts.staff = shown.contains(.staff) ? reader.count(.staff, text(.staff)) : facts.staff
        if shown.contains(.equipmentCount) {
            facts.automaticEquipmentCount = reader.count(.equipmentCount, text(.equipmentCount))
        }
        if shown.contains(.products) {
            let products = TermSet((sets[.products] ?? []).compactMap(Product.init(rawValue:)))
            facts.products = products.isEmpty ? nil : products
        }
        let licensed = shown.contains(.items)
        return Particulars(
            externalNumber: reader.optional(text(.externalNumber)),
            matter: matter ?? .foodOperationLicence, action: action ?? .new,
            receivedAt: reader.received(text(.receivedOn), was: receivedAt),
            channel: choices[.channel].flatMap(Channel.init(rawValue:)) ?? .window,
            applicant: Applicant(
                name: reader.required(.name, text(.name)),
                kind: choices[.kind].flatMap(ApplicantKind.init(rawValue:)) ?? .individual,
                uscc: reader.creditCode(text(.uscc)), phone: reader.phone(.phone, text(.phone)),
                principal: principal(&reader)),
            agent: agent(&reader),
            premises: Premises(
                address: reader.required(.address, text(.address)), county: reader.county(text(.county)),
                area: reader.area(text(.area))),
            subject: licensed ? choices[.subject].flatMap(Subject.init(rawValue:)) : nil,
            marks: licensed ? TermSet((sets[.marks] ?? []).compactMap(Mark.init(rawValue:))) : [],
            items: licensed ? TermSet((sets[.items] ?? []).compactMap(Item.init(rawValue:))) : [],
            facts: facts, licence: licence(&reader))
    }

    private func principal(_ reader: inout FormReader) -> Principal? {
        let name = reader.optional(text(.principalName))
        let id = reader.residentID(.principalID, text(.principalID))
        if name == nil, id == nil { return nil }
        return Principal(name: name ?? "", idNumber: id)
    }

    private func agent(_ reader: inout FormReader) -> Agent? {
        let name = reader.optional(text(.agentName))
        let id = reader.residentID(.agentID, text(.agentID))
        let phone = reader.phone(.agentPhone, text(.agentPhone))
        if name == nil, id == nil, phone == nil { return nil }
        if name == nil { reader.complain(.agentName, Phrases.Form.required) }
        return Agent(name: name ?? "", idNumber: id, phone: phone)
    }

    private func licence(_ reader: inout FormReader) -> LicenceHeld? {
        guard let number = reader.licenceNumber(text(.licenceNumber), of: matter) else { return nil }
        return LicenceHeld(
            number: number.uppercased(), issuedOn: issuedOn,
            expiresOn: reader.date(.licenceExpires, text(.licenceExpires)))
    }
}
