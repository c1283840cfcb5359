package import CaseDomain
package import ChecklistRules

/// What a notice is made of besides the evaluation.
package struct NoticeSetting: Hashable, Sendable {
    package let office: Office
    package let template: PaperTemplate
    /// 一次性告知的法律依据, as the clocks file has it.
    package let statute: LegalSource
    /// The program's version, for the record.
    package let program: String

    package init(office: Office, template: PaperTemplate, statute: LegalSource, program: String) {
        self.office = office
        self.template = template
        self.statute = statute
        self.program = program
    }
}

/// A correction notice that is ready to leave: everything but its number is fixed.
///
/// It can only be made from a `CompleteEvaluation`, so no notice leaves while a line is unjudged.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
package struct NoticeDraft: Hashable, Sendable {
    package let round: Int
    package let issuedAt: Moment
    package let correctionDays: Int
    package let deadline: CivilDate?
    package let items: [NoticeItem]
    /// What goes out to the applicant when it is issued; nil where nothing does.
    package var message: MessageDraft?
    /// 代办: in whose place it is issued; nil where the clerk does so by his own right.
    package var cover: CoverNote?
    private let checklist: ChecklistReference
    private let setting: NoticeSetting
    private let text: NoticeText

    /// - Parameters:
    ///   - evaluation: judged to the last line.
    ///   - file: the case; its next notice is made.
    ///   - checklist: the one that the evaluation used; it has the words.
    ///   - calendar: counts the correction term in working days.
    ///   - stamp: the day and the clerk of the issue.
    /// - Returns: nil where nothing has to be corrected, so that there is nothing to notify.
    package init?(
        _ evaluation: CompleteEvaluation, of file: CaseFile, checklist: Checklist, setting: NoticeSetting,
        calendar: WorkingCalendar, stamp: EventStamp
    ) {
        guard evaluation.outcome == .correct else { return nil }
        let text = NoticeText(
            evaluation.evaluation, of: file, checklist: checklist, setting: setting, calendar: calendar, stamp: stamp)
        round = file.round + 1
        issuedAt = stamp.at
        correctionDays = setting.office.correctionDays
        deadline = text.deadline
        items = text.items
        self.checklist = evaluation.checklist
        self.setting = setting
        self.text = text
    }

    /// The notice under its number.
    package func issued(as number: DocumentNumber) -> IssuedNotice {
        let lines = text.typeset(number: number.text)
        return IssuedNotice(
            restoring: number, round: round, issuedAt: issuedAt, correctionDays: correctionDays, deadline: deadline,
            checklist: checklist, program: setting.program, items: items,
            lines: lines.map(\.text), imprint: text.imprint(of: lines))
    }

    /// What goes into the case together with the notice.
    package func along(_ notice: IssuedNotice) -> [CaseEvent.Payload] {
        (message.map { [.messageQueued(message: $0.message(about: notice.number))] } ?? [])
            + (cover.map { [.life(event: .covered(cover: $0))] } ?? [])
    }

    var noticeValues: [PaperTemplate.Placeholder: String] { text.filling.values }

    /// The paper as it will print, with words in the place of the number that it doesn't have yet.
    package func lines(numberWords: String) -> [String] { text.lines(number: numberWords) }
}
