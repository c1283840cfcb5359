package import CaseDomain
package import ChecklistRules
package import NoticeComposer

extension Desk {
    /// What the notices of this desk are made of besides the case.
    package var noticeSetting: NoticeSetting {
        NoticeSetting(office: office, template: template, statute: clocks.notice.basis, program: program)
    }

    /// The notice that could be issued for a case now.
    ///
    /// - Returns: nil while a line is open, where the case belongs elsewhere, or where nothing has to be corrected.
    package func draft(
        of file: CaseFile, _ evaluation: Evaluation, _ evaluator: Evaluator, _ stamp: EventStamp
    ) -> NoticeDraft? {
        guard let checklist = evaluator.checklist, let complete = complete(evaluation) else { return nil }
        return NoticeDraft(
            complete, of: file, checklist: checklist, setting: noticeSetting, calendar: clocks.calendar,
            stamp: stamp)
    }
}
