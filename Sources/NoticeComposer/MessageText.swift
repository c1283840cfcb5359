package import CaseDomain
import TextLayout

/// 短信模板: the one sentence that is sent on an occasion, as an office can replace it.
package struct MessageTemplate: Hashable, Sendable {
    let template: PaperTemplate
    let sentence: String

    /// - Returns: nil where it isn't one sentence, or where there is a copy for somebody else.
    package init?(_ template: PaperTemplate) {
        guard case .plain(let sentence)? = template.paragraphs.first, template.paragraphs.count == 1,
            template.copies.isEmpty
        else { return nil }
        self.template = template
        self.sentence = sentence
    }
}

/// How a text is sent: in UCS-2, so many units a part.
///
/// Legal source: none; 3GPP TS 23.040 and 23.038, 140 octets a part, six of them a header where there are several.
package enum MessageParts {
    /// Units of a message that is one part alone.
    package static let single = 70
    /// Units of each part of a longer one.
    package static let joined = 67
    /// More than this no gateway takes.
    package static let most = 10

    /// The text part by part. A character of two units is never torn.
    package static func split(_ text: String) -> [String] {
        guard text.utf16.count > single else { return text.isEmpty ? [] : [text] }
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var units = 0
        for scalar in text.unicodeScalars {
            let size = UTF16.width(scalar)
            if units + size > joined {
                parts.append(String(part))
                part = String.UnicodeScalarView()
                units = 0
            }
            part.append(scalar)
            units += size
        }
        return parts + [String(part)]
    }

    package static func count(_ text: String) -> Int { split(text).count }
}

/// A message that is ready but for the number of the paper that it tells of.
package struct MessageDraft: Hashable, Sendable {
    package let occasion: OutboxMessage.Occasion
    package let recipient: MobileNumber
    /// Names the message among all of the store.
    private let id: String
    private let template: MessageTemplate
    private let values: [PaperTemplate.Placeholder: String]

    init(
        _ occasion: OutboxMessage.Occasion, id: String, to recipient: MobileNumber, template: MessageTemplate,
        values: [PaperTemplate.Placeholder: String]
    ) {
        self.occasion = occasion
        self.id = id
        self.recipient = recipient
        self.template = template
        self.values = values
    }

    /// The text as it is sent: one line without anything that isn't to be seen.
    ///
    /// - Parameter number: of the paper, or what stands for it as long as it has none.
    package func text(number: String) -> String {
        let filling = PaperFilling(template: template.template, values: values)
        return SafeText.singleLine(filling.filled(template.sentence, number))
    }

    package func message(about document: DocumentNumber?) -> OutboxMessage {
        OutboxMessage(
            id: id, occasion: occasion, document: document, recipient: recipient.digits,
            text: text(number: document?.text ?? ""))
    }
}

/// What the messages of an office are made of.
package struct MessageSetting: Hashable, Sendable {
    package let office: Office
    /// An occasion without a template has no message.
    package let templates: [OutboxMessage.Occasion: MessageTemplate]

    package init(office: Office, templates: [OutboxMessage.Occasion: MessageTemplate]) {
        self.office = office
        self.templates = templates
    }

    /// The message that tells of a step of a case; nil where the office sends none, or there is nobody to send it to.
    ///
    /// - Parameter procedure: 食品经营许可·新办, as papers call it.
    package func draft(
        _ occasion: OutboxMessage.Occasion, of file: CaseFile, procedure: String, on day: CivilDate
    ) -> MessageDraft? {
        // An appointment may move, and each time it is told of anew.
        let told = file.record.messages.count { $0.message.occasion == occasion }
        let appointment = file.progress.appointment
        return draft(
            occasion, of: file,
            id: MessageID.text(
                occasion, of: file.number, round: occasion == .videoBooked && told > 0 ? told + 1 : nil),
            values: [
                .procedure: procedure, .issued: day.chinese, .window: office.collectionWindow(of: file),
                .tracking: file.progress.delivery?.tracking ?? "",
                .appointment: appointment.map { "\($0.at.date.chinese)\($0.at.clock)" } ?? "",
                .videoCode: appointment?.code ?? "",
            ])
    }

    /// The reminder that a correction term is running out.
    ///
    /// - Parameter deadline: the last day, with whatever was granted.
    package func reminder(
        of notice: IssuedNotice, in file: CaseFile, procedure: String, deadline: CivilDate
    ) -> OutboxMessage? {
        draft(
            .correctionReminder, of: file,
            id: MessageID.text(.correctionReminder, of: file.number, round: notice.round),
            values: [
                .procedure: procedure, .itemCount: String(notice.items.count), .deadline: "\(deadline.chinese)前",
            ])?.message(about: notice.number)
    }

    func draft(
        _ occasion: OutboxMessage.Occasion, of file: CaseFile, id: String,
        values: [PaperTemplate.Placeholder: String]
    ) -> MessageDraft? {
        guard office.messaging.isOn, let template = templates[occasion],
            case .mobile(let recipient) = MessageContact(file.particulars)
        else { return nil }
        let common: [PaperTemplate.Placeholder: String] = [
            .office: office.name, .phone: office.phone, .applicant: file.particulars.applicant.name,
            .caseNumber: file.particulars.externalNumber ?? file.number.text,
        ]
        return MessageDraft(
            occasion, id: id, to: recipient, template: template, values: values.merging(common) { own, _ in own })
    }
}

/// How messages are named: by their case and what they tell of, in letters that a file's name can have.
package enum MessageID {
    /// - Parameter round: of the notice that it tells of, or the how manieth it is of its kind; nil for the only one.
    package static func text(_ occasion: OutboxMessage.Occasion, of number: CaseNumber, round: Int?) -> String {
        "\(number.text)-\(round.map { "\($0)-" } ?? "")\(occasion.id)"
    }

    /// The name of the message that stands in for another.
    package static func again(_ id: String, after sent: Int) -> String { "\(id)-again-\(sent)" }
}

extension NoticeDraft {
    /// The notice with the message that tells of it; nothing changes where there is none to send.
    package func telling(_ file: CaseFile, _ setting: MessageSetting) -> NoticeDraft {
        var told = self
        told.message = setting.draft(
            .noticeIssued, of: file, id: MessageID.text(.noticeIssued, of: file.number, round: round),
            values: noticeValues)
        return told
    }
}

extension JointNoticeDraft {
    /// The same for a notice about several matters: one message, which belongs to the first case that it holds back.
    package func telling(_ files: [CaseFile], _ setting: MessageSetting) -> JointNoticeDraft {
        guard let part = parts.first, let file = files.first(where: { $0.number == part.version.number }) else {
            return self
        }
        var told = self
        told.message = setting.draft(
            .noticeIssued, of: file, id: MessageID.text(.noticeIssued, of: file.number, round: part.round),
            values: noticeValues)
        return told
    }
}
