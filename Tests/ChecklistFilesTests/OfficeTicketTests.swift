import CaseDomain
import ChecklistFiles
import Testing

/// 叫号 in the office file.
@Suite("Tickets of an office")
struct OfficeTicketTests {
    private func office(_ tickets: String) throws -> Office {
        let sample = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let before = sample.split(separator: "\ntickets:", maxSplits: 1)[0]
        return try OfficeFile.decode(before + "\n" + tickets + "\n", file: "office.yaml")
    }

    @Test("an office that says nothing gives no tickets out")
    func none() throws { #expect(try !office("").ticketing.isOn) }

    @Test("numbers that aren't written have their usual values")
    func usual() throws {
        let rules = try office("tickets: {kinds: [{id: w, name: 现场, english: Walk-in}]}").ticketing
        #expect(rules.isOn && rules.appointmentLead == 10 && rules.returnBehind == 3)
        let kind = try #require(rules.kind("w"))
        #expect(rules.series(of: kind, in: "东部片区") == "" && !kind.goesFirst && !kind.isTimed)
    }

    @Test(
        "what can't be used is refused where it stands",
        arguments: [
            "tickets: {kinds: []}", "tickets: {}", "tickets: {kinds: [{id: w, name: 现场}]}",
            "tickets: {kinds: [{id: w, name: 现场, english: W, series: a}]}",
            "tickets: {kinds: [{id: w, name: 现场, english: W, series: ABC}]}",
            "tickets: {series: {月亮: A}, kinds: [{id: w, name: 现场, english: W}]}",
            "tickets: {return-behind: -1, kinds: [{id: w, name: 现场, english: W}]}",
            "tickets: {kinds: [{id: w, name: 现场, english: W}, {id: w, name: 又, english: W}]}",
        ])
    func refused(text: String) {
        let failure = #expect(throws: DataLoadFailure.self) { _ = try office(text) }
        #expect(failure?.diagnostics.count == 1)
    }
}
