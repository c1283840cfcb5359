/// What one check of one material came to.
package struct Judgement: Hashable, Sendable {
    package enum Verdict: Sendable { case pass, fail, unjudged }
    package enum Origin: Sendable { case machine, clerk, nobody }

    /// Why the program judged as it did, or why it couldn't.
    package enum Reason: Sendable {
        /// What the paper says wasn't taken down.
        case fieldAbsent
        /// The case itself lacks what the paper is compared with.
        case caseSilent
        case agrees
        case differs
        case wrongNumber
        case dateAfterReceipt
        case stillValid
        case expired
        case complete
        case incomplete
        case enough
        case tooFew
    }

    package let verdict: Verdict
    package let by: Origin
    /// Nil where a person judges.
    package let reason: Reason?

    init(verdict: Verdict, by origin: Origin, reason: Reason?) {
        self.verdict = verdict
        by = origin
        self.reason = reason
    }
}

extension Judgement.Reason {
    /// Whether the program could compute the check at all.
    var verdict: Judgement.Verdict {
        switch self {
        case .fieldAbsent, .caseSilent: .unjudged
        case .agrees, .stillValid, .complete, .enough: .pass
        case .differs, .wrongNumber, .dateAfterReceipt, .expired, .incomplete, .tooFew: .fail
        }
    }
}
