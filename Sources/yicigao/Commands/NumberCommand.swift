import ArgumentParser
import CaseDomain
import CaseFormat
import ClerkDesk

/// `yicigao number`: says what is wrong with a number, place by place.
struct NumberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "核对证照号码，指出错在哪一位。Says what is wrong with a number.",
        discussion: """
            例 Example:  yicigao number uscc 91371625MA3EXAMPLE

            种类 Kinds: uscc 统一社会信用代码, resident-id 公民身份号码, licence 许可证编号 (JY), filing 备案编号 (YB)
            退出码：0 正确，1 有误。Exit code: 0 right, 1 wrong.
            """)

    enum Kind: String, CaseIterable {
        case uscc
        case residentID = "resident-id"
        case licence, filing

        var words: String {
            switch self {
            case .uscc: "统一社会信用代码"
            case .residentID: "公民身份号码"
            case .licence: "许可证编号"
            case .filing: "备案编号"
            }
        }
    }

    @Argument(help: ArgumentHelp("种类。What it is.", valueName: "kind"))
    var kind: String

    @Argument(help: ArgumentHelp("号码。The number.", valueName: "value"))
    var value: String

    @Flag(help: "一个 JSON 对象。One JSON object.")
    var json = false

    func run() throws {
        try CommandOutput.run { output in
            guard let kind = Kind(rawValue: self.kind) else {
                throw TermArgument.unknown(self.kind, "KIND", among: Kind.allCases.map(\.rawValue))
            }
            let problems = Self.problems(kind, value)
            if json {
                try output.write(Self.json(kind, problems))
            } else {
                let shown = kind == .residentID ? ResidentID.masked(value) : value
                try output.line("\(kind.words) \(shown)：\(problems.isEmpty ? "正确" : "有误")")
                for problem in problems { try output.line("  \(problem.text)") }
            }
            return problems.isEmpty ? .fine : .refused
        }
    }

    private static func problems(_ kind: Kind, _ value: String) -> [NumberProblem] {
        switch kind {
        case .uscc: CreditCode.problems(in: value).map(NumberProblem.init)
        case .residentID:
            ResidentID.problems(in: value, on: BusinessClock.system.now().date).map(NumberProblem.init)
        case .licence: LicenceNumber.problems(in: value, families: [.operation]).map(NumberProblem.init)
        case .filing: LicenceNumber.problems(in: value, families: [.filing]).map(NumberProblem.init)
        }
    }

    private static func json(_ kind: Kind, _ problems: [NumberProblem]) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("kind", kind.rawValue)
        json.member("valid", problems.isEmpty)
        json.key("problems")
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.member("code", problem.code)
            json.key("place")
            if let place = problem.place { json.integer(place) } else { json.null() }
            json.member("text", problem.text)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

/// One thing that is wrong with a number, whatever its kind.
struct NumberProblem {
    let code: String
    /// From 1; nil where it is about the number as a whole.
    let place: Int?
    let text: String

    init(_ problem: CreditCode.Problem) {
        text = problem.phrase.text(.zh)
        switch problem {
        case .length: (code, place) = ("length", nil)
        case .character(let found): (code, place) = ("character", found)
        case .organisationCheck: (code, place) = ("organisation-check", 17)
        case .check: (code, place) = ("check", 18)
        }
    }

    init(_ problem: ResidentID.Problem) {
        text = problem.phrase.text(.zh)
        switch problem {
        case .length: (code, place) = ("length", nil)
        case .character(let found): (code, place) = ("character", found)
        case .birthDate: (code, place) = ("birth-date", 7)
        case .birthDateInFuture: (code, place) = ("birth-date-in-future", 7)
        case .check: (code, place) = ("check", 18)
        }
    }

    init(_ problem: LicenceNumber.Problem) {
        text = problem.phrase.text(.zh)
        switch problem {
        case .prefix: (code, place) = ("prefix", 1)
        case .length: (code, place) = ("length", nil)
        case .character(let found): (code, place) = ("character", found)
        case .check: (code, place) = ("check", 16)
        }
    }
}
