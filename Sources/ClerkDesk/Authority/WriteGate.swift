import CaseDomain
import CaseStore
import NoticeComposer

/// 权限: what every write of a desk goes through on its way to the store, whichever screen or batch it comes from. It asks
/// about the case as it is stored and about the absences of this moment, not about what some desk has read.
struct WriteGate {
    let ports: DeskPorts

    /// - Returns: the job, naming in whose place each case is written that is written in somebody's.
    /// - Throws: `forbidden`; then nothing was written but that it was tried.
    func passed(_ job: Effect.Job) throws(StoreError) -> Effect.Job {
        let writes = job.writes
        guard let stamp = job.stamp, !writes.isEmpty else { return job }
        let today = stamp.at.date
        let absences = try ports.store.absences(from: today)
        let mayWrite = Authority.mayWrite(stamp.by, at: ports.office, absences: absences, today: today)
        var covers: [CaseNumber: CoverNote] = [:]
        for write in writes {
            guard mayWrite else { throw try refused(.unlisted, write.steps.first ?? .judge, write.number, stamp) }
            guard !write.steps.isEmpty else { continue }
            let file = try load(write.number)
            for step in write.steps {
                switch Authority.standing(
                    of: step, by: stamp.by, on: file, at: ports.office, life: ports.life(), absences: absences,
                    today: today)
                {
                case .own: break
                case .refused(let refusal): throw try refused(refusal, step, write.number, stamp)
                case .covering(let colleague):
                    let covered = CaseProgress.Covered(colleague: colleague, by: stamp.by, on: today)
                    guard let file, !file.progress.covers.contains(covered) else { continue }
                    covers[file.number] = CoverNote(colleague: colleague, step: step)
                }
            }
        }
        return job.naming(covers)
    }

    private func load(_ number: CaseNumber?) throws(StoreError) -> CaseFile? {
        guard let number else { return nil }
        return try ports.store.load(number)
    }

    private func refused(
        _ refusal: AuthorityRefusal, _ step: CaseStep, _ number: CaseNumber?, _ stamp: EventStamp
    ) throws(StoreError) -> StoreError {
        let attempt = RefusedAttempt(step: step, ground: refusal.ground)
        try AuthorityJob.note(attempt, of: number, stamp, in: ports.store)
        return .forbidden(refusal)
    }
}

/// What a job writes to a case, as the steps that it takes; a case that doesn't exist yet has no number.
struct CaseWrite: Hashable, Sendable {
    let number: CaseNumber?
    let steps: [CaseStep]

    init(_ number: CaseNumber?, _ payloads: [CaseEvent.Payload]) {
        self.number = number
        // Nothing that the desk adds by itself asks for more than what it comes with; a signed receipt is a filing.
        steps = payloads.flatMap { payload -> [CaseStep] in
            if case .received(let receipt) = payload, receipt.signature != nil { return [.judge, .file] }
            return [payload.step].compactMap(\.self)
        }
    }

    init(_ number: CaseNumber?, _ step: CaseStep) {
        self.number = number
        steps = [step]
    }
}

extension Effect.Job {
    /// Every job is named here, so that none that writes is forgotten.
    var writes: [CaseWrite] {
        switch self {
        case .receive(let receipt, _): [CaseWrite(nil, [.received(receipt: receipt)])]
        case .sign(_, let receipt): [CaseWrite(nil, [.received(receipt: receipt)])]
        case .receiveTogether(let bundle, _): bundle.receipts.map { CaseWrite(nil, [.received(receipt: $0)]) }
        case .append(let payloads, let number, _, _): [CaseWrite(number, payloads)]
        case .issue(_, let number, _, _): [CaseWrite(number, .issueNotice)]
        case .appendTogether(let changes, _): changes.map { CaseWrite($0.version.number, $0.payloads) }
        case .issueTogether(let draft, _): draft.parts.map { CaseWrite($0.version.number, .issueNotice) }
        case .appendPapers(let changes, _): changes.map { CaseWrite($0.version.number, $0.payloads) }
        case .ticket: [CaseWrite(nil, .tickets)]
        case .aftercare(.perform(.change(_, .answered), _)): [CaseWrite(nil, .answerFeedback)]
        case .aftercare(.perform): [CaseWrite(nil, .feedback)]
        // Looks, or keeps what is a clerk's own; a lock is everybody's, and an absence is asked about where it is entered.
        case .page, .count, .load, .history, .watch, .tally, .glance, .look, .tickets, .inspections, .dayLog, .dayBoard,
            .figures, .cases, .aftercare, .remember, .recall, .forget, .places, .lease, .lock, .export, .exportReport,
            .authority:
            []
        case .printers, .print, .watchPrints, .cancelPrints, .deliver: []
        }
    }

    /// Who writes and when; nil for what is no write.
    fileprivate var stamp: EventStamp? {
        switch self {
        case .receive(_, let stamp), .append(_, _, _, let stamp), .issue(_, _, _, let stamp),
            .receiveTogether(_, let stamp), .appendTogether(_, let stamp), .issueTogether(_, let stamp),
            .appendPapers(_, let stamp), .ticket(_, let stamp), .aftercare(.perform(_, let stamp)):
            stamp
        default: nil
        }
    }

    /// The same write, naming in whose place it is made.
    fileprivate func naming(_ covers: [CaseNumber: CoverNote]) -> Effect.Job {
        guard !covers.isEmpty else { return self }
        let note = { (number: CaseNumber) -> [CaseEvent.Payload] in
            covers[number].map { [.life(event: .covered(cover: $0))] } ?? []
        }
        switch self {
        case .append(let payloads, let number, let revision, let stamp):
            return .append(payloads + note(number), number, expecting: revision, stamp)
        case .appendTogether(let changes, let stamp):
            return .appendTogether(
                changes.map { CaseAppend($0.payloads + note($0.version.number), to: $0.version) }, stamp)
        case .appendPapers(let changes, let stamp):
            return .appendPapers(
                changes.map {
                    PaperAppend($0.payloads + note($0.version.number), papers: $0.papers, to: $0.version)
                }, stamp)
        case .issue(let draft, let number, let revision, let stamp):
            var named = draft
            named.cover = covers[number]
            return .issue(named, number, expecting: revision, stamp)
        case .issueTogether(let draft, let stamp):
            var named = draft
            named.cover = draft.parts.compactMap { covers[$0.version.number] }.first
            return .issueTogether(named, stamp)
        default: return self
        }
    }
}
