import CaseDomain
import ChecklistRules
import NoticeComposer

/// 一件事 on the desk: the case and its sisters, or the matters that a new form would become, judged side by side.
struct JointCase {
    struct Member {
        /// Nil while the bundle is only being taken in.
        let file: CaseFile?
        let application: Application
        let checklist: Checklist?
        let sheet: ChecklistSheet
        /// Whether it is the case on the desk.
        let isOpen: Bool
        /// What time and events have made of it.
        let state: CaseState?

        var evaluation: Evaluation { sheet.evaluation }

        /// Whether it still waits for its one notice, or for nothing.
        var isChecked: Bool { (state ?? .checking) == .checking && evaluation.route == nil && checklist != nil }

        /// Lines that keep the notice from leaving.
        var openLines: Int {
            sheet.lines.count { $0.state == .unjudged }
                + evaluation.undetermined.count { $0.material == nil }
        }

        func name(_ language: Language) -> String {
            let particulars = application.particulars
            return "\(particulars.matter.phrase.text(language))·\(particulars.action.phrase.text(language))"
        }
    }

    let bundle: Bundle?
    /// The bundle's id, which stands for its name where the file doesn't hold it any more.
    private let id: String
    /// In the order of the bundle.
    let members: [Member]
    let shared: TermSet<Material>

    /// - Returns: nil for a case of its own.
    init?(_ work: CaseWork, today: CivilDate, _ desk: Desk) {
        let book = desk.rules.book()
        func member(_ file: CaseFile?, _ application: Application, isOpen: Bool) -> Member {
            let evaluator = book.evaluator(
                for: application.particulars, office: desk.office, keeping: file?.checklist)
            return Member(
                file: file, application: application, checklist: evaluator.checklist,
                sheet: evaluator.sheet(for: application), isOpen: isOpen,
                state: file.map { CaseClockFace($0, today: today, desk: desk).state })
        }
        if let bundle = work.form.bundle {
            self.bundle = bundle
            id = bundle.id
            shared = bundle.shared
            let form = work.form.draft
            members = bundle.members(for: form, at: desk.office).enumerated().map { place, each in
                member(nil, Application(particulars: bundle.particulars(of: each, from: form)), isOpen: place == 0)
            }
            return
        }
        guard let file = work.file, let membership = file.membership else { return nil }
        bundle = book.bundle(membership.bundle)
        id = membership.bundle
        shared = membership.shared
        members = membership.members.compactMap { each in
            if each.number == file.number { return member(file, work.application, isOpen: true) }
            return work.sisters.first { $0.number == each.number }.map {
                member($0, $0.application, isOpen: false)
            }
        }
    }

    func name(_ language: Language) -> String {
        bundle.map { language == .zh ? $0.chinese : $0.english } ?? id
    }

    /// What all members come to together, whatever has become of them.
    var joined: JointEvaluation { JointCase.joined(members, shared) }

    /// The members that one notice would be about.
    var checked: [Member] { members.filter(\.isChecked) }

    private static func joined(_ members: [Member], _ shared: TermSet<Material>) -> JointEvaluation {
        JointEvaluation(
            members.map {
                JointEvaluation.Member(application: $0.application, checklist: $0.checklist, sheet: $0.sheet)
            }, sharing: shared)
    }

    // MARK: The notice

    /// The first member with something unjudged, the open case before its sisters; nil where all are judged.
    var unfinished: Member? {
        let open = checked.filter { $0.evaluation.outcome == .undetermined }
        return open.first(where: \.isOpen) ?? open.first
    }

    /// The paper as it would read now.
    func text(_ stamp: EventStamp, _ desk: Desk) -> NoticeText {
        let members = checked
        let face = JointNoticeFace(
            bundle: name(.zh), files: members.compactMap(\.file), names: members.map { $0.name(.zh) },
            joined: JointCase.joined(members, shared),
            complete: members.indices.filter {
                [.accept, .acceptWithGaps].contains(members[$0].evaluation.outcome)
            })
        return NoticeText(face, setting: desk.noticeSetting, calendar: desk.clocks.calendar, stamp: stamp)
    }

    /// The paper that could be issued now.
    ///
    /// - Returns: nil while a line of any matter is open, or where nothing has to be corrected.
    func draft(_ stamp: EventStamp, _ desk: Desk) -> JointNoticeDraft? {
        let members = checked
        let judged = members.compactMap { member -> JointNoticeDraft.Member? in
            guard let file = member.file, let checklist = member.checklist, let complete = complete(member.evaluation)
            else { return nil }
            return JointNoticeDraft.Member(
                file: file, evaluation: complete, checklist: checklist, name: member.name(.zh))
        }
        guard judged.count == members.count else { return nil }
        return JointNoticeDraft(
            judged, joined: JointCase.joined(members, shared), bundle: name(.zh), setting: desk.noticeSetting,
            calendar: desk.clocks.calendar, stamp: stamp)
    }
}
