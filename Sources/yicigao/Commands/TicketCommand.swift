import ArgumentParser
import CaseDomain
import CaseStore
import ClerkDesk
import SQLiteCaseStore

/// `yicigao ticket`: numbers for those who wait, without a desk: for kiosks and other systems.
struct TicketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "取号、叫号、看排队。Takes, calls and lists tickets.",
        subcommands: [TicketTakeCommand.self, TicketCallCommand.self, TicketListCommand.self])
}

/// What every command about tickets needs.
struct TicketOptions: ParsableArguments {
    @Flag(help: "JSON（yicigao.ticket/1），每张号一行。One object a ticket.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    /// Runs a command on the store, with what no store helped as its exit code.
    func run(_ work: (SQLiteCaseStore, Installation, CommandOutput) throws -> Exit) throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            guard installation.office.ticketing.isOn else { throw TicketOptions.failure(.notOpen) }
            let store = try store.open(installation)
            defer { StoreOptions.putAway(store) }
            do {
                return try work(store, installation, output)
            } catch let error as StoreError {
                throw CommandFailure(code: error.exit, message: error.advisory(.zh))
            }
        }
    }

    /// Does something with the tickets of today.
    func perform(
        _ act: TicketAct, _ store: SQLiteCaseStore, _ installation: Installation, at now: Moment
    ) throws -> Ticket {
        try CommandAuthority(installation: installation, store: store).check(.tickets, nil, at: now)
        switch try store.perform(act, at: installation.office, stamp: EventStamp(at: now, by: Account.clerk)) {
        case .success(let ticket): return ticket
        case .failure(let refusal): throw TicketOptions.failure(refusal)
        }
    }

    private static func failure(_ refusal: TicketRefusal) -> CommandFailure {
        let code: Exit =
            switch refusal {
            case .unknownKind, .unknownRegion, .unknownWindow, .timeNeeded, .noTimeWanted: .usage
            case .notOpen, .nobodyWaits, .noSuchTicket, .wrongState, .otherWindow, .windowBusy, .sameWindow: .refused
            }
        return CommandFailure(code: code, message: refusal.phrase.text(.zh))
    }
}

struct TicketTakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "取号。Takes a number and says how many are before it.",
        discussion: """
            例 Example:  yicigao ticket take --kind walk-in --region 东部片区

            种类和片区以机关文件为准。Kinds and regions are those of the office file.
            """)

    @Option(help: ArgumentHelp("种类。The kind of ticket.", valueName: "kind"))
    var kind: String

    @Option(help: ArgumentHelp("片区；只有一个片区时可不写。The region, where there are several.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("预约时间，今天的。The time of an appointment today.", valueName: "HH:MM"))
    var at: String?

    @Option(help: ArgumentHelp("预约人。Who has the appointment.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("预约人电话后四位。The last four digits of his telephone.", valueName: "digits"))
    var phoneTail: String?

    @OptionGroup var options: TicketOptions

    func validate() throws {
        if at == nil, name != nil || phoneTail != nil {
            throw ValidationError("--name、--phone-tail 要与 --at 同写")
        }
        if let phoneTail, phoneTail.utf8.count > 4 || !phoneTail.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw ValidationError("--phone-tail: 至多四位数字")
        }
    }

    func run() throws {
        try options.run { store, installation, output in
            let office = installation.office
            let now = BusinessClock.system.now()
            let taking = TicketTaking(
                kind: kind, region: try region(at: office), appointment: try appointment(on: now.date))
            let ticket = try options.perform(.take(taking), store, installation, at: now)
            let book = try store.tickets(on: now.date, since: nil)?.book
            let slip = TicketSlip(ticket, book, at: now, office)
            if options.json {
                try output.write(TicketWords.json(ticket, ahead: slip.ahead, at: now))
            } else {
                for line in slip.lines(.zh) { try output.line(line) }
            }
            return .fine
        }
    }

    private func region(at office: Office) throws -> String {
        let regions = office.regions
        if let region, regions.contains(region) { return region }
        if region == nil, regions.count == 1, let only = regions.first { return only }
        throw CommandFailure(code: .usage, message: "--region: 应为 \(regions.joined(separator: "、")) 之一")
    }

    private func appointment(on day: CivilDate) throws -> TicketTaking.Appointment? {
        guard let at else { return nil }
        guard let time = Moment(clock: at, on: day) else {
            throw CommandFailure(code: .usage, message: "--at: 写作 09:30")
        }
        return TicketTaking.Appointment(at: time, name: name, phoneTail: phoneTail)
    }
}

struct TicketCallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "叫下一位到窗口。Calls the next one to a window.",
        discussion: """
            例 Example:  yicigao ticket call --window A02

            没有人在等，或窗口上的号还没办结，以 1 退出。Exit code 1 where nobody waits or the window isn't free.
            """)

    @Option(help: ArgumentHelp("窗口。The window.", valueName: "A02"))
    var window: String

    @OptionGroup var options: TicketOptions

    func run() throws {
        try options.run { store, installation, output in
            let now = BusinessClock.system.now()
            let ticket = try options.perform(.callNext(window: window), store, installation, at: now)
            if options.json {
                try output.write(TicketWords.json(ticket, ahead: nil, at: now))
            } else {
                try output.line(TicketWords.call(ticket))
            }
            return .fine
        }
    }
}

struct TicketListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出今天的号。Lists the tickets of today.",
        discussion: """
            例 Example:  yicigao ticket list --json

            按取号先后；不列姓名和电话。In the order of taking, without names and telephones.
            """)

    @OptionGroup var options: TicketOptions

    func run() throws {
        try options.run { store, installation, output in
            let office = installation.office
            let now = BusinessClock.system.now()
            guard let book = try store.tickets(on: now.date, since: nil)?.book else { return .fine }
            let line = TicketLine(book, rules: office.ticketing, at: now)
            for ticket in book.tickets {
                let ahead = line.waiting(in: ticket.taking.region).firstIndex { $0.id == ticket.id }
                if options.json {
                    try output.write(TicketWords.json(ticket, ahead: ahead, at: now))
                } else {
                    try output.line(TicketWords.line(ticket, office, at: now))
                }
            }
            return .fine
        }
    }
}
