import CaseDomain
package import ScreenKit

/// The notice on the screen: the one that could be issued now, or one that was.
package struct PaperState: Hashable, Sendable {
    /// Which issued notice is shown, from 0; nil for the draft.
    package var shown: Int?
    package var scroll = ListScroll()

    package init(shown: Int?) { self.shown = shown }
}
