import CaseDomain
import CaseFormat
import ClerkDesk

// The clocks of a case in plain text and in JSON.

extension CaseClock {
    /// One line: the term, where it stands, until when, and on which basis.
    func words(_ calendar: WorkingCalendar, _ today: CivilDate) -> String {
        var parts = [rule.id, stateWords, rule.name]
        if let from { parts.append("\(from)起") } else { parts.append("\(rule.from.phrase.text(.zh))起，未起算") }
        if state == .stopped {
            parts.append("恢复后顺延")
        } else if let due, let statutoryDue {
            let doubt = isCertain ? "" : "（不能作准）"
            parts.append(promised == nil ? "至\(due)\(doubt)" : "承诺至\(due)\(doubt)，法定至\(statutoryDue)")
            if isOpen { parts.append(left(calendar, today)) }
        }
        if let opening { parts.append("\(opening.result)起可以申请") }
        if let otherReading, otherReading != statutoryDue { parts.append("按自然日计为\(otherReading)") }
        if let ended { parts.append("\(ended)已办") }
        let consequence = rule.consequence.map { "；\($0.text)" } ?? ""
        return parts.joined(separator: "  ") + "（\(rule.basis.words)\(consequence)）"
    }

    private var stateWords: String {
        state == .missed ? rule.consequence?.outcome ?? state.phrase.text(.zh) : state.phrase.text(.zh)
    }

    private func left(_ calendar: WorkingCalendar, _ today: CivilDate) -> String {
        guard let due, let days = daysLeft(calendar, today) else { return "" }
        let unit = rule.term.unit == .workingDays ? "个工作日" : "天"
        return due < today ? "已超\(-days)\(unit)" : days == 0 ? "今日到期" : "剩\(days)\(unit)"
    }

    /// In working days for a term of working days, else in natural days; nil where nothing runs.
    fileprivate func daysLeft(_ calendar: WorkingCalendar, _ today: CivilDate) -> Int? {
        guard let due, isOpen, state != .stopped else { return nil }
        guard rule.term.unit == .workingDays else { return due.dayNumber - today.dayNumber }
        return calendar.daysLeft(until: due, on: today)
    }

    func write(to json: inout JSONText, _ calendar: WorkingCalendar, _ today: CivilDate) {
        json.beginObject()
        json.member("id", rule.id)
        json.member("name", rule.name)
        json.member("whose", rule.whose.id)
        json.member("start", rule.from.id)
        json.member("state", state.rawValue)
        json.nullable("from", from?.description)
        json.nullable("promisedDue", state == .stopped ? nil : promised?.result.description)
        json.nullable("statutoryDue", state == .stopped ? nil : statutoryDue?.description)
        json.key("daysLeft")
        if let days = daysLeft(calendar, today) { json.integer(days) } else { json.null() }
        json.nullable("opens", opening?.result.description)
        json.nullable("otherReading", otherReading?.description)
        json.nullable("ended", ended?.description)
        json.member("certain", isCertain)
        json.nullable("consequence", rule.consequence?.text)
        json.member("basis", rule.basis.citation)
        json.member("basisVerified", rule.basis.verified)
        json.key("ledger")
        if let ledger = opening ?? statutory { ledger.write(to: &json) } else { json.null() }
        json.endObject()
    }
}

extension DayLedger {
    /// Every day of the count as an array.
    func write(to json: inout JSONText) {
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("date", entry.date.description)
            json.member("counted", entry.counted)
            json.member("why", entry.why.rawValue)
            json.endObject()
        }
        json.endArray()
    }

    /// What keeps the result from being certain, in one line; nil where nothing does.
    var doubtWords: String? {
        func years(_ years: [Int]) -> String { years.map(String.init).joined(separator: "、") }
        var parts: [String] = []
        if !unknownYears.isEmpty { parts.append("\(years(unknownYears))年的放假调休安排没有载入，只按周推算") }
        if !provisionalYears.isEmpty { parts.append("\(years(provisionalYears))年调休未公布、未载入，只计入法定节日") }
        return parts.isEmpty ? nil : parts.joined(separator: "；") + "，结果仅供参考，不能作准"
    }
}
