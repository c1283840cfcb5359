package import CaseDomain
import ScreenKit

/// 期限 of the case on the desk: every term that concerns it, one of them with its day ledger.
package struct ClockList: Hashable, Sendable {
    package let clocks: [CaseClock]
    package private(set) var selected: Int
    /// The first line shown of what there is to say about the selected one.
    package var top = 0

    /// - Parameter selected: the place of the term to begin with; brought into the list.
    init(_ clocks: [CaseClock], selected: Int) {
        self.clocks = clocks
        self.selected = min(max(0, selected), max(0, clocks.count - 1))
    }

    package mutating func move(by step: Int) {
        selected = min(max(0, selected + step), max(0, clocks.count - 1))
        top = 0
    }

    var clock: CaseClock? { clocks.indices.contains(selected) ? clocks[selected] : nil }
}
