package import CaseDomain

/// What becomes of an invented case after it came in: the steps of the people who deal with it, in their order.
///
/// Drawn in the proportions of a hall that works well and slips now and then. The papers of the steps are made by whoever
/// plays them.
package struct SampleLife: Sendable {
    package let steps: [Step]

    package struct Step: Hashable, Sendable {
        package let deed: Deed
        /// Working days after the step before.
        package let after: Int
    }

    package enum Deed: Hashable, Sendable {
        case issueNotice
        /// Papers come back: everything in order, or as faulty as before.
        case returnPapers(inOrder: Bool)
        case withdraw, abandon
        case accept
        case settleGaps
        case dispatch(InspectionMode)
        case inspect(InspectionOutcome.Result)
        case waive
        case review
        case decide(Decision.Outcome)
        case license
        case deliver(DeliveryMode)
        case rate(Rating.Level)
        case settleRating
        case archive
        case reassign
    }

    /// What the checklist said when the case came in.
    package enum Beginning: Sendable {
        case inOrder
        case withGaps
        case faulty
    }

    package init(of particulars: Particulars, _ beginning: Beginning, _ random: inout SplitMix64) {
        var draft = Draft()
        if beginning == .faulty, !draft.correct(&random) {
            steps = draft.steps
            return
        }
        draft.add(.accept, after: random.chance(2) ? random.number(in: 6...8) : random.below(3))
        if random.chance(1) { draft.add(.reassign, after: 0) }
        if beginning == .withGaps { draft.add(.settleGaps, after: random.number(in: 1...8)) }
        draft.inspect(particulars, &random)
        draft.decide(&random)
        steps = draft.steps
    }

    /// The papers of a case as they should have been.
    package static func inOrder(_ application: Application, _ random: inout SplitMix64) -> [MaterialRecord] {
        let papers = SamplePapers(particulars: application.particulars)
        return SampleDemands.materials(for: application.particulars).map { papers.inOrder($0, &random) }
    }
}

private struct Draft {
    private(set) var steps: [SampleLife.Step] = []

    mutating func add(_ deed: SampleLife.Deed, after days: Int) {
        steps.append(SampleLife.Step(deed: deed, after: days))
    }

    /// - Returns: whether the papers are in order in the end.
    mutating func correct(_ random: inout SplitMix64) -> Bool {
        add(.issueNotice, after: random.chance(2) ? random.number(in: 6...9) : random.below(5))
        if random.chance(6) {
            add(.withdraw, after: random.number(in: 1...10))
            return false
        }
        if random.chance(5) {
            add(.abandon, after: 22)
            return false
        }
        var rounds = 1
        // Few need a second notice, and of those few a third.
        while random.chance(rounds == 1 ? 7 : 25), rounds < 5 {
            add(.returnPapers(inOrder: false), after: random.number(in: 1...12))
            add(.issueNotice, after: random.below(5))
            rounds += 1
        }
        add(.returnPapers(inOrder: true), after: random.number(in: 1...12))
        return true
    }

    mutating func inspect(_ particulars: Particulars, _ random: inout SplitMix64) {
        let isLookedAt = particulars.action == .new || particulars.action == .change
        guard isLookedAt, particulars.matter != .prepackagedFiling, particulars.matter != .foodStall else {
            if particulars.action == .renewal { add(.waive, after: random.below(2)) }
            return
        }
        let mode: InspectionMode = random.chance(65) ? .onSite : random.chance(70) ? .video : .samples
        add(.dispatch(mode), after: random.below(2))
        if random.chance(7) {
            add(.inspect(.rectify), after: random.number(in: 1...3))
            add(.dispatch(.onSite), after: random.number(in: 2...5))
        }
        add(.inspect(random.chance(98) ? .passed : .failed), after: random.number(in: 1...3))
    }

    mutating func decide(_ random: inout SplitMix64) {
        var hasFailed = false
        if case .inspect(.failed)? = steps.last?.deed { hasFailed = true }
        add(.review, after: random.below(2))
        add(
            .decide(hasFailed ? .denied : .approved),
            after: random.chance(2) ? random.number(in: 11...15) : random.below(2))
        guard !hasFailed else { return }
        add(.license, after: random.below(3))
        let modes: [DeliveryMode] = [.window, .window, .mailOut, .mailOut, .mailBoth, .atInspection]
        add(.deliver(random.pick(modes)), after: random.below(4))
        if random.chance(40) {
            let levels: [Rating.Level] =
                random.chance(97) ? [.excellent, .excellent, .excellent, .good] : [.fair, .poor, .veryPoor]
            let level = random.pick(levels)
            add(.rate(level), after: random.below(3))
            if level.isBad { add(.settleRating, after: random.number(in: 2...18)) }
        }
        if random.chance(60) { add(.archive, after: random.number(in: 5...15)) }
    }
}
