import ArgumentParser
import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import SQLiteCaseStore

/// `yicigao show`: one case, with everything that is known about it.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "看一件办件。Shows a case.",
        discussion: """
            例 Example:  yicigao show SD-2026-000123

            --file 把全部文书、清单、送达记录和办理过程按次序放进一个新文件夹，附目录，可以归档。
            --file puts every paper, its lines, its service and the history into a new folder with an index, to archive.
            证件号码遮盖；--reveal 显示完整号码，此次查看记入办理过程。
            Identity numbers are covered; --reveal shows them, and the case's history says who looked.
            """)

    @Argument(help: ArgumentHelp("办件编号，本系统或省系统的。Our number or the province's.", valueName: "case"))
    var number: String

    @Flag(help: "一行 JSON（yicigao.case-file/1）。One line of JSON.")
    var json = false

    @Flag(help: "显示完整证件号码，并留下记录。Shows identity numbers in full, and logs it.")
    var reveal = false

    @Option(help: ArgumentHelp("案卷放进这个新文件夹。The finished file of the case, into a new folder.", valueName: "dir"))
    var file: String?

    @Flag(help: "与 --file 同用：每份文书另附 PDF。With --file: every paper as a PDF too.")
    var pdf = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if file != nil, json { throw ValidationError("--file 与 --json 只能选一个") }
        if pdf, file == nil { throw ValidationError("--pdf 只与 --file 同用") }
    }

    func run() throws {
        try CommandOutput.run { output in
            // Before anything is looked at, because looking leaves a trace.
            let target = try self.file.map { try ArchiveFolder($0) }
            let installation = try data.load()
            let now = BusinessClock.system.now()
            let store = try self.store.existing(installation)
            var file = try CaseFinder(store: store, today: now.date).find(number)
            if reveal { try CommandAuthority(installation: installation, store: store).checkAny(file, at: now) }
            let history: [CaseEvent]
            var sisters: [CaseFile] = []
            do throws(StoreError) {
                // Logged before anything is shown: a look that left no trace can't be.
                if reveal { file = try Self.log(file, in: store, now) }
                history = try store.history(of: file.number)
                for sister in file.membership?.sisters(of: file.number) ?? [] {
                    if let loaded = try store.load(sister.number) { sisters.append(loaded) }
                }
            } catch {
                throw CommandFailure(code: error.exit, message: error.advisory(.zh))
            }
            let view = try CaseFileView(
                file, sisters: sisters, history: history, installation, book: try installation.ruleBook(),
                cutOvers: try installation.cutOvers(), today: now.date, isRevealed: reveal)
            if let target {
                let archive = try CaseArchive(view, isRevealed: reveal, withPages: pdf)
                try target.write(archive.files)
                try output.line("\(file.number.text) 案卷已放进 \(target.path)：\(archive.files.count) 个文件")
            } else if json {
                try output.write(CaseFileJSON.bytes(view))
            } else {
                for line in CaseFileText.lines(view) { try output.line(line) }
            }
            return .fine
        }
    }

    private static func log(
        _ file: CaseFile, in store: SQLiteCaseStore, _ now: Moment
    ) throws(StoreError) -> CaseFile {
        let stamp = EventStamp(at: now, by: Account.clerk)
        do throws(StoreError) {
            return try store.append([.identityRevealed], to: file.number, expecting: file.revision, stamp: stamp)
        } catch .conflict {
            // Somebody wrote in between; looking depends on nothing that they could have changed.
            guard let fresh = try store.load(file.number) else { throw StoreError.noSuchCase(file.number) }
            return try store.append([.identityRevealed], to: fresh.number, expecting: fresh.revision, stamp: stamp)
        }
    }
}

/// Everything that is shown of a case, worked out once for text and JSON.
struct CaseFileView {
    let file: CaseFile
    /// With identity numbers covered unless they were asked for.
    let application: Application
    let history: [CaseEvent]
    /// 一件事: nil for a case of its own.
    let bundle: BundleView?
    let state: CaseState
    let clock: RunningClock?
    /// Every term that concerns the case.
    let clocks: [CaseClock]
    let sheet: ChecklistSheet
    let checklist: Checklist?
    /// The rules that the case stood under, where `checklist` has to stand in for them.
    let lacking: ChecklistReference?
    /// The old regime that the case runs out under.
    let regime: CutOver?
    let subtype: Subtype?
    /// What leads on, once the papers are accepted; nil before, and where nothing does.
    let next: LifeCycle.Rule?
    let calendar: WorkingCalendar
    let today: CivilDate
    /// How its events name people, steps and materials.
    let names: LifeNames
    private let staff: Staff

    init(
        _ file: CaseFile, sisters: [CaseFile], history: [CaseEvent], _ installation: Installation, book: RuleBook,
        cutOvers: CutOverTable, today: CivilDate, isRevealed: Bool
    ) throws {
        self.file = file
        staff = installation.office.staff
        self.history = history
        self.today = today
        application = isRevealed ? file.application : file.application.withCoveredIdentities
        let clocks = try installation.clocks
        bundle = file.membership.map { membership in
            BundleView(membership, sisters, book.bundle(membership.bundle), clocks, today: today)
        }
        calendar = clocks.calendar
        self.clocks = clocks.all(for: file, on: today)
        let running = clocks.running(for: file, on: today)
        state = CaseState(file, due: running?.due, today: today)
        // The decision clock of a case deemed accepted began on the day of receipt.
        clock =
            state == .deemedAccepted
            ? clocks.decisionClock(for: file, acceptedOn: file.submittedOn, on: today) ?? running : running
        let evaluator = book.evaluator(for: file.particulars, office: installation.office, keeping: file.checklist)
        sheet = evaluator.sheet(for: file.application)
        checklist = evaluator.checklist
        names = LifeNames(installation.office.staff, book.life, evaluator.checklist)
        lacking = book.lacks(file.checklist) ? file.checklist : nil
        let particulars = file.particulars
        regime = cutOvers.regime(
            of: particulars.matter, particulars.action, received: particulars.receivedAt.date, on: today)
        subtype = book.subtypes.subtype(of: file.particulars)
        switch file.phase {
        case .checking, .awaitingCorrection: next = nil
        default: next = book.nextStep(of: file, in: state, at: installation.office)
        }
    }

    /// What somebody is called: by name where the office's staff list has it.
    func name(of clerk: ClerkID) -> String { staff.name(of: clerk) }
}

/// The other cases of a bundle, as a case names them.
struct BundleView {
    struct Sister {
        let number: CaseNumber
        let matter: Matter
        let action: Action
        let state: CaseState
    }

    let id: String
    let name: String
    let sisters: [Sister]

    init(
        _ membership: BundleMembership, _ files: [CaseFile], _ bundle: Bundle?, _ clocks: CaseClocks, today: CivilDate
    ) {
        id = membership.bundle
        name = bundle?.chinese ?? membership.bundle
        sisters = files.map { file in
            Sister(
                number: file.number, matter: file.particulars.matter, action: file.particulars.action,
                state: CaseState(file, due: clocks.running(for: file)?.due, today: today))
        }
    }
}

extension Application {
    /// The same application with every identity number covered.
    var withCoveredIdentities: Application {
        var covered = self
        covered.particulars.applicant.principal?.idNumber = particulars.applicant.principal?.idNumber.map(
            ResidentID.masked)
        covered.particulars.agent?.idNumber = particulars.agent?.idNumber.map(ResidentID.masked)
        for place in materials.indices {
            covered.materials[place].fields.idNumber = materials[place].fields.idNumber.map(ResidentID.masked)
        }
        return covered
    }
}
