import CaseDomain
import ChecklistFiles
import Testing

/// 送达与后续 in the office file.
@Suite("Aftercare of an office")
struct OfficeAftercareTests {
    private func office(_ more: String) throws -> Office {
        let sample = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let before = sample.split(separator: "\ntickets:", maxSplits: 1)[0]
        return try OfficeFile.decode(before + "\n" + more + "\n", file: "office.yaml")
    }

    @Test("the sample offers four ways, and says when what is due")
    func sample() throws {
        let text = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let care = try OfficeFile.decode(text, file: "sample.yaml").aftercare
        #expect(care.modes(for: .foodOperationLicence) == DeliveryMode.allCases)
        #expect(care.modes(for: .foodStall) == [.window])
        #expect(care.reminding.months == 6 && care.rating.days == 15 && care.rating.basis?.verified == false)
        #expect(care.feedbackDays.count == FeedbackKind.allCases.count)
    }

    @Test("an office that says nothing has the usual")
    func none() throws {
        let care = try office("").aftercare
        #expect(care == Office.Aftercare())
        #expect(Matter.allCases.allSatisfy { care.modes(for: $0) == [.window] })
    }

    @Test(
        "what can't be used is refused where it stands",
        arguments: [
            "delivery: {food-operation-licence: [pigeon]}", "delivery: {food-operation-licence: []}",
            "delivery: {food-operation-licence: [window, window]}", "delivery: {x: [window]}", "expiry: {months: 0}",
            "expiry: {months: 6, more: 1}", "expiry: {follow-up-days: {told: 0}}", "expiry: {follow-up-days: {x: 1}}",
            "expiry: {message-days: 0}", "ratings: {days: 15}",
            "ratings: {days: 15, basis: {citation: x, verified: true}}",
            "feedback: {system: 0}", "feedback: {gossip: 3}",
        ])
    func refused(text: String) {
        let failure = #expect(throws: DataLoadFailure.self) { _ = try office(text) }
        #expect(failure?.diagnostics.count == 1)
    }
}
