/// 一件事: what a case was taken in together with.
///
/// Written down at intake and never again: an open case keeps its sisters and what they share, even if the file that
/// names the bundle changes later.
package struct BundleMembership: Hashable, Sendable, Codable {
    /// The bundle's id in the data files, such as `small-catering-and-prepackaged`.
    package let bundle: String
    /// 共用材料: papers of which one original serves every member.
    package let shared: TermSet<Material>
    /// Every member in the order of the bundle, the case itself among them.
    package let members: [Member]

    /// One matter of the bundle, and the case that it became.
    package struct Member: Hashable, Sendable, Codable {
        package let number: CaseNumber
        package let matter: Matter
        package let action: Action

        package init(number: CaseNumber, matter: Matter, action: Action) {
            self.number = number
            self.matter = matter
            self.action = action
        }
    }

    package init(bundle: String, shared: TermSet<Material>, members: [Member]) {
        self.bundle = bundle
        self.shared = shared
        self.members = members
    }

    /// The members but one.
    package func sisters(of number: CaseNumber) -> [Member] { members.filter { $0.number != number } }
}
