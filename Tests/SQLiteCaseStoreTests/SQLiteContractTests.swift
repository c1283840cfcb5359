import CaseDomain
import CaseStore
import Foundation
@testable import SQLiteCaseStore
import TestSupport
import Testing

/// The contract on files, with the ways of reading a big store forced on small ones.
@Suite struct SQLiteContractTests {
    /// Where `QueueReading` changes its mind: as delivered, and so early that every way is walked.
    static let efforts: [QueueEffort] = [
        .standard,
        QueueEffort(walk: 3, trial: 2, few: 1...2, leap: 2),
        QueueEffort(walk: 1_000, trial: 0, few: 0...0, leap: 4),
        QueueEffort(walk: 1_000, trial: 1_000, few: 0...0, leap: 2),
        QueueEffort(walk: 5, trial: 0, few: 1_000...1_000, leap: 64),
    ]

    private func run(
        _ effort: QueueEffort = .standard, _ check: (StoreContract) throws -> Void
    ) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try check(
            StoreContract {
                try SQLiteCaseStore(
                    path: folder.path("desk.sqlite"), projection: StoreSamples.projection, effort: effort)
            })
    }

    @Test func eventsComeBack() throws { try run { try $0.eventsComeBack() } }
    @Test func unknownCases() throws { try run { try $0.unknownCases() } }
    @Test func staleWritersAreRefused() throws { try run { try $0.staleWritersAreRefused() } }
    @Test func oneNoticeASubmission() throws { try run { try $0.oneNoticeASubmission() } }
    @Test func numbersRestartEachYear() throws { try run { try $0.numbersRestartEachYear() } }
    @Test func changesAreCounted() throws { try run { try $0.changesAreCounted() } }
    @Test func bundlesAreTakenInTogether() throws { try run { try $0.bundlesAreTakenInTogether() } }
    @Test func severalCasesAreWrittenOrNone() throws { try run { try $0.severalCasesAreWrittenOrNone() } }
    @Test func oneNoticeForSeveralCases() throws { try run { try $0.oneNoticeForSeveralCases() } }
    @Test func papersTakeTheirNumbersWithWhatHappened() throws {
        try run { try $0.papersTakeTheirNumbersWithWhatHappened() }
    }
    @Test func papersAndNoticesShareNoNumber() throws { try run { try $0.papersAndNoticesShareNoNumber() } }
    @Test func messagesAreClaimedOnce() throws { try run { try $0.messagesAreClaimedOnce() } }
    @Test func messagesMoveAlong() throws { try run { try $0.messagesMoveAlong() } }
    @Test func messagesStandInNobodysWay() throws { try run { try $0.messagesStandInNobodysWay() } }
    @Test func ticketNumbersBeginAnewEachDay() throws { try run { try $0.ticketNumbersBeginAnewEachDay() } }
    @Test func ticketsKeepTheirHistory() throws { try run { try $0.ticketsKeepTheirHistory() } }
    @Test func ticketsRefuse() throws { try run { try $0.ticketsRefuse() } }
    @Test func licencesRunOut() throws { try run { try $0.licencesRunOut() } }
    @Test func contactsAreKept() throws { try run { try $0.contactsAreKept() } }
    @Test func feedbackIsKept() throws { try run { try $0.feedbackIsKept() } }
    @Test func badRatingsAreListed() throws { try run { try $0.badRatingsAreListed() } }
    @Test(arguments: [1, 2, 3]) func licencesAgreeWithModel(seed: UInt64) throws {
        try run { try $0.licencesAgreeWithModel(seed: seed) }
    }
    @Test func clerksAreRemembered() throws { try run { try $0.clerksAreRemembered() } }
    @Test func leasesAreHeldByOne() throws { try run { try $0.leasesAreHeldByOne() } }
    @Test func absencesAreKept() throws { try run { try $0.absencesAreKept() } }
    @Test func locksAreLogged() throws { try run { try $0.locksAreLogged() } }
    @Test func placesAreRemembered() throws { try run { try $0.placesAreRemembered() } }
    @Test(arguments: [false, true]) func placesAreToldApartByTheirBytes(_ inBatch: Bool) throws {
        try run { try $0.placesAreToldApartByTheirBytes(inBatch: inBatch) }
    }
    @Test func daysAreLogged() throws { try run { try $0.daysAreLogged() } }
    @Test func troubleIsTold() throws { try run { try $0.troubleIsTold() } }
    @Test func inspectionEventsComeBack() throws { try run { try $0.inspectionEventsComeBack() } }
    @Test func inspectionsAreKept() throws { try run { try $0.inspectionsAreKept() } }
    @Test func neighboursAreFound() throws { try run { try $0.neighboursAreFound() } }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func figuresAgreeWithModel(seed: UInt64) throws {
        try run { try $0.figuresAgreeWithModel(seed: seed) }
    }

    @Test(arguments: efforts.indices) func searchFindsEveryPart(effort: Int) throws {
        try run(Self.efforts[effort]) { try $0.searchFindsEveryPart() }
    }

    @Test(arguments: efforts.indices) func queueAgreesWithModel(effort: Int) throws {
        try run(Self.efforts[effort]) { try $0.queueAgreesWithModel(seed: 100 + UInt64(effort)) }
    }

    @Test(arguments: efforts.indices) func pagingVisitsEachRowOnce(effort: Int) throws {
        try run(Self.efforts[effort]) { try $0.pagingVisitsEachRowOnce(seed: 200 + UInt64(effort)) }
    }
}
