import CaseDomain
import Testing

@testable import ChecklistRules

/// The rules that only a licence already held brings into play.
struct RenewalTests {
    private static let basis = LegalSource(citation: "《示例》第一条", verified: false)

    private static let licence = RenewalRule(
        opens: 90, closes: 15, unit: .workingDays, late: .renewalLate, basis: basis)
    private static let registration = RenewalRule(
        opens: nil, closes: 30, unit: .days, late: .registrationRenewalLate, basis: basis)

    private func evaluate(
        received: String, expires: String, number: String = "JY23716250000011", term: RenewalRule = licence
    ) throws -> Evaluation {
        let words = Words(text: "错", remedy: "改")
        let checklist = Checklist(
            id: "food-operation-licence/renewal", matter: .foodOperationLicence, action: .renewal, name: "延续",
            english: "renewal", version: "1", effectiveFrom: CivilDate(dayNumber: 0), digest: "sha256:",
            requirements: [],
            applicationRules: [ApplicationDefect.tooEarlyToRenew, .licenceNumber].map {
                ApplicationRule(defect: $0, words: words, isOnTheSpot: false, basis: RenewalTests.basis)
            }, renewal: term)
        let office = Office(
            name: "局", code: "审", county: "371625", address: "", hours: "", phone: "", supervisionPhone: "", online: "",
            windows: [], correctionDays: 20, tolerable: [], localDemands: [], noticeNumberPattern: "", noticeTitle: "",
            promisedDays: [:], ladder: Office.RoundLadder(offerVisit: 2, warn: 3, refuse: 5))
        let calendar = WorkingCalendar(days: [], years: [2026])
        let evaluator = Evaluator(
            checklist: checklist, routing: Routing(rules: []), office: office, calendar: calendar, folding: .exact)
        let day = try #require(CivilDate(received))
        return evaluator.evaluate(
            Application(
                particulars: Particulars(
                    matter: .foodOperationLicence, action: .renewal, receivedAt: Moment(day, seconds: 1),
                    channel: .window,
                    applicant: Applicant(name: "示例", kind: .individual),
                    premises: Premises(address: "东街", county: "371625"), subject: .catering,
                    licence: LicenceHeld(number: number, expiresOn: CivilDate(expires)))))
    }

    /// Without holidays: 90 working days are 18 weeks, 15 are 3.
    @Test(arguments: [
        ("2026-04-03", true, false), ("2026-04-05", true, false), ("2026-04-06", false, false),
        ("2026-07-20", false, false), ("2026-07-21", false, true), ("2026-08-10", false, true),
    ])
    func theWindowIsCountedBackwards(received: String, early: Bool, late: Bool) throws {
        let evaluation = try evaluate(received: received, expires: "2026-08-10")
        #expect(evaluation.findings.map(\.defect.id) == (early ? ["too-early-to-renew"] : []))
        #expect(evaluation.warnings.map(\.code) == (late ? [.renewalLate] : []))
    }

    /// Calendar days: a registration is never asked for too early.
    @Test(arguments: [
        ("2024-01-01", false), ("2026-07-11", false), ("2026-07-12", true), ("2026-08-10", true),
        ("2026-08-11", false),
    ])
    func aRegistrationIsRenewedThirtyDaysBefore(received: String, late: Bool) throws {
        let evaluation = try evaluate(received: received, expires: "2026-08-10", term: Self.registration)
        #expect(evaluation.findings.isEmpty)
        #expect(evaluation.warnings.map(\.code) == (late ? [.registrationRenewalLate] : []))
        if late { #expect(evaluation.warnings.map(\.detail) == [.days(30)]) }
    }

    @Test func theTermIsShownAsItIsJudged() throws {
        let calendar = WorkingCalendar(days: [], years: [2026])
        let expiry = try #require(CivilDate("2026-08-10"))
        let span = Self.licence.span(before: expiry, calendar: calendar)
        #expect(span.first == CivilDate("2026-04-06") && span.last == CivilDate("2026-07-20"))
        #expect(span.ledger?.count == -90)
        let days = Self.registration.span(before: expiry, calendar: calendar)
        #expect(days.first == nil && days.last == CivilDate("2026-07-11") && days.ledger == nil)
    }

    @Test func aYearThatIsNotLoadedTurnsNobodyAway() throws {
        let evaluation = try evaluate(received: "2026-10-09", expires: "2027-02-26")
        #expect(evaluation.findings.isEmpty)
        #expect(evaluation.warnings.map(\.code) == [.calendarYearMissing])
    }

    @Test func aWrongCheckDigitIsAFindingAndAnotherRegionIsNot() throws {
        let wrong = try evaluate(received: "2026-06-01", expires: "2026-08-10", number: "JY23716250000012")
        #expect(wrong.findings.map(\.defect.id) == ["licence-number"])
        #expect(wrong.warnings.isEmpty)
        let elsewhere = try evaluate(received: "2026-06-01", expires: "2026-08-10", number: "JY23701000000031")
        #expect(elsewhere.findings.isEmpty)
        #expect(elsewhere.warnings.map(\.code) == [.licenceRegion])
        let former = try evaluate(received: "2026-06-01", expires: "2026-08-10", number: "JY13716250000021")
        #expect(former.warnings.map(\.code) == [.licenceSubject])
    }
}
