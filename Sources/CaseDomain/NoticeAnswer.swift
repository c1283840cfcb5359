/// What came in answer to a notice, folded from events.
package struct NoticeAnswer: Hashable, Sendable {
    /// The papers that were booked in after it.
    package internal(set) var materials: TermSet<Material> = []
    /// Whether what is applied for was changed after it.
    package internal(set) var formChanged = false
    /// The day on which papers came in; nil while none has.
    package internal(set) var on: CivilDate?

    package init() {}
}
