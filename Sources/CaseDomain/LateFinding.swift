/// 漏告知: something that a later notice names though it could have been seen before.
package struct LateFinding: Hashable, Sendable, Codable {
    /// Why it is told only now.
    package enum Reason: String, Vocabulary {
        /// It was there to be seen: the office's own fault.
        case overlooked
        /// The applicant has changed what is applied for.
        case applicationChanged = "application-changed"
        /// The law or the published guide has changed.
        case rulesChanged = "rules-changed"
    }

    /// One line that is named late.
    package struct Item: Hashable, Sendable, Codable {
        /// Nil where the application itself is at fault.
        package let material: Material?
        /// `missing`, or the id of the check or of the application's defect.
        package let defect: String

        package init(material: Material?, defect: String) {
            self.material = material
            self.defect = defect
        }
    }

    /// The notice that is to name it, from 2.
    package let round: Int
    package let items: [Item]
    package let reason: Reason
    /// The reason in the clerk's words.
    package let words: String
    /// 责任人.
    package let owner: String

    package init(round: Int, items: [Item], reason: Reason, words: String, owner: String) {
        self.round = round
        self.items = items
        self.reason = reason
        self.words = words
        self.owner = owner
    }
}

/// 放行: a supervisor's written word, without which something may not leave.
package struct Release: Hashable, Sendable, Codable {
    package enum Scope: String, Vocabulary {
        /// A notice that names something late.
        case lateFinding = "late-finding"
        /// A notice of a round that the office file refuses.
        case round
    }

    package let scope: Scope
    /// The notice that it lets go, from 2.
    package let round: Int
    /// The supervisor.
    package let by: String
    package let words: String

    package init(scope: Scope, round: Int, by: String, words: String) {
        self.scope = scope
        self.round = round
        self.by = by
        self.words = words
    }
}

/// 上门指导: what came of the visit that the office offers from a certain notice on.
package struct GuidanceVisit: Hashable, Sendable, Codable {
    /// The notice because of which it was offered.
    package let round: Int
    /// Nil where the applicant declined.
    package let on: CivilDate?
    /// Who comes; empty where the applicant declined.
    package let visitor: String
    package let note: String

    package init(round: Int, on: CivilDate?, visitor: String, note: String) {
        self.round = round
        self.on = on
        self.visitor = visitor
        self.note = note
    }
}
