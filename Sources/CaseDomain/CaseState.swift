/// 状态 as a clerk reads it: the phase, and what the calendar has made of it by a given day.
package enum CaseState: String, Vocabulary {
    case checking
    case awaitingCorrection = "awaiting-correction"
    case accepted
    case acceptedWithGaps = "accepted-with-gaps"
    /// 视为受理: the five days passed without a notice.
    case deemedAccepted = "deemed-accepted"
    case routed
    case withdrawn
    /// 视为放弃.
    case abandoned
    /// 不予受理.
    case refused
    /// 核查中: a task is out.
    case inspecting
    /// 整改中: to be looked at again.
    case rectifying
    /// 已核查, or excused from it: to be decided.
    case inspected
    /// 待审批: reviewed by one hand, to be decided by another.
    case reviewed
    /// 准予许可: the licence isn't made out yet.
    case approved
    /// 不予许可.
    case denied
    /// 已发证: to be handed over.
    case licensed
    case delivered, archived

    /// - Parameters:
    ///   - file: the case as its events left it.
    ///   - due: the last day of the running clock; nil where none runs.
    ///   - today: the day asked for.
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    package init(_ file: CaseFile, due: CivilDate?, today: CivilDate) {
        self.init(file)
        if self == .checking, let due, today > due { self = .deemedAccepted }
    }

    /// What the events alone make of it.
    package init(_ file: CaseFile) {
        if file.progress.archiving != nil {
            self = .archived
            return
        }
        switch file.phase {
        case .checking: self = .checking
        case .awaitingCorrection: self = .awaitingCorrection
        case .accepted(let acceptance):
            self = file.progress.state ?? (acceptance.gaps.isEmpty ? .accepted : .acceptedWithGaps)
        case .decided(let decision):
            self = file.progress.state ?? (decision.outcome == .approved ? .approved : .denied)
        case .routed: self = .routed
        case .withdrawn: self = .withdrawn
        case .abandoned: self = .abandoned
        case .refused: self = .refused
        }
    }
}
