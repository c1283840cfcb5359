import CaseDomain

/// Two machine words, one bit for every atom that a condition can ask for.
struct AtomBits: Hashable, Sendable {
    /// Both words as one value, so that each operation on them is a single instruction.
    private var words: SIMD2<UInt64>

    init(low: UInt64 = 0, high: UInt64 = 0) { words = SIMD2(low, high) }

    private init(_ words: SIMD2<UInt64>) { self.words = words }

    var low: UInt64 {
        get { words.x }
        set { words.x = newValue }
    }

    var high: UInt64 {
        get { words.y }
        set { words.y = newValue }
    }

    var isEmpty: Bool { low | high == 0 }
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    static func | (left: AtomBits, right: AtomBits) -> AtomBits { AtomBits(left.words | right.words) }

    static func & (left: AtomBits, right: AtomBits) -> AtomBits { AtomBits(left.words & right.words) }

    func subtracting(_ other: AtomBits) -> AtomBits { AtomBits(words & ~other.words) }
}

/// Where each vocabulary has its bits. `AtomLayoutTests` checks that no two overlap.
enum AtomLayout {
    // In the low word.
    static var matter: UInt64 { 0 }
    static var action: UInt64 { 5 }
    static var subject: UInt64 { 12 }
    static var mark: UInt64 { 15 }
    static var item: UInt64 { 21 }
    static var kind: UInt64 { 35 }
    static var circumstance: UInt64 { 43 }
    static var fact: UInt64 { 50 }
    // In the high word.
    static var changed: UInt64 { 0 }
    static var product: UInt64 { 5 }
    static var localDemand: UInt64 { 30 }

    static var subjects: UInt64 { 0b111 << subject }
    static var facts: UInt64 { 0b1_1111_1111 << fact }
    static var changedThings: UInt64 { 0b1_1111 << changed }
    static var products: UInt64 { 0x1FF_FFFF << product }
}

extension Vocabulary {
    /// The ordinal, spelled so that it folds away where the type is known, across modules too.
    @inline(__always)
    var tag: UInt64 { UInt64(unsafeBitCast(self, to: UInt8.self)) }

    /// The term as the one bit of a `TermSet`.
    @inline(__always)
    var bit: UInt64 { 1 &<< tag }
}

/// Everything that conditions can ask of one case, read once: for each atom whether it is known, and whether it holds.
struct CaseBits: Sendable {
    /// A bit outside `known` is never set in `holding`.
    var known: AtomBits
    var holding: AtomBits
    /// Square metres; NaN where the case doesn't say.
    var area: Double

    @inline(__always)
    init(_ particulars: borrowing Particulars, in place: borrowing OfficeBits) {
        var low = particulars.matter.bit << AtomLayout.matter
        low |= particulars.action.bit << AtomLayout.action
        low |= particulars.applicant.kind.bit << AtomLayout.kind
        low |= particulars.marks.bits << AtomLayout.mark
        let items = particulars.items.closed.bits
        low |= items << AtomLayout.item
        low |= particulars.facts.holding.bits << AtomLayout.fact
        var unknown = AtomLayout.facts & ~(particulars.facts.known.bits << AtomLayout.fact)
        if let subject = particulars.subject {
            low |= subject.bit << AtomLayout.subject
        } else {
            unknown |= AtomLayout.subjects
        }
        var circumstances = place.circumstances(of: items)
        if case .some = particulars.agent { circumstances |= 1 << Circumstance.hasAgent.tag }
        if let county = place.county, county != particulars.premises.county {
            circumstances |= 1 << Circumstance.otherCounty.tag
        }
        if let expiry = particulars.licence?.expiresOn {
            if expiry.dayNumber < particulars.receivedAt.date.dayNumber {
                circumstances |= 1 << Circumstance.licenceExpired.tag
            }
        } else {
            unknown |= 1 << (AtomLayout.circumstance + Circumstance.licenceExpired.tag)
        }
        low |= circumstances << AtomLayout.circumstance

        var high = place.localDemands << AtomLayout.localDemand
        var unknownHigh: UInt64 = 0
        if let changed = particulars.facts.changed {
            high |= changed.bits << AtomLayout.changed
        } else {
            unknownHigh |= AtomLayout.changedThings
        }
        if let products = particulars.facts.products {
            high |= products.bits << AtomLayout.product
        } else {
            unknownHigh |= AtomLayout.products
        }
        known = AtomBits(low: ~unknown, high: ~unknownHigh)
        holding = AtomBits(low: low, high: high)
        area = particulars.premises.area ?? .nan
    }

    /// What a line of the queue tells of a case; everything else is absent.
    init(_ outline: InspectionRules.CaseOutline, in place: OfficeBits) {
        let items = outline.items.closed.bits
        let told: TermSet<Circumstance> = [.managementOnly, .prepackagedOnly, .hasCateringItems, .townshipWindow]
        var low =
            TermSet(Matter.allCases).bits << AtomLayout.matter | TermSet(Action.allCases).bits << AtomLayout.action
        low |= TermSet(Mark.allCases).bits << AtomLayout.mark | TermSet(Item.allCases).bits << AtomLayout.item
        low |= told.bits << AtomLayout.circumstance
        if outline.subject != nil { low |= AtomLayout.subjects }
        var held = outline.matter.bit << AtomLayout.matter | outline.action.bit << AtomLayout.action
        held |= outline.marks.bits << AtomLayout.mark | items << AtomLayout.item
        held |= place.circumstances(of: items) << AtomLayout.circumstance
        held |= outline.subject.map { $0.bit << AtomLayout.subject } ?? 0
        known = AtomBits(low: low)
        holding = AtomBits(low: held)
        area = .nan
    }

    /// What is known of any case of one matter and action.
    init(_ matter: Matter, _ action: Action) {
        let matters = TermSet(Matter.allCases).bits << AtomLayout.matter
        let actions = TermSet(Action.allCases).bits << AtomLayout.action
        known = AtomBits(low: matters | actions)
        holding = AtomBits(low: 1 << (AtomLayout.matter + matter.tag) | 1 << (AtomLayout.action + action.tag))
        area = .nan
    }
}

/// What conditions need of the office, as bits.
struct OfficeBits: Sendable {
    /// Nil where no office is in play, as when sub-types are named.
    let county: String?
    let localDemands: UInt64
    let tolerable: UInt64
    /// What holds for every case of the office.
    let circumstances: UInt64
    // Copies of the domain's sets, because a global of another module costs a call for every read.
    let cateringItems = TermSet<Item>.catering.bits
    let managementItems = TermSet<Item>.management.bits

    init(_ office: Office?) {
        county = office?.county
        localDemands = office?.localDemands.bits ?? 0
        tolerable = office?.tolerable.bits ?? 0
        circumstances = office?.isTownship == true ? 1 << Circumstance.townshipWindow.tag : 0
    }

    /// The same, and what follows from the items of a case.
    @inline(__always)
    func circumstances(of items: UInt64) -> UInt64 {
        var found = circumstances
        if items & cateringItems != 0 { found |= 1 << Circumstance.hasCateringItems.tag }
        guard items != 0 else { return found }
        if items & ~managementItems == 0 { found |= 1 << Circumstance.managementOnly.tag }
        if items == 1 << Item.prepackagedOnly.tag { found |= 1 << Circumstance.prepackagedOnly.tag }
        return found
    }
}
