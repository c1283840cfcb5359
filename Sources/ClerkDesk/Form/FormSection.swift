/// A group of fields, named in the margin before its first.
enum FormSection: Hashable, Sendable {
    case receipt, applicant, premises, business, agent, licence, answers

    var phrase: Phrase {
        switch self {
        case .receipt: Phrases.Sections.receipt
        case .applicant: Phrases.Sections.applicant
        case .premises: Phrases.Sections.premises
        case .business: Phrases.Sections.business
        case .agent: Phrases.Sections.agent
        case .licence: Phrases.Sections.licence
        case .answers: Phrases.Sections.answers
        }
    }
}

extension FormFieldID {
    var section: FormSection {
        switch self {
        case .matter, .action, .channel, .window, .receivedOn, .externalNumber: .receipt
        case .name, .kind, .uscc, .phone, .principalName, .principalID: .applicant
        case .address, .county, .area: .premises
        case .subject, .marks, .items, .products, .staff, .equipmentCount: .business
        case .agentName, .agentID, .agentPhone: .agent
        case .licenceNumber, .licenceExpires: .licence
        case .verifiable, .tolerance, .changed, .premisesMoved, .addressRenamed, .conditionsUnchanged, .paperHeld,
            .paperLost, .damaged, .terminated:
            .answers
        }
    }

    /// Whether the form can't be saved without the field.
    var isRequired: Bool {
        switch self {
        case .name, .kind, .address, .county, .receivedOn: true
        default: false
        }
    }

    /// What an empty field of text says it is for.
    var placeholder: Phrase? {
        switch self {
        case .uscc, .principalID, .agentID: Phrases.Fields.codeHint
        case .phone, .agentPhone: Phrases.Fields.phoneHint
        case .county: Phrases.Fields.countyHint
        case .area: Phrases.Fields.areaHint
        case .licenceNumber: Phrases.Fields.licenceHint
        case .receivedOn, .licenceExpires: Phrases.Fields.dateHint
        default: nil
        }
    }

    /// The columns of a field that holds a number, which leave room for words about it; nil where the whole line is its.
    var columns: Int? {
        switch self {
        case .uscc, .principalID, .agentID, .licenceNumber: 22
        case .phone, .agentPhone: 22
        case .receivedOn, .licenceExpires: 14
        case .county, .area, .staff, .equipmentCount: 12
        default: nil
        }
    }
}
