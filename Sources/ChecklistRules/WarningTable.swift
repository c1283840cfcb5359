package import CaseDomain

/// What warnings say, as data.
package struct WarningTable: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let chinese: String
        package let english: String
        /// Nil where the warning is about data and not about the law.
        package let basis: LegalSource?

        package init(chinese: String, english: String, basis: LegalSource?) {
            self.chinese = chinese
            self.english = english
            self.basis = basis
        }
    }

    /// What an entry may name in braces.
    package enum Placeholder: String, CaseIterable, Sendable { case region, county, days, years }

    private let entries: [Warning.Code: Entry]

    package init(_ entries: [Warning.Code: Entry] = [:]) { self.entries = entries }

    /// A warning without words is called by its code.
    package func chinese(_ warning: Warning) -> String { fill(entries[warning.code]?.chinese, warning) }

    package func english(_ warning: Warning) -> String { fill(entries[warning.code]?.english, warning) }

    package func basis(_ warning: Warning) -> LegalSource? { entries[warning.code]?.basis }

    private func fill(_ words: String?, _ warning: Warning) -> String {
        guard let words else { return warning.code.id }
        return switch warning.detail {
        case .nothing: words
        case .region(let region, let county):
            words.replacing("{region}", with: region).replacing("{county}", with: county)
        case .days(let days): words.replacing("{days}", with: String(days))
        case .years(let years):
            words.replacing("{years}", with: years.map(String.init).joined(separator: "、"))
        }
    }
}
