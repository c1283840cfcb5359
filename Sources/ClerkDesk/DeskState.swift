package import CaseDomain
package import CaseStore
package import ScreenKit
package import TextLayout

/// Everything the desk shows and remembers, as one value.
package struct DeskState: Hashable, Sendable {
    package var size: Size
    /// The moment of the last event; nothing else tells the desk the time.
    package var now: Moment
    package var queue: QueueState
    /// The case that is open over the queue.
    package var work: CaseWork?
    /// The notice that is open over the case.
    package var paper: PaperState?
    package var modal: Modal?
    package var board = StatusBoard()
    /// The question that stood on the last frame that was painted.
    package var shownQuestion: Question?
    /// What a help, a list of messages or the palette was opened over; it comes back when they close.
    package var covered: Modal?
    /// What the clerk chose from the palette, latest first.
    package var palette = PaletteMemory()
    /// Whether the terminal reports the mouse.
    package var isMouseOn = false
    /// What went to the terminal's clipboard last.
    package var copied = CopiedText()
    /// The first strokes of a chord.
    package var pending: [KeyStroke] = []
    /// The write under way, and what to do with its answer.
    package var writing: Writing?
    /// Keys that were pressed while a write was under way, replayed in order when it is done.
    package var held: [DeskEvent.Input] = []
    /// The case being fetched to be opened.
    package var opening: Opening?
    package var counting: Int?
    package var watching: Int?
    package var reading: Int?
    package var printing = PrintState()
    package var telling = TellingState()
    package var tickets = TicketState()
    package var supervision = SupervisionState()
    package var inspection = InspectionState()
    package var leases = LeaseState()
    package var aftercare = AftercareState()
    package var drafts = DraftState()
    package var authority = AuthorityState()
    package var lock = LockState()
    /// The search that a scan began, and what to offer if it finds nothing.
    package var scanned: ScanSearch?
    package var filling = FillingState()
    /// How often a full redraw was asked for.
    package var redraws = 0
    package var look = DeskLook()
    package var isOver = false
    /// The lessons, on a desk for practice.
    package var tutor: TutorState?
    private var effects = 0

    package struct Opening: Hashable, Sendable {
        package let effect: Int
        package let number: CaseNumber
        package let next: DeskIntent?
    }

    package struct Writing: Hashable, Sendable {
        package let effect: Effect
        /// What is said when it is saved.
        package let done: Phrase
        /// What taking the write back would append; nil where the law knows no way back.
        package let inverse: [CaseEvent.Payload]?
        /// The step that this write takes back; nil for any other write.
        package let undoing: CaseWork.UndoStep?
        /// Where the cursor stood in the case; it goes back there if nothing was saved.
        package let cursor: CaseWork.Cursor
        /// What taking the write back would append to sisters.
        package var sisters: [CaseNumber: [CaseEvent.Payload]] = [:]
    }

    package init(size: Size, now: Moment, filter: QueueFilter = .open) {
        self.size = size
        self.now = now
        queue = QueueState(query: QueueQuery(filter: filter, today: now.date))
    }

    package var today: CivilDate { now.date }

    /// Whether what is typed now may not be shown.
    package var isTypingSecret: Bool {
        if lock.isLocked { return true }
        return if case .entry(let entry)? = modal { entry.isTypingSecret } else { false }
    }

    /// Whether something on the screen waits for the clerk's hands to rest.
    package var awaitsRest: Bool {
        work == nil && !supervision.isOpen && QueueView.hasPreview(size) && queue.preview.row != queue.current
    }

    /// Where the next key is typed.
    package var place: DeskPlace {
        if let modal { return modal.place }
        if paper != nil { return .notice }
        if let work { return work.pane.place }
        if tickets.isOpen { return .tickets }
        if supervision.isOpen { return supervision.place }
        if inspection.isOpen { return .inspections }
        if let place = aftercare.place { return place }
        return queue.isSearching ? .search : .queue
    }

    /// Leaves the queue alone on the screen.
    mutating func closeBoards() {
        tickets.isOpen = false
        supervision.isOpen = false
        supervision.cases = nil
        supervision.asked = [:]
        inspection.isOpen = false
        aftercare.expiry = nil
        aftercare.feedback = nil
    }

    package mutating func effect(_ job: Effect.Job) -> Effect {
        effects += 1
        return Effect(id: effects, job: job)
    }
}

/// Something that happened at the desk's edge.
package struct DeskEvent: Hashable, Sendable {
    package let stamp: EventStamp
    package let input: Input

    package init(stamp: EventStamp, input: Input) {
        self.stamp = stamp
        self.input = input
    }

    package enum Input: Hashable, Sendable {
        case started
        case key(KeyStroke)
        case paste(String)
        /// A scan gun read something and pressed Enter behind it.
        case scan(Scan)
        case resized(Size)
        /// The terminal has said how wide it shows ambiguous characters.
        case widths(AmbiguousWidth)
        case finished(Int, EffectResult)
        /// Nothing was typed for a while.
        case tick
        /// The terminal is going away.
        case closing
        /// The frame of the state has reached the terminal. It changes nothing that is drawn; but only what was on the
        /// screen can have been read.
        case shown
        case pointer(PointerEvent)
    }
}
