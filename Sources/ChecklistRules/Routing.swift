package import CaseDomain

/// Where a case belongs that isn't checked at this window.
package enum Destination: String, Vocabulary {
    case township
    case prepackagedFiling = "prepackaged-filing"
    case foodOperationLicence = "food-operation-licence"
    case newApplication = "new-application"
    case cancelAndNew = "cancel-and-new"
    case otherAuthority = "other-authority"
    case notAllowed = "not-allowed"
}

/// 引导: where a case is sent, and what the applicant is told.
package struct Route: Hashable, Sendable {
    package let to: Destination
    /// What the clerk calls the destination.
    package let name: String
    package let english: String
    /// What the applicant is told: where to go, and why.
    package let text: String
    package let basis: LegalSource

    package init(to: Destination, name: String, english: String, text: String, basis: LegalSource) {
        self.to = to
        self.name = name
        self.english = english
        self.text = text
        self.basis = basis
    }
}

/// The rules that send a case elsewhere before any checklist is opened.
package struct Routing: Sendable {
    package struct Rule: Hashable, Sendable {
        package let route: Route
        package let when: Condition
        /// Facts that must be asked for where they are absent and would decide; other absent facts mean no match.
        package let asks: [DecidingFact]

        package init(route: Route, when: Condition, asks: [DecidingFact] = []) {
            self.route = route
            self.when = when
            self.asks = asks
        }
    }

    /// In order; the first that holds decides.
    package let rules: [Rule]
    private let program: ConditionProgram
    private let roots: [ConditionProgram.Root]

    package init(rules: [Rule]) {
        self.rules = rules
        var program = ConditionProgram()
        roots = rules.map { program.add($0.when) }
        self.program = program
    }

    /// What the rules say about one case.
    package enum Decision: Hashable, Sendable {
        case stay
        case route(Route)
        /// Nothing sends the case away yet, but these facts could.
        case open([DecidingFact])
    }

    /// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(一)、(二)项.
    package func decide(_ particulars: Particulars, office: Office) -> Decision {
        decide(CaseBits(particulars, in: OfficeBits(office)))
    }

    /// The rules that can still decide about cases of one matter and action, so that the others cost nothing for each.
    func narrowed(to matter: Matter, _ action: Action) -> Routing {
        let bits = CaseBits(matter, action)
        let narrowed = program.nodes.withUnsafeBufferPointer { nodes in
            rules.indices.filter { ConditionProgram.answer(roots[$0], bits, nodes) != .no }
        }
        return Routing(rules: narrowed.map { rules[$0] })
    }

    @inline(__always)
    func decide(_ bits: CaseBits) -> Decision {
        program.nodes.withUnsafeBufferPointer { nodes in
            // Nearly every case stays where it is, and needs no more than this line.
            roots.firstIndex { ConditionProgram.answer($0, bits, nodes) != .no }.map { decide(bits, from: $0, nodes) }
                ?? .stay
        }
    }

    @inline(never)
    private func decide(
        _ bits: CaseBits, from first: Int, _ nodes: UnsafeBufferPointer<ConditionProgram.Node>
    ) -> Decision {
        var open: [DecidingFact] = []
        for index in first..<roots.count {
            switch ConditionProgram.answer(roots[index], bits, nodes) {
            case .no: continue
            case .yes: return .route(rules[index].route)
            case .unknown:
                let absent = ConditionProgram.absentFacts(of: roots[index], bits, nodes)
                for fact in absent where rules[index].asks.contains(fact) && !open.contains(fact) {
                    open.append(fact)
                }
            }
        }
        return open.isEmpty ? .stay : .open(open)
    }
}
