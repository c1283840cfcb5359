import CaseDomain
import CaseStore
import ClerkDesk
import Synchronization
import TestSupport
import Testing

@Suite("Filing for an applicant without a business licence")
struct FilingJourneyTests {
    private static let signature = TokenSignature(
        signed: "", signature: "c2ln", certificate: "Y2VydA==", serial: "01", holder: "CN=Sun Liye",
        mechanism: "sha256-rsa-pkcs")

    /// A token that answers as told, one answer after the other, and keeps what it was asked.
    private final class Token: Sendable {
        let asked = Mutex<[SigningRequest]>([])
        let answers: Mutex<[TokenError?]>

        init(_ answers: [TokenError?]) { self.answers = Mutex(answers) }

        func sign(_ request: SigningRequest) -> Result<TokenSignature, TokenError> {
            asked.withLock { $0.append(request) }
            if let error = answers.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return .failure(error) }
            return .success(FilingJourneyTests.signature)
        }
    }

    /// A desk with the form of a government canteen filled in and saved.
    private func saved(_ token: Token, clerk: String = "zhang", window: String = "A04") -> DeskDriver {
        var desk = DeskDriver(SampleDesk.desk(clerk: clerk, window: window), sign: { token.sign($0) })
        desk.press("F2")
        desk.type("示例县水利局")
        desk.press("Tab", "Right", "Right", "Right", "Right", "Tab", "Tab")
        desk.type("13800000001")
        desk.press("Tab")
        desk.type("王德胜")
        desk.press("Tab", "Tab")
        desk.type("府前街40号")
        desk.press("Tab", "Tab", "Tab", "Enter", "Down", "Down", "Enter", "F2")
        return desk
    }

    private func count(_ desk: DeskDriver) throws -> Int {
        try desk.store.count(QueueQuery(today: SampleDesk.morning.date))
    }

    @Test("the PIN is asked for, and the case is filed with the signature in its first event")
    func files() throws {
        let token = Token([])
        var desk = saved(token)
        #expect(desk.place == .entry && desk.screen.contains("UKey签名申报"))
        #expect(try count(desk) == 0)
        desk.type("246810")
        #expect(desk.screen.contains("******") && !desk.screen.contains("246810"))
        desk.press("F2")
        let file = try desk.stored()
        #expect(file.signature == Self.signature && file.particulars.applicant.kind == .government)
        let asked = try #require(token.asked.withLock { $0.first })
        #expect(asked.pin == Secret("246810") && asked.statement.contains("applicant=示例县水利局\n"))
        guard case .received(let receipt)? = try desk.store.history(of: file.number).first?.payload else {
            Issue.record("no receipt")
            return
        }
        #expect(receipt.signature == Self.signature)
    }

    @Test(
        "whatever is wrong with the token is said, and nothing is filed",
        arguments: [
            TokenError.noLibrary, .noModule, .noToken, .severalTokens, .pinLocked, .removed, .noKey, .unknownKey,
            .expired(until: DeskCases.date("2026-01-01")), .foreign(holder: "CN=X"), .failed(code: 5),
        ])
    func refuses(error: TokenError) throws {
        var desk = saved(Token([error]))
        desk.type("246810")
        desk.press("F2")
        #expect(desk.status == error.words(.zh))
        #expect(try count(desk) == 0)
        // What was typed stays, and can be saved once the token is there.
        #expect(desk.place == .form && desk.screen.contains("示例县水利局"))
        desk.press("F2")
        desk.type("246810")
        desk.press("F2")
        #expect(try desk.stored().signature == Self.signature)
    }

    @Test("a wrong PIN is asked for again")
    func wrongPIN() throws {
        var desk = saved(Token([.wrongPIN]))
        desk.type("1111")
        desk.press("F2")
        #expect(desk.place == .entry && desk.screen.contains("K-05") && !desk.screen.contains("****"))
        #expect(try count(desk) == 0)
        desk.type("246810")
        desk.press("F2")
        #expect(try desk.stored().signature == Self.signature)
    }

    @Test("at a county window nothing is filed, and it is said where to go")
    func townshipOnly() throws {
        for (clerk, window) in [("王桂芬", "A04"), ("孙立业", "A02"), ("zhang", "A02")] {
            let desk = saved(Token([]), clerk: clerk, window: window)
            #expect(desk.place == .form && desk.status.contains("A04 孙立业"))
            #expect(try count(desk) == 0)
        }
    }

    @Test("the PIN is in no note that the desk keeps, and in no effect but the one for the token")
    func kept() throws {
        var desk = saved(Token([.removed]))
        desk.type("246810")
        desk.idle(seconds: 10)
        desk.press("F2")
        desk.idle(seconds: 10)
        for effect in desk.effects {
            if case .remember(let note, _) = effect.job { #expect(!note.text.contains("246810")) }
            #expect(!"\(effect)".contains("246810"))
        }
        var dumped = ""
        dump(desk.state, to: &dumped)
        #expect(!dumped.contains("246810"))
    }

    @Test("a case that came in without the signature that it needs says so wherever it is open")
    func unsigned() throws {
        var desk = saved(Token([]))
        desk.type("246810")
        desk.press("F2")
        #expect(!desk.screen.contains("缺UKey签名"))
        let store = SampleDesk.store()
        guard case .received(let receipt)? = try desk.store.history(of: desk.stored().number).first?.payload else {
            Issue.record("no receipt")
            return
        }
        _ = try store.receive(
            Receipt(application: receipt.application, checklist: receipt.checklist, window: receipt.window),
            stamp: StoreSamples.stamp(0))
        var other = DeskDriver(SampleDesk.desk(), store: store)
        other.turn(to: "全部")
        other.press("Enter")
        #expect(other.screen.contains("缺UKey签名"))
    }

    @Test("everybody else files as ever")
    func others() throws {
        var desk = DeskDriver()
        desk.takeIn()
        #expect(try desk.stored().signature == nil)
    }
}
