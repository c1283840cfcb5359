import CaseDomain

/// 日期账 in words: every day of a count, and why it counts or not.
enum LedgerText {
    static func lines(of clock: RunningClock, today: CivilDate, desk: Desk) -> [String] {
        let ledger = clock.ledger
        var lines = [
            desk.say(
                Phrases.Ledger.summary,
                ["from": ledger.from.description, "count": String(ledger.count), "due": clock.due.description]),
            desk.say(Phrases.Ledger.basis, ["basis": clock.basis.shown(desk.language)]),
        ]
        if clock.kind == .notice { lines.append(desk.say(Phrases.Ledger.consequence)) }
        if !ledger.isCertain {
            let years = ledger.missingYears.map(String.init).joined(separator: "、")
            lines.append(desk.say(Phrases.Ledger.missingYears, ["years": years]))
        }
        return lines + [""] + days(of: ledger, today: today, desk: desk)
    }

    /// - Parameter today: the day to point at; nil for none.
    static func days(of ledger: DayLedger, today: CivilDate?, desk: Desk) -> [String] {
        var lines: [String] = []
        var counted = 0
        for entry in ledger.entries {
            if entry.counted { counted += 1 }
            let number = entry.counted ? desk.say(Phrases.Ledger.day, ["n": String(counted)]) : ""
            let festival = desk.clocks.calendar.festival(on: entry.date).map { "（\($0)）" } ?? ""
            let mark = entry.date == today ? desk.say(Phrases.Ledger.today) : ""
            let weekday = desk.say(Phrases.weekdays[entry.date.weekday - 1])
            lines.append(
                "\(entry.date) \(weekday)  \(desk.say(entry.why.phrase))\(festival)  \(number)\(mark)")
        }
        return lines
    }
}

extension DayLedger.Reason {
    var phrase: Phrase {
        switch self {
        case .start: Phrase("当日不计", "day of the event, not counted")
        case .workingDay: Phrase("工作日", "working day")
        case .weekend: Phrase("周末不计", "weekend, not counted")
        case .holiday: Phrase("节假日不计", "holiday, not counted")
        case .makeUpDay: Phrase("调休上班", "make-up workday")
        }
    }
}

extension LegalSource {
    /// The citation, with a mark where nobody has read it against the law yet.
    func shown(_ language: Language) -> String {
        verified ? citation : citation + Phrases.Desk.unverified.text(language)
    }
}
