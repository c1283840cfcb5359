import CaseDomain
import TestSupport
import Testing

@testable import ChecklistRules

/// What would make a rule fire, put to the proof: the named facts are changed, and the rule is asked again.
struct ReversalTests {
    private static let leaves: [Condition] = [
        .subject([.catering]), .mark([.centralKitchen, .schoolCanteen]), .item([.coldMeat, .rawFood]),
        .applicantKind([.government]), .fact(.paperLost), .fact(.damaged), .changed([.name, .principal]),
        .product([.alcohol]), .circumstance(.hasAgent), .circumstance(.otherCounty), .areaAtLeast(50),
        .localDemand(.deliveryCapability),
    ]

    /// Reads no leaf twice, because facts that contradict each other can't all be changed at once.
    private func condition(_ dice: inout Dice, _ leaves: inout [Condition], depth: Int) -> Condition {
        let kind = depth > 0 ? dice.below(4) : 0
        func parts() -> [Condition] {
            (0..<(1 + dice.below(3))).map { _ in condition(&dice, &leaves, depth: depth - 1) }
        }
        switch kind {
        case 1: return .all(parts())
        case 2: return .any(parts())
        case 3: return .not(condition(&dice, &leaves, depth: depth - 1))
        default: return leaves.isEmpty ? .always : leaves.removeFirst()
        }
    }

    private func bits(_ dice: inout Dice) -> CaseBits {
        var bits = CaseBits(.foodOperationLicence, .change)
        bits.known = AtomBits(low: dice.next(), high: dice.next())
        bits.holding = AtomBits(low: dice.next(), high: dice.next()) & bits.known
        bits.area = [Double.nan, 20, 50, 80][dice.below(4)]
        return bits
    }

    private func change(_ bits: inout CaseBits, _ change: FactChange) {
        if case .areaAtLeast(let area) = change.condition {
            bits.area = change.holds ? area : area - 1
            return
        }
        let mask = change.condition.mask ?? AtomBits()
        bits.known = bits.known | mask
        bits.holding = change.holds ? bits.holding | mask : bits.holding.subtracting(mask)
    }

    @Test func theNamedFactsTurnTheRule() {
        var dice = Dice(seed: 20_261_122)
        var turned = 0
        for _ in 0..<4000 {
            var leaves = Self.leaves.shuffled(using: &dice)
            let condition = condition(&dice, &leaves, depth: 3)
            var bits = bits(&dice)
            let wanted = dice.chance(50)
            guard let changes = condition.changes(toBe: wanted, bits) else { continue }
            let before = condition.answer(bits)
            #expect(changes.isEmpty == (before == (wanted ? .yes : .no)))
            for one in changes { change(&bits, one) }
            #expect(condition.answer(bits) == (wanted ? .yes : .no))
            if !changes.isEmpty { turned += 1 }
        }
        #expect(turned > 1500)
    }

    @Test func noneOfThemIsNeedless() {
        var dice = Dice(seed: 7)
        for _ in 0..<1000 {
            var leaves = Self.leaves.shuffled(using: &dice)
            let condition = condition(&dice, &leaves, depth: 2)
            let bits = bits(&dice)
            guard let changes = condition.changes(toBe: true, bits), changes.count > 1 else { continue }
            for left in changes.indices {
                var tried = bits
                for (place, one) in changes.enumerated() where place != left { change(&tried, one) }
                #expect(condition.answer(tried) != .yes)
            }
        }
    }

    @Test func anotherMatterIsNoFactToChange() {
        let bits = CaseBits(.smallCatering, .new)
        #expect(Condition.matter([.foodStall]).changes(toBe: true, bits) == nil)
        #expect(Condition.all([.matter([.foodStall]), .fact(.damaged)]).changes(toBe: true, bits) == nil)
        #expect(Condition.any([.matter([.foodStall]), .fact(.damaged)]).changes(toBe: true, bits)?.count == 1)
    }
}
