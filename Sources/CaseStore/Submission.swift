package import CaseDomain

/// The names of the number series that stores keep themselves.
package enum SeriesName {
    /// 办件编号 of ours.
    package static let cases = "case"
}

extension CaseEvent.Payload {
    package var isReceipt: Bool {
        if case .received = self { return true }
        return false
    }

    /// The number of the paper that the event issues.
    package var issuedNumber: DocumentNumber? {
        switch self {
        case .noticeIssued(let notice): notice.number
        case .paperIssued(let paper): paper.number
        default: nil
        }
    }
}

extension Sequence<CaseEvent> {
    /// The notice that is out for the papers now lying there; nil where they may still get theirs.
    ///
    /// Only papers that came back make a new submission, and a notice that was taken back is out no more. An acceptance
    /// after a notice changes nothing.
    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项 (一次告知).
    package var noticeOfSubmission: IssuedNotice? {
        reduce(nil) { issued, event in
            switch event.payload {
            case .noticeIssued(let notice): notice
            case .correctionReceived, .noticeWithdrawn: nil
            default: issued
            }
        }
    }
}

extension Collection<CaseEvent> {
    /// Whether somebody who read the case at a revision may still write: nothing has happened since that a decision could
    /// depend on. What became of messages is no such thing; else a message that goes out would take the case out of the
    /// hands of the clerk who has just issued its notice.
    package func leaveValid(_ revision: Revision) -> Bool {
        revision.count <= count && dropFirst(revision.count).allSatisfy(\.payload.isAside)
    }
}
