import CaseDomain

/// Which papers an invented applicant brings: what the checklists of the built-in rules ask for.
///
/// Deliberately a table of its own: samples that asked the rules would agree with every mistake in them.
enum SampleDemands {
    static func materials(for particulars: Particulars) -> [Material] {
        var materials: [Material] = [.applicationForm]
        switch (particulars.matter, particulars.action) {
        case (.foodOperationLicence, .new): materials += newLicence(particulars)
        case (.foodOperationLicence, .change): materials += changedLicence(particulars)
        case (.foodOperationLicence, .renewal): materials += renewedLicence(particulars)
        case (_, .reissue):
            if particulars.facts[.paperLost] == true { materials.append(.lossStatement) }
            if particulars.facts[.damaged] == true { materials.append(.damagedLicence) }
        case (.foodOperationLicence, .cancel):
            materials += paperLicence(particulars)
            if particulars.facts[.terminated] == true { materials.append(.terminationProof) }
        case (.prepackagedFiling, .new):
            if !isVerifiable(particulars) { materials.append(.businessLicence) }
            if particulars.marks.contains(.automaticEquipment) { materials.append(.automaticEquipmentPlan) }
        case (.smallWorkshop, .new), (.smallCatering, .new):
            if !isVerifiable(particulars) { materials.append(.businessLicence) }
            materials.append(.principalIdentity)
            if particulars.matter == .smallWorkshop { materials.append(.processChart) }
            materials.append(.healthCertificates)
        case (.smallWorkshop, .change), (.smallCatering, .change): materials.append(.registrationCertificate)
        case (.smallWorkshop, .renewal), (.smallCatering, .renewal):
            materials += [.registrationCertificate, .healthCertificates]
        case (.smallWorkshop, .cancel), (.smallCatering, .cancel):
            materials.append(particulars.facts[.paperLost] == true ? .lossStatement : .registrationCertificate)
        default: break
        }
        if particulars.agent != nil { materials += [.powerOfAttorney, .agentIdentity] }
        return materials
    }

    private static func newLicence(_ particulars: Particulars) -> [Material] {
        var materials: [Material] = []
        let isRegisteredElsewhere: Bool =
            switch particulars.applicant.kind {
            case .government, .institution, .socialOrganisation, .privateNonEnterprise: true
            case .enterprise, .individual, .cooperative, .naturalPerson: false
            }
        if particulars.subject == .canteen, isRegisteredElsewhere {
            materials.append(.legalPersonCertificate)
        } else if !isVerifiable(particulars) {
            materials.append(.businessLicence)
        }
        if !isManagement(particulars) { materials.append(.layoutPlan) }
        if cooks(particulars) { materials.append(.processDescription) }
        materials.append(.policyIndex)
        if particulars.marks.contains(.automaticEquipment) { materials.append(.automaticEquipmentPlan) }
        if particulars.marks.contains(.contractedCanteen) { materials.append(.canteenContract) }
        if particulars.marks.contains(.schoolCanteen) { materials.append(.schoolProof) }
        if particulars.items.contains(.bulkCookedFood) { materials.append(.cookedFoodSupplier) }
        if !particulars.items.intersection(.management).isEmpty { materials.append(.managementStatement) }
        return materials
    }

    private static func changedLicence(_ particulars: Particulars) -> [Material] {
        var materials = paperLicence(particulars)
        let changed = particulars.facts.changed ?? []
        if changed.contains(.name) || changed.contains(.principal), !isVerifiable(particulars) {
            materials.append(.businessLicence)
        }
        let isUnchanged = particulars.facts[.conditionsUnchanged] == true
        if !changed.intersection([.items, .layout, .subject]).isEmpty, !isUnchanged {
            if !isManagement(particulars) { materials.append(.layoutPlan) }
            if cooks(particulars) { materials.append(.processDescription) }
        }
        if isUnchanged { materials.append(.unchangedStatement) }
        if particulars.facts[.addressRenamed] == true { materials.append(.addressRenamingProof) }
        return materials
    }

    private static func renewedLicence(_ particulars: Particulars) -> [Material] {
        var materials = paperLicence(particulars)
        if particulars.facts[.conditionsUnchanged] == true { return materials + [.unchangedStatement] }
        if !isManagement(particulars) { materials.append(.layoutPlan) }
        if cooks(particulars) { materials.append(.processDescription) }
        return materials + [.policyIndex]
    }

    private static func paperLicence(_ particulars: Particulars) -> [Material] {
        guard particulars.facts[.paperLicenceHeld] == true else { return [] }
        return [particulars.facts[.paperLost] == true ? .lossStatement : .paperLicence]
    }

    private static func isVerifiable(_ particulars: Particulars) -> Bool {
        particulars.facts[.licenceVerifiableOnline] == true
    }

    private static func isManagement(_ particulars: Particulars) -> Bool {
        !particulars.items.isEmpty && particulars.items.isSubset(of: .management)
    }

    private static func cooks(_ particulars: Particulars) -> Bool {
        !particulars.items.intersection(.catering).isEmpty
    }
}
