import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistFiles
import ChecklistRules
import ClerkDesk
import Dispatch
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

    @Option(
        help: ArgumentHelp(
            "配色 automatic、light、dark、high-contrast、basic、monochrome；不给则用上次选的。Colours; the last choice if not given.",
            valueName: "theme"))
    var theme: ScreenTheme?

    /// The colours asked for. NO_COLOR is asking too: what was chosen another day doesn't overrule it.
    var asked: ScreenTheme? {
        theme ?? (ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false ? .automatic : nil)
    }

    @Flag(help: ArgumentHelp("用鼠标点选；复制文字要按住 Shift。Clicks and wheel; Shift-drag selects text."))
    var mouse = false

    @Option(help: ArgumentHelp("本窗口编号。The window this desk stands at.", valueName: "A02"))
    var window: String?

    @Flag(help: "行模式：读屏软件、哑终端、管道。Lines instead of screens: screen readers, dumb terminals, pipes.")
    var plain = false
}

extension Language: ExpressibleByArgument {}
extension ScreenTheme: ExpressibleByArgument {}

/// `yicigao`: the desk on the lasting store.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", _superCommandName: YicigaoCommand.name,
        abstract: "打开窗口工作台（默认）。Opens the desk; what yicigao does without a command.")

    @OptionGroup var data: DataOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let installation = try data.load()
        // The first screen needs all three, and none needs another to begin.
        installation.readClocksAhead()
        let screen = screen
        let desk = Lazily { Result { try DeskMaker.desk(installation, screen, clerk: Account.clerk, isDemo: false) } }
        DispatchQueue.global(qos: .userInteractive).async { _ = desk() }
        let store = try self.store.openAhead(installation)
        try DeskMaker.run(try desk().get(), store: store, screen: screen)
    }
}

/// Puts a desk together and runs it on the terminal.
enum DeskMaker {
    static func desk(
        _ installation: Installation, _ screen: ScreenOptions, clerk: ClerkID, isDemo: Bool
    ) throws -> Desk {
        let (keymap, notes) = try KeymapFiles.load(screen.keymap, installation.folder)
        let library = installation.library
        let template = try installation.noticeTemplate()
        let clocks = try installation.clocks
        let loaded = rules(library, clocks)
        let member = installation.office.staff.member(clerk)
        let indicators = Lazily { () -> [Indicator] in
            // Without them the board of figures says that it has none, and `checklist lint` what is wrong with them.
            do throws(DataLoadFailure) { return try library.indicators() } catch { return [] }
        }
        let readOnly = AuthorityWords.readOnly(clerk, at: installation.office, screen.lang).map { [$0] } ?? []
        return Desk(
            office: installation.office, clocks: clocks,
            rules: DeskRules(
                subtypes: try installation.subtypes(), cutOvers: try installation.cutOvers(),
                indicators: { indicators() }, load: { loaded() }),
            template: template, papers: try installation.paperSetting(), keymap: keymap,
            language: screen.lang, clerk: clerk,
            window: screen.window ?? member?.desk ?? installation.office.windows.first?.id ?? "",
            isDemo: isDemo, program: Program.signature, notes: readOnly + notes, theme: screen.asked,
            cardTemplate: try installation.cardTemplate(),
            messages: try installation.messageTemplates(), id: ProcessInfo.processInfo.globallyUniqueString)
    }

    /// The rules, read when they are first asked for.
    static func rules(_ library: ChecklistLibrary, _ clocks: CaseClocks) -> Lazily<DeskRules.Loaded> {
        Lazily {
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
    }

    /// Claims the terminal, runs the desk, and gives the terminal back.
    ///
    /// - Parameters:
    ///   - lesson: the place of the lesson to begin with, on a desk for practice.
    ///   - afterwards: what is done in the background once the first screen stands.
    static func run(
        _ desk: Desk, store: SQLiteCaseStore, screen: ScreenOptions, lesson: Int? = nil,
        afterwards: @escaping @Sendable () -> Void = {}
    ) throws {
        let clock = BusinessClock.system
        let tutor = lesson.map { TutorState(lesson: $0, now: clock.now()) }
        do throws(TerminalError) {
            let mailbox = try Mailbox<EffectWorker.Answer>()
            let postman = Dispatch.worker(
                store, office: desk.office, messages: desk.messages, clocks: desk.clocks, book: desk.rules.book
            ).map { Postman($0, clock: .system) }
            let ports = DeskPorts(
                store: store, office: desk.office, life: { desk.rules.book().life },
                printing: Dispatch.printing(desk.office),
                pins: ScryptPINs(), typeset: Dispatch.typeset,
                export: { name, text throws(ExportError) in try ExportFolder.write(name, text) },
                exportReport: { report, format, name, made throws(ExportError) in
                    try ExportFolder.write(report, format, name, made)
                },
                sign: TokenDoor.sign(desk.office)
            ) { () throws(StoreError) in
                try postman?.deliver() ?? DeliveryReport()
            }
            if screen.plain {
                let worker = EffectWorker(ports: ports, mailbox: mailbox) { postman?.leave() }
                worker.openLanes()
                worker.quietly {
                    DeskMaker.refreshProjection(of: store)
                    afterwards()
                }
                var loop = PlainLoop(desk: desk, worker: worker, clock: clock, tutor: tutor)
                loop.run()
                return
            }
            var session = try TerminalSession(
                theme: screen.theme ?? .automatic, environment: ProcessInfo.processInfo.environment,
                wakeDescriptor: mailbox.wakeDescriptor)
            // Not before the terminal is ours: lanes that were never opened can't be let go of.
            let worker = EffectWorker(ports: ports, mailbox: mailbox) { postman?.leave() }
            worker.quietly {
                _ = desk.rules.book()
                DeskMaker.refreshProjection(of: store)
                afterwards()
            }
            let trouble = Surroundings.trouble(isReplacedLocale: session.replacedLocale, desk.language)
            var loop = RunLoop(
                desk: desk.noting(trouble), worker: worker, clock: clock, isMouseOn: screen.mouse, tutor: tutor)
            loop.run(&session)
        } catch {
            throw CommandFailure(code: .system, message: Surroundings.words(for: error, screen.lang))
        }
    }

    /// Brings due days up to date where the calendar changed, and the indexes and figures of an older store to what they are
    /// now; what fails here is tried again at the next start.
    private static func refreshProjection(of store: SQLiteCaseStore) {
        do throws(StoreError) {
            while try store.refreshProjection() {}
            while try store.completeSearch() {}
            while try store.completeLedgers() {}
            while try store.completeFigures() {}
        } catch {
            return
        }
    }
}

extension Staff.Member {
    /// The window of his own; none for somebody who serves at no window; nil where he may stand at any.
    fileprivate var desk: String? { window.isEmpty && !roles.intersection(Role.serving).isEmpty ? nil : window }
}
