import CaseDomain
import Foundation
@testable import SQLiteCaseStore
import TestSupport
import Testing

@Suite struct EventBodyEncoderTests {
    private func reread(_ payload: CaseEvent.Payload) throws -> CaseEvent.Payload {
        try JSONDecoder().decode(CaseEvent.Payload.self, from: Data(try EventBodyEncoder().encode(payload)))
    }

    @Test func everyEventIsReadAsItWasWritten() throws {
        for payload in StoreSamples.everyPayload { #expect(try reread(payload) == payload) }
    }

    @Test(arguments: StoreSamples.names) func everyTextIsReadAsItWasWritten(_ text: String) throws {
        guard case .withdrawn(let reason) = try reread(.withdrawn(reason: text)) else {
            Issue.record("another event")
            return
        }
        #expect(Array(reason.utf8) == Array(text.utf8))
    }

    @Test(arguments: [0.1, 1e300, -5, 120.5, 1e-9]) func numbersKeepTheirValue(_ area: Double) throws {
        let payload = CaseEvent.Payload.particularsChanged(
            particulars: StoreSamples.particulars(name: "甲", area: area))
        #expect(try reread(payload) == payload)
    }

    @Test func aNumberThatIsNoneIsRefused() {
        #expect(throws: EncodingError.self) {
            try EventBodyEncoder().encode(
                .particularsChanged(particulars: StoreSamples.particulars(name: "甲", area: .infinity)))
        }
    }

    /// The same tree as Foundation writes, so that files of either kind are one format.
    @Test func foundationReadsTheSameTree() throws {
        let encoder = JSONEncoder()
        for payload in StoreSamples.everyPayload + [.received(receipt: StoreSamples.receipt(name: "老王\"\\\n"))] {
            let ours = try JSONSerialization.jsonObject(with: Data(try EventBodyEncoder().encode(payload)))
            let theirs = try JSONSerialization.jsonObject(with: try encoder.encode(payload))
            #expect(ours as? NSDictionary == theirs as? NSDictionary)
        }
    }
}
