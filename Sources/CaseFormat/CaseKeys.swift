import CaseDomain

// The keys of each object of the case format, in the order in which the format's description names them.

enum ApplicationKey: String, Vocabulary {
    case format, externalNumber, matter, action, receivedAt, channel, applicant, agent, premises, subject, marks, items
    case facts, licence, materials
}

enum ApplicantKey: String, Vocabulary {
    case name, kind, uscc, phone, principal
}

enum PrincipalKey: String, Vocabulary {
    case name, idNumber
}

enum AgentKey: String, Vocabulary {
    case name, idNumber, phone
}

enum PremisesKey: String, Vocabulary {
    case address, county, area
}

enum LicenceKey: String, Vocabulary {
    case number, issuedOn, expiresOn
}

/// Every fact, the plain yes-or-no ones first.
enum FactsKey: String, Vocabulary {
    case licenceVerifiableOnline, toleranceRequested, paperLicenceHeld, paperLost, damaged
    case premisesMoved, addressRenamed, conditionsUnchanged, terminated
    case staff, products, automaticEquipmentCount, changed

    /// The plain yes or no that the key stands for.
    var fact: Fact? {
        switch self {
        case .licenceVerifiableOnline: .licenceVerifiableOnline
        case .toleranceRequested: .toleranceRequested
        case .paperLicenceHeld: .paperLicenceHeld
        case .paperLost: .paperLost
        case .damaged: .damaged
        case .premisesMoved: .premisesMoved
        case .addressRenamed: .addressRenamed
        case .conditionsUnchanged: .conditionsUnchanged
        case .terminated: .terminated
        case .staff, .products, .automaticEquipmentCount, .changed: nil
        }
    }
}

enum RecordKey: String, Vocabulary {
    case material, how, copies, checks, fields
}

enum FieldKey: String, Vocabulary {
    case date, uscc, name, address, validUntil, items, products, topics, count, idNumber, licenceNumber
}
