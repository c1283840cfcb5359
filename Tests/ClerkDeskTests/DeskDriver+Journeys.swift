import CaseDomain
import CaseStore
import ChecklistRules
import ClerkDesk
import TestSupport
import Testing

extension DeskDriver {
    /// Takes a restaurant in by the form, key by key, as a clerk does at the counter.
    mutating func takeIn(_ name: String = "王记羊汤馆") {
        press("F2")
        type(name)
        press("Tab", "Right", "Right", "Tab")
        type(DeskCases.creditCode)
        press("Tab")
        type("13800000001")
        press("Tab")
        type("王德胜")
        press("Tab")
        type(DeskCases.idNumber)
        press("Tab")
        type("渤海大街18号")
        press("Tab", "Tab")
        type("86.5")
        press("Tab", "Enter", "Down", "Enter", "Tab", "Enter")
        type("热食")
        press("Space", "Enter", "Tab", "Space", "F2")
    }

    /// Opens the one case of the store.
    static func onCase(
        _ particulars: Particulars, desk: Desk = SampleDesk.desk(), clock: Moment = SampleDesk.morning,
        _ prepare: (CaseFile, any DeskStoring) throws -> Void = { _, _ in }
    ) throws -> DeskDriver {
        let store = SampleDesk.store()
        let file = try DeskCases.receive(particulars, into: store)
        try prepare(file, store)
        var driver = DeskDriver(desk, store: store, clock: clock)
        driver.press("S-Tab", "Enter")
        try #require(driver.file != nil)
        return driver
    }

    /// Chooses one of the actions of the case by its name.
    mutating func act(_ name: String) {
        perform(.actions)
        type(name)
        press("Enter")
    }

    /// Turns to a view of the queue by its name.
    mutating func turn(to view: String) {
        perform(.views)
        type(view)
        press("Enter")
    }

    /// Why an action of the open list can't be taken; nil where it can, or isn't listed.
    func whyNot(_ name: String) -> String? {
        guard case .picker(let picker)? = state.modal else { return nil }
        return picker.options.first { $0.label.text(.zh) == name }?.barred?.text(.zh)
    }

    /// Answers the offer of a visit with no; the sheet is open.
    mutating func declineVisit() {
        press("Right", "Tab", "Tab", "Tab")
        type("申请人熟悉要求")
        press("F2")
    }

    /// How the lines of the case's checklist stand, without those it doesn't need.
    var states: [ChecklistSheet.State] {
        guard let file else { return [] }
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        return evaluator.sheet(for: file.application).lines.map(\.state).filter { $0 != .notNeeded }
    }

    var outcome: Outcome? {
        guard let file else { return nil }
        let evaluator = SampleDesk.book.evaluator(
            for: file.particulars, office: SampleDesk.office, keeping: file.checklist)
        return evaluator.evaluate(file.application).outcome
    }

    /// What was appended to the case since it was received.
    func payloads() throws -> [CaseEvent.Payload] {
        let number = try #require(file?.number)
        return try store.history(of: number).dropFirst().map(\.payload)
    }
}
