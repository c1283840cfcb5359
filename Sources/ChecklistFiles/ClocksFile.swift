package import CaseDomain
import Yams

/// 期限 as a YAML file: the terms of the law, one row each. What an office promises stands in the office file.
package struct ClocksFile: Hashable, Sendable {
    /// In the order of the file.
    package let rules: [ClockRule]
    /// The one that every case begins under.
    package let notice: ClockRule

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
        CaseClocks(
            calendar: calendar, notice: notice, rules: rules, promisedDays: office.promisedDays,
            promisedInspection: office.inspection.promisedDays)
    }
}

extension NodeReader {
    fileprivate mutating func clocks(_ node: Node) -> ClocksFile? {
        guard let fields = mapping(node, "the clocks", required: ["format", "clocks"]) else { return nil }
        check(format: "yicigao.clocks/2", fields)
        var rules: [ClockRule] = []
        var ids: Set<String> = []
        for item in fields["clocks"].map({ list($0, "‘clocks’") }) ?? [] {
            guard let rule = clockRule(item) else { continue }
            if !ids.insert(rule.id).inserted { report(.duplicateRow, "the clock \(rule.id) stands twice", at: item) }
            for other in rules where other.kind != nil && other.kind == rule.kind && other.overlaps(rule) {
                report(
                    .overlap, "\(other.id) and \(rule.id) are the same clock for some cases", at: item,
                    hint: "give them different matters or actions")
            }
            rules.append(rule)
        }
        let notice = rules.first { $0.kind == .notice }
        if let notice, notice.matters.count < Matter.allCases.count || notice.actions.count < Action.allCases.count {
            report(.badValue, "\(notice.id) leaves cases without a notice term", at: fields["clocks"])
        }
        if notice == nil, diagnostics.isEmpty {
            report(.missingKey, "no clock runs from receipt until answer", at: fields["clocks"])
        }
        return notice.map { ClocksFile(rules: rules, notice: $0) }
    }

    private mutating func clockRule(_ node: Node) -> ClockRule? {
        guard
            let fields = mapping(
                node, "a clock", required: ["id", "name", "english", "whose", "from", "term", "basis"],
                optional: ["matters", "actions", "until", "promise", "stops", "extension", "consequence"])
        else { return nil }
        let id = text(fields, "id")
        if let id, !isClockID(id) {
            report(.badValue, "a clock can't be called ‘\(id)’", at: fields["id"], hint: "T1, T3a …")
        }
        let name = text(fields, "name")
        let english = text(fields, "english")
        let matters = fields["matters"].map { terms($0, Matter.self, "‘matters’") } ?? TermSet(Matter.allCases)
        let actions = fields["actions"].map { terms($0, Action.self, "‘actions’") } ?? TermSet(Action.allCases)
        let whose = fields["whose"].flatMap { term($0, ClockParty.self, "‘whose’") }
        let from = fields["from"].flatMap { term($0, ClockStart.self, "‘from’") }
        let until = fields["until"].flatMap { term($0, ClockEnd.self, "‘until’") }
        let length = fields["term"].flatMap { self.length($0, from: from) }
        let isPromised = flag(fields, "promise")
        let stops = fields["stops"].flatMap { self.stops($0) }
        let longer = fields["extension"].flatMap { self.extension($0) }
        let consequence = fields["consequence"].flatMap { self.consequence($0) }
        let basis = source(fields, "basis")
        if let length, length.unit != .workingDays, isPromised || stops != nil || longer != nil {
            report(
                .badValue, "only working days can be promised, stopped or extended", at: fields["term"],
                hint: "unit: working-days")
        }
        guard let id, let name, let english, let whose, let from, let length, let basis else { return nil }
        let rule = ClockRule(
            id: id, name: name, english: english, matters: matters, actions: actions, whose: whose, from: from,
            until: until, term: length, isPromised: isPromised, stops: stops, longer: longer,
            consequence: consequence, basis: basis)
        if rule.kind != .decision, isPromised || stops != nil || longer != nil {
            report(
                .badValue, "only a term until the decision can be promised, stopped or extended", at: node,
                hint: "until: decision")
        }
        return rule
    }

    /// T, a number below 100, perhaps a letter. Spelled out, since making the first expression of a run costs a
    /// millisecond, and this stands before the first screen.
    private func isClockID(_ id: String) -> Bool {
        guard id.first == "T" else { return false }
        let digits = id.dropFirst().prefix { ("0"..."9").contains($0) }
        let rest = id.dropFirst(1 + digits.count)
        guard (1...2).contains(digits.count), digits.first != "0", rest.count <= 1 else { return false }
        return rest.allSatisfy { ("a"..."z").contains($0) }
    }

    private mutating func length(_ node: Node, from start: ClockStart?) -> ClockRule.Term? {
        guard
            let parts = mapping(
                node, "‘term’", required: ["unit"], optional: ["count", "direction", "opens", "ambiguous"])
        else { return nil }
        let direction = parts["direction"].flatMap { term($0, TermDirection.self, "‘direction’") } ?? .after
        let count = integer(parts, "count", atLeast: direction == .before ? 0 : 1)
        let opens = integer(parts, "opens", atLeast: 1)
        let isAmbiguous = flag(parts, "ambiguous")
        guard let unit = parts["unit"].flatMap({ term($0, TermUnit.self, "‘unit’") }) else { return nil }
        if parts["count"] == nil, start != .notice {
            report(.missingKey, "‘term’ lacks ‘count’", at: node, hint: "only a notice names its own days")
        }
        if (direction == .before) != (start == .expiry) {
            report(.badValue, "terms are counted back from an expiry and from nothing else", at: node)
        }
        if let opens, opens <= count ?? 0 || direction != .before {
            report(.badValue, "a window opens \(opens) before", at: parts["opens"], hint: "more than ‘count’")
        }
        if isAmbiguous, unit == .months || unit == .years {
            report(.badValue, "only days can be read in two ways", at: parts["ambiguous"])
        }
        return ClockRule.Term(count, unit, direction, opens: opens, isAmbiguous: isAmbiguous)
    }

    private mutating func stops(_ node: Node) -> ClockRule.Stops? {
        guard let parts = mapping(node, "‘stops’", required: ["reasons", "basis"]) else { return nil }
        let reasons = parts["reasons"].map { terms($0, StopReason.self, "‘reasons’") } ?? []
        return source(parts, "basis").map { ClockRule.Stops(reasons: reasons, basis: $0) }
    }

    private mutating func `extension`(_ node: Node) -> ClockRule.Extension? {
        guard
            let parts = mapping(
                node, "‘extension’", required: ["count", "approver", "approver-english", "basis"])
        else { return nil }
        let count = integer(parts, "count", atLeast: 1)
        let approver = text(parts, "approver")
        let english = text(parts, "approver-english")
        let basis = source(parts, "basis")
        guard let count, let approver, let english, let basis else { return nil }
        return ClockRule.Extension(count: count, approver: approver, approverEnglish: english, basis: basis)
    }

    private mutating func consequence(_ node: Node) -> ClockRule.Consequence? {
        guard
            let parts = mapping(
                node, "‘consequence’", required: ["outcome", "outcome-english", "text", "english"])
        else { return nil }
        let outcome = text(parts, "outcome")
        let outcomeEnglish = text(parts, "outcome-english")
        let words = text(parts, "text")
        let english = text(parts, "english")
        guard let outcome, let outcomeEnglish, let words, let english else { return nil }
        return ClockRule.Consequence(outcome: outcome, outcomeEnglish: outcomeEnglish, text: words, english: english)
    }
}

extension ClockRule {
    fileprivate func overlaps(_ other: ClockRule) -> Bool {
        !matters.intersection(other.matters).isEmpty && !actions.intersection(other.actions).isEmpty
    }
}
