/// How much colour to use.
package enum TerminalTheme: String, CaseIterable, Hashable, Sendable {
    /// As many colours as the terminal has, and none when NO_COLOR is set.
    case automatic
    /// The eight basic colours, which a clerk may have set up for bad eyes.
    case basic
    /// Bold, underline and reverse only.
    case monochrome
}
