import CaseDomain
import CaseStore
import ScreenKit

/// Where a scan lands, from whatever screen. It never answers a question, and always says what was read and where it went.
enum ScanReducer {
    static func take(_ scan: Scan, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk) -> [Effect] {
        state.pending = []
        let content = scan.content
        switch state.modal {
        case .question?:
            say(Phrases.Scans.answerFirst, content, .warning, &state, desk)
            return []
        case .entry(var entry)? where entry.isTyping:
            if !scan.isTyped { entry.edit(.insert(scan.text)) }
            state.modal = .entry(entry)
            say(Phrases.Scans.inserted, content, .success, &state, desk)
            return []
        case .picker?, .entry(_)?, .comparison?, .bulk?:
            say(Phrases.Scans.noField, content, .warning, &state, desk)
            return []
        case .help?, .messages?: state.uncover()
        case .reader?, .clocks?, .dayLog?: state.modal = nil
        case nil: break
        }
        if state.work == nil, state.queue.isSearching {
            say(Phrases.Scans.inserted, content, .success, &state, desk)
            return scan.isTyped ? [] : QueueReducer.edit(.insert(scan.text), &state)
        }
        return land(content, &state, stamp, desk)
    }

    private static func land(
        _ content: ScanContent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        if case .ownCase(let number) = content { return open(number, &state, stamp, desk) }
        guard let work = state.work else { return landOnQueue(content, &state, desk) }
        guard work.file == nil || work.file?.phase == .checking else {
            say(Phrases.Scans.closed, content, .warning, &state, desk)
            return []
        }
        guard let field = field(for: content, in: work.form) else {
            say(Phrases.Scans.noField, content, .warning, &state, desk)
            return []
        }
        state.paper = nil
        state.work?.pane = .form
        let old = work.form.text(field)
        state.work?.form.fill(field, content.text)
        let wasThere = old.isEmpty || old == content.text
        let shownOld = field.isIdentityNumber ? ResidentID.masked(old) : old
        state.status = StatusLine(
            .success,
            desk.say(
                wasThere ? Phrases.Scans.filled : Phrases.Scans.replaced,
                [
                    "kind": desk.say(content.phrase), "number": content.shown, "field": desk.say(field.label),
                    "old": shownOld,
                ]))
        return []
    }

    /// The field that a scan fits into: the principal's before the agent's, unless the agent is being filled in.
    private static func field(for content: ScanContent, in form: ParticularsForm) -> FormFieldID? {
        let wanted: FormFieldID
        switch content {
        case .residentID(let number):
            let isAtAgent = [.agentName, .agentID, .agentPhone].contains(form.focus)
            let principal = form.text(.principalID)
            let isTaken = !principal.isEmpty && principal != number && form.focus != .principalID
            wanted = isAtAgent || isTaken && form.text(.agentID).isEmpty ? .agentID : .principalID
        case .creditCode: wanted = .uscc
        case .licence: wanted = .licenceNumber
        case .ownCase: return nil
        }
        return form.fields.contains(wanted) ? wanted : nil
    }

    private static func landOnQueue(
        _ content: ScanContent, _ state: inout DeskState, _ desk: Desk
    ) -> [Effect] {
        // What was found is to be seen, whichever board stands over the queue.
        state.closeBoards()
        guard case .residentID = content else {
            let effects = ViewReducer.searchEverywhere(content.text, &state, desk)
            if let page = effects.first { state.scanned = ScanSearch(effect: page.id, content: content) }
            say(Phrases.Scans.searched, content, .success, &state, desk)
            return effects
        }
        // People aren't found by their numbers: no search looks at them.
        offer(content, [], &state, desk)
        return []
    }

    /// The search that a scan began has its answer: where it found nothing a new case is offered.
    static func searched(_ page: QueuePage, of id: Int, _ state: inout DeskState, _ desk: Desk) {
        guard let scanned = state.scanned, scanned.effect == id else { return }
        state.scanned = nil
        guard page.rows.isEmpty, state.modal == nil, state.work == nil else { return }
        offer(scanned.content, [desk.say(Phrases.Scans.notFound)], &state, desk)
        state.sayDropped(state.dropHeld(), desk)
    }

    private static func offer(_ content: ScanContent, _ lines: [String], _ state: inout DeskState, _ desk: Desk) {
        let words = desk.say(
            Phrases.Scans.offer, ["kind": desk.say(content.phrase), "number": content.shown])
        state.modal = .question(
            Question(title: desk.say(Phrases.Case.newTitle), lines: lines + [words], answer: .beginWith(content)))
        say(Phrases.Scans.read, content, .success, &state, desk)
    }

    /// A new case with the scan in its field.
    static func begin(_ content: ScanContent, _ state: inout DeskState, _ desk: Desk) -> [Effect] {
        guard state.work == nil else { return [] }
        state.opening = nil
        var form = ParticularsForm(now: state.now, county: desk.office.county, window: desk.window)
        if case .licence = content {
            var snapshot = form.snapshot
            snapshot.choices[.action] = Action.change.id
            form.restore(snapshot)
        }
        if let field = field(for: content, in: form) {
            form.fill(field, content.text)
            state.status = StatusLine(
                .success,
                desk.say(
                    Phrases.Scans.filled,
                    [
                        "kind": desk.say(content.phrase), "number": content.shown, "field": desk.say(field.label),
                    ]))
        }
        state.work = CaseWork(form: form)
        return []
    }

    private static func open(
        _ number: CaseNumber, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        let content = ScanContent.ownCase(number)
        if state.work?.file?.number == number {
            say(Phrases.Scans.already, content, .info, &state, desk)
            return []
        }
        if state.work?.form.isDirty == true {
            let words = desk.say(Phrases.Scans.leaveForm, ["number": number.text])
            state.modal = .question(
                Question(title: desk.say(Phrases.Scans.openTitle), lines: [words], answer: .followScan(content)))
            say(Phrases.Scans.read, content, .success, &state, desk)
            return []
        }
        return follow(content, &state, stamp, desk)
    }

    /// Leaves whatever is open; a form that isn't saved stays as a draft.
    static func follow(
        _ content: ScanContent, _ state: inout DeskState, _ stamp: EventStamp, _ desk: Desk
    ) -> [Effect] {
        guard case .ownCase(let number) = content else { return [] }
        let kept = DraftReducer.setAside(&state, stamp, desk)
        state.paper = nil
        state.modal = nil
        state.work = nil
        say(Phrases.Scans.opening, content, .success, &state, desk)
        return kept + QueueReducer.open(number, &state)
    }

    private static func say(
        _ phrase: Phrase, _ content: ScanContent, _ severity: StatusLine.Severity, _ state: inout DeskState,
        _ desk: Desk
    ) {
        state.status = StatusLine(
            severity, desk.say(phrase, ["kind": desk.say(content.phrase), "number": content.shown]))
    }
}

extension ScanContent {
    /// What goes into a field.
    fileprivate var text: String {
        switch self {
        case .residentID(let number), .creditCode(let number), .licence(let number): number
        case .ownCase(let number): number.text
        }
    }
}
