package import CaseDomain

/// 到期提醒短信: one message to a firm about all its licences that run out, or why there is none.
package enum ExpiryReminder: Hashable, Sendable {
    /// - Parameter carrier: the case that the message belongs to.
    case ready(OutboxMessage, carrier: CaseNumber)
    case barred(Obstacle)

    package enum Obstacle: Hashable, Sendable {
        /// The office sends no messages, or has no wording for this one.
        case off, noTemplate
        case noPhone, landline
        /// One was put out on that day, which is not long ago.
        case sent(CivilDate)
    }

    /// - Parameters:
    ///   - licences: of one firm, in the order of their last days.
    ///   - name: what a licence for a matter is called.
    package init(
        of licences: [LicenceLine], setting: MessageSetting, on today: CivilDate, name: (Matter) -> String
    ) {
        guard setting.office.messaging.isOn else {
            self = .barred(.off)
            return
        }
        guard let template = setting.templates[.licenceExpiring], let firm = licences.first?.firm else {
            self = .barred(.noTemplate)
            return
        }
        let days = setting.office.aftercare.reminding.messageDays
        let last = licences.compactMap(\.messagedOn).max()
        if let last, today < last.adding(days: days) {
            self = .barred(.sent(last))
            return
        }
        guard let carrier = licences.first(where: { MobileNumber($0.phone) != nil }),
            let recipient = MobileNumber(carrier.phone)
        else {
            self = .barred(licences.contains { !$0.phone.isEmpty } ? .landline : .noPhone)
            return
        }
        func draft(_ count: Int) -> MessageDraft {
            MessageDraft(
                .licenceExpiring, id: ExpiryReminder.id(of: firm, licences, after: last), to: recipient,
                template: template,
                values: [
                    .office: setting.office.name, .phone: setting.office.phone, .applicant: carrier.applicant,
                    .licenceCount: String(licences.count),
                    .licenceList: ExpiryReminder.list(licences, first: count, name),
                ])
        }
        // As many as a message holds; how many there are is said in any case.
        var count = licences.count
        while count > 1, MessageParts.count(draft(count).text(number: "")) > MessageParts.most { count -= 1 }
        self = .ready(draft(count).message(about: nil), carrier: carrier.number)
    }

    /// The ends of the numbers are enough for their holder, and too little for anybody else.
    private static func list(_ licences: [LicenceLine], first count: Int, _ name: (Matter) -> String) -> String {
        let named = licences.prefix(count).map { line in
            "\(name(line.matter))尾号\(line.licence.suffix(4))（\(line.expiresOn.chinese)到期）"
        }.joined(separator: "、")
        return count < licences.count ? "\(named)等\(licences.count)证" : named
    }

    /// Names the message by the firm, its first last day and the message before it. The store takes no name twice, so a
    /// desk that doesn't know yet what another has put out can't put out a second one.
    private static func id(of firm: String, _ licences: [LicenceLine], after last: CivilDate?) -> String {
        // FNV-1a: file names hold neither names nor telephone numbers.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in firm.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let parts = [
            String(hash, radix: 16), licences.first?.expiresOn.description ?? "", last.map { "after-\($0)" } ?? "first",
            OutboxMessage.Occasion.licenceExpiring.id,
        ]
        return parts.joined(separator: "-")
    }
}
