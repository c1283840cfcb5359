package import CaseDomain
import Crypto
import CryptoExtras
import Foundation
import X509

/// Checks a signature that was made with a token, long after the token has gone.
package enum TokenVerifier {
    /// What a check came to.
    package enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// The statement is what the named certificate's key signed.
        case valid
        /// The statement, the signature and the certificate don't belong together.
        case broken
        /// Something in it can't be read.
        case unreadable
    }

    /// - Returns: whether the statement is what was signed; whose certificate it was stands in it.
    package static func verdict(on signature: TokenSignature) -> Verdict {
        guard let bytes = Data(base64Encoded: signature.signature),
            let der = Data(base64Encoded: signature.certificate),
            let mechanism = TokenMechanism(rawValue: signature.mechanism), let face = certificate(Array(der))
        else { return .unreadable }
        let digest = SHA256.hash(data: Array(signature.signed.utf8))
        let isSame = face.serial == signature.serial && face.holder == signature.holder
        switch mechanism {
        case .rsa:
            guard let key = _RSA.Signing.PublicKey(face.certificate.publicKey) else { return .broken }
            let holds = key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: bytes), for: digest, padding: .insecurePKCS1v1_5)
            return holds && isSame ? .valid : .broken
        case .ecdsa:
            guard let key = P256.Signing.PublicKey(face.certificate.publicKey) else { return .broken }
            do {
                let signed = try P256.Signing.ECDSASignature(rawRepresentation: bytes)
                return key.isValidSignature(signed, for: digest) && isSame ? .valid : .broken
            } catch {
                return .unreadable
            }
        }
    }

    private static func certificate(_ bytes: [UInt8]) -> TokenCertificate? {
        do throws(TokenError) { return try TokenCertificate(bytes) } catch { return nil }
    }
}
