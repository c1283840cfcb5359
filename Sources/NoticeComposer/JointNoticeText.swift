package import CaseDomain
import ChecklistRules

extension NoticeText {
    /// The text of one notice about several matters; like the other it can be made before everything is judged.
    package init(_ face: JointNoticeFace, setting: NoticeSetting, calendar: WorkingCalendar, stamp: EventStamp) {
        items = face.items
        let gaps = face.gaps
        let spared = face.lookedUp
        deadline = NoticeText.deadline(setting.office, calendar, stamp)
        template = setting.template
        let complete = face.complete.map { face.names[$0] }.joined(separator: "、")
        occasions = NoticeText.occasions(of: face.files, gaps: gaps, spared: spared).union([.bundle])
            .union(complete.isEmpty ? [] : [.complete])
        let matters = face.names.joined(separator: "、")
        let values = NoticeText.values(
            for: face.files, procedure: matters, round: face.round, items: items, gaps: gaps, spared: spared,
            deadline: deadline, setting: setting, stamp: stamp)
        let joint: [PaperTemplate.Placeholder: String] = [
            .bundle: face.bundle, .matters: matters, .completeList: complete,
        ]
        self.values = values.merging(joint) { $1 }
    }
}
