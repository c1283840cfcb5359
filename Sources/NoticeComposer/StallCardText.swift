package import CaseDomain
package import ChecklistRules
import TextLayout

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
            .caseNumber: file.particulars.externalNumber ?? file.number.text,
        ]
        var lines: [String] = []
        for paragraph in template.paragraphs {
            switch paragraph {
            case .center(let text): lines += PaperFilling.aligned(PaperFilling.filled(text, values), .center)
            case .right(let text): lines += PaperFilling.aligned(PaperFilling.filled(text, values), .trailing)
            case .plain(let text): lines += broken(PaperFilling.filled(text, values))
            case .body(let text): lines += broken(PaperFilling.filled(text, values), firstIndent: 4)
            case .blank: lines.append("")
            // No template of a card holds them.
            case .items, .gaps, .spared, .corrected, .bundle, .complete: break
            }
        }
        return StallCard(issuedAt: stamp.at, place: place, hours: hours, lines: lines)
    }

    private static func broken(_ text: String, firstIndent: Int = 0) -> [String] {
        LineBreaking.lines(text, columns: NoticeText.columns, firstIndent: firstIndent)
    }
}
