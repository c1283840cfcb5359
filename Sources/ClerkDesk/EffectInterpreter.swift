package import CaseDomain
package import CaseStore
package import NoticeComposer
package import Outgoing
package import Reporting

/// What the desk reaches the world through.
package struct DeskPorts: Sendable {
    package let store: any DeskStoring
    /// What is counted of the cases of the store; the store itself, unless somebody else counts.
    package let figures: any FigureStoring
    package let office: Office
    /// Who may take which step.
    package let life: @Sendable () -> LifeCycle
    package let printing: any PaperPrinting
    /// Sets a paper on pages, as PDF; nil where that can't be done, and the paper is printed as text.
    package let typeset: @Sendable (PrintablePaper) -> [UInt8]?
    /// Makes PINs into something that can be kept.
    package let pins: any PINHashing
    /// Works the outbox off.
    package let deliver: @Sendable () throws(StoreError) -> DeliveryReport
    /// Has the clerk's token sign.
    package let sign: @Sendable (SigningRequest) -> Result<TokenSignature, TokenError>
    /// Writes a file that a clerk takes along, and says where it is.
    package let export: @Sendable (_ name: String, _ text: String) throws(ExportError) -> String
    /// The same for a report.
    package let exportReport: @Sendable (Report, ReportFormat, _ name: String, Moment) throws(ExportError) -> String

    package init(
        store: any DeskStoring, figures: (any FigureStoring)? = nil, office: Office,
        life: @escaping @Sendable () -> LifeCycle, printing: any PaperPrinting = NoPrinting(),
        pins: any PINHashing = NoPINs(),
        typeset: @escaping @Sendable (PrintablePaper) -> [UInt8]? = { _ in nil },
        export: @escaping @Sendable (String, String) throws(ExportError) -> String = { _, _ throws(ExportError) in
            throw .noPlace
        },
        exportReport: @escaping @Sendable (Report, ReportFormat, String, Moment) throws(ExportError) -> String = {
            _, _, _, _ throws(ExportError) in
            throw .noPlace
        },
        sign: @escaping @Sendable (SigningRequest) -> Result<TokenSignature, TokenError> = { _ in
            .failure(.noLibrary)
        },
        deliver: @escaping @Sendable () throws(StoreError) -> DeliveryReport = { () throws(StoreError) in
            DeliveryReport()
        }
    ) {
        self.store = store
        self.figures = figures ?? store
        self.office = office
        self.life = life
        self.printing = printing
        self.typeset = typeset
        self.pins = pins
        self.deliver = deliver
        self.sign = sign
        self.export = export
        self.exportReport = exportReport
    }
}

/// Carries effects out. It never throws: what goes wrong is a result like any other.
package enum EffectInterpreter {
    /// - Parameter isWanted: whether anybody still waits for what a long reading finds; asked now and then.
    package static func run(
        _ job: Effect.Job, on ports: DeskPorts, while isWanted: @escaping @Sendable () -> Bool = { true }
    ) -> EffectResult {
        do throws(StoreError) {
            return try attempt(try WriteGate(ports: ports).passed(job), on: ports, while: isWanted)
        } catch .conflict(let expected, let found) {
            return conflict(job, expected: expected, found: found, on: ports)
        } catch .conflictIn(let number, let expected, let found) {
            return jointConflict(job, in: number, expected: expected, found: found, on: ports)
        } catch {
            return .failed(error)
        }
    }

    private static func attempt(
        _ job: Effect.Job, on ports: DeskPorts, while isWanted: @escaping @Sendable () -> Bool
    ) throws(StoreError) -> EffectResult {
        let store = ports.store
        switch job {
        case .page(let query, let anchor, let limit):
            return .page(try store.queue(query, from: anchor, limit: limit))
        case .count(let query):
            return .count(try store.count(query, while: isWanted))
        case .load(let number):
            return try loadFamily(of: number, from: store)
        case .history(let number):
            return .history(try store.history(of: number))
        case .receive(let receipt, let stamp):
            return .stored(try store.receive(receipt, stamp: stamp))
        case .append(let payloads, let number, let revision, let stamp):
            return .stored(try store.append(payloads, to: number, expecting: revision, stamp: stamp))
        case .issue(let draft, let number, let revision, let stamp):
            let office = ports.office
            let year = stamp.at.date.year
            return .stored(
                try store.append(
                    to: number, expecting: revision, series: [office.noticeSeries], stamp: stamp
                ) { sequences in
                    sequences.flatMap { sequence -> [CaseEvent.Payload] in
                        let notice = draft.issued(as: office.noticeNumber(year: year, sequence: sequence))
                        return [.noticeIssued(notice: notice)] + draft.along(notice)
                    }
                })
        case .receiveTogether(let receipt, let stamp):
            return .storedTogether(try store.receive(receipt, stamp: stamp))
        case .appendTogether(let changes, let stamp):
            return .storedTogether(try store.append(changes, stamp: stamp))
        case .issueTogether(let draft, let stamp):
            let office = ports.office
            let year = stamp.at.date.year
            let version = { (seen: JointNoticeDraft.CaseRevision) in
                CaseVersion(number: seen.number, revision: seen.revision)
            }
            return .storedTogether(
                try store.append(
                    NumberedAppend(
                        to: draft.parts.map { version($0.version) }, beside: draft.others.map(version),
                        series: [office.noticeSeries]
                    ) { sequences in
                        sequences.flatMap { sequence in
                            draft.issued(as: office.noticeNumber(year: year, sequence: sequence))
                        }.enumerated().map { place, notice in
                            [.noticeIssued(notice: notice)] + (place == 0 ? draft.along(notice) : [])
                        }
                    }, stamp: stamp))
        case .appendPapers(let changes, let stamp):
            return try append(changes, stamp, at: ports.office, to: store)
        case .watch:
            return .changeCounter(try store.changeCounter())
        case .deliver: return .delivered(try ports.deliver())
        case .remember(let note, let clerk):
            try store.remember(note, for: clerk)
            return .remembered
        case .recall(let prefix, let clerk): return .recalled(try store.recall(prefix, for: clerk))
        case .forget(let name, let clerk):
            try store.forget(name, for: clerk)
            return .remembered
        case .tally(let queries): return .tallied(try store.counts(queries))
        case .glance(let number): return .glanced(try store.history(of: number))
        case .look(let number):
            guard case .file(let file, let sisters) = try loadFamily(of: number, from: store) else {
                return .looked(nil, sisters: [])
            }
            return .looked(file, sisters: sisters)
        case .export(let name, let text): return ports.exported(name, text)
        case .exportReport(let report, let format, let name, let made):
            return ports.exported(report, format, name, made)
        case .tickets(let day, let counter): return .tickets(try store.tickets(on: day, since: counter))
        case .ticket(let act, let stamp): return .ticket(try store.perform(act, at: ports.office, stamp: stamp))
        case .inspections(let query, let number):
            let sheet = try store.inspections(query)
            guard let number else { return .inspections(sheet, neighbours: []) }
            var visit: [CaseFile] = []
            for out in sheet.visit(of: number) {
                if let file = try store.load(out.row.number) { visit.append(file) }
            }
            guard visit.isEmpty else { return .inspections(sheet, neighbours: visit) }
            return .inspections(
                sheet, neighbours: try store.neighbours(of: number, limit: InspectionReducer.mostJoined))
        case .lease(let job): return .lease(try job.run(on: store))
        case .places(let typed, let limit): return .places(try store.places(like: typed, limit: limit))
        case .authority(let job): return .authority(try job.run(on: store))
        case .lock(let job): return .lock(try job.run(on: ports))
        case .dayLog(let query): return .dayLog(try store.events(query))
        case .dayBoard(let today, let since):
            return .dayBoard(try ports.figures.dayBoard(on: today, idleSince: since))
        case .figures(let queries):
            var sheets: [FigureSheet] = []
            for query in queries { sheets.append(try ports.figures.figures(query)) }
            return .figures(sheets)
        case .cases(let source, let last, let limit):
            return .cases(try source.stretch(after: last, limit: limit, from: store, ports.figures))
        case .sign(let request, _): return .signed(ports.sign(request))
        case .aftercare(let job): return .aftercare(try job.run(on: store))
        case .printers, .print, .watchPrints, .cancelPrints: return PrintInterpreter.run(job, on: ports)
        }
    }

    private static func append(
        _ changes: [PaperAppend], _ stamp: EventStamp, at office: Office, to store: any CaseStoring
    ) throws(StoreError) -> EffectResult {
        let numbering = PaperNumbering(changes, at: office, year: stamp.at.date.year)
        if changes.count == 1, let version = changes.first?.version {
            return .stored(
                try store.append(
                    to: version.number, expecting: version.revision, series: numbering.series, stamp: stamp
                ) { numbering.payloads($0).flatMap(\.self) })
        }
        let write = NumberedAppend(to: changes.map(\.version), series: numbering.series, compose: numbering.payloads)
        return .storedTogether(try store.append(write, stamp: stamp))
    }

    /// A case with the others of its bundle.
    private static func loadFamily(
        of number: CaseNumber, from store: any CaseStoring
    ) throws(StoreError) -> EffectResult {
        guard let file = try store.load(number) else { return .file(nil, sisters: []) }
        var sisters: [CaseFile] = []
        for sister in file.membership?.sisters(of: number) ?? [] {
            do throws(StoreError) {
                if let loaded = try store.load(sister.number) { sisters.append(loaded) }
            } catch .erased {
                // What is left of her doesn't keep this case from being opened.
                continue
            }
        }
        return .file(file, sisters: sisters)
    }

    /// Reads what the other clerk did to one of several cases, and how all of them stand now.
    private static func jointConflict(
        _ job: Effect.Job, in number: CaseNumber, expected: Revision, found: Revision, on ports: DeskPorts
    ) -> EffectResult {
        do throws(StoreError) {
            guard case .file(let file?, let sisters) = try loadFamily(of: number, from: ports.store) else {
                return .failed(.noSuchCase(number))
            }
            let history = try ports.store.history(of: number)
            return .jointConflict(
                [file] + sisters, changed: number, since: Array(history.dropFirst(expected.count)))
        } catch {
            return .failed(error)
        }
    }

    /// Reads what the other clerk did, so that the desk can say it instead of only refusing.
    private static func conflict(
        _ job: Effect.Job, expected: Revision, found: Revision, on ports: DeskPorts
    ) -> EffectResult {
        guard let number = job.caseNumber else { return .failed(.conflict(expected: expected, found: found)) }
        do throws(StoreError) {
            guard let file = try ports.store.load(number) else { return .failed(.noSuchCase(number)) }
            let history = try ports.store.history(of: number)
            return .conflict(file, since: Array(history.dropFirst(expected.count)))
        } catch {
            return .failed(error)
        }
    }
}

extension Effect.Job {
    var caseNumber: CaseNumber? {
        switch self {
        case .load(let number), .history(let number), .append(_, let number, _, _), .issue(_, let number, _, _):
            number
        case .appendPapers(let changes, _): changes.first?.version.number
        case .page, .count, .receive, .watch, .receiveTogether, .appendTogether, .issueTogether: nil
        case .printers, .print, .watchPrints, .cancelPrints, .deliver, .remember, .recall, .forget, .lease, .places: nil
        case .tally, .glance, .look, .export, .exportReport: nil
        case .tickets, .ticket, .inspections: nil
        case .dayLog, .authority, .lock, .sign, .aftercare: nil
        case .dayBoard, .figures, .cases: nil
        }
    }
}
