package import CaseDomain

/// 催办: whether an applicant can be reminded of a correction, and with what. The worker of the outbox and a clerk who
/// reminds many at once go by the same answer.
package enum CorrectionReminder: Hashable, Sendable {
    case ready(OutboxMessage)
    case barred(Obstacle)

    package enum Obstacle: Hashable, Sendable {
        /// The office sends no messages, or has no wording for this one.
        case off, noTemplate
        case notAwaiting
        /// No correction term runs, or it is over.
        case noDeadline
        case isOver(CivilDate)
        case noPhone, landline
        /// Once for a notice is enough.
        case sent
        /// One paper, one reminder: this case of the bundle speaks for the others.
        case spokenFor(CaseNumber)
    }

    /// - Parameters:
    ///   - sisters: the other cases of the bundle, as far as they are known.
    ///   - procedure: what papers call the matter of the case.
    package init(
        of file: CaseFile, sisters: [CaseFile], setting: MessageSetting, clocks: CaseClocks, on today: CivilDate,
        procedure: (CaseFile) -> String
    ) {
        guard setting.office.messaging.isOn else {
            self = .barred(.off)
            return
        }
        guard setting.templates[.correctionReminder] != nil else {
            self = .barred(.noTemplate)
            return
        }
        guard case .awaitingCorrection = file.phase, let notice = file.notices.last else {
            self = .barred(.notAwaiting)
            return
        }
        guard let due = clocks.running(for: file, on: today)?.due else {
            self = .barred(.noDeadline)
            return
        }
        guard due >= today else {
            self = .barred(.isOver(due))
            return
        }
        if let speaker = CorrectionReminder.speaker(for: file, among: sisters) {
            self = .barred(.spokenFor(speaker))
            return
        }
        let message = setting.reminder(of: notice, in: file, procedure: procedure(file), deadline: due)
        guard let message else {
            if case .landline = MessageContact(file.particulars) {
                self = .barred(.landline)
            } else {
                self = .barred(.noPhone)
            }
            return
        }
        guard !file.record.messages.contains(where: { $0.message.id == message.id }) else {
            self = .barred(.sent)
            return
        }
        self = .ready(message)
    }

    /// The first case of a bundle speaks for those that wait for the same notice.
    ///
    /// - Returns: nil where the case speaks for itself.
    package static func speaker(for file: CaseFile, among sisters: [CaseFile]) -> CaseNumber? {
        for member in file.membership?.members ?? [] {
            if member.number == file.number { return nil }
            guard let sister = sisters.first(where: { $0.number == member.number }),
                case .awaitingCorrection = sister.phase
            else { continue }
            if sister.notices.last?.number == file.notices.last?.number { return sister.number }
        }
        return nil
    }
}
