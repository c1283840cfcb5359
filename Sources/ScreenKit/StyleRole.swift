/// What a piece of screen means; which colours show it is the palette's business.
///
/// Screens never name a colour, so one palette can serve 256 colours, 8 colours and none, and a golden test can read
/// the meaning off the screen.
package enum StyleRole: UInt8, CaseIterable, Hashable, Sendable {
    /// Ordinary text.
    case text
    /// Text of lesser weight: remarks, sources, empty states.
    case dim
    /// The title of a screen or a box.
    case title
    /// A heading inside a screen.
    case header
    /// Something to be noticed that is neither good nor bad.
    case accent
    /// In order.
    case good
    /// Needs attention soon.
    case warn
    /// Missing, overdue, refused.
    case bad
    /// The part of a text that a search found.
    case match
    /// The selected row.
    case selected
    /// The selected row's lesser text.
    case selectedDim
    /// The selected row's accent.
    case selectedAccent
    /// In order, on the selected row.
    case selectedGood
    /// Needs attention, on the selected row.
    case selectedWarn
    /// Missing or overdue, on the selected row.
    case selectedBad
    /// A found part on the selected row.
    case selectedMatch
    /// The key in a hint such as `F8 签发`.
    case footerKey
    /// The words in a hint.
    case footerText
    /// The label before a field.
    case label
    /// A field that does not have the focus.
    case field
    /// The field that has the focus.
    case fieldFocused
    /// A field whose content cannot be accepted.
    case fieldBad
    /// The example text of an empty field.
    case placeholder
    /// What is wrong with a field or an action.
    case error
    /// Lines and frames.
    case border
    /// The strip at the top of the screen.
    case banner
    /// A strip that warns about the whole session, such as a sandbox.
    case bannerWarn
    /// A small word set off from its surroundings, such as a state or a count.
    case badge
    /// The inside of a box over the screen.
    case panel
    /// The chosen option of a box.
    case panelSelected
    /// The filled part of a bar that is all right. The glyph in a cell of a bar shows only where there are no colours.
    case barGood
    /// The filled part of a bar that needs attention soon.
    case barWarn
    /// The filled part of a bar that is past its end.
    case barBad
    /// The part of a bar that isn't filled.
    case barRest

    /// The same meaning on the selected row.
    package var onSelection: StyleRole {
        switch self {
        case .dim, .placeholder: .selectedDim
        case .accent, .header, .title, .badge: .selectedAccent
        case .good: .selectedGood
        case .warn: .selectedWarn
        case .bad, .error: .selectedBad
        case .match: .selectedMatch
        case .text, .label, .border, .panel: .selected
        case .selected, .selectedDim, .selectedAccent, .selectedGood, .selectedWarn, .selectedBad, .selectedMatch,
            .footerKey, .footerText, .field, .fieldFocused, .fieldBad, .banner, .bannerWarn, .panelSelected,
            .barGood, .barWarn, .barBad, .barRest:
            self
        }
    }

    /// The letter that stands for the role in ``CellGrid/roles``; a blank for ordinary text.
    package var letter: Character {
        switch self {
        case .text: " "
        case .dim: "d"
        case .title: "T"
        case .header: "H"
        case .accent: "a"
        case .good: "g"
        case .warn: "w"
        case .bad: "b"
        case .match: "m"
        case .selected: "S"
        case .selectedDim: "D"
        case .selectedAccent: "A"
        case .selectedGood: "G"
        case .selectedWarn: "W"
        case .selectedBad: "B"
        case .selectedMatch: "M"
        case .footerKey: "k"
        case .footerText: "t"
        case .label: "l"
        case .field: "f"
        case .fieldFocused: "F"
        case .fieldBad: "X"
        case .placeholder: "h"
        case .error: "e"
        case .border: "-"
        case .banner: "n"
        case .bannerWarn: "N"
        case .badge: "u"
        case .panel: "p"
        case .panelSelected: "P"
        case .barGood: "#"
        case .barWarn: "="
        case .barBad: "!"
        case .barRest: "."
        }
    }
}
