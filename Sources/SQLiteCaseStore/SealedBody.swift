import CaseDomain
import Crypto
import Foundation

/// An event's body as it is stored, with the digest that the chain knows it by.
///
/// Nothing here depends on the store, so bodies are sealed before the transaction begins and other writers wait less.
struct SealedBody: Sendable {
    /// Sixteen random bytes. A body whose text can be guessed couldn't hide behind a bare digest once it is erased.
    let salt: Data
    /// JSON.
    let text: String
    let digest: Data

    init(_ payload: CaseEvent.Payload) throws {
        var random = SystemRandomNumberGenerator()
        var salt = Data(capacity: 16)
        for _ in 0..<2 { withUnsafeBytes(of: random.next() as UInt64) { salt.append(contentsOf: $0) } }
        let body = try EventBodyEncoder().encode(payload)
        self.salt = salt
        text = String(decoding: body, as: UTF8.self)
        digest = SealedBody.digest(salt: salt, body: body)
    }

    /// SHA-256 over the salt and the text.
    static func digest(salt: Data, body: some DataProtocol) -> Data {
        var digest = SHA256()
        digest.update(data: salt)
        digest.update(data: body)
        return Data(digest.finalize())
    }

    /// Seals many bodies, on as many cores as there are: it is the greater part of taking many cases in.
    static func seal(_ payloads: [CaseEvent.Payload]) throws -> [SealedBody] {
        try payloads.mapOnAllCores(SealedBody.init)
    }
}
