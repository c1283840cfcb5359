import CaseDomain
import CaseStore
import ChecklistRules

extension LessonGoal {
    /// Whether the desk looks as the step wants it, by whatever keys it came to that.
    func isReached(_ state: DeskState, _ desk: Desk) -> Bool {
        let file = state.work?.file
        let records = file?.application.materials ?? []
        switch self {
        case .queueMoved: return state.queue.selected > 0
        case .viewChanged: return !state.queue.query.filter.isSameView(as: .open)
        case .viewOpen: return state.queue.query.filter.isSameView(as: .open)
        case .searchFound:
            return !state.queue.query.search.isEmpty && state.queue.asked == nil && !state.queue.rows.isEmpty
        case .caseOpen: return file != nil
        case .queueClear: return state.work == nil && state.queue.query.search.isEmpty && !state.queue.isSearching
        case .formOpen: return state.work.map { $0.file == nil } ?? false
        case .formFilled:
            guard let form = state.work?.form else { return false }
            let (particulars, problems) = form.read(today: state.today)
            let isWhole = particulars.subject != nil && !particulars.items.isEmpty
            return !problems.values.contains(where: \.blocks) && (isWhole || !form.fields.contains(.items))
        case .caseReceived: return file?.particulars.receivedAt.date == state.today
        case .oneInOrder: return records.contains { $0.how == .handedIn && $0.checks.failed.isEmpty }
        case .oneMissing: return records.contains { $0.how == .missing }
        case .oneDefective: return records.contains { !$0.checks.failed.isEmpty }
        case .allJudged:
            guard let work = state.work, file?.phase == .checking else { return false }
            let sheet = CaseSheet(work, desk)
            return sheet.openCount == 0 && sheet.checklist != nil
        case .whyRead:
            guard case .reader(let title, _, _)? = state.modal else { return false }
            return title == desk.say(Phrases.Why.title)
        case .nothingOver: return state.modal == nil
        case .noticeOpen: return state.paper != nil
        case .noticeIssued: return file?.notices.isEmpty == false
        case .noticeLeft: return state.paper == nil && state.modal == nil
        case .papersBack: return file.map { !$0.notices.isEmpty && $0.phase == .checking } ?? false
        case .gateWarned:
            guard case .entry(let entry)? = state.modal else { return false }
            switch entry.purpose {
            case .visit, .lateFinding, .release: return true
            default: return false
            }
        case .acceptable:
            guard let work = state.work, state.modal == nil else { return false }
            let outcome = CaseSheet(work, desk).evaluation.outcome
            return outcome == .accept || outcome == .acceptWithGaps
        case .accepted:
            if case .accepted? = file?.phase { return true }
            return false
        case .freshCase: return file.map { $0.notices.isEmpty && $0.phase == .checking } ?? false
        case .gapTolerated:
            guard let work = state.work else { return false }
            return CaseSheet(work, desk).lines.contains { $0.material?.state == .tolerated }
        case .leave: return false
        }
    }
}
