import ClerkDesk
import Foundation
import TerminalIO

/// What is wrong with the terminal that the program was started in, before or while it is used.
enum Surroundings {
    /// What the clerk should hear once, at the start of the desk.
    ///
    /// - Parameter isReplacedLocale: whether the locale wasn't UTF-8, so that UTF-8 is used against it.
    static func trouble(
        isReplacedLocale: Bool, _ language: Language,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> [String] {
        let term = environment["TERM"] ?? ""
        var trouble: [String] = []
        if isReplacedLocale { trouble.append(Phrases.Terminal.notUTF8.text(language)) }
        if term == "linux", language == .zh { trouble.append(Phrases.Terminal.linuxConsole.text(language)) }
        if let right = rightTerm(environment) {
            let values: KeyValuePairs = ["program": right.program, "term": term, "right": right.term]
            trouble.append(Phrases.Terminal.wrongMultiplexer.text(language, values))
        }
        return trouble
    }

    /// What TERM should be inside a multiplexer; nil where it is, or there is none.
    private static func rightTerm(_ environment: [String: String]) -> (program: String, term: String)? {
        let term = environment["TERM"] ?? ""
        if environment["TMUX"]?.isEmpty == false {
            return ["tmux", "screen"].contains(where: term.hasPrefix) ? nil : ("tmux", "tmux-256color")
        }
        guard environment["STY"]?.isEmpty == false else { return nil }
        return term.hasPrefix("screen") ? nil : ("screen", "screen-256color")
    }

    /// Why the terminal can't be used, and what to do instead.
    static func words(for error: TerminalError, _ language: Language) -> String {
        switch error {
        case .notATerminal: Phrases.Terminal.notATerminal.text(language)
        case .unknownTerminal(""): Phrases.Terminal.noTerm.text(language)
        case .unknownTerminal("dumb"): Phrases.Terminal.dumbTerm.text(language)
        case .unknownTerminal(let name): Phrases.Terminal.unknownTerm.text(language, ["term": name])
        case .alreadyClaimed, .systemFailure: "终端不能用: \(error)"
        }
    }

    /// Tells whoever reads a command's words on a terminal, once, that its locale will spoil them. A pipe takes UTF-8 as it
    /// is.
    static func warnOfLocale(environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard isatty(STDOUT_FILENO) == 1 else { return }
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let folded = locale.lowercased().filter { $0 != "-" }
        guard !folded.contains("utf8") else { return }
        StandardError.write(Phrases.Terminal.notUTF8.zh + " " + Phrases.Terminal.notUTF8.en)
    }
}
