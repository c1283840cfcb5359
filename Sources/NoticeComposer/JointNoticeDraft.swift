package import CaseDomain
package import ChecklistRules

/// One correction notice for several matters of a bundle, ready to leave: everything but its number is fixed.
///
/// Like `NoticeDraft` it can only be made of evaluations in which nothing is open: one paper must name everything that
/// any of the matters lacks.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
package struct JointNoticeDraft: Hashable, Sendable {
    /// The cases that it holds back, in the order of the bundle, each with what it keeps of the paper.
    package let parts: [Part]
    /// The cases that it calls complete, as they were read: it may only leave while they are.
    package let others: [CaseRevision]
    /// How many papers the applicant will have had for the bundle.
    package let round: Int
    package let issuedAt: Moment
    package let deadline: CivilDate?
    /// The lines of the paper, each shared thing once.
    package let items: [NoticeItem]
    /// What goes out to the applicant when it is issued; nil where nothing does.
    package var message: MessageDraft?
    /// 代办: in whose place it is issued; nil where the clerk does so by his own right.
    package var cover: CoverNote?
    private let setting: NoticeSetting
    private let text: NoticeText

    package struct Part: Hashable, Sendable {
        package let version: CaseRevision
        /// Counted in the case.
        package let round: Int
        package let checklist: ChecklistReference
        /// The lines that this case answers for.
        package let items: [NoticeItem]
    }

    /// A case and how many events it has.
    package struct CaseRevision: Hashable, Sendable {
        package let number: CaseNumber
        package let revision: Revision
    }

    /// One matter that is being checked.
    package struct Member: Sendable {
        package let file: CaseFile
        package let evaluation: CompleteEvaluation
        package let checklist: Checklist
        /// 食品经营许可·新办, as papers call it.
        package let name: String

        package init(file: CaseFile, evaluation: CompleteEvaluation, checklist: Checklist, name: String) {
            self.file = file
            self.evaluation = evaluation
            self.checklist = checklist
            self.name = name
        }
    }

    /// - Parameters:
    ///   - members: the matters being checked, judged to the last line; those that are in order are named as going on.
    ///   - bundle: what the paper calls the bundle.
    /// - Returns: nil where nothing has to be corrected in any of them.
    package init?(
        _ members: [Member], joined: JointEvaluation, bundle: String, setting: NoticeSetting,
        calendar: WorkingCalendar, stamp: EventStamp
    ) {
        let held = members.filter { $0.evaluation.outcome == .correct }
        guard !held.isEmpty else { return nil }
        let face = JointNoticeFace(
            bundle: bundle, files: members.map(\.file), names: members.map(\.name), joined: joined,
            complete: members.indices.filter { members[$0].evaluation.outcome != .correct })
        let text = NoticeText(face, setting: setting, calendar: calendar, stamp: stamp)
        parts = members.enumerated().filter { $0.element.evaluation.outcome == .correct }.map { place, member in
            Part(
                version: CaseRevision(number: member.file.number, revision: member.file.revision),
                round: member.file.round + 1, checklist: member.evaluation.checklist, items: face.items(of: place))
        }
        others = members.filter { $0.evaluation.outcome != .correct }.map {
            CaseRevision(number: $0.file.number, revision: $0.file.revision)
        }
        round = face.round
        issuedAt = stamp.at
        deadline = text.deadline
        items = text.items
        self.setting = setting
        self.text = text
    }

    /// What each case keeps of the paper under its number: the same text in all of them.
    package func issued(as number: DocumentNumber) -> [IssuedNotice] {
        let lines = text.typeset(number: number.text)
        return parts.map { part in
            IssuedNotice(
                restoring: number, round: part.round, issuedAt: issuedAt,
                correctionDays: setting.office.correctionDays, deadline: deadline, checklist: part.checklist,
                program: setting.program, items: part.items, lines: lines.map(\.text),
                imprint: text.imprint(of: lines))
        }
    }

    /// What goes into the first case together with the notice.
    package func along(_ notice: IssuedNotice) -> [CaseEvent.Payload] {
        (message.map { [.messageQueued(message: $0.message(about: notice.number))] } ?? [])
            + (cover.map { [.life(event: .covered(cover: $0))] } ?? [])
    }

    var noticeValues: [PaperTemplate.Placeholder: String] { text.filling.values }

    /// The paper as it will print, with words in the place of the number that it doesn't have yet.
    package func lines(numberWords: String) -> [String] { text.lines(number: numberWords) }
}
