package import CaseDomain
package import CaseStore

/// Cases that came as far as a licence, and what may have happened to that.
package enum LicenceCases {
    /// What happens to a case until it has its licence.
    package static func steps(_ number: String, expires: String?, on day: CivilDate, electronic: Bool = false)
        -> [CaseEvent.Payload]
    {
        let clerk = ClerkID("zhang")
        return [
            .accepted(acceptance: Acceptance(on: day, gaps: [])),
            .life(
                event: .decided(
                    decision: Decision(
                        outcome: .approved, on: day, reviewedBy: clerk, decidedBy: clerk, level: 1, reason: ""))),
            .life(
                event: .licensed(
                    licence: IssuedLicence(
                        number: number, issuedOn: day, expiresOn: expires.map(DeskCases.date),
                        isElectronic: electronic))),
        ]
    }

    @discardableResult
    package static func licensed(
        _ particulars: Particulars, _ number: String, expires: String?, in store: any CaseStoring,
        window: String = "A02", electronic: Bool = false
    ) throws -> CaseFile {
        let file = try DeskCases.receive(particulars, into: store, window: window)
        let day = particulars.receivedAt.date
        return try DeskCases.append(
            steps(number, expires: expires, on: day, electronic: electronic), to: file, on: day.description, in: store)
    }

    /// A restaurant of a firm of its own.
    package static func firm(
        _ name: String, phone: String? = "13800000001", uscc: String? = nil, received: String = "2021-12-01"
    ) -> Particulars {
        var particulars = DeskCases.restaurant(name, received: received)
        particulars.applicant.phone = phone
        particulars.applicant.uscc = uscc
        return particulars
    }

    package static func contact(
        _ channel: ExpiryContact.Channel, _ answer: ExpiryContact.Answer
    ) -> CaseEvent.Payload {
        .life(event: .expiryContacted(contact: ExpiryContact(channel: channel, answer: answer, words: "")))
    }
}
