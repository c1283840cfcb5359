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

    /// - Parameters:
    ///   - phase: where the events left the case.
    ///   - due: the last day of the running clock; nil where none runs.
    ///   - today: the day asked for.
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
    package init(_ phase: CaseFile.Phase, due: CivilDate?, today: CivilDate) {
        switch phase {
        case .checking:
            if let due, today > due { self = .deemedAccepted } else { self = .checking }
        case .awaitingCorrection: self = .awaitingCorrection
        case .accepted(let acceptance): self = acceptance.gaps.isEmpty ? .accepted : .acceptedWithGaps
        case .routed: self = .routed
        case .withdrawn: self = .withdrawn
        case .abandoned: self = .abandoned
        case .refused: self = .refused
        }
    }
}
