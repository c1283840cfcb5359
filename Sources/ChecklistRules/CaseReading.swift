import CaseDomain

/// What is read from a case once and asked many times.
struct CaseReading {
    /// A number of the case: whether it is there, and whether it is right in itself.
    enum NumberState { case absent, right, wrong }

    let bits: CaseBits
    /// Days since 1970-01-01.
    let receiptDay: Int
    let uscc: NumberState
    let agentID: NumberState
    let principalID: NumberState
    /// Of the licence that the application is about.
    let licenceNumber: NumberState
    let isTolerant: Bool
    /// The case's 餐饮 items, closed, as the bits of a `TermSet<Item>`.
    let cateringItems: UInt64

    init(_ application: borrowing Application, bits: CaseBits, in place: borrowing OfficeBits) {
        self.bits = bits
        cateringItems = (bits.holding.low >> AtomLayout.item) & place.cateringItems
        let day = application.particulars.receivedAt.date
        receiptDay = day.dayNumber
        if let uscc = application.particulars.applicant.uscc {
            self.uscc = CreditCode.isValid(uscc) ? .right : .wrong
        } else {
            uscc = .absent
        }
        if let number = application.particulars.agent?.idNumber {
            agentID = ResidentID.isValid(number, on: day) ? .right : .wrong
        } else {
            agentID = .absent
        }
        if let number = application.particulars.applicant.principal?.idNumber {
            principalID = ResidentID.isValid(number, on: day) ? .right : .wrong
        } else {
            principalID = .absent
        }
        if let number = application.particulars.licence?.number {
            licenceNumber = LicenceNumber.isValid(number, families: [.operation]) ? .right : .wrong
        } else {
            licenceNumber = .absent
        }
        isTolerant = bits.holding.low & (Fact.toleranceRequested.bit << AtomLayout.fact) != 0
    }
}
