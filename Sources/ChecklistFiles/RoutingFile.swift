import CaseDomain
package import ChecklistRules
import Yams

/// 引导规则 as a YAML file.
package enum RoutingFile {
    /// - Throws: `DataLoadFailure` with everything that is wrong with the file.
    package static func read(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> Routing {
        try decode(DataText.read(path), file: path, wording: wording)
    }

    /// The routes with where they stand, for looking them over.
    static func source(
        _ path: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> SourceRules<Routing> {
        var reader = NodeReader(file: path, keepsPlaces: true, wording: wording)
        let routing = reader.parse(try DataText.read(path)).flatMap { reader.routing($0) }
        return try reader.finishWithPlaces(routing)
    }

    package static func decode(
        _ text: String, file: String, wording: WordingRules = .none
    ) throws(DataLoadFailure) -> Routing {
        var reader = NodeReader(file: file, wording: wording)
        let routing = reader.parse(text).flatMap { reader.routing($0) }
        return try reader.finish(routing)
    }
}

extension NodeReader {
    fileprivate mutating func routing(_ node: Node) -> Routing? {
        guard let fields = mapping(node, "the routing", required: ["format", "routes"]) else { return nil }
        check(format: "yicigao.routing/1", fields)
        guard let routes = fields["routes"] else { return nil }
        var rules: [Routing.Rule] = []
        for item in list(routes, "‘routes’") {
            guard let rule = route(item) else { continue }
            note(.route(rules.count), item)
            rules.append(rule)
        }
        return Routing(rules: rules)
    }

    private mutating func route(_ node: Node) -> Routing.Rule? {
        guard
            let fields = mapping(
                node, "a route", required: ["to", "name", "english", "when", "text", "basis"], optional: ["asks"])
        else { return nil }
        let destination = fields["to"].flatMap { term($0, Destination.self, "‘to’") }
        let name = label(fields, "name")
        let english = text(fields, "english")
        let when = condition(fields, "when", or: .always)
        let words = label(fields, "text")
        let basis = source(fields, "basis")
        let asks = fields["asks"].map { decidingFacts($0) } ?? []
        guard let destination, let name, let english, let words, let basis else { return nil }
        let route = Route(to: destination, name: name, english: english, text: words, basis: basis)
        return Routing.Rule(route: route, when: when, asks: asks)
    }

    private mutating func note(_ line: RuleLine, _ node: Node) {
        places?.note(line, .whole, node)
        places?.note(line, .condition, node.mapping?["when"])
        for asked in node.mapping?["asks"]?.sequence ?? [] {
            if let fact = asked.string.flatMap(DecidingFact.init(id:)) { places?.note(line, .asks(fact), asked) }
        }
    }

    private mutating func decidingFacts(_ node: Node) -> [DecidingFact] {
        var facts: [DecidingFact] = []
        for item in list(node, "‘asks’") {
            guard let id = scalar(item, "‘asks’") else { continue }
            guard let fact = DecidingFact(id: id) else {
                let known = DecidingFact.allCases.map(\.id)
                report(
                    .unknownTerm, "‘asks’ can't be ‘\(id)’", at: item,
                    hint: Hint.nearest(id, among: known) ?? "known: \(known.joined(separator: ", "))")
                continue
            }
            facts.append(fact)
        }
        return facts
    }
}
