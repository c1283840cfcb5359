// What programs call the things that may be wrong with a number, and where they are.

extension NumberReading.Problem {
    package var code: String {
        switch self {
        case .length: "length"
        case .character: "character"
        case .prefix: "prefix"
        case .organisationCheck: "organisation-check"
        case .birthDate: "birth-date"
        case .birthDateInFuture: "birth-date-in-future"
        case .check: "check"
        case .formerResidentID: "former-number"
        case .formerCertificate: "former-certificate"
        }
    }

    /// Nil where it is about the number as a whole.
    package var places: ClosedRange<Int>? {
        switch self {
        case .length, .formerResidentID, .formerCertificate: nil
        case .character(let place, _), .check(let place, _, _): place...place
        case .prefix: 1...2
        case .organisationCheck: 17...17
        case .birthDate(let places), .birthDateInFuture(let places): places
        }
    }
}

extension NumberReading.Doubt {
    package var code: String {
        switch self {
        case .registrar: "unknown-registrar"
        case .province: "unknown-province"
        case .county: "unknown-county"
        case .businessType: "unknown-business-type"
        case .check: "check"
        case .formerResidenceCard: "former-residence-card"
        }
    }

    /// Nil where it is about the number as a whole.
    package var places: ClosedRange<Int>? {
        switch self {
        case .registrar: 1...2
        case .province(let place, _): place...(place + 1)
        case .county(let place, _): place...(place + 5)
        case .businessType(let place, _), .check(let place, _, _): place...place
        case .formerResidenceCard: nil
        }
    }
}

extension NumberReading.Repair {
    package var code: String {
        switch self {
        case .swap: "swap"
        case .replace: "replace"
        case .drop: "drop"
        case .upgrade: "upgrade"
        }
    }
}
