import CaseDomain
import TokenSigning

/// How the desk reaches tokens.
enum TokenDoor {
    static func sign(_ office: Office) -> @Sendable (SigningRequest) -> Result<TokenSignature, TokenError> {
        let module = office.filingLock?.module
        return { request in
            Result { () throws(TokenError) in try TokenSigner.sign(request, module: module) }
        }
    }
}
