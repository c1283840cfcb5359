package import CaseDomain

/// 一件事: one application for several matters, as it is taken in.
package struct BundleReceipt: Hashable, Sendable {
    /// The bundle's id in the data files.
    package let bundle: String
    package let shared: TermSet<Material>
    /// One for each matter, in the order of the bundle.
    package let receipts: [Receipt]

    package init(bundle: String, shared: TermSet<Material>, receipts: [Receipt]) {
        self.bundle = bundle
        self.shared = shared
        self.receipts = receipts
    }

    /// The link that every case gets, once the cases have their numbers.
    ///
    /// - Parameter numbers: in the order of the receipts.
    package func membership(_ numbers: [CaseNumber]) -> BundleMembership {
        BundleMembership(
            bundle: bundle, shared: shared,
            members: zip(numbers, receipts).map { number, receipt in
                let particulars = receipt.application.particulars
                return BundleMembership.Member(number: number, matter: particulars.matter, action: particulars.action)
            })
    }
}

/// A case as a writer last read it.
package struct CaseVersion: Hashable, Sendable {
    package let number: CaseNumber
    package let revision: Revision

    package init(number: CaseNumber, revision: Revision) {
        self.number = number
        self.revision = revision
    }

    package init(_ file: CaseFile) { self.init(number: file.number, revision: file.revision) }
}

/// What one case of several gets in one write.
package struct CaseAppend: Hashable, Sendable {
    package let version: CaseVersion
    package let payloads: [CaseEvent.Payload]

    package init(_ payloads: [CaseEvent.Payload], to version: CaseVersion) {
        self.payloads = payloads
        self.version = version
    }
}
