package import CaseDomain
package import ChecklistRules

/// 信息公示卡 as it is made out, from the case and what the clerk added.
package enum StallCardText {
    /// - Parameters:
    ///   - place: where the stall stands.
    ///   - hours: 经营时段.
    ///   - checklist: for the names of what is sold.
    ///   - stamp: of the clerk who makes it out; its moment is the card's.
    package static func card(
        of file: CaseFile, place: String, hours: String, checklist: Checklist, office: Office,
        template: PaperTemplate, stamp: EventStamp
    ) -> StallCard {
        let products = file.particulars.facts.products?.terms.map { checklist.names[$0].chinese } ?? []
        let values: [PaperTemplate.Placeholder: String] = [
            .applicant: file.particulars.applicant.name, .products: products.joined(separator: "、"), .place: place,
            .stallHours: hours, .office: office.name, .issued: stamp.at.date.chinese, .phone: office.phone,
            .supervision: office.supervisionPhone, .clerk: stamp.by.text,
            .caseNumber: file.nameForApplicant,
        ]
        let lines = PaperFilling(template: template, values: values).typeset()
        return StallCard(issuedAt: stamp.at, place: place, hours: hours, lines: lines.map(\.text))
    }
}
