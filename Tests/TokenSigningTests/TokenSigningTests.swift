import CaseDomain
import Foundation
import Testing
import TokenSigning

/// The tokens of a process are found through one environment variable, so that one test goes after the other.
@Suite("Signing with a token", .serialized)
struct TokenSigningTests {
    private let today = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970)).date

    private func request(_ pin: String = SoftToken.pin, serial: String? = nil, on day: CivilDate? = nil)
        -> SigningRequest
    {
        SigningRequest(
            statement: "format=yicigao.filing/1\napplicant=示例县水利局\n", pin: Secret(pin), serial: serial, on: day ?? today
        )
    }

    private func sign(_ request: SigningRequest) throws -> TokenSignature {
        try TokenSigner.sign(request, module: SoftToken.module)
    }

    /// Why nothing was signed; nil where something was.
    private func failure(_ request: SigningRequest, module: String? = SoftToken.module) -> TokenError? {
        do throws(TokenError) {
            _ = try TokenSigner.sign(request, module: module)
            return nil
        } catch {
            return error
        }
    }

    @Test("what a token signs holds later, without the token", arguments: SoftToken.Key.allCases)
    func signs(key: SoftToken.Key) throws {
        let token = try SoftToken(key)
        let signature = try sign(request())
        #expect(signature.holder.contains("Sun Liye"))
        try token.remove()
        #expect(TokenVerifier.verdict(on: signature) == .valid)
    }

    @Test("the system's own list of modules finds it as well")
    func registered() throws {
        let token = try SoftToken(.rsa)
        let tokens = try TokenSigner.tokens(module: nil)
        #expect(tokens.contains { $0.label == "t0" })
        withExtendedLifetime(token) {}
    }

    @Test("another word, signature or certificate is noticed", arguments: SoftToken.Key.allCases)
    func altered(key: SoftToken.Key) throws {
        let token = try SoftToken(key)
        let signature = try sign(request())
        let other = try sign(request())
        func with(
            _ signed: String? = nil, signature bytes: String? = nil, certificate: String? = nil, holder: String? = nil,
            mechanism: String? = nil
        ) -> TokenVerifier.Verdict {
            TokenVerifier.verdict(
                on: TokenSignature(
                    signed: signed ?? signature.signed, signature: bytes ?? signature.signature,
                    certificate: certificate ?? signature.certificate, serial: signature.serial,
                    holder: holder ?? signature.holder, mechanism: mechanism ?? signature.mechanism))
        }
        #expect(with() == .valid)
        #expect(with(signature: other.signature) == .valid)
        #expect(with(signature.signed + " ") == .broken)
        #expect(with(holder: "CN=Somebody else") == .broken)
        #expect(with(certificate: "AAAA") == .unreadable)
        #expect(with(mechanism: "none") == .unreadable)
        withExtendedLifetime(token) {}
    }

    @Test("a wrong PIN signs nothing, and is told apart")
    func wrongPIN() throws {
        let token = try SoftToken(.rsa)
        for pin in ["999999", "", "24681", "口令"] {
            #expect(failure(request(pin)) == .wrongPIN)
        }
        withExtendedLifetime(token) {}
    }

    @Test("no token, several tokens, a removed one and an empty one each say so")
    func notThere() throws {
        let none = try SoftToken(nil, tokens: 0)
        #expect(failure(request()) == .noToken)
        let two = try SoftToken(.rsa, tokens: 2)
        #expect(failure(request()) == .severalTokens)
        let empty = try SoftToken(nil)
        #expect(failure(request()) == .noKey)
        let pulled = try SoftToken(.rsa)
        try pulled.remove()
        #expect(failure(request()) == .noToken)
        #expect(failure(request(), module: "/nowhere/token.so") == .noModule)
        withExtendedLifetime((none, two, empty)) {}
    }

    @Test(
        "a token that is pulled out in the middle signs nothing, and says that it was",
        arguments: SoftToken.Key.allCases, PulledToken.Moment.allCases)
    func pulledInTheMiddle(key: SoftToken.Key, moment: PulledToken.Moment) throws {
        let token = try SoftToken(key)
        let pulled = try PulledToken(token, at: moment)
        #expect(failure(request(), module: pulled.module) == .removed)
        #expect(try FileManager.default.contentsOfDirectory(atPath: token.tokens).isEmpty)
        #expect(failure(request()) == .noToken)
        withExtendedLifetime(pulled) {}
    }

    @Test("a certificate that is over, or isn't the clerk's own, signs nothing")
    func notHis() throws {
        let token = try SoftToken(.rsa)
        let signature = try sign(request())
        #expect(failure(request(serial: "00ff")) == .foreign(holder: signature.holder))
        #expect(try sign(request(serial: signature.serial.uppercased())).serial == signature.serial)
        let over = failure(request(on: today.adding(days: 60)))
        guard case .expired? = over else {
            Issue.record("not refused")
            return
        }
        withExtendedLifetime(token) {}
    }

    @Test("a secret says nothing of itself")
    func secret() {
        let request = request("13572468")
        #expect(!"\(request) \(String(reflecting: request))".contains("13572468"))
        var dumped = ""
        dump(request, to: &dumped)
        #expect(!dumped.contains("13572468"))
    }
}
