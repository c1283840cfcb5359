package import CaseDomain

extension Checklist {
    /// What is wrong, in words for the applicant, with the case's own values filled in. Values pass as they are;
    /// whoever prints them makes them safe.
    package func text(for finding: Finding, in application: Application) -> String {
        let words = words(for: finding)
        return fill(words.text, finding.material, application)
    }

    /// What a warning says.
    package func text(for warning: Warning) -> String { warnings.chinese(warning) }

    /// How to put it right.
    package func remedy(for finding: Finding, in application: Application) -> String {
        let remedy = fill(words(for: finding).remedy, finding.material, application)
        guard finding.defect == .missing, let requirement = requirement(of: finding) else { return remedy }
        return requirement.alternatives.reduce(remedy) { $0 + fill($1.text, finding.material, application) }
    }

    /// What a material must fulfil; a notice says it beside a missing one.
    package func mustFulfil(_ requirement: Requirement, in application: Application) -> String {
        fill(requirement.mustFulfil, requirement.material, application)
    }

    /// Where the demand behind a finding comes from.
    package func basis(for finding: Finding) -> LegalSource {
        if case .application(let defect) = finding.defect {
            return rule(for: defect)?.basis ?? LegalSource(citation: "", verified: false)
        }
        guard let requirement = requirement(of: finding) else { return LegalSource(citation: "", verified: false) }
        guard case .check(let check) = finding.defect else { return requirement.basis }
        return requirement.checks.first { $0.check == check }?.basis ?? requirement.basis
    }

    /// `X3`; empty for the application itself.
    package func row(for finding: Finding) -> String { requirement(of: finding)?.row ?? "" }

    package func requirement(of finding: Finding) -> Requirement? {
        guard let index = finding.requirement, requirements.indices.contains(index) else { return nil }
        return requirements[index]
    }

    private func words(for finding: Finding) -> Words {
        switch finding.defect {
        case .application(let defect):
            return rule(for: defect)?.words ?? Words(text: defect.id, remedy: "")
        case .missing:
            return requirement(of: finding)?.missing ?? Words(text: finding.defect.id, remedy: "")
        case .check(let check):
            let rule = requirement(of: finding)?.checks.first { $0.check == check }
            return rule?.words ?? Words(text: finding.defect.id, remedy: "")
        }
    }

    private func fill(_ template: String, _ material: Material?, _ application: Application) -> String {
        guard template.contains("{") else { return template }
        let record = material.flatMap(application.record(of:))
        return Placeholder.fill(template) { placeholder in
            placeholder.value(record, application.particulars, names)
        }
    }
}

/// A value of the case that a wording may name, written `{staff}`.
package enum Placeholder: String, CaseIterable, Sendable {
    // What the paper says.
    case count, validUntil, date, uscc, name, address, licenceNumber
    // What the case says.
    case staff, machines, area, receivedOn, applicantUscc, applicantName, premisesAddress, licenceExpiresOn
    // What is still lacking.
    case items, products, topics

    /// The names between braces in a wording that aren't placeholders.
    package static func unknown(in template: String) -> [String] {
        var unknown: [String] = []
        walk(Substring(template), text: { _ in }, name: { if Placeholder(rawValue: $0) == nil { unknown.append($0) } })
        return unknown
    }

    /// The placeholders of a wording that stand outside square brackets: where the case doesn't say, a gap shows.
    static func bare(in template: String) -> [Placeholder] {
        var bare: [Placeholder] = []
        var rest = Substring(template)
        func walkPart(_ part: Substring) {
            walk(
                part, text: { _ in },
                name: { name in if let known = Placeholder(rawValue: name) { bare.append(known) } })
        }
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            walkPart(rest[..<open])
            rest = rest[rest.index(after: close)...]
        }
        walkPart(rest)
        return bare
    }

    /// Fills a wording's placeholders.
    ///
    /// A part in square brackets stands only where every value in it is known: `所载名称[“{name}”]与…`. A clerk may judge a
    /// paper without taking down what it says, and the sentence must read well then too.
    ///
    /// - Parameter gap: what stands where a value outside brackets isn't known.
    static func fill(_ template: String, gap: String = absent, _ value: (Placeholder) -> String?) -> String {
        var filled = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            filled += fillPart(rest[..<open], gap, value).text
            let part = fillPart(rest[rest.index(after: open)..<close], gap, value)
            if part.isWhole { filled += part.text }
            rest = rest[rest.index(after: close)...]
        }
        return filled + fillPart(rest, gap, value).text
    }

    /// A wording as it reads of many cases: without what one alone would say.
    package static func ofManyCases(_ template: String) -> String { fill(template, gap: "…") { _ in nil } }

    private static func fillPart(
        _ template: Substring, _ gap: String, _ value: (Placeholder) -> String?
    ) -> (text: String, isWhole: Bool) {
        var filled = ""
        var isWhole = true
        walk(
            template, text: { filled += $0 },
            name: { name in
                let known = Placeholder(rawValue: name).flatMap(value)
                if known == nil { isWhole = false }
                filled += known ?? gap
            })
        return (filled, isWhole)
    }

    private static func walk(_ template: Substring, text: (Substring) -> Void, name: (String) -> Void) {
        var rest = template
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text(rest[..<open])
            name(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        text(rest)
    }

    /// What stands where the case doesn't say.
    private static let absent = "（未填）"

    /// - Returns: nil where the case doesn't say.
    func value(_ record: MaterialRecord?, _ particulars: Particulars, _ names: TermNames) -> String? {
        let fields = record?.fields ?? MaterialFields()
        return switch self {
        case .count: fields.count.map(String.init)
        case .validUntil: Placeholder.validity(fields.validUntil)
        case .date: fields.date?.chinese
        case .uscc: fields.uscc
        case .name: fields.name
        case .address: fields.address
        case .licenceNumber: fields.licenceNumber ?? particulars.licence?.number
        case .staff: particulars.facts.staff.map(String.init)
        case .machines: particulars.facts.automaticEquipmentCount.map(String.init)
        case .area: particulars.premises.area.map { "\($0)" }
        case .receivedOn: particulars.receivedAt.date.chinese
        case .applicantUscc: particulars.applicant.uscc
        case .applicantName: particulars.applicant.name
        case .premisesAddress: particulars.premises.address
        case .licenceExpiresOn: particulars.licence?.expiresOn?.chinese
        case .items: Placeholder.list(lackingItems(fields, particulars).terms) { names[$0].chinese }
        case .products: Placeholder.list(lackingProducts(fields, particulars).terms) { names[$0].chinese }
        case .topics: Placeholder.list(lackingTopics(fields).terms) { names[$0].chinese }
        }
    }

    private static func validity(_ validity: Validity?) -> String? {
        switch validity {
        case .until(let date): date.chinese
        case .permanent: "长期"
        case nil: nil
        }
    }

    private static func list<Term>(_ terms: [Term], _ name: (Term) -> String) -> String? {
        terms.isEmpty ? nil : terms.map(name).joined(separator: "、")
    }

    private func lackingItems(_ fields: MaterialFields, _ particulars: Particulars) -> TermSet<Item> {
        particulars.items.closed.intersection(.catering).subtracting((fields.items ?? []).closed)
    }

    private func lackingProducts(_ fields: MaterialFields, _ particulars: Particulars) -> TermSet<Product> {
        (particulars.facts.products ?? []).subtracting(fields.products ?? [])
    }

    private func lackingTopics(_ fields: MaterialFields) -> TermSet<PolicyTopic> {
        TermSet(PolicyTopic.allCases).subtracting(fields.topics ?? [])
    }
}
