/// 资格受限: a bar that a clerk found and recorded, with the decision that it comes from.
///
/// A snapshot: the words and the last day stay as they were when it was recorded.
package struct Ineligibility: Hashable, Sendable, Codable {
    /// The id of the bar in the data file.
    package let bar: String
    /// What the clerk calls it.
    package let name: String
    /// 决定作出之日.
    package let decidedOn: CivilDate
    /// The last day on which it bars.
    package let until: CivilDate
    /// 文号 of the decision.
    package let document: String
    package let basis: LegalSource

    package init(
        bar: String, name: String, decidedOn: CivilDate, until: CivilDate, document: String, basis: LegalSource
    ) {
        self.bar = bar
        self.name = name
        self.decidedOn = decidedOn
        self.until = until
        self.document = document
        self.basis = basis
    }

    /// Whether somebody who applied on a day was barred.
    package func bars(on day: CivilDate) -> Bool { decidedOn <= day && day <= until }
}

extension CaseFile {
    /// The bar that keeps the case from being accepted; nil where none was in force on the day of receipt.
    package var barInForce: Ineligibility? {
        let day = particulars.receivedAt.date
        return ineligibilities.first { $0.bars(on: day) }
    }
}
