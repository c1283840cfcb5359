import ArgumentParser
import ClerkDesk
import ScreenKit
import TextLayout

/// `yicigao keymap`: which keys do what.
struct KeymapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keymap", abstract: "键位的查看和检查。Which keys do what.",
        discussion: "例 Example:  yicigao keymap check ~/.config/yicigao/keymap",
        subcommands: [KeymapCheckCommand.self, KeymapShowCommand.self])
}

/// `yicigao keymap check`.
struct KeymapCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查键位文件，所有错处一次列出。Tells everything that is wrong with a keymap file.",
        discussion: "例 Example:  yicigao keymap check my.keymap")

    @Argument(help: ArgumentHelp("键位文件。A keymap file that changes the standard keys.", valueName: "file"))
    var file: String

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let standard = try KeymapFiles.layered("standard", data.load().folder)
            let notes = try KeymapFiles.read(file, over: standard.keymap).notes
            for note in notes { try output.line(SafeText.singleLine(note)) }
            if notes.isEmpty { try output.line("\(file): 没有问题") }
            return notes.isEmpty ? .fine : .usage
        }
    }
}

/// `yicigao keymap show`.
struct KeymapShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "列出一套键位。Prints a keymap as a table.",
        discussion: "例 Example:  yicigao keymap show vi")

    @Argument(help: ArgumentHelp("standard、vi、function-keys 或文件。A keymap by name, or a file.", valueName: "name"))
    var name = "standard"

    @Option(help: ArgumentHelp("语言 zh 或 en。Language of the names.", valueName: "zh|en"))
    var lang: Language = .zh

    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let (keymap, notes) = try KeymapFiles.layered(name, data.load().folder)
            for place in DeskPlace.allCases {
                let bindings = keymap.bindings.filter { $0.context == place }
                for binding in bindings {
                    try output.line(
                        [
                            TextFit.padded(place.rawValue, toColumns: 11),
                            TextFit.padded(binding.chord.name, toColumns: 11),
                            TextFit.padded(binding.intent.rawValue, toColumns: 18),
                            "# \(binding.intent.phrase(at: place).text(lang))",
                        ].joined())
                }
            }
            for note in notes { StandardError.write(SafeText.singleLine(note)) }
            return notes.isEmpty ? .fine : .usage
        }
    }
}
