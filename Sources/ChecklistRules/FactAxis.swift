import CaseDomain

/// One thing about a case that can be laid down apart from everything else, with every value that rules can tell
/// from another.
struct FactAxis: Sendable {
    struct Choice: Sendable {
        /// What is then known of the axis's atoms.
        var known: AtomBits
        var holding = AtomBits()
        /// Square metres; NaN where the choice is about something else, or the area isn't known.
        var area = Double.nan
        var settings: [FactSetting]
    }

    let atoms: AtomBits
    var decidesArea = false
    let choices: [Choice]
}

extension FactAxis {
    /// Something that holds or doesn't, and that a case may leave open where `absent` says how to put that.
    static func flag(
        _ atom: AtomBits, _ setting: (Bool) -> FactSetting, absent: FactSetting? = nil
    ) -> FactAxis {
        var choices = [
            Choice(known: atom, holding: atom, settings: [setting(true)]),
            Choice(known: atom, settings: [setting(false)]),
        ]
        if let absent { choices.append(Choice(known: AtomBits(), settings: [absent])) }
        return FactAxis(atoms: atom, choices: choices)
    }

    /// Exactly one of the terms.
    static func oneOf<Term: Vocabulary>(
        _ terms: [Term], from start: UInt64, absent: FactSetting? = nil, _ setting: (Term) -> FactSetting
    ) -> FactAxis {
        var atoms = AtomBits()
        for term in Term.allCases { atoms.low |= 1 << (start + term.tag) }
        var choices = terms.map { term in
            Choice(known: atoms, holding: AtomBits(low: 1 << (start + term.tag)), settings: [setting(term)])
        }
        if let absent { choices.append(Choice(known: AtomBits(), settings: [absent])) }
        return FactAxis(atoms: atoms, choices: choices)
    }

    private static let expiry = AtomBits(low: 1 << (AtomLayout.circumstance + Circumstance.licenceExpired.tag))

    /// Whether the licence has run out, where it is known what is applied for. A new application is about no licence.
    static func expiry(for action: Action, allowsAbsent: Bool) -> FactAxis {
        guard action != .new else {
            return FactAxis(atoms: expiry, choices: [Choice(known: AtomBits(), settings: [.licenceExpired(nil)])])
        }
        return .flag(expiry, { .licenceExpired($0) }, absent: allowsAbsent ? .licenceExpired(nil) : nil)
    }

    /// What is applied for, together with whether the licence has run out, as the one limits the other.
    static func actionAndExpiry(allowsAbsent: Bool) -> FactAxis {
        var every = AtomBits()
        for action in Action.allCases { every.low |= 1 << (AtomLayout.action + action.tag) }
        var choices: [Choice] = []
        for action in Action.allCases {
            let holding = AtomBits(low: 1 << (AtomLayout.action + action.tag))
            if action != .new {
                for isExpired in [true, false] {
                    choices.append(
                        Choice(
                            known: every | expiry, holding: isExpired ? holding | expiry : holding,
                            settings: [.action(action), .licenceExpired(isExpired)]))
                }
            }
            if action == .new || allowsAbsent {
                choices.append(
                    Choice(known: every, holding: holding, settings: [.action(action), .licenceExpired(nil)]))
            }
        }
        return FactAxis(atoms: every | expiry, choices: choices)
    }

    /// Below, at and above every threshold: conditions can't tell more areas apart.
    static func area(_ thresholds: Set<Double>, allowsAbsent: Bool) -> FactAxis {
        var areas: [Double] = []
        var last = 0.0
        for threshold in thresholds.sorted() {
            if threshold > last { areas.append((last + threshold) / 2) }
            areas.append(threshold)
            last = threshold
        }
        var choices = (areas + [last + 1]).map { area in
            Choice(known: AtomBits(), area: area, settings: [.area(area)])
        }
        if allowsAbsent { choices.append(Choice(known: AtomBits(), settings: [.area(nil)])) }
        return FactAxis(atoms: AtomBits(), decidesArea: true, choices: choices)
    }

    /// Every set of items that a case can hold, closed, with what follows from the items. Sets that agree on all that
    /// is read are one choice.
    ///
    /// - Returns: nil where nothing reads items, because going through all sets takes a while.
    static func items(reading read: AtomBits) -> FactAxis? {
        let circumstances: [Circumstance] = [.hasCateringItems, .managementOnly, .prepackagedOnly]
        var atoms: UInt64 = 0
        for item in Item.allCases { atoms |= 1 << (AtomLayout.item + item.tag) }
        for circumstance in circumstances { atoms |= 1 << (AtomLayout.circumstance + circumstance.tag) }
        guard atoms & read.low != 0 else { return nil }
        let place = OfficeBits(nil)
        var seen: Set<UInt64> = []
        var choices: [Choice] = []
        for bits in 0..<(UInt64(1) << UInt64(Item.allCases.count)) {
            let items = TermSet<Item>(bits: bits)
            guard items.closed == items else { continue }
            let holding = CaseBits.lowAtoms(ofClosedItems: bits, in: place) & read.low
            guard seen.insert(holding).inserted else { continue }
            choices.append(
                Choice(known: AtomBits(low: atoms), holding: AtomBits(low: holding), settings: [.items(items)]))
        }
        return FactAxis(atoms: AtomBits(low: atoms), choices: choices)
    }
}

extension CaseBits {
    /// The atoms of a closed set of items, and of what follows from it.
    static func lowAtoms(ofClosedItems items: UInt64, in place: OfficeBits) -> UInt64 {
        var circumstances: UInt64 = 0
        if items & place.cateringItems != 0 { circumstances |= 1 << Circumstance.hasCateringItems.tag }
        if items != 0 {
            if items & ~place.managementItems == 0 { circumstances |= 1 << Circumstance.managementOnly.tag }
            if items == 1 << Item.prepackagedOnly.tag { circumstances |= 1 << Circumstance.prepackagedOnly.tag }
        }
        return items << AtomLayout.item | circumstances << AtomLayout.circumstance
    }
}
