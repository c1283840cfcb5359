package import CaseDomain
package import CaseStore
import ScreenKit
import TextLayout

/// 到期台账 in words: the same on the screen, in the command and in the file.
package enum ExpiryText {
    /// One licence, to be told from the others of its firm.
    static func label(_ line: LicenceLine) -> Phrase {
        let values: KeyValuePairs = [
            "number": SafeText.singleLine(line.licence), "date": line.expiresOn.description,
            "case": line.number.text,
        ]
        return Phrase.init(
            Phrases.Expiry.label.text(.zh, values) + line.matter.phrase.zh,
            Phrases.Expiry.label.text(.en, values) + line.matter.phrase.en)
    }

    package static func days(_ last: CivilDate, _ today: CivilDate, _ desk: Desk) -> String {
        let left = last.dayNumber - today.dayNumber
        if left < 0 { return desk.say(Phrases.Expiry.daysOver, ["count": String(-left)]) }
        return desk.say(Phrases.Expiry.daysLeft, ["count": String(left)])
    }

    /// The last contact, short; nothing where there was none.
    package static func contact(_ contact: LicenceLine.Contact?, _ desk: Desk) -> String {
        guard let contact else { return "" }
        return "\(contact.on) \(desk.say(contact.channel.phrase)) \(desk.say(contact.answer.phrase))"
    }

    /// When the firm is to be asked again.
    package static func followUp(_ firm: FirmLicences, _ desk: Desk) -> CivilDate? {
        firm.contact.map { contact in
            contact.on.adding(days: desk.office.aftercare.reminding.followUpDays[contact.answer] ?? 0)
        }
    }

    /// A row a licence, for a spreadsheet. The telephone numbers are covered: a list goes from hand to hand.
    package static func csv(_ firms: [FirmLicences], on today: CivilDate, _ desk: Desk) -> String {
        let titles = [
            Phrases.Expiry.firm, Phrases.Expiry.licence, Phrases.Preview.matter, Phrases.Expiry.lastDay,
            Phrases.Expiry.left, Phrases.Queue.number, Phrases.Queue.window, Phrases.Expiry.phone,
            Phrases.Expiry.lastContact, Phrases.Expiry.channel, Phrases.Expiry.answer, Phrases.Expiry.followUp,
        ].map(desk.say)
        let rows = firms.flatMap { firm in
            firm.licences.map { licence -> [String] in
                let line = licence.line
                return [
                    line.applicant, line.licence, desk.say(line.matter.phrase), line.expiresOn.description,
                    String(line.expiresOn.dayNumber - today.dayNumber), line.number.text, line.window,
                    MobileNumber(line.phone)?.masked ?? "", line.contact?.on.description ?? "",
                    line.contact.map { desk.say($0.channel.phrase) } ?? "",
                    line.contact.map { desk.say($0.answer.phrase) } ?? "", followUp(firm, desk)?.description ?? "",
                ]
            }
        }
        return QueueExport.table([titles] + rows)
    }
}
