package import CaseDomain
import Yams

/// 期限 as a YAML file: what the law allows. What an office promises stands in the office file.
package struct ClocksFile: Hashable, Sendable {
    package let notice: ClockRule
    package let decision: [Matter: Statutory]

    package struct Statutory: Hashable, Sendable {
        package let rule: ClockRule
        package let start: ClockStart
    }

    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(_ path: String) throws(DataLoadFailure) -> ClocksFile {
        try decode(DataText.read(path), file: path)
    }

    package static func decode(_ text: String, file: String) throws(DataLoadFailure) -> ClocksFile {
        var reader = NodeReader(file: file)
        let clocks = reader.parse(text).flatMap { reader.clocks($0) }
        return try reader.finish(clocks)
    }

    /// The clocks at one office. Where it promises nothing for a matter, the term of the law runs.
    package func clocks(on calendar: WorkingCalendar, for office: Office) -> CaseClocks {
        var decisions: [Matter: CaseClocks.Decision] = [:]
        for (matter, statutory) in decision {
            let promised = min(office.promisedDays[matter] ?? statutory.rule.days, statutory.rule.days)
            decisions[matter] = CaseClocks.Decision(
                statutory: statutory.rule, start: statutory.start, promisedDays: promised)
        }
        return CaseClocks(calendar: calendar, notice: notice, decision: decisions)
    }
}

extension NodeReader {
    fileprivate mutating func clocks(_ node: Node) -> ClocksFile? {
        guard let fields = mapping(node, "the clocks", required: ["format", "notice", "decision"]) else { return nil }
        check(format: "yicigao.clocks/1", fields)
        let notice = fields["notice"].flatMap { node -> ClockRule? in
            guard let parts = mapping(node, "‘notice’", required: ["days", "basis"]) else { return nil }
            return clockRule(parts)
        }
        var decision: [Matter: ClocksFile.Statutory] = [:]
        for entry in fields["decision"].map({ entries($0, "‘decision’") }) ?? [] {
            guard let matter = term(entry.key, Matter.self, "‘decision’"),
                let parts = mapping(entry.value, "a clock", required: ["days", "from", "basis"])
            else { continue }
            let start = text(parts, "from").flatMap(ClockStart.init(rawValue:))
            if start == nil, let node = parts["from"] {
                report(.badValue, "a clock starts at receipt or acceptance", at: node)
            }
            guard let rule = clockRule(parts), let start else { continue }
            decision[matter] = ClocksFile.Statutory(rule: rule, start: start)
        }
        return notice.map { ClocksFile(notice: $0, decision: decision) }
    }

    private mutating func clockRule(_ fields: Fields) -> ClockRule? {
        let days = integer(fields, "days", atLeast: 1)
        let basis = source(fields, "basis")
        guard let days, let basis else { return nil }
        return ClockRule(days: days, basis: basis)
    }
}
