package import CaseDomain
package import CaseStore
package import NoticeComposer
package import Outgoing
package import Reporting

/// Something the desk wants done outside itself, as a plain value: tests compare effects, a worker carries them out.
package struct Effect: Hashable, Sendable {
    /// Told back with the result, so that an answer to a question nobody asks any more can be dropped.
    package let id: Int
    package let job: Job

    package enum Job: Hashable, Sendable {
        case page(QueueQuery, QueueAnchor, limit: Int)
        case count(QueueQuery)
        case load(CaseNumber)
        case history(CaseNumber)
        case receive(Receipt, EventStamp)
        case append([CaseEvent.Payload], CaseNumber, expecting: Revision, EventStamp)
        case issue(NoticeDraft, CaseNumber, expecting: Revision, EventStamp)
        case receiveTogether(BundleReceipt, EventStamp)
        case appendTogether([CaseAppend], EventStamp)
        case issueTogether(JointNoticeDraft, EventStamp)
        /// Appends events together with papers, which get their numbers on the way.
        case appendPapers([PaperAppend], EventStamp)
        case watch
        /// Which printers there are.
        case printers
        case print(PrintedPaper, printer: String?, copies: Int)
        /// How jobs are doing.
        case watchPrints([PrintJob])
        case cancelPrints([PrintJob])
        /// Works the outbox off.
        case deliver
        /// Keeps something for the clerk, brings it back by the beginning of its name, forgets it.
        case remember(ClerkNote, ClerkID)
        case recall(String, ClerkID)
        case forget(String, ClerkID)
        /// How many cases each view has.
        case tally([QueueQuery])
        /// What has happened to the case under the cursor.
        case glance(CaseNumber)
        /// A case of a batch, with the others of its bundle.
        case look(CaseNumber)
        /// Writes a list to a file of that name.
        case export(name: String, text: String)
        case exportReport(Report, ReportFormat, name: String, made: Moment)
        /// 叫号: the tickets of a day, unless nothing has happened since; and something done with them.
        case tickets(CivilDate, since: Int?)
        case ticket(TicketAct, EventStamp)
        /// 核查: the tasks that are out and the cases that wait; with them, those of the premises of one case.
        case inspections(InspectionQuery, beside: CaseNumber?)
        /// Who works on which case.
        case lease(LeaseJob)
        /// Addresses that go with what is being typed.
        case places(String, limit: Int)
        /// 台账 of some days.
        case dayLog(DayLogQuery)
        /// 今日看板, what was counted for each query, and the cases behind a figure.
        case dayBoard(on: CivilDate, idleSince: CivilDate)
        case figures([FigureQuery])
        case cases(CaseSource, after: QueueRow?, limit: Int)
        /// Who is away, and what somebody tried who may not.
        case authority(AuthorityJob)
        /// The lock of the screen.
        case lock(LockJob)
        /// Has a token sign what is about to be filed.
        case sign(SigningRequest, Receipt)
        /// 到期台账, 反馈, 好差评.
        case aftercare(AftercareJob)
    }

    /// Where the work may run: what the clerk waits for must not stand behind something long.
    package enum Lane: Hashable, Sendable {
        case direct, background
        /// Printers and gateways take their time; neither stands before the other, nor before anything else.
        case printing, telling
        /// What the desk keeps for its clerk: in order, and never before a key.
        case memory
    }

    package var lane: Lane {
        switch job {
        case .page, .load, .history, .receive, .append, .issue: .direct
        case .receiveTogether, .appendTogether, .issueTogether, .appendPapers: .direct
        case .count, .watch, .tickets: .background
        case .tally, .glance, .look, .export: .background
        case .ticket: .direct
        case .inspections(_, let number): number == nil ? .background : .direct
        // Pages are set on one lane alone.
        case .printers, .print, .watchPrints, .cancelPrints, .exportReport: .printing
        case .deliver: .telling
        case .remember, .recall, .forget, .lease, .places: .memory
        case .dayLog: .background
        case .dayBoard, .figures, .cases: .background
        case .authority, .lock: .memory
        case .sign: .direct
        case .aftercare(let job): job.lane
        }
    }
}

/// What came of an effect.
package enum EffectResult: Hashable, Sendable {
    case page(QueuePage)
    /// Nil where nobody wanted it any more.
    case count(Int?)
    /// Nil where there is no such case; with the other cases of its bundle.
    case file(CaseFile?, sisters: [CaseFile])
    case history([CaseEvent])
    case stored(CaseFile)
    /// Every case that was written.
    case storedTogether([CaseFile])
    /// Somebody else was first: the case as it is now, and what happened since the clerk read it.
    case conflict(CaseFile, since: [CaseEvent])
    /// The same where several cases were to be written: all of them as they are now, and which was in the way.
    case jointConflict([CaseFile], changed: CaseNumber, since: [CaseEvent])
    case changeCounter(Int)
    case printers(PrinterList)
    /// - Parameter isPlain: whether the paper couldn't be set on pages and went out as plain text.
    case printed(PrintJob, isPlain: Bool)
    case prints([PrintJob: PrintJobState])
    case printFailed(PrintError)
    case delivered(DeliveryReport)
    case remembered
    case recalled([ClerkNote])
    case tallied([Int])
    case glanced([CaseEvent])
    case looked(CaseFile?, sisters: [CaseFile])
    /// Where the file is.
    case exported(String)
    case exportFailed(ExportError)
    /// Nil where nothing has happened to them.
    case tickets(TicketSheet?)
    case ticket(Result<Ticket, TicketRefusal>)
    case inspections(InspectionSheet, neighbours: [CaseFile])
    case lease(LeaseAnswer)
    case places([SeenPlace])
    case dayLog([LoggedEvent])
    case dayBoard(DayBoard)
    /// In the order of the queries.
    case figures([FigureSheet])
    case cases(CaseStretch)
    case authority(AuthorityAnswer)
    case lock(LockAnswer)
    case signed(Result<TokenSignature, TokenError>)
    case aftercare(AftercareAnswer)
    case failed(StoreError)
}
