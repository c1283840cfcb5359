/// What has become of each line of a notice: 上次告知 beside 现在.
package struct RoundComparison: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// 已补正
        case corrected
        /// 仍有问题
        case stillWrong = "still-wrong"
        /// 未交回
        case notReturned = "not-returned"
        /// Came back, and nobody has judged it yet.
        case unjudged
    }

    /// One line of the notice.
    package struct Line: Hashable, Sendable {
        package let told: NoticeItem
        package let state: State
        /// What is wrong with the paper now, in the words of a notice.
        package let now: [String]
    }

    package let round: Int
    package let lines: [Line]
    /// 新发现: what is wrong now and wasn't told in that notice.
    package let found: [RoundReview.Item]

    /// - Parameters:
    ///   - notice: the one that was answered.
    ///   - answer: what came in answer to it.
    ///   - later: the lines that a notice has, or would have, after it.
    ///   - unjudged: papers that nobody has judged since.
    package init(_ notice: IssuedNotice, answer: NoticeAnswer, later: [NoticeItem], unjudged: TermSet<Material>) {
        round = notice.round
        lines = notice.items.map { told in
            let now = later.filter { $0.material == told.material && RoundComparison.isSame(told, $0) }
            let isBack = told.material.map { answer.materials.contains($0) && answer.on != nil } ?? answer.formChanged
            let state: State =
                if let material = told.material, isBack, unjudged.contains(material) {
                    .unjudged
                } else if now.isEmpty {
                    // Judged anew without having been booked in: it must have come in all the same.
                    answer.on == nil ? .notReturned : .corrected
                } else {
                    isBack ? .stillWrong : .notReturned
                }
            return Line(told: told, state: state, now: now.flatMap(\.problems))
        }
        found = RoundReview(later, after: notice, answer: answer).items.filter { $0.kind != .repeated }
    }

    /// Several lines may be about the application; each is a thing of its own.
    private static func isSame(_ told: NoticeItem, _ now: NoticeItem) -> Bool {
        guard told.material == nil, let before = told.defects, let after = now.defects else { return true }
        return before.contains(where: after.contains)
    }
}
