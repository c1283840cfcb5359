/// What a further notice names, held against the notice before it: told again, wrong with what came back, or told late.
///
/// Whatever could have been seen in papers that were here before had to be told then, in one go. The notice before counts
/// even where it was taken back: the applicant has read it.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(四)项.
package struct RoundReview: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The notice before named it already.
        case repeated
        /// 新缺陷: wrong with a paper that came back after the notice before, and to be seen only there.
        case newInReturned = "new-in-returned"
        /// 漏告知: it was there to be seen when the notice before was made.
        case late
    }

    /// One thing that is wrong.
    package struct Item: Hashable, Sendable {
        /// Nil where the application itself is at fault.
        package let material: Material?
        package let name: String
        /// `missing`, or the id of the check or of the application's defect.
        package let defect: String
        package let problem: String
        package let kind: Kind
    }

    /// In the order of the notice.
    package let items: [Item]

    /// - Parameters:
    ///   - lines: of the notice that is looked at.
    ///   - earlier: the notice before it.
    ///   - answer: what came in answer to that one.
    package init(_ lines: [NoticeItem], after earlier: IssuedNotice, answer: NoticeAnswer) {
        items = lines.flatMap { line in
            line.problems.enumerated().map { place, problem in
                let defect = line.defects.flatMap { $0.indices.contains(place) ? $0[place] : nil } ?? ""
                return Item(
                    material: line.material, name: line.name, defect: defect, problem: problem,
                    kind: RoundReview.kind(line.material, defect, earlier, answer))
            }
        }
    }

    /// The notice that could be issued for a case now, held against its last one.
    ///
    /// - Returns: nil where no notice was issued before.
    package init?(_ lines: [NoticeItem], of file: CaseFile) {
        guard let earlier = file.notices.last, let answer = file.answers.last else { return nil }
        self.init(lines, after: earlier, answer: answer)
    }

    package func count(_ kind: Kind) -> Int { items.count { $0.kind == kind } }

    /// What a late finding has to own up to.
    package var late: [LateFinding.Item] {
        items.filter { $0.kind == .late }.map { LateFinding.Item(material: $0.material, defect: $0.defect) }
    }

    private static func kind(
        _ material: Material?, _ defect: String, _ earlier: IssuedNotice, _ answer: NoticeAnswer
    ) -> Kind {
        let told = earlier.items.filter { $0.material == material }
        // Notices from before defects were kept tell by the paper alone.
        let isTold = told.contains { line in line.defects.map { $0.contains(defect) } ?? true }
        if isTold { return .repeated }
        guard let material else {
            // The form came back where the notice had found fault with it and it was changed since.
            return answer.formChanged && !told.isEmpty ? .newInReturned : .late
        }
        if answer.materials.contains(material) { return .newInReturned }
        // A paper that was missing and is here now has come back, booked in or not.
        let wasMissing = told.contains { $0.defects?.contains("missing") == true }
        return wasMissing && defect != "missing" ? .newInReturned : .late
    }
}
