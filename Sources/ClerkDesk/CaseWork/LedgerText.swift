import CaseDomain

/// A term in words: what it runs from and until, where that stands, and 日期账, every day of the count and why it counts.
enum LedgerText {
    static func lines(of clock: CaseClock, in file: CaseFile, today: CivilDate, desk: Desk) -> [String] {
        var lines = summary(clock, desk) + changes(clock, file, desk)
        lines.append(desk.say(Phrases.Ledger.basis, ["basis": clock.rule.basis.shown(desk.language)]))
        if let consequence = clock.rule.consequence {
            let text = desk.language == .zh ? consequence.text : consequence.english
            lines.append(desk.say(Phrases.Clocks.consequence, ["text": text]))
        }
        guard let ledger = clock.opening ?? clock.statutory else { return lines }
        return lines + doubts(ledger, desk) + [""] + days(ledger, clock, today, desk)
    }

    // MARK: Words

    private static func summary(_ clock: CaseClock, _ desk: Desk) -> [String] {
        let rule = clock.rule
        let whose = desk.say(
            Phrases.Clocks.whose, ["party": desk.say(rule.whose.phrase), "from": desk.say(rule.from.phrase)])
        guard let from = clock.from, let ledger = clock.statutory, let due = clock.statutoryDue else {
            let length = rule.term.count.map { rule.term.unit.phrase($0) } ?? Phrases.Clocks.namedDays
            return [
                "\(whose)\(desk.language == .zh ? "，" : ", ")\(desk.say(length))", desk.say(Phrases.Clocks.waiting),
            ]
        }
        let length = desk.say(ledger.unit.phrase(abs(ledger.count)))
        var lines: [String] = []
        let phrase: Phrase =
            switch (rule.term.direction, rule.whose) {
            case (.before, _): ledger.count == 0 ? Phrases.Clocks.expiry : Phrases.Clocks.backwards
            case (.after, .nobody): Phrases.Clocks.validity
            case (.after, _): Phrases.Clocks.summary
            }
        lines.append(
            desk.say(phrase, ["from": from.description, "length": length, "due": ledger.result.description]))
        if let opening = clock.opening {
            let length = desk.say(opening.unit.phrase(abs(opening.count)))
            lines.append(
                desk.say(Phrases.Clocks.opens, ["date": opening.result.description, "length": length]))
        }
        if let promised = clock.promised {
            lines.append(
                desk.say(
                    Phrases.Clocks.promisedAndStatutory,
                    ["promised": promised.result.description, "statutory": due.description]))
        }
        if let named = clock.named, named != ledger.result {
            lines.append(desk.say(Phrases.Clocks.named, ["date": named.description]))
        }
        if let other = clock.otherReading, other != ledger.result {
            lines.append(desk.say(Phrases.Clocks.otherReading, ["date": other.description]))
        }
        if let ended = clock.ended { lines.append(desk.say(Phrases.Clocks.ended, ["date": ended.description])) }
        return lines
    }

    /// What was left out and what was granted.
    private static func changes(_ clock: CaseClock, _ file: CaseFile, _ desk: Desk) -> [String] {
        guard clock.rule.kind == .decision, clock.from != nil else { return [] }
        var lines: [String] = []
        for stop in clock.rule.stops == nil ? [] : file.timeline.stops {
            let reason = desk.say(stop.reason.phrase)
            if let through = stop.through {
                lines.append(
                    desk.say(
                        Phrases.Clocks.stoppedSpan,
                        ["reason": reason, "from": stop.from.description, "through": through.description]))
            } else {
                lines.append(
                    desk.say(
                        Phrases.Clocks.stoppedSince,
                        [
                            "reason": reason, "from": stop.from.description,
                            "due": clock.due.map(\.description) ?? "",
                        ]))
            }
        }
        if let granted = file.timeline.extended, let longer = clock.rule.longer {
            let length = desk.say(clock.rule.term.unit.phrase(min(granted.days, longer.count)))
            lines.append(desk.say(Phrases.Clocks.extended, ["by": granted.approvedBy, "length": length]))
        }
        return lines
    }

    /// What keeps a count from being certain, a line for each kind of doubt.
    static func doubts(_ ledger: DayLedger, _ desk: Desk) -> [String] {
        let kinds = [
            (Phrases.Ledger.missingYears, ledger.unknownYears),
            (Phrases.Ledger.provisionalYears, ledger.provisionalYears),
        ]
        return kinds.filter { !$0.1.isEmpty }.map { phrase, years in
            desk.say(phrase, ["years": years.map(String.init).joined(separator: "、")])
        }
    }

    // MARK: Days

    /// - Parameters:
    ///   - clock: whose special days are marked; nil marks none.
    ///   - today: the day to point at; nil for none.
    static func days(_ ledger: DayLedger, _ clock: CaseClock?, _ today: CivilDate?, _ desk: Desk) -> [String] {
        var counted = 0
        return ledger.entries.map { entry in
            if entry.counted { counted += 1 }
            let number = entry.counted ? desk.say(Phrases.Ledger.day, ["n": String(counted)]) : ""
            let festival =
                ledger.unit == .workingDays
                ? desk.clocks.calendar.festival(on: entry.date).map { "（\($0)）" } ?? "" : ""
            var mark = entry.date == today ? desk.say(Phrases.Ledger.today) : ""
            if entry.date == clock?.promised?.result { mark += desk.say(Phrases.Clocks.promisedDay) }
            if clock?.opening != nil, entry.date == ledger.result { mark += desk.say(Phrases.Clocks.opensDay) }
            if entry.date == clock?.statutory?.result { mark += desk.say(Phrases.Clocks.lastDay) }
            let weekday = desk.say(Phrases.weekdays[entry.date.weekday - 1])
            return "\(entry.date) \(weekday)  \(desk.say(entry.why.phrase))\(festival)  \(number)\(mark)"
        }
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
        case .day: Phrase("自然日", "natural day")
        case .month: Phrase("满月", "end of a month")
        case .year: Phrase("满年", "end of a year")
        case .stopped: Phrase("中止不计", "stopped, not counted")
        case .firstDay: Phrase("第一天", "first day")
        }
    }
}

extension LegalSource {
    /// The citation, with a mark where nobody has read it against the law yet.
    func shown(_ language: Language) -> String {
        verified ? citation : citation + Phrases.Desk.unverified.text(language)
    }
}
