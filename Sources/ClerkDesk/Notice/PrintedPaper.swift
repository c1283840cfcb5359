package import CaseDomain

/// A paper on its way to the printer.
package struct PrintedPaper: Hashable, Sendable {
    /// What the print system calls the job.
    package let name: String
    package let text: String

    package init(_ document: CaseDocument, of number: CaseNumber) {
        name = document.number?.text ?? number.text
        text = document.text
    }

    package init(_ card: StallCard, of number: CaseNumber) {
        name = number.text
        text = card.text
    }
}
