package import CaseDomain
package import CaseStore
import ChecklistRules
package import ClerkDesk
package import Outgoing
package import Reporting
package import ScreenKit
package import Testing

/// A desk without a terminal and without threads: keys go in by name, effects are carried out on the spot by the same
/// interpreter that the program uses, and the screen is a text.
package struct DeskDriver {
    package private(set) var state: DeskState
    package let desk: Desk
    package let store: any DeskStoring
    package var clock: Moment
    /// While true, effects pile up in `waiting` instead of being carried out.
    package var holdsBack = false
    package private(set) var waiting: [Effect] = []
    /// Every effect so far.
    package private(set) var effects: [Effect] = []
    private let ports: DeskPorts
    private var isHasty = false

    package init(
        _ desk: Desk = SampleDesk.desk(), store: any DeskStoring = SampleDesk.store(),
        size: Size = Size(rows: 24, columns: 80), clock: Moment = SampleDesk.morning,
        printing: any PaperPrinting = NoPrinting(), tutor: TutorState? = nil, figures: (any FigureStoring)? = nil,
        export: @escaping @Sendable (String, String) throws(ExportError) -> String = { _, _ throws(ExportError) in
            throw .noPlace
        },
        exportReport: @escaping @Sendable (Report, ReportFormat, String, Moment) throws(ExportError) -> String = {
            _, _, _, _ throws(ExportError) in
            throw .noPlace
        },
        sign: @escaping @Sendable (SigningRequest) -> Result<TokenSignature, TokenError> = { _ in .failure(.noToken) },
        deliver: @escaping @Sendable () throws(StoreError) -> DeliveryReport = { () throws(StoreError) in
            DeliveryReport()
        }
    ) {
        self.desk = desk
        self.store = store
        self.clock = clock
        ports = DeskPorts(
            store: store, figures: figures ?? SampleFigures(store), office: desk.office,
            life: { desk.rules.book().life }, printing: printing, pins: PretendPINs(), export: export,
            exportReport: exportReport, sign: sign,
            deliver: deliver)
        state = DeskState(size: size, now: clock)
        state.tutor = tutor
        state.fit(size)
        send(.started)
    }

    // MARK: In

    /// Presses keys by the names that keymaps use: `press("Down", "1", "F6")`.
    package mutating func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        for name in names {
            guard let stroke = KeyStroke(name: name) else {
                Issue.record("no key is called \(name)", sourceLocation: sourceLocation)
                continue
            }
            send(.key(stroke))
        }
    }

    /// Types characters just as they are, without folding them to keys first.
    package mutating func type(_ text: String) {
        for character in text { send(.key(KeyStroke(.character(character)))) }
    }

    package mutating func paste(_ text: String) { send(.paste(text)) }

    package mutating func resize(rows: Int, columns: Int) { send(.resized(Size(rows: rows, columns: columns))) }

    /// Presses the keys that lead to an intent at the place where the desk stands.
    package mutating func perform(_ intents: DeskIntent..., sourceLocation: SourceLocation = #_sourceLocation) {
        for intent in intents {
            guard let chord = desk.keymap.bindings(for: intent, in: state.place).first else {
                Issue.record("\(intent) has no key in \(state.place)", sourceLocation: sourceLocation)
                continue
            }
            for stroke in chord.strokes { send(.key(stroke)) }
        }
    }

    /// Nothing was typed for so long.
    package mutating func idle(seconds: Int64) {
        clock = clock.adding(seconds: seconds)
        send(.tick)
    }

    package mutating func send(_ input: DeskEvent.Input) {
        let event = DeskEvent(stamp: EventStamp(at: clock, by: desk.clerk), input: input)
        let asked = DeskReducer.reduce(&state, event, desk: desk)
        effects += asked
        waiting += asked
        if !holdsBack { carryOut() }
        // A real desk paints when there is nothing left to do.
        if !isHasty, input != .shown { send(.shown) }
    }

    /// Presses keys faster than the screen is painted.
    package mutating func pressAhead(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        isHasty = true
        for name in names { press(name, sourceLocation: sourceLocation) }
        isHasty = false
        send(.shown)
    }

    package mutating func click(row: Int, column: Int) {
        send(.pointer(.click(Position(row: row, column: column))))
    }

    // MARK: Effects

    /// Carries out everything that waits, and what comes of it.
    package mutating func carryOut() {
        holdsBack = false
        while !waiting.isEmpty { carryOut(at: 0) }
    }

    /// Carries out one of the effects that wait, in whatever order a test wants.
    package mutating func carryOut(at place: Int) {
        let effect = waiting.remove(at: place)
        send(.finished(effect.id, EffectInterpreter.run(effect.job, on: ports)))
    }

    // MARK: Out

    package var frame: Frame { DeskView.draw(state, desk) }
    package var screen: String { frame.grid.text }
    package var status: String { state.status?.text ?? "" }
    package var file: CaseFile? { state.work?.file }
    package var place: DeskPlace { state.place }

    /// The row of the screen that holds a text.
    package func row(with text: String) -> String? {
        screen.split(separator: "\n").map(String.init).first { $0.contains(text) }
    }

    /// The case on the desk as the store has it.
    package func stored() throws -> CaseFile {
        let number = try #require(file?.number)
        return try #require(try store.load(number))
    }
}
