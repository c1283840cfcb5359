package import CaseDomain
import ChecklistRules
import NoticeComposer

/// What a further notice of a case has to pass before it takes a number, in this order.
package struct IssueGate {
    enum Obstacle {
        case wording([WordingGate.Fault])
        /// Nobody has answered the offer of a visit.
        case visit
        /// Late findings that nobody has owned up to.
        case unexplained([RoundReview.Item])
        case unreleased(LateFinding)
        /// A round that the office file refuses.
        case refused
    }

    let file: CaseFile
    /// The notice that is to leave.
    let round: Int
    /// Nil for a first notice.
    package let review: RoundReview?
    private let faults: [WordingGate.Fault]
    private let ladder: Office.RoundLadder

    package init(_ items: [NoticeItem], of file: CaseFile, _ desk: Desk) {
        self.file = file
        round = file.round + 1
        review = RoundReview(items, of: file)
        faults = WordingGate(desk.rules.book().counsel.wording, desk.noticeSetting).faults(of: items)
        ladder = desk.office.ladder
    }

    /// The first thing in the way; nil where the notice may leave.
    var obstacle: Obstacle? {
        if !faults.isEmpty { return .wording(faults) }
        if round >= ladder.offerVisit, file.record.visit(round: round) == nil { return .visit }
        if let review, !review.late.isEmpty {
            guard let finding = file.record.lateFinding(round: round), review.late.allSatisfy(finding.items.contains)
            else { return .unexplained(review.items.filter { $0.kind == .late }) }
            if !file.record.isReleased(.lateFinding, round: round) { return .unreleased(finding) }
        }
        if round >= ladder.refuse, !file.record.isReleased(.round, round: round) { return .refused }
        return nil
    }

    /// Whether nothing keeps the notice from leaving.
    package var isOpen: Bool { obstacle == nil }

    var isWarned: Bool { round >= ladder.warn }
}

extension NoticePaper {
    /// The cases that the paper would be issued for, each with its own lines.
    func parts(_ work: CaseWork) -> [(file: CaseFile, items: [NoticeItem])] {
        switch self {
        case .ready(let draft, _): work.file.map { [($0, draft.items)] } ?? []
        case .readyTogether(let draft, let joint, _):
            draft.parts.compactMap { part in
                joint.members.compactMap(\.file).first { $0.number == part.version.number }.map { ($0, part.items) }
            }
        case .issued, .unfinished, .card, .slip, .nothing: []
        }
    }
}
