import CaseDomain

/// What is wrong with a field.
package struct FormProblem: Hashable, Sendable {
    package let phrase: Phrase
    /// False where the case can be taken in all the same: a wrong check character is shown while it is typed, but the
    /// applicant may really have written it down so, and then the rules name it.
    package let blocks: Bool
    /// How to put it right, where that is certain; shown where there is room for it.
    package let hint: Phrase?
}

/// Reads what was typed into the form's fields and collects what is wrong with it.
struct FormReader {
    let today: CivilDate
    /// What steps in working days are counted by. A field that is left or saved holds the day itself.
    let calendar: WorkingCalendar
    private(set) var problems: [FormFieldID: FormProblem] = [:]

    init(today: CivilDate, calendar: WorkingCalendar = WorkingCalendar(days: [], years: [])) {
        self.today = today
        self.calendar = calendar
    }

    mutating func complain(_ field: FormFieldID, _ phrase: Phrase) {
        if problems[field] == nil { problems[field] = FormProblem(phrase: phrase, blocks: true, hint: nil) }
    }

    /// Names what is wrong with a number; it doesn't keep the form from being saved.
    private mutating func doubt(_ field: FormFieldID, _ number: String, as kind: NumberReading.Kind) {
        let reading = NumberReading(number, as: kind, on: today)
        guard problems[field] == nil, let complaint = reading.complaint else { return }
        problems[field] = FormProblem(phrase: complaint, blocks: false, hint: reading.hint)
    }

    mutating func require(_ field: FormFieldID, _ choice: String?) {
        if choice == nil { complain(field, Phrases.Form.required) }
    }

    func optional(_ text: String) -> String? {
        let text = trimmed(text)
        return text.isEmpty ? nil : text
    }

    mutating func required(_ field: FormFieldID, _ text: String) -> String {
        let text = trimmed(text)
        if text.isEmpty { complain(field, Phrases.Form.required) }
        return text
    }

    mutating func creditCode(_ text: String) -> String? {
        guard let code = optional(text)?.uppercased() else { return nil }
        doubt(.uscc, code, as: .creditCode)
        return code
    }

    mutating func residentID(_ field: FormFieldID, _ text: String) -> String? {
        guard let number = optional(text)?.uppercased() else { return nil }
        doubt(field, number, as: .residentID)
        return number
    }

    /// - Parameter matter: what the licence is for; registration certificates of workshops have no form that we know.
    mutating func licenceNumber(_ text: String, of matter: Matter?) -> String? {
        guard let number = optional(text)?.uppercased() else { return nil }
        switch matter {
        case .foodOperationLicence: doubt(.licenceNumber, number, as: .licence)
        case .prepackagedFiling: doubt(.licenceNumber, number, as: .filing)
        case .smallWorkshop, .smallCatering, .foodStall, nil: break
        }
        return number
    }

    mutating func phone(_ field: FormFieldID, _ text: String) -> String? {
        guard let phone = optional(text) else { return nil }
        let digits = phone.filter(\.isNumber)
        let allowed = phone.allSatisfy { $0.isASCII && ($0.isNumber || "-+() ".contains($0)) }
        if !allowed || digits.count < 7 || digits.count > 15 { complain(field, Phrases.Form.badPhone) }
        return phone
    }

    mutating func county(_ text: String) -> String {
        let code = required(.county, text)
        if !code.isEmpty, code.utf8.count != 6 || !code.allSatisfy({ $0.isASCII && $0.isNumber }) {
            complain(.county, Phrases.Form.badCounty)
        }
        return code
    }

    mutating func area(_ text: String) -> Double? {
        guard let text = optional(text) else { return nil }
        guard let area = Double(text), area.isFinite, area > 0, area < 10_000_000 else {
            complain(.area, Phrases.Form.badArea)
            return nil
        }
        return area
    }

    mutating func count(_ field: FormFieldID, _ text: String) -> Int? {
        guard let text = optional(text) else { return nil }
        guard let count = Int(text), (0...100_000).contains(count) else {
            complain(field, Phrases.Form.badCount)
            return nil
        }
        return count
    }

    mutating func date(_ field: FormFieldID, _ text: String) -> CivilDate? {
        guard let text = optional(text) else { return nil }
        guard case .date(let leaning) = field.content else { return nil }
        do throws(DateEntry.Problem) {
            return try DateEntry.read(text, today: today, calendar: calendar, leaning: leaning).date
        } catch {
            complain(field, error.phrase)
            return nil
        }
    }

    /// The moment of receipt: the day as typed, with the time of day that was known.
    mutating func received(_ text: String, was moment: Moment) -> Moment {
        guard !trimmed(text).isEmpty else {
            complain(.receivedOn, Phrases.Form.required)
            return moment
        }
        guard let date = date(.receivedOn, text) else { return moment }
        if date > today { complain(.receivedOn, Phrases.Form.dateInFuture) }
        let timeOfDay = moment.secondsSince1970 - Moment(moment.date).secondsSince1970
        return Moment(date, seconds: timeOfDay)
    }

    private func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
