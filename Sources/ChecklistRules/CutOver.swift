package import CaseDomain

/// 分段处置: a day from which something is done in a new way, while what came in before runs out in the old one.
package struct CutOver: Hashable, Sendable {
    package let id: String
    /// The first day of receipt under the new regime.
    package let date: CivilDate
    /// What the old regime is called.
    package let regime: String
    package let english: String
    /// Who sees the old cases through.
    package let owner: Owner
    package let coverage: [Coverage]
    package let basis: LegalSource

    package struct Owner: Hashable, Sendable {
        package let name: String
        package let phone: String

        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }

    /// A matter, or one action of it.
    package struct Coverage: Hashable, Sendable {
        package let matter: Matter
        package let action: Action?

        package init(matter: Matter, action: Action?) {
            self.matter = matter
            self.action = action
        }
    }

    package init(
        id: String, date: CivilDate, regime: String, english: String, owner: Owner, coverage: [Coverage],
        basis: LegalSource
    ) {
        self.id = id
        self.date = date
        self.regime = regime
        self.english = english
        self.owner = owner
        self.coverage = coverage
        self.basis = basis
    }

    package var scopes: [RunOutScope] {
        coverage.map { RunOutScope(matter: $0.matter, action: $0.action, receivedBefore: date) }
    }
}

/// Every cut-over of an office.
package struct CutOverTable: Hashable, Sendable {
    /// By date.
    package let cutOvers: [CutOver]

    package init(_ cutOvers: [CutOver]) { self.cutOvers = cutOvers.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }

    package static let none = CutOverTable([])

    /// The old regime that a case belongs to; nil where it came in under the present one.
    ///
    /// - Parameter today: a cut-over that is still to come leaves nothing behind yet.
    package func regime(
        of matter: Matter, _ action: Action, received: CivilDate, on today: CivilDate
    ) -> CutOver? {
        // Of several, the first after the receipt: that one ended the rules which the case began under.
        cutOvers.first { cutOver in
            cutOver.date <= today && cutOver.scopes.contains { $0.holds(matter, action, received: received) }
        }
    }

    /// Which cases run out.
    package func scopes(on today: CivilDate) -> [RunOutScope] {
        cutOvers.filter { $0.date <= today }.flatMap(\.scopes)
    }
}
