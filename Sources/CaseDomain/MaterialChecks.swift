extension Material {
    /// Every check that can be asked of the material, whether or not a case of today needs it.
    ///
    /// This is the vocabulary of the case format: a verdict on any other check is an error of the sender, not a finding.
    package var checks: TermSet<Check> {
        switch self {
        case .applicationForm: [.signed, .dated, .uscc, .name, .premises]
        case .businessLicence: [.uscc, .unexpired, .name, .copyVerified, .legible]
        case .legalPersonCertificate: [.unexpired, .name, .copyVerified, .legible]
        case .layoutPlan:
            [
                .signed, .zonesMarked, .areaMarked, .equipmentMarked, .flowMarked, .premises, .specialRoomMarked,
                .retentionMarked,
            ]
        case .processDescription: [.signed, .coversItems]
        case .policyIndex: [.signed, .coversTopics]
        case .automaticEquipmentPlan: [.siteCount, .displayMethod, .riskPlan]
        case .powerOfAttorney: [.signedByBoth, .scopeStated, .unexpired]
        case .agentIdentity, .principalIdentity: [.idNumber, .unexpired, .copyVerified]
        case .canteenContract: [.signedByBoth, .unexpired, .name]
        case .schoolProof, .addressRenamingProof, .terminationProof: [.copyVerified]
        case .deliveryCapability, .managementStatement: [.signed]
        case .cookedFoodSupplier: [.unexpired, .licenceNumber, .copyVerified]
        case .paperLicence: [.allCopies]
        case .lossStatement, .unchangedStatement: [.signed, .dated]
        case .damagedLicence: [.numberReadable]
        case .processChart: [.signed, .rawCookedSeparated, .coversProducts]
        case .healthCertificates: [.headcount, .unexpired]
        case .registrationCertificate: [.unexpired, .allCopies]
        }
    }
}
