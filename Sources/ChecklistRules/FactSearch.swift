import CaseDomain

/// Looks for a case among all that a `FactSpace` holds.
///
/// Axis by axis, with what isn't laid down yet read as unknown. An answer that is certain although something is
/// unknown stays as it is whatever the rest becomes, so a whole branch is settled at once where a demand can't be met
/// any more, or where all are met. No combination is skipped otherwise.
struct FactSearch {
    enum Result: Hashable {
        case found([FactSetting])
        case none
        case tooWide
    }

    /// A condition, ready to be answered.
    struct Question: Sendable {
        let root: ConditionProgram.Root
        let reading: ConditionReading
    }

    /// What a condition is to answer in the case that is looked for.
    struct Demand {
        let question: Question
        let answers: Set<Ternary>
        /// Only where no absent fact would be asked for.
        var isUnasked = false

        static func yes(_ question: Question) -> Demand { Demand(question: question, answers: [.yes]) }
        static func no(_ question: Question) -> Demand { Demand(question: question, answers: [.no]) }
        static func notYes(_ question: Question) -> Demand { Demand(question: question, answers: [.no, .unknown]) }
        static func unknown(_ question: Question) -> Demand { Demand(question: question, answers: [.unknown]) }
    }

    /// A second's worth; what ships takes some thousands.
    static var defaultLimit: Int { 1_000_000 }

    let space: FactSpace
    let program: ConditionProgram
    /// Everything settled so far.
    private(set) var combinations = 0
    private var steps = 0
    private let limit: Int

    /// - Parameter limit: steps after which a search gives up.
    init(_ space: FactSpace, _ program: ConditionProgram, limit: Int = FactSearch.defaultLimit) {
        self.space = space
        self.program = program
        self.limit = limit
    }

    /// - Parameters:
    ///   - demands: what the case must fulfil.
    ///   - background: what it must fulfil besides, known to be possible of itself. Only those parts are looked at that
    ///     share an axis with the demands, directly or through one another: the others can be met whatever is laid down
    ///     here, as none of their axes is touched. That is why looking at lines one by one misses nothing.
    mutating func find(_ demands: [Demand], within background: [Demand] = []) -> Result {
        var asked = demands
        var chosen = Set(demands.flatMap { axes(of: $0) })
        var rest = background.filter { !isMet($0) }
        while let place = rest.firstIndex(where: { !chosen.isDisjoint(with: axes(of: $0)) }) {
            let next = rest.remove(at: place)
            asked.append(next)
            chosen.formUnion(axes(of: next))
        }
        let order = chosen.sorted { (space.axes[$0].choices.count, $0) < (space.axes[$1].choices.count, $1) }
        var sizes = [1]
        for axis in order.reversed() {
            let (size, overflows) = sizes[0].multipliedReportingOverflow(by: space.axes[axis].choices.count)
            sizes.insert(overflows ? Int.max : size, at: 0)
        }
        steps = 0
        var search = Descent(order: order, sizes: sizes, demands: asked)
        return program.nodes.withUnsafeBufferPointer { descend(0, space.fixed, &search, $0) }
    }

    private struct Descent {
        let order: [Int]
        /// How many combinations lie below each level.
        let sizes: [Int]
        let demands: [Demand]
        var settings: [FactSetting] = []
    }

    /// Whether a demand is met by what every case has in common.
    private func isMet(_ demand: Demand) -> Bool {
        let answer = program.nodes.withUnsafeBufferPointer {
            ConditionProgram.answer(demand.question.root, space.fixed, $0)
        }
        return answer != .unknown && demand.answers.contains(answer)
    }

    private func axes(of demand: Demand) -> [Int] {
        space.axes.indices.filter { demand.question.reading.reads(space.axes[$0]) }
    }

    private mutating func settle(_ count: Int) {
        let (sum, overflows) = combinations.addingReportingOverflow(count)
        combinations = overflows ? .max : sum
    }

    private mutating func descend(
        _ level: Int, _ bits: CaseBits, _ search: inout Descent, _ nodes: UnsafeBufferPointer<ConditionProgram.Node>
    ) -> Result {
        steps += 1
        guard steps <= limit else { return .tooWide }
        let isComplete = level == search.order.count
        var isMet = true
        for demand in search.demands {
            let answer = ConditionProgram.answer(demand.question.root, bits, nodes)
            if answer == .unknown, !isComplete {
                isMet = false
                continue
            }
            let isSilent =
                !demand.isUnasked || ConditionProgram.absentFacts(of: demand.question.root, bits, nodes).isEmpty
            guard demand.answers.contains(answer), isSilent else {
                settle(search.sizes[level])
                return .none
            }
        }
        if isMet {
            settle(search.sizes[level])
            return .found(search.settings)
        }
        let axis = space.axes[search.order[level]]
        for choice in axis.choices {
            var next = bits
            next.known = bits.known | choice.known
            next.holding = bits.holding | choice.holding
            if axis.decidesArea { next.area = choice.area }
            search.settings += choice.settings
            let result = descend(level + 1, next, &search, nodes)
            if result != .none { return result }
            search.settings.removeLast(choice.settings.count)
        }
        return .none
    }
}

extension CaseBits {
    init(known: AtomBits, holding: AtomBits, area: Double) {
        self.known = known
        self.holding = holding
        self.area = area
    }
}
