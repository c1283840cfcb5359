import CaseStore
import TestSupport
import Testing

struct InMemoryCaseStoreTests {
    private let contract = StoreContract { InMemoryCaseStore(projection: StoreSamples.projection) }

    @Test func eventsComeBack() throws { try contract.eventsComeBack() }
    @Test func unknownCases() throws { try contract.unknownCases() }
    @Test func staleWritersAreRefused() throws { try contract.staleWritersAreRefused() }
    @Test func oneNoticeASubmission() throws { try contract.oneNoticeASubmission() }
    @Test func numbersRestartEachYear() throws { try contract.numbersRestartEachYear() }
    @Test func changesAreCounted() throws { try contract.changesAreCounted() }
    @Test func bundlesAreTakenInTogether() throws { try contract.bundlesAreTakenInTogether() }
    @Test func severalCasesAreWrittenOrNone() throws { try contract.severalCasesAreWrittenOrNone() }
    @Test func oneNoticeForSeveralCases() throws { try contract.oneNoticeForSeveralCases() }
    @Test func papersTakeTheirNumbersWithWhatHappened() throws {
        try contract.papersTakeTheirNumbersWithWhatHappened()
    }
    @Test func papersAndNoticesShareNoNumber() throws { try contract.papersAndNoticesShareNoNumber() }
    @Test func messagesAreClaimedOnce() throws { try contract.messagesAreClaimedOnce() }
    @Test func messagesMoveAlong() throws { try contract.messagesMoveAlong() }
    @Test func messagesStandInNobodysWay() throws { try contract.messagesStandInNobodysWay() }
    @Test func troubleIsTold() throws { try contract.troubleIsTold() }
    @Test func ticketNumbersBeginAnewEachDay() throws { try contract.ticketNumbersBeginAnewEachDay() }
    @Test func ticketsKeepTheirHistory() throws { try contract.ticketsKeepTheirHistory() }
    @Test func ticketsRefuse() throws { try contract.ticketsRefuse() }
    @Test func licencesRunOut() throws { try contract.licencesRunOut() }
    @Test func contactsAreKept() throws { try contract.contactsAreKept() }
    @Test func feedbackIsKept() throws { try contract.feedbackIsKept() }
    @Test func badRatingsAreListed() throws { try contract.badRatingsAreListed() }
    @Test func clerksAreRemembered() throws { try contract.clerksAreRemembered() }
    @Test func leasesAreHeldByOne() throws { try contract.leasesAreHeldByOne() }
    @Test func absencesAreKept() throws { try contract.absencesAreKept() }
    @Test func locksAreLogged() throws { try contract.locksAreLogged() }
    @Test func placesAreRemembered() throws { try contract.placesAreRemembered() }
    @Test(arguments: [false, true]) func placesAreToldApartByTheirBytes(_ inBatch: Bool) throws {
        try contract.placesAreToldApartByTheirBytes(inBatch: inBatch)
    }
    @Test func daysAreLogged() throws { try contract.daysAreLogged() }
    @Test func inspectionEventsComeBack() throws { try contract.inspectionEventsComeBack() }
    @Test func inspectionsAreKept() throws { try contract.inspectionsAreKept() }
    @Test func neighboursAreFound() throws { try contract.neighboursAreFound() }
    @Test func searchFindsEveryPart() throws { try contract.searchFindsEveryPart() }
    @Test(arguments: [1, 2]) func queueAgreesWithModel(seed: UInt64) throws {
        try contract.queueAgreesWithModel(seed: seed)
    }
    @Test func pagingVisitsEachRowOnce() throws { try contract.pagingVisitsEachRowOnce(seed: 3) }
}
