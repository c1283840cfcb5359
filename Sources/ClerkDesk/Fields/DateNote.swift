import CaseDomain

/// What a date that is being typed means, in words; what is wrong with it where it means nothing.
struct DateNote: Hashable, Sendable {
    let text: String
    let isProblem: Bool

    /// - Returns: nil for an empty field.
    init?(_ typed: String, _ leaning: DateEntry.Leaning, today: CivilDate, _ desk: Desk) {
        guard !typed.allSatisfy(\.isWhitespace) else { return nil }
        do throws(DateEntry.Problem) {
            let reading = try DateEntry.read(
                typed, today: today, calendar: desk.clocks.calendar, leaning: leaning)
            text = DateNote.meaning(reading, today, desk)
            isProblem = false
        } catch {
            text = desk.say(error.phrase)
            isProblem = true
        }
    }

    private static func meaning(_ reading: DateEntry.Reading, _ today: CivilDate, _ desk: Desk) -> String {
        let calendar = desk.clocks.calendar
        let date = reading.date
        var parts = ["\(date) \(desk.say(Phrases.weekdays[date.weekday - 1]))"]
        parts.append(desk.say(distance(to: date, from: today, calendar)))
        switch calendar.kind(of: date) {
        case .workingDay: break
        case .weekend: parts.append(desk.say(Phrases.Dates.weekend))
        case .holiday: parts.append(calendar.festival(on: date) ?? desk.say(Phrases.Dates.holiday))
        case .makeUpDay: parts.append(desk.say(Phrases.Dates.makeUpDay))
        }
        if reading.isYearGuessed, date.year != today.year { parts.append(desk.say(Phrases.Dates.yearGuessed)) }
        let unknown = Set(reading.missingYears + [date.year]).subtracting(calendar.years).sorted()
        if !unknown.isEmpty {
            let years = unknown.map(String.init).joined(separator: "、")
            parts.append(desk.say(Phrases.Dates.uncertain, ["years": years]))
        }
        return parts.joined(separator: "  ")
    }

    private static func distance(to date: CivilDate, from today: CivilDate, _ calendar: WorkingCalendar) -> Phrase {
        if date == today { return Phrases.Dates.today }
        let days = calendar.workingDays(after: today, through: date)
        return (date > today ? Phrases.Dates.ahead : Phrases.Dates.ago).filled(["days": String(abs(days))])
    }
}

extension DateEntry.Problem {
    package var phrase: Phrase {
        switch self {
        case .unreadable: Phrases.Form.badDate
        case .noSuchDay(let month, let day):
            Phrases.Dates.noSuchDay.filled(["month": String(month), "day": String(day)])
        case .tooFar: Phrases.Dates.tooFar
        }
    }
}
