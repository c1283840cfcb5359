package import CaseDomain

/// What differs between two versions of a checklist, row by row, for the people who have to explain it.
package struct ChecklistDifference: Hashable, Sendable {
    /// In the order of the newer checklist; what it doesn't have any more comes last.
    package let entries: [Entry]

    /// Whether a clerk or an applicant would meet the same demands in the same words, over the same days.
    package var isEmpty: Bool { entries.isEmpty }

    package struct Entry: Hashable, Sendable {
        package let subject: Subject
        package let kind: Kind
    }

    /// What an entry is about.
    package enum Subject: Hashable, Sendable {
        case checklist
        case requirement(Material)
        case application(ApplicationDefect)
    }

    package enum Kind: Hashable, Sendable {
        case added, removed
        /// At least one.
        case changed([Change])
    }

    package struct Change: Hashable, Sendable {
        package let aspect: Aspect
        /// The check that it is about, where it is about one.
        package let check: Check?
        /// Nil where there was nothing, or the check is new.
        package let old: Value?
        package let new: Value?
    }

    package enum Aspect: String, Hashable, Sendable {
        case name, english, version, effective, order, row, copies, need, because, otherwise, spared, retrievable
        case basis, missing, remedy, label, problem, condition
        case sparedBecause = "spared-because"
        case mustFulfil = "must-fulfil"
        case onTheSpot = "on-the-spot"
        /// A check as a whole came or went.
        case check
    }

    package enum Value: Hashable, Sendable {
        case text(String)
        case condition(Condition)
        case flag(Bool)
        case source(LegalSource)
    }

    /// - Parameters:
    ///   - old: what is compared with.
    ///   - new: what it became.
    package init(from old: Checklist, to new: Checklist) {
        var entries: [Entry] = []
        func add(_ subject: Subject, _ changes: Changes) {
            if !changes.all.isEmpty { entries.append(Entry(subject: subject, kind: .changed(changes.all))) }
        }
        add(.checklist, Changes(head: old, new))
        for rule in new.applicationRules {
            guard let former = old.rule(for: rule.defect) else {
                entries.append(Entry(subject: .application(rule.defect), kind: .added))
                continue
            }
            add(.application(rule.defect), Changes(former, rule))
        }
        for requirement in new.requirements {
            guard let former = old.requirement(for: requirement.material) else {
                entries.append(Entry(subject: .requirement(requirement.material), kind: .added))
                continue
            }
            add(.requirement(requirement.material), Changes(former, requirement))
        }
        for rule in old.applicationRules where new.rule(for: rule.defect) == nil {
            entries.append(Entry(subject: .application(rule.defect), kind: .removed))
        }
        for requirement in old.requirements where new.requirement(for: requirement.material) == nil {
            entries.append(Entry(subject: .requirement(requirement.material), kind: .removed))
        }
        self.entries = entries
    }
}

/// Collects the changes of one thing.
private struct Changes {
    typealias Aspect = ChecklistDifference.Aspect
    typealias Value = ChecklistDifference.Value

    private(set) var all: [ChecklistDifference.Change] = []

    init(head old: Checklist, _ new: Checklist) {
        add(.version, old.version, new.version)
        add(.effective, Changes.range(old), Changes.range(new))
        add(.name, old.name, new.name)
        add(.english, old.english, new.english)
        let shared = { (list: Checklist, other: Checklist) in
            list.requirements.filter { other.requirement(for: $0.material) != nil }
        }
        let (before, after) = (shared(old, new), shared(new, old))
        if before.map(\.material) != after.map(\.material) {
            add(.order, before.map(\.row).joined(separator: " "), after.map(\.row).joined(separator: " "))
        }
    }

    init(_ old: ApplicationRule, _ new: ApplicationRule) {
        add(.condition, old.condition, new.condition)
        add(.problem, old.words.text, new.words.text)
        add(.remedy, old.words.remedy, new.words.remedy)
        add(.onTheSpot, .flag(old.isOnTheSpot), .flag(new.isOnTheSpot))
        add(.basis, .source(old.basis), .source(new.basis))
    }

    init(_ old: Requirement, _ new: Requirement) {
        add(.row, old.row, new.row)
        add(.name, old.name, new.name)
        add(.english, old.english, new.english)
        add(.copies, old.copies, new.copies)
        add(.need, old.need, new.need)
        add(.because, old.because, new.because)
        add(.otherwise, old.otherwise, new.otherwise)
        add(.spared, (old.spared?.when).map { .condition($0) }, (new.spared?.when).map { .condition($0) })
        if let old = old.spared, let new = new.spared { add(.sparedBecause, old.because, new.because) }
        add(.retrievable, .flag(old.isRetrievable), .flag(new.isRetrievable))
        add(.missing, old.missing.text, new.missing.text)
        add(.remedy, old.missing.remedy, new.missing.remedy)
        add(.mustFulfil, old.mustFulfil, new.mustFulfil)
        add(.basis, .source(old.basis), .source(new.basis))
        for rule in new.checks {
            if let former = old.checks.first(where: { $0.check == rule.check }) {
                compare(former, rule)
            } else {
                add(.check, nil, .text(rule.label), of: rule.check)
            }
        }
        for rule in old.checks where !new.checks.contains(where: { $0.check == rule.check }) {
            add(.check, .text(rule.label), nil, of: rule.check)
        }
    }

    private mutating func compare(_ old: CheckRule, _ new: CheckRule) {
        add(.label, .text(old.label), .text(new.label), of: new.check)
        add(.english, .text(old.english), .text(new.english), of: new.check)
        add(.condition, .condition(old.condition), .condition(new.condition), of: new.check)
        add(.problem, .text(old.words.text), .text(new.words.text), of: new.check)
        add(.remedy, .text(old.words.remedy), .text(new.words.remedy), of: new.check)
        add(.onTheSpot, .flag(old.isOnTheSpot), .flag(new.isOnTheSpot), of: new.check)
        add(.basis, old.basis.map { .source($0) }, new.basis.map { .source($0) }, of: new.check)
    }

    private mutating func add(_ aspect: Aspect, _ old: Value?, _ new: Value?, of check: Check? = nil) {
        guard old != new else { return }
        all.append(ChecklistDifference.Change(aspect: aspect, check: check, old: old, new: new))
    }

    private mutating func add(_ aspect: Aspect, _ old: String, _ new: String) {
        add(aspect, .text(old), .text(new))
    }

    private mutating func add(_ aspect: Aspect, _ old: Condition, _ new: Condition) {
        add(aspect, .condition(old), .condition(new))
    }

    private static func range(_ checklist: Checklist) -> String {
        "\(checklist.effectiveFrom)\(checklist.effectiveTo.map { "至\($0)" } ?? "起")"
    }
}
