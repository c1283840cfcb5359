import ArgumentParser
import CaseDomain
import CaseFormat
import ClerkDesk
import TokenSigning

/// `yicigao token`: the tokens of this machine, and the signatures of a store.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "UKey：看插了哪些，验证签名。Tokens that are plugged in; checks signatures.",
        subcommands: [TokenListCommand.self, TokenVerifyCommand.self])
}

/// `yicigao token list`.
struct TokenListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出插着的UKey。Lists the tokens that are plugged in.")

    @Flag(help: "JSON。")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        let office = try data.load().office
        let tokens: [TokenSigner.Token]
        do throws(TokenError) {
            tokens = try TokenSigner.tokens(module: office.filingLock?.module)
        } catch {
            throw CommandFailure(code: .system, message: error.words(.zh))
        }
        try CommandOutput.run { output in
            if json {
                var text = JSONText()
                text.beginArray()
                for token in tokens {
                    text.beginObject()
                    text.member("label", token.label)
                    text.member("maker", token.maker)
                    text.member("serial", token.serial)
                    text.endObject()
                }
                text.endArray()
                text.endLine()
                try output.write(text.bytes)
            } else if tokens.isEmpty {
                try output.line("没有插UKey")
            }
            for token in json ? [] : tokens { try output.line("\(token.label)  \(token.maker)  \(token.serial)") }
            return tokens.isEmpty ? .refused : .fine
        }
    }
}

/// `yicigao token verify`.
struct TokenVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "验证办件的UKey签名。Checks the signatures under filings.",
        discussion: "例 Example:  yicigao token verify 2026-000012 --statement")

    @Argument(help: ArgumentHelp("办件编号。Case numbers.", valueName: "case"))
    var cases: [String]

    @Flag(help: "连同签名的原文。With what was signed.")
    var statement = false

    @Flag(help: "每件一行 JSON。One line of JSON per case.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let store = try self.store.open(try data.load())
        let finder = CaseFinder(store: store, today: BusinessClock.system.now().date)
        try CommandOutput.run { output in
            var exit = Exit.fine
            for number in cases {
                let file = try finder.find(number)
                let verdict = file.signature.map { TokenVerifier.verdict(on: $0) }
                if verdict != .valid { exit = .refused }
                if json {
                    try output.write(line(file, verdict))
                } else {
                    for line in words(file, verdict) { try output.line(line) }
                }
            }
            return exit
        }
    }

    private func words(_ file: CaseFile, _ verdict: TokenVerifier.Verdict?) -> [String] {
        guard let signature = file.signature, let verdict else { return ["\(file.number.text) 没有UKey签名"] }
        let said =
            switch verdict {
            case .valid: "签名有效"
            case .broken: "签名不对：原文、签名、证书对不上"
            case .unreadable: "签名读不出来"
            }
        let line = "\(file.number.text) \(said)  \(signature.holder)  证书 \(signature.serial)"
        return [line] + (statement ? signature.signed.split(separator: "\n").map { "  \($0)" } : [])
    }

    private func line(_ file: CaseFile, _ verdict: TokenVerifier.Verdict?) -> [UInt8] {
        var json = JSONText()
        json.beginObject()
        json.member("case", file.number.text)
        json.nullable("verdict", verdict?.rawValue)
        json.nullable("holder", file.signature?.holder)
        json.nullable("serial", file.signature?.serial)
        json.nullable("mechanism", file.signature?.mechanism)
        if statement { json.nullable("statement", file.signature?.signed) }
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
