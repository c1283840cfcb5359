/// Cases that came in before a day: what a cut-over leaves under the rules of before. A store can look for them by what
/// stands in a line of its queue.
package struct RunOutScope: Hashable, Sendable {
    package let matter: Matter
    /// Nil for every action of the matter.
    package let action: Action?
    package let receivedBefore: CivilDate

    package init(matter: Matter, action: Action?, receivedBefore: CivilDate) {
        self.matter = matter
        self.action = action
        self.receivedBefore = receivedBefore
    }

    package func holds(_ matter: Matter, _ action: Action, received: CivilDate) -> Bool {
        matter == self.matter && (self.action ?? action) == action && received < receivedBefore
    }
}
