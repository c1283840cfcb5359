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
    let isTolerant: Bool
    /// The case's 餐饮 items, closed, as the bits of a `TermSet<Item>`.
    let cateringItems: UInt64
    /// Which record speaks for a material, by ordinal; -1 for none.
    private var records: InlineArray<64, Int16>

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
        isTolerant = bits.holding.low & (1 << (AtomLayout.fact + Fact.toleranceRequested.tag)) != 0
        records = InlineArray(repeating: -1)
        application.materials.withUnsafeBufferPointer { materials in
            for index in materials.indices {
                let slot = Int(materials[index].material.tag)
                if records[slot] < 0 { records[slot] = Int16(truncatingIfNeeded: index) }
            }
        }
    }

    /// The place of a material's record; nil where the case doesn't mention the material.
    @inline(__always)
    func record(of material: Material) -> Int? {
        let index = records[Int(material.tag)]
        return index < 0 ? nil : Int(index)
    }
}
