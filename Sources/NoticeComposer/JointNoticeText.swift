package import CaseDomain
import ChecklistRules

extension NoticeText {
    /// The text of one notice about several matters; like the other it can be made before everything is judged.
    package init(_ face: JointNoticeFace, setting: NoticeSetting, calendar: WorkingCalendar, stamp: EventStamp) {
        items = face.items
        let gaps = face.gaps
        let spared = face.lookedUp
        deadline = NoticeText.deadline(setting.office, calendar, stamp)
        caseNumber = face.files.first?.nameForApplicant ?? ""
        code = setting.office.code(for: caseNumber)
        let complete = face.complete.map { face.names[$0] }.joined(separator: "、")
        let matters = face.names.joined(separator: "、")
        let values = NoticeText.values(
            for: face.files, procedure: matters, round: face.round, items: items, gaps: gaps, spared: spared,
            deadline: deadline, setting: setting, stamp: stamp)
        let joint: [PaperTemplate.Placeholder: String] = [
            .bundle: face.bundle, .matters: matters, .completeList: complete,
        ]
        filling = PaperFilling(
            template: setting.template, values: values.merging(joint) { $1 },
            occasions: NoticeText.occasions(of: face.files, gaps: gaps, spared: spared).union([.bundle])
                .union(complete.isEmpty ? [] : [.complete]))
    }
}
