import CaseDomain
import ChecklistRules
import NoticeComposer
import ScreenKit

/// What the notice screen has to show for the case on the desk.
enum NoticePaper {
    /// A paper that was given out, as it was.
    case issued(CaseDocument)
    /// Ready to leave.
    case ready(NoticeDraft, lines: [String])
    /// The same for several matters of a bundle.
    case readyTogether(JointNoticeDraft, JointCase, lines: [String])
    /// How the paper would read now; some lines are still unjudged.
    case unfinished(lines: [String], open: Int)
    /// 信息公示卡 of a stall, as it was made out.
    case card(StallCard)
    /// 一次性告知单 for somebody who asks: what the form says wasn't taken in.
    case slip(CasePaper)
    /// There is nothing to correct.
    case nothing(Phrase)

    init(_ work: CaseWork, shown: CaseDocument?, _ stamp: EventStamp, _ desk: Desk) {
        guard let file = work.file else {
            self = NoticePaper.slip(work, stamp, desk).map { .slip($0) } ?? .nothing(Phrases.Notice.notReceived)
            return
        }
        if let shown {
            self = .issued(shown)
            return
        }
        if let card = file.card {
            self = .card(card)
            return
        }
        let sheet = CaseSheet(work, desk)
        if sheet.evaluation.route != nil {
            self = .nothing(Phrases.Case.isRouted)
            return
        }
        guard let checklist = sheet.checklist else {
            self = .nothing(Phrases.Case.noChecklist)
            return
        }
        if let joint = JointCase(work, today: stamp.at.date, desk), joint.checked.count > 1 {
            self = NoticePaper.together(joint, stamp, desk)
            return
        }
        guard let complete = complete(sheet.evaluation) else {
            let text = NoticeText(
                sheet.evaluation, of: file, checklist: checklist, setting: desk.noticeSetting,
                calendar: desk.clocks.calendar,
                stamp: stamp)
            self = .unfinished(
                lines: text.lines(number: desk.say(Phrases.Notice.numberWhenIssued)), open: sheet.openCount)
            return
        }
        guard
            let draft = NoticeDraft(
                complete, of: file, checklist: checklist, setting: desk.noticeSetting, calendar: desk.clocks.calendar,
                stamp: stamp)
        else {
            self = .nothing(Phrases.Notice.nothingToCorrect)
            return
        }
        self = .ready(draft, lines: draft.lines(numberWords: desk.say(Phrases.Notice.numberWhenIssued)))
    }

    private static func slip(_ work: CaseWork, _ stamp: EventStamp, _ desk: Desk) -> CasePaper? {
        let sheet = CaseSheet(work, desk)
        return sheet.checklist.flatMap {
            GuidanceSlip.paper(for: work.application, sheet.sheet, $0, setting: desk.papers, stamp: stamp)
        }
    }

    private static func together(_ joint: JointCase, _ stamp: EventStamp, _ desk: Desk) -> NoticePaper {
        let numberWords = desk.say(Phrases.Notice.numberWhenIssued)
        if joint.unfinished != nil {
            let open = joint.checked.reduce(0) { $0 + $1.openLines }
            return .unfinished(lines: joint.text(stamp, desk).lines(number: numberWords), open: open)
        }
        guard let draft = joint.draft(stamp, desk) else { return .nothing(Phrases.Notice.nothingToCorrect) }
        return .readyTogether(draft, joint, lines: draft.lines(numberWords: numberWords))
    }

    var lines: [String] {
        switch self {
        case .issued(let document): document.lines
        case .card(let card): card.lines
        case .slip(let paper): paper.lines
        case .ready(_, let lines), .unfinished(let lines, _), .readyTogether(_, _, let lines): lines
        case .nothing: []
        }
    }
}
