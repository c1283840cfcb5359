package import CaseDomain
import CTokenShim
import Crypto
import Foundation
import SwiftASN1
import X509

/// Signs filings with the token that is in the machine.
package enum TokenSigner {
    /// A token that could sign.
    package struct Token: Hashable, Sendable {
        package let label: String
        package let maker: String
        package let serial: String
    }

    /// Signs a statement. Blocks until the token has answered.
    ///
    /// - Parameter module: path of a PKCS#11 module; nil for those that the system knows.
    /// - Throws: why nothing was signed. The PIN is kept nowhere either way.
    package static func sign(
        _ request: SigningRequest, module: String?
    ) throws(TokenError) -> TokenSignature {
        let text = Array(request.statement.utf8)
        let digest = Array(SHA256.hash(data: text))
        var pin = Array(request.pin.revealed.utf8)
        defer { for place in pin.indices { pin[place] = 0 } }
        var answer = ctk_sign(module, nil, pin, pin.count, text, text.count, digest)
        defer { ctk_release(&answer) }
        if let error = TokenError(answer.outcome, code: answer.code) { throw error }
        let certificate = Array(UnsafeBufferPointer(start: answer.certificate, count: answer.certificate_length))
        let bytes = Array(UnsafeBufferPointer(start: answer.signature, count: answer.signature_length))
        let face = try TokenCertificate(certificate)
        if let serial = request.serial, serial.lowercased() != face.serial {
            throw .foreign(holder: face.holder)
        }
        guard face.validUntil >= request.on, face.validFrom <= request.on else {
            throw .expired(until: face.validUntil)
        }
        let mechanism: TokenMechanism = answer.mechanism == CTK_RSA_PKCS_SHA256 ? .rsa : .ecdsa
        return TokenSignature(
            signed: request.statement, signature: Data(bytes).base64EncodedString(),
            certificate: Data(certificate).base64EncodedString(), serial: face.serial, holder: face.holder,
            mechanism: mechanism.rawValue)
    }

    /// The tokens that are in the machine.
    package static func tokens(module: String?) throws(TokenError) -> [Token] {
        let list = TokenList()
        let outcome = withExtendedLifetime(list) {
            ctk_list(
                module,
                { context, label, maker, serial in
                    guard let context else { return }
                    let text = { (bytes: UnsafePointer<CChar>?) in bytes.map { String(cString: $0) } ?? "" }
                    Unmanaged<TokenList>.fromOpaque(context).takeUnretainedValue().tokens.append(
                        Token(label: text(label), maker: text(maker), serial: text(serial)))
                }, Unmanaged.passUnretained(list).toOpaque())
        }
        if let error = TokenError(outcome, code: 0) { throw error }
        return list.tokens
    }

    private final class TokenList {
        var tokens: [Token] = []
    }
}

/// How a token signed.
enum TokenMechanism: String {
    case rsa = "sha256-rsa-pkcs"
    case ecdsa = "ecdsa-sha256"
}

/// As much of a certificate as is looked at.
struct TokenCertificate {
    let certificate: Certificate
    /// Hexadecimal, in small letters, two digits a byte.
    let serial: String
    /// Whom it names.
    let holder: String
    let validFrom: CivilDate
    let validUntil: CivilDate

    /// - Parameter bytes: DER.
    init(_ bytes: [UInt8]) throws(TokenError) {
        do {
            certificate = try Certificate(derEncoded: bytes)
        } catch {
            throw .failed(code: 0)
        }
        serial = certificate.serialNumber.bytes.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0\(text)" : text
        }.joined()
        holder = certificate.subject.description
        validFrom = TokenCertificate.day(certificate.notValidBefore)
        validUntil = TokenCertificate.day(certificate.notValidAfter)
    }

    private static func day(_ date: Date) -> CivilDate {
        Moment(secondsSince1970: Int64(date.timeIntervalSince1970)).date
    }
}

extension TokenError {
    fileprivate init?(_ outcome: ctk_outcome, code: UInt) {
        switch outcome {
        case CTK_DONE: return nil
        case CTK_NO_LIBRARY: self = .noLibrary
        case CTK_NO_MODULE: self = .noModule
        case CTK_NO_TOKEN: self = .noToken
        case CTK_SEVERAL_TOKENS: self = .severalTokens
        case CTK_WRONG_PIN: self = .wrongPIN
        case CTK_PIN_LOCKED: self = .pinLocked
        case CTK_REMOVED: self = .removed
        case CTK_NO_KEY: self = .noKey
        case CTK_UNKNOWN_KEY: self = .unknownKey
        default: self = .failed(code: code)
        }
    }
}
