package import CaseStore

/// What the desk knows while a form is being filled in, beside what stands in it.
package struct FillingState: Hashable, Sendable {
    /// What was deleted last, to be put back anywhere.
    package var killed = ""
    /// The addresses offered under the field, and the question to the store they answer.
    package var offer: PlaceOffer?
    /// Effects that wait: earlier cases of the applicant, and the one that was chosen.
    package var askedEarlier: Int?
    package var fetchedEarlier: Int?
}

/// Addresses that go with what is being typed.
package struct PlaceOffer: Hashable, Sendable {
    /// The latest question; answers to earlier ones are dropped.
    package var asked: Int
    package var places: [SeenPlace] = []
    /// The one under the cursor; nil while the cursor is in the text.
    package var selected: Int?
    /// Whether the clerk asked for the list, and not only typed.
    package var isWanted = false

    /// So many are shown.
    package static let most = 5
}
