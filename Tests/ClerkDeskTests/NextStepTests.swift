import CaseDomain
import CaseStore
import ChecklistRules
import TestSupport
import Testing

/// 下一步, by the table of a case's life and by what is known of the case.
struct NextStepTests {
    @Test func `what leads on heeds what is known of the case`() throws {
        let store = InMemoryCaseStore(projection: SampleDesk.projection)
        let day = "2026-11-20"
        func next(_ file: CaseFile, in state: CaseState) -> CaseStep? {
            SampleDesk.book.nextStep(of: file, in: state, at: SampleDesk.office)?.step
        }
        let plain = try DeskCases.receive(DeskCases.restaurant(), into: store)
        #expect(next(plain, in: .accepted) == .dispatch)
        let declared = DeskCases.held(.renewal, facts: [.conditionsUnchanged: true])
        #expect(next(try DeskCases.receive(declared, into: store), in: .accepted) == .waive)
        for (isFor, step) in [(true, CaseStep.approve), (false, .deny)] {
            let review = CaseReview(proposesApproval: isFor, words: "")
            let reviewed = try DeskCases.append(
                [
                    .accepted(acceptance: Acceptance(on: DeskCases.date(day), gaps: [])),
                    .life(event: .reviewed(review: review)),
                ], to: try DeskCases.receive(DeskCases.restaurant(), into: store), on: day, in: store)
            #expect(next(reviewed, in: .reviewed) == step)
        }
    }
}
