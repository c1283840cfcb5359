import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Foundation
import Outgoing
import ScreenKit
import SQLiteCaseStore
import TerminalIO

/// How the screen looks and speaks.
struct ScreenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("屏幕语言 zh 或 en。Language of the screen.", valueName: "zh|en"))
    var lang: Language = .zh

    @Option(help: ArgumentHelp("键位：standard、vi、function-keys 或文件。A keymap by name, or a file.", valueName: "keymap"))
    var keymap: String = "standard"

    @Option(help: ArgumentHelp("配色 automatic、basic、monochrome。Colours.", valueName: "theme"))
    var theme: TerminalTheme = .automatic

    @Flag(help: ArgumentHelp("用鼠标点选；复制文字要按住 Shift。Clicks and wheel; Shift-drag selects text."))
    var mouse = false

    @Option(help: ArgumentHelp("本窗口编号。The window this desk stands at.", valueName: "A02"))
    var window: String?
}

extension Language: ExpressibleByArgument {}
extension TerminalTheme: ExpressibleByArgument {}

/// `yicigao`: the desk on the lasting store.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "打开窗口工作台（默认）。Opens the desk; what yicigao does without a command.")

    @OptionGroup var data: DataOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let installation = try data.load()
        let store = try self.store.open(installation)
        let desk = try DeskMaker.desk(installation, screen, clerk: Account.clerk, isDemo: false)
        try DeskMaker.run(desk, store: store, screen: screen)
    }
}

/// Puts a desk together and runs it on the terminal.
enum DeskMaker {
    static func desk(
        _ installation: Installation, _ screen: ScreenOptions, clerk: ClerkID, isDemo: Bool
    ) throws -> Desk {
        let (keymap, notes) = try KeymapFiles.load(screen.keymap, installation.folder)
        let library = installation.library
        let clocks = try installation.clocks
        let loaded = Lazily {
            do throws(DataLoadFailure) {
                return DeskRules.Loaded(book: try library.ruleBook(), faults: [])
            } catch {
                // A desk without rules can take cases in and issue nothing; it says what is wrong where a case is open.
                let none = RuleBook(
                    checklists: [], routing: Routing(rules: []), subtypes: SubtypeTable([]),
                    calendar: clocks.calendar, folding: .unicode)
                return DeskRules.Loaded(book: none, faults: error.diagnostics.map(\.description))
            }
        }
        return Desk(
            office: installation.office, clocks: clocks,
            rules: DeskRules(
                subtypes: try installation.subtypes(), cutOvers: try installation.cutOvers(), load: { loaded() }),
            template: try installation.noticeTemplate(), papers: try installation.paperSetting(), keymap: keymap,
            language: screen.lang, clerk: clerk,
            window: screen.window ?? installation.office.windows.first?.id ?? "", isDemo: isDemo,
            program: Program.signature, notes: notes, cardTemplate: try installation.cardTemplate(),
            messages: try installation.messageTemplates())
    }

    /// Claims the terminal, runs the desk, and gives the terminal back.
    static func run(_ desk: Desk, store: SQLiteCaseStore, screen: ScreenOptions) throws {
        do throws(TerminalError) {
            let mailbox = try Mailbox<EffectWorker.Answer>()
            let postman = Dispatch.worker(
                store, office: desk.office, messages: desk.messages, clocks: desk.clocks, book: desk.rules.book
            ).map { Postman($0, clock: .system) }
            let ports = DeskPorts(
                store: store, office: desk.office, printing: Dispatch.printing(desk.office),
                typeset: Dispatch.typeset
            ) { () throws(StoreError) in
                try postman?.deliver() ?? DeliveryReport()
            }
            let worker = EffectWorker(ports: ports, mailbox: mailbox) { postman?.leave() }
            var session = try TerminalSession(
                theme: screen.theme, environment: ProcessInfo.processInfo.environment,
                wakeDescriptor: mailbox.wakeDescriptor)
            worker.quietly {
                _ = desk.rules.book()
                DeskMaker.refreshProjection(of: store)
            }
            var loop = RunLoop(desk: desk, worker: worker, clock: .system, isMouseOn: screen.mouse)
            loop.run(&session)
        } catch {
            throw CommandFailure(code: .system, message: "终端不能用: \(error)")
        }
    }

    /// Brings due days up to date where the calendar changed; what fails here is tried again at the next start.
    private static func refreshProjection(of store: SQLiteCaseStore) {
        do throws(StoreError) {
            while try store.refreshProjection() {}
        } catch {
            return
        }
    }
}
