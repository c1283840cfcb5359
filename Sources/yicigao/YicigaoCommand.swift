import ArgumentParser
import Foundation
import TextLayout

/// `yicigao`: the desk, and the commands beside it.
@main
struct YicigaoCommand: ParsableCommand {
    /// What the desk and the demo, which are parsed alone, say that they belong to. The parser looks for wishes of shell
    /// completion in whatever belongs to nothing, and is as long about that as about the command line itself.
    static let name = "yicigao"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "一次告: 窗口收件、审查、一次性告知。Takes a case in, checks it, tells everything at once.",
        version: Program.version,
        subcommands: [
            DeskCommand.self, DemoCommand.self, CheckCommand.self, GuideCommand.self, ImportCommand.self,
            ListCommand.self, ShowCommand.self, NoticeCommand.self, PaperCommand.self, OutboxCommand.self,
            DaysCommand.self, LogCommand.self, TutorCommand.self,
            NumberCommand.self,
            ChecklistCommand.self, CalendarCommand.self, GenerateCommand.self, TicketCommand.self,
            CallBoardCommand.self, KeymapCommand.self, StaffCommand.self, InspectionCommand.self, LifeCommand.self,
            ExpiryCommand.self, FeedbackCommand.self,
            TokenCommand.self, ReportCommand.self,
            AuditCommand.self, RetentionCommand.self, BackupCommand.self, RestoreCommand.self, ExportCommand.self,
            DoctorCommand.self,
        ],
        defaultSubcommand: DeskCommand.self)

    /// The desk is opened more often than anything else, and first of all it has to be there: the parser is told of the other
    /// commands only where help or a mistake makes it need them.
    private static func command() throws -> any ParsableCommand {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var meant: any ParsableCommand.Type = DeskCommand.self
        if let name = arguments.first, !name.hasPrefix("-") {
            guard let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
                named.configuration.subcommands.isEmpty
            else { return try parseAsRoot() }
            meant = named
            arguments.removeFirst()
        }
        if meant == DeskCommand.self || meant == DemoCommand.self { Installation.readAhead() }
        if meant == DeskCommand.self, let desk = DeskCommand(plainly: arguments) { return desk }
        do {
            return try meant.parse(arguments)
        } catch {
            return try parseAsRoot()
        }
    }

    /// Runs a command and leaves with the exit code of the contract: 2 for bad usage, where the parser has its own idea.
    static func main() {
        do {
            var command = try command()
            // The desk itself says it on its screen.
            if !(command is DeskCommand || command is DemoCommand) { Surroundings.warnOfLocale() }
            try command.run()
        } catch let failure as CommandFailure {
            StandardError.write(failure.message)
            Foundation.exit(failure.code.rawValue)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            let isHelp = exitCode(for: error) == .success
            if isHelp {
                print(fullMessage(for: error))
                Foundation.exit(Exit.fine.rawValue)
            }
            // One line: the usage is a --help away, and scripts quote the first line.
            StandardError.write(SafeText.singleLine(message(for: error)))
            Foundation.exit(Exit.usage.rawValue)
        }
    }
}

enum Program {
    static let version = "0.1.0"
    /// What an issued notice records about its maker.
    static let signature = "yicigao \(version)"
}

/// The exit codes of every command.
enum Exit: Int32 {
    case fine = 0
    /// The command's own no.
    case refused = 1
    case usage = 2
    case undetermined = 3
    case system = 4
}

/// Ends a command with one clear line on stderr. It says whether anything was saved, and holds no personal data.
struct CommandFailure: Error {
    let code: Exit
    let message: String
}

enum StandardError {
    static func write(_ line: String) {
        write(raw: line + "\n")
    }

    /// Without a line's end. What can't be said to anybody is dropped: there is nowhere to complain about it.
    static func write(raw text: String) {
        do throws(WriteFailure) {
            try FileWriting.write(Array(text.utf8), to: STDERR_FILENO)
        } catch {
            return
        }
    }
}
