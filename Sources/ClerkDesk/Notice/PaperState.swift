package import CaseDomain
package import ScreenKit

/// The paper on the screen: the notice that could be issued now, or any paper that was given out.
package struct PaperState: Hashable, Sendable {
    /// Nil for the draft of a notice, and for the card of a stall.
    package var shown: CaseDocument?
    package var scroll = ListScroll()

    package init(shown: CaseDocument?) { self.shown = shown }
}
