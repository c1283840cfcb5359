import CaseDomain
import TextLayout

extension CaseDecoder {
    /// The records of `materials`, at most one for each material.
    func records(_ node: JSONNode) throws(Fault) -> [MaterialRecord] {
        guard node.kind == .array else { throw node.isNo(.array) }
        var records: [MaterialRecord] = []
        // No more than there are materials: a list that repeats one of them ends at the repetition.
        records.reserveCapacity(min(node.count, Material.allCases.count))
        var seen: UInt64 = 0
        var place = node.index + 1
        for _ in 0..<node.count {
            let element = node.at(place)
            let members = try Members(of: element, recordKeys)
            let material = try members.required(.material).term(materials)
            if seen & material.bit != 0 {
                let first = records.firstIndex { $0.material == material } ?? 0
                throw Fault(element, .repeatedMaterial(material, first: first))
            }
            seen |= material.bit
            records.append(try record(of: material, members))
            place = element.end
        }
        return records
    }

    private func record(of material: Material, _ members: Members<RecordKey>) throws(Fault) -> MaterialRecord {
        var record = MaterialRecord(material: material, how: try members.required(.how).term(sources))
        if let node = members[.copies] { record.copies = try node.wholeCount() }
        if let node = members[.checks] { record.checks = try verdicts(node, on: material) }
        if let node = members[.fields] { record.fields = try fields(node) }
        return record
    }

    private func verdicts(_ node: JSONNode, on material: Material) throws(Fault) -> CheckVerdicts {
        guard node.kind == .object else { throw node.isNo(.object) }
        var passed: UInt64 = 0
        var failed: UInt64 = 0
        var place = node.index + 1
        for _ in 0..<node.count {
            let name = node.at(place)
            let value = node.at(place + 1)
            guard let check = checks.term(name.bytes) else {
                throw Fault(name, .unknownKey(nearest: NearestName.find(name.text, among: Check.allCases.map(\.id))))
            }
            guard checksOfMaterial[material.place] & check.bit != 0 else {
                throw Fault(name, .foreignCheck(material))
            }
            guard (passed | failed) & check.bit == 0 else { throw Fault(name, .repeatedKey) }
            if try value.boolean() { passed |= check.bit } else { failed |= check.bit }
            place = value.end
        }
        return CheckVerdicts(passed: TermSet(bits: passed), failed: TermSet(bits: failed))
    }

    private func fields(_ node: JSONNode) throws(Fault) -> MaterialFields {
        let members = try Members(of: node, fieldKeys)
        var fields = MaterialFields()
        if let node = members[.date] { fields.date = try node.date() }
        if let node = members[.uscc] { fields.uscc = try node.text(limit: TextLimit.number) }
        if let node = members[.name] { fields.name = try node.text(limit: TextLimit.name) }
        if let node = members[.address] { fields.address = try node.text(limit: TextLimit.address) }
        if let node = members[.validUntil] { fields.validUntil = try node.validity() }
        if let node = members[.items] { fields.items = try node.terms(items) }
        if let node = members[.products] { fields.products = try node.terms(products) }
        if let node = members[.topics] { fields.topics = try node.terms(topics) }
        if let node = members[.count] { fields.count = try node.wholeCount() }
        if let node = members[.idNumber] { fields.idNumber = try node.text(limit: TextLimit.number) }
        if let node = members[.licenceNumber] { fields.licenceNumber = try node.text(limit: TextLimit.number) }
        return fields
    }
}
