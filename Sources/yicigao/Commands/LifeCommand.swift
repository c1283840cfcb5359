import ArgumentParser
import CaseDomain
import CaseFormat
import ChecklistFiles
import ClerkDesk

/// `yicigao life`: the table of a case's life.
struct LifeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "life",
        abstract: "办理流程: 各状态能办什么、谁能办。What may be done with a case in which state, and by whom.",
        discussion: """
            例 Example:  yicigao life --state accepted

            状态 States: \(CaseState.allCases.map(\.id).joined(separator: " "))
            路径 Courses: \(CaseCourse.allCases.map(\.id).joined(separator: " "))
            表在数据 Calendars/life.yaml；--markdown 是文档里的那一页。--markdown is the page of the documentation.
            """)

    @Option(help: ArgumentHelp("只看这个状态。One state alone.", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("办理路径，默认许可、登记。The course of the case.", valueName: "course"))
    var course: String?

    @Flag(help: "文档页，含流程图。The page of the documentation, with a drawing.")
    var markdown = false

    @Flag(help: "每步一行 JSON。One line of JSON per step.")
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if markdown, json || state != nil || course != nil {
            throw ValidationError("--markdown 是全部，不与 --json、--state、--course 同用")
        }
    }

    func run() throws {
        try CommandOutput.run { output in
            let state = try state.map { text in
                guard let state = CaseState(rawValue: text) else {
                    throw TermArgument.unknown(text, "--state", among: CaseState.allCases.map(\.id))
                }
                return state
            }
            let course = try course.map { text in
                guard let course = CaseCourse(rawValue: text) else {
                    throw TermArgument.unknown(text, "--course", among: CaseCourse.allCases.map(\.id))
                }
                return course
            }
            let library = try data.load().library
            let life = try Installation.loading { () throws(DataLoadFailure) in try library.lifeCycle() }
            if markdown {
                for line in LifePage.lines(life) { try output.line(line) }
                return .fine
            }
            let rules = life.rules.filter { rule in
                state.map { rule.from(on: course ?? .licence).contains($0) } ?? true
            }
            if json {
                for rule in rules { try output.write(Self.json(rule)) }
            } else {
                for line in LifeWords.lines(life, state: state, course: course ?? .licence) { try output.line(line) }
            }
            return .fine
        }
    }

    private static func json(_ rule: LifeCycle.Rule) -> [UInt8] {
        var json = JSONText(capacity: 512)
        json.beginObject()
        json.member("step", rule.step.id)
        json.member("name", rule.name)
        json.member("english", rule.english)
        json.key("from")
        json.strings(rule.from.terms.map(\.id))
        json.key("otherwise")
        json.beginObject()
        for course in CaseCourse.allCases {
            guard let states = rule.otherwise[course] else { continue }
            json.key(course.id)
            json.strings(states.terms.map(\.id))
        }
        json.endObject()
        json.nullable("to", rule.to?.id)
        json.key("mayLead")
        json.strings(rule.mayLead.terms.map(\.id))
        json.key("next")
        json.strings(rule.next.terms.map(\.id))
        json.key("roles")
        json.strings(rule.roles.terms.map(\.id))
        json.nullable("basis", rule.basis?.citation)
        json.key("basisVerified")
        if let basis = rule.basis { json.bool(basis.verified) } else { json.null() }
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

/// The table in plain lines.
enum LifeWords {
    static func lines(_ life: LifeCycle, state: CaseState?, course: CaseCourse) -> [String] {
        let reached = life.reachable(on: course)
        let states = state.map { [$0] } ?? reached.terms
        return states.flatMap { state in
            let next = life.next(in: state, on: course)
            let head = next.map { "  下一步：\($0.name)" } ?? ""
            return ["\(state.phrase.text(.zh))（\(state.id)）\(head)"]
                + life.steps(in: state, on: course).map { "  \(line($0))" }
        }
    }

    private static func line(_ rule: LifeCycle.Rule) -> String {
        let leads = LifeWords.leads(rule)
        let basis = rule.basis.map { "（\($0.words)）" } ?? ""
        return "\(rule.name)\(leads.isEmpty ? "" : " → \(leads)")  \(people(rule))\(basis)"
    }

    static func leads(_ rule: LifeCycle.Rule) -> String {
        rule.leads.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")
    }

    static func people(_ rule: LifeCycle.Rule) -> String {
        rule.roles.terms.map { $0.phrase.text(.zh) }.joined(separator: "、")
    }
}

extension CaseCourse {
    var words: String {
        switch self {
        case .licence: "许可、登记"
        case .cancellation: "注销"
        case .filing: "备案"
        case .note: "报告、信息公示卡"
        }
    }
}
