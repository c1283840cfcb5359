import CaseDomain
import Yams

/// 送达与后续: how licences are delivered, when their holders are reminded, and by when ratings and feedback are answered.
extension NodeReader {
    mutating func aftercare(_ fields: Fields) -> Office.Aftercare {
        var aftercare = Office.Aftercare()
        if let node = fields["delivery"] { aftercare.modes = deliveryModes(node) }
        if let node = fields["expiry"], let reminding = reminding(node) { aftercare.reminding = reminding }
        if let node = fields["ratings"], let rating = ratingTerm(node) { aftercare.rating = rating }
        if let node = fields["feedback"] {
            let days: [FeedbackKind: Int] = days(node, "‘feedback’", atLeast: 1)
            aftercare.feedbackDays.merge(days) { _, own in own }
        }
        return aftercare
    }

    private mutating func deliveryModes(_ node: Node) -> [Matter: [DeliveryMode]] {
        var modes: [Matter: [DeliveryMode]] = [:]
        for entry in entries(node, "‘delivery’") {
            guard let matter = term(entry.key, Matter.self, "‘delivery’") else { continue }
            var offered: [DeliveryMode] = []
            for item in list(entry.value, "the ways of ‘\(matter.id)’") {
                guard let mode = term(item, DeliveryMode.self, "‘delivery’") else { continue }
                if offered.contains(mode) { report(.duplicateRow, "\(mode.id) stands twice", at: item) }
                offered.append(mode)
            }
            if entry.value.sequence?.isEmpty == true {
                report(.badValue, "‘\(matter.id)’ can't be delivered at all", at: entry.value, hint: "[window, …]")
            }
            modes[matter] = offered
        }
        return modes
    }

    private mutating func reminding(_ node: Node) -> Office.Aftercare.Reminding? {
        guard
            let fields = mapping(
                node, "‘expiry’", required: [], optional: ["months", "follow-up-days", "message-days"])
        else { return nil }
        var reminding = Office.Aftercare.Reminding()
        if fields["months"] != nil { reminding.months = integer(fields, "months", atLeast: 1) ?? reminding.months }
        if let node = fields["follow-up-days"] {
            let days: [ExpiryContact.Answer: Int] = days(node, "‘follow-up-days’", atLeast: 1)
            reminding.followUpDays.merge(days) { _, own in own }
        }
        if fields["message-days"] != nil {
            reminding.messageDays = integer(fields, "message-days", atLeast: 1) ?? reminding.messageDays
        }
        return reminding
    }

    private mutating func ratingTerm(_ node: Node) -> Office.Aftercare.RatingTerm? {
        guard let fields = mapping(node, "‘ratings’", required: ["days", "basis"]) else { return nil }
        let days = integer(fields, "days", atLeast: 1)
        let basis = source(fields, "basis")
        return days.map { Office.Aftercare.RatingTerm(days: $0, basis: basis) }
    }

    /// Days for each of some terms.
    private mutating func days<Term: Vocabulary>(_ node: Node, _ what: String, atLeast least: Int) -> [Term: Int] {
        var days: [Term: Int] = [:]
        for entry in entries(node, what) {
            guard let term = term(entry.key, Term.self, what), let count = integer(entry.value, what) else { continue }
            if count < least {
                report(.badNumber, "\(what) has \(count) days", at: entry.value, hint: "at least \(least)")
            }
            days[term] = count
        }
        return days
    }
}
