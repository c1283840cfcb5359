/// 当场更正: something that was put right at the window, with the signature and the day that the law asks for. It stays
/// off the notice and out of the correction rate.
///
/// Legal source: 《行政许可法》(2019-04-23) 第三十二条第一款第(三)项.
package struct SpotCorrection: Hashable, Sendable, Codable {
    /// Nil where the application itself was corrected.
    package let material: Material?
    /// The id of the check, or of the application's defect.
    package let defect: String
    /// What was changed, in the clerk's words.
    package let change: String
    /// Who signed beside the correction.
    package let signedBy: String
    package let on: CivilDate

    package init(material: Material?, defect: String, change: String, signedBy: String, on: CivilDate) {
        self.material = material
        self.defect = defect
        self.change = change
        self.signedBy = signedBy
        self.on = on
    }
}

extension MaterialRecord {
    /// The same paper after something on it was put right: what was taken down of it there isn't what it says any more.
    package func corrected(_ check: Check) -> MaterialRecord {
        var record = self
        record.fields.forget(check)
        record.checks[check] = true
        return record
    }
}

extension MaterialFields {
    /// Drops what a machine check is computed from.
    fileprivate mutating func forget(_ check: Check) {
        switch check {
        case .dated: date = nil
        case .unexpired: validUntil = nil
        case .uscc: uscc = nil
        case .name: name = nil
        case .premises: address = nil
        case .idNumber: idNumber = nil
        case .coversItems: items = nil
        case .coversProducts: products = nil
        case .coversTopics: topics = nil
        case .siteCount, .headcount: count = nil
        case .licenceNumber: licenceNumber = nil
        default: break
        }
    }
}

extension Particulars {
    /// Who signs at the window where nobody else is named.
    package var signer: String { agent?.name ?? applicant.principal?.name ?? applicant.name }
}
