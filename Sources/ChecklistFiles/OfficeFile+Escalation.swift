import CaseDomain
import Yams

/// 督办升级: from when on a light shows, and whom a case goes to that is over its term.
extension NodeReader {
    private typealias Escalation = Office.Escalation

    mutating func escalation(_ node: Node, staff: Staff?) -> Office.Escalation {
        var escalation = Escalation()
        guard let fields = mapping(node, "‘escalation’", required: ["steps"], optional: ["idle-days", "lights"]) else {
            return escalation
        }
        if fields["idle-days"] != nil {
            escalation.idleDays = integer(fields, "idle-days", atLeast: 1) ?? escalation.idleDays
        }
        if let lights = fields["lights"].flatMap({ mapping($0, "‘lights’", required: ["yellow", "red"]) }) {
            if let yellow = lights["yellow"] { escalation.yellow = threshold(yellow, "‘yellow’") }
            if let red = lights["red"] { escalation.red = threshold(red, "‘red’") }
        }
        for item in fields["steps"].map({ list($0, "‘steps’") }) ?? [] {
            guard let step = step(item, staff) else { continue }
            if let last = escalation.steps.last, last.overdue >= step.overdue {
                report(.badValue, "\(step.overdue) days don't come after \(last.overdue)", at: item, hint: "in order")
            }
            escalation.steps.append(step)
        }
        return escalation
    }

    private mutating func threshold(_ node: Node, _ what: String) -> Escalation.Threshold {
        var counts: [Escalation.Count: Int] = [:]
        for entry in entries(node, what) {
            guard let count = term(entry.key, Escalation.Count.self, what), let least = integer(entry.value, what)
            else { continue }
            if least < 1 { report(.badNumber, "\(least) cases", at: entry.value, hint: "at least 1") }
            counts[count] = least
        }
        return Escalation.Threshold(counts)
    }

    private mutating func step(_ node: Node, _ staff: Staff?) -> Escalation.Step? {
        guard
            let fields = mapping(
                node, "a step of ‘steps’", required: ["overdue", "title", "english"], optional: ["account"]),
            let days = integer(fields, "overdue", atLeast: 1), let title = text(fields, "title"),
            let english = text(fields, "english")
        else { return nil }
        let account = fields["account"] == nil ? nil : text(fields, "account").map { ClerkID($0) }
        if let account, let staff, staff.member(account) == nil {
            report(
                .badValue, "nobody has the account ‘\(account.text)’", at: fields["account"],
                hint: Hint.nearest(account.text, among: staff.people.map(\.account.text))
                    ?? "‘account’ names somebody of ‘staff’")
        }
        return Escalation.Step(overdue: days, title: title, english: english, account: account)
    }
}
