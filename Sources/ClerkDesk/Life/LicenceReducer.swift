import CaseDomain
import ChecklistRules
import ScreenKit

/// 发证: the number that the licence, the registration or the filing has, and how long it holds. The number itself is given
/// by the province's system; the desk checks it.
enum LicenceReducer {
    static func ask(_ file: CaseFile, _ state: inout DeskState, _ desk: Desk) {
        let day = firstDay(file)
        let until = day.flatMap { desk.clocks.lastDay(ofLicenceFor: file.particulars, issuedOn: $0) }
        let validity = until.map { desk.say(Phrases.LifeSteps.validUntil, ["date": $0.description]) }
        state.modal = .entry(
            EntrySheet(
                title: desk.say(CaseAction.license.phrase),
                lines: [desk.say(Phrases.LifeSteps.licenceLine)] + (validity.map { [$0] } ?? []),
                fields: [
                    EntrySheet.Field(
                        desk.say(Phrases.LifeSteps.licenceNumber), .text(TextField(suggestion(file), limit: 40)), .code
                    ),
                    EntrySheet.Field.date(desk.say(Phrases.LifeSteps.issuedOn), day, leaning: .past),
                    EntrySheet.Field(
                        desk.say(Phrases.LifeSteps.licenceForm),
                        .choice([Phrases.LifeSteps.electronic, Phrases.LifeSteps.paperOnly].map(desk.say), 0)),
                ], purpose: .license))
    }

    /// The day of the decision, which a licence bears as its day of issue; of a filing the day on which it was taken.
    private static func firstDay(_ file: CaseFile) -> CivilDate? { file.progress.decision?.on ?? file.acceptance?.on }

    /// The number that stays for good; of a new one, what the case says of its beginning.
    private static func suggestion(_ file: CaseFile) -> String {
        let particulars = file.particulars
        if particulars.action != .new, let held = particulars.licence?.number { return held }
        guard let family = family(of: file) else { return "" }
        let subject =
            switch (family, particulars.subject) {
            case (.operation, .sales?): "1"
            case (.operation, .catering?): "2"
            case (.operation, .canteen?): "3"
            default: ""
            }
        return subject.isEmpty ? family.rawValue : "\(family.rawValue)\(subject)\(particulars.premises.county)"
    }

    /// Nil where the province gives numbers of a form that nobody has published.
    private static func family(of file: CaseFile) -> LicenceNumber.Family? {
        switch file.particulars.matter {
        case .foodOperationLicence: .operation
        case .prepackagedFiling: .filing
        case .smallWorkshop, .smallCatering, .foodStall: nil
        }
    }

    static func license(
        _ filled: EntrySheet, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        var entry = filled
        guard let file = state.work?.file else { return [] }
        let family = family(of: file)
        func sendBack(_ field: Int, _ problem: String) -> [Effect] {
            entry.refuse(field, problem)
            state.modal = .entry(entry)
            return []
        }
        let number = entry.trimmed(0)
        if number.isEmpty { return sendBack(0, desk.say(Phrases.Form.required)) }
        var remarks: [String] = []
        if let family {
            if let check = missingCheck(number, family) {
                entry.fill(0, "\(number)\(check)")
                return sendBack(0, desk.say(Phrases.LifeSteps.checkAdded, ["check": String(check)]))
            }
            let reading = NumberReading(
                number, as: family == .operation ? .licence : .filing, on: stamp.at.date)
            if let problem = reading.problems.first { return sendBack(0, desk.say(problem.phrase)) }
            remarks += reading.doubts.map { desk.say($0.phrase) } + strange(number, family, file, desk)
        }
        if file.particulars.action != .new, let held = file.particulars.licence?.number, held != number {
            remarks.append(desk.say(Phrases.LifeSteps.otherNumber, ["number": held]))
        }
        guard let day = entry.day(1, today: stamp.at.date, desk) else {
            return sendBack(1, desk.say(Phrases.Form.badDate))
        }
        if day > stamp.at.date { return sendBack(1, desk.say(Phrases.Form.dateInFuture)) }
        if let first = firstDay(file), day < first {
            return sendBack(1, desk.say(Phrases.LifeSteps.beforeDecision, ["date": first.description]))
        }
        let licence = IssuedLicence(
            number: number, issuedOn: day,
            expiresOn: desk.clocks.lastDay(ofLicenceFor: file.particulars, issuedOn: day),
            isElectronic: entry.choice(2) == 0)
        state.modal = .question(
            Question(
                title: entry.title, lines: [summary(licence, desk)] + remarks,
                answer: .append([.life(event: .licensed(licence: licence))], Phrases.LifeSteps.licensedDone)))
        return []
    }

    /// The check digit of a number that is whole but for it.
    private static func missingCheck(_ number: String, _ family: LicenceNumber.Family) -> Int? {
        let digits = number.dropFirst(2).compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard family == .operation, number.hasPrefix(family.rawValue), number.count == 15, digits.count == 13 else {
            return nil
        }
        return LicenceNumber.checkDigit(of: digits)
    }

    /// What a number says of a new licence that the case says otherwise.
    private static func strange(
        _ number: String, _ family: LicenceNumber.Family, _ file: CaseFile, _ desk: Desk
    ) -> [String] {
        guard file.particulars.action == .new else { return [] }
        var remarks: [String] = []
        let county = file.particulars.premises.county
        if let region = LicenceNumber.region(of: number), !county.isEmpty, region != county {
            remarks.append(desk.say(Phrases.LifeSteps.otherRegion, ["region": region, "county": county]))
        }
        if family == .operation, let subject = file.particulars.subject, LicenceNumber.subject(of: number) != subject {
            remarks.append(desk.say(Phrases.LifeSteps.otherSubject))
        }
        return remarks
    }

    private static func summary(_ licence: IssuedLicence, _ desk: Desk) -> String {
        let until = licence.expiresOn.map { desk.say(Phrases.LifeSteps.validUntil, ["date": $0.description]) }
        let form = desk.say(licence.isElectronic ? Phrases.LifeSteps.electronic : Phrases.LifeSteps.paperOnly)
        let what = desk.say(
            Phrases.LifeSteps.licenceAsk, ["number": licence.number, "date": licence.issuedOn.description])
        return ([what] + [until, form].compactMap(\.self)).joined(separator: desk.language == .zh ? "；" : "; ")
    }
}
