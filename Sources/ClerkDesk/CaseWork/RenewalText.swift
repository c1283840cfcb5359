import CaseDomain
import ChecklistRules

/// 延续申请期 in words.
enum RenewalText {
    /// - Returns: nil where the case is no renewal, or nobody knows yet when the licence runs out.
    static func span(_ checklist: Checklist, _ particulars: Particulars, _ desk: Desk) -> RenewalSpan? {
        guard let term = checklist.renewal, let expiry = particulars.licence?.expiresOn else { return nil }
        return term.span(before: expiry, calendar: desk.clocks.calendar)
    }

    /// From which day to which, for the head of the case.
    static func short(_ span: RenewalSpan, _ desk: Desk) -> String {
        let doubt = span.ledger?.isCertain == false ? "?" : ""
        let last = span.last.description + doubt
        guard let first = span.first else { return desk.say(Phrases.Guidance.renewalShortBy, ["last": last]) }
        return desk.say(Phrases.Guidance.renewalShort, ["first": first.description + doubt, "last": last])
    }

    static func lines(_ span: RenewalSpan?, _ checklist: Checklist, _ desk: Desk) -> [String] {
        guard let span, let term = checklist.renewal else { return [] }
        var lines: [String] = []
        if let first = span.first, let opens = term.opens {
            lines.append(
                desk.say(
                    Phrases.Guidance.renewalTerm,
                    [
                        "expiry": span.expiry.description, "opens": String(opens), "closes": String(term.closes),
                        "first": first.description, "last": span.last.description,
                    ]))
        } else {
            lines.append(
                desk.say(
                    Phrases.Guidance.renewalDays,
                    [
                        "expiry": span.expiry.description, "closes": String(term.closes),
                        "last": span.last.description,
                    ]))
        }
        lines.append(desk.say(Phrases.Ledger.basis, ["basis": term.basis.shown(desk.language)]))
        if let ledger = span.ledger { lines += LedgerText.doubts(ledger, desk) }
        return lines
    }

    /// Every day from expiry backwards.
    static func ledger(_ span: RenewalSpan?, _ desk: Desk) -> [String] {
        span?.ledger.map { LedgerText.days($0, nil, nil, desk) } ?? []
    }
}
