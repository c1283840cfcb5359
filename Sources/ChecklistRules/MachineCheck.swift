import CaseDomain

/// The checks that are computed from what the paper says.
///
/// What a paper says and what the case says are mostly the same bytes, so equality comes first and spares the check
/// digits: the case's own number was looked at once already.
struct MachineCheck {
    let folding: TextFolding

    /// The record is reached by address, because copying one would count references for every field.
    func reason(
        _ check: Check, _ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading, _ particulars: Particulars
    ) -> Judgement.Reason {
        switch check {
        case .dated: dated(record, reading)
        case .unexpired: unexpired(record, reading)
        case .uscc: uscc(record, reading, particulars)
        case .name: same(record.pointee.fields.name, particulars.applicant.name)
        case .premises: same(record.pointee.fields.address, particulars.premises.address)
        case .idNumber: idNumber(record, reading, particulars)
        case .coversItems: coversItems(record, reading)
        case .coversProducts: coversProducts(record, particulars)
        case .coversTopics: coversTopics(record)
        case .siteCount: siteCount(record, particulars)
        case .headcount: headcount(record, particulars)
        case .licenceNumber: licenceNumber(record)
        default: .fieldAbsent
        }
    }

    private func dated(_ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading) -> Judgement.Reason {
        guard let date = record.pointee.fields.date else { return .fieldAbsent }
        return date.dayNumber <= reading.receiptDay ? .agrees : .dateAfterReceipt
    }

    private func unexpired(_ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading) -> Judgement.Reason {
        switch record.pointee.fields.validUntil {
        case nil: .fieldAbsent
        case .permanent: .stillValid
        case .until(let last): last.dayNumber >= reading.receiptDay ? .stillValid : .expired
        }
    }

    private func uscc(
        _ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading, _ particulars: Particulars
    ) -> Judgement.Reason {
        guard let written = record.pointee.fields.uscc else { return .fieldAbsent }
        guard let own = particulars.applicant.uscc else {
            return CreditCode.isValid(written) ? .caseSilent : .wrongNumber
        }
        if written == own { return reading.uscc == .right ? .agrees : .wrongNumber }
        return CreditCode.isValid(written) ? .differs : .wrongNumber
    }

    private func idNumber(
        _ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading, _ particulars: Particulars
    ) -> Judgement.Reason {
        guard let written = record.pointee.fields.idNumber else { return .fieldAbsent }
        let own: String?
        let state: CaseReading.NumberState
        if record.pointee.material == .agentIdentity {
            own = particulars.agent?.idNumber
            state = reading.agentID
        } else {
            own = particulars.applicant.principal?.idNumber
            state = reading.principalID
        }
        if let own, written == own { return state == .right ? .agrees : .wrongNumber }
        guard ResidentID.isValid(written, on: CivilDate(dayNumber: reading.receiptDay)) else { return .wrongNumber }
        guard let own else { return .agrees }
        return written.uppercased() == own.uppercased() ? .agrees : .differs
    }

    private func same(_ written: String?, _ own: String) -> Judgement.Reason {
        guard let written else { return .fieldAbsent }
        return folding.same(written, own) ? .agrees : .differs
    }

    private func coversItems(_ record: UnsafePointer<MaterialRecord>, _ reading: CaseReading) -> Judgement.Reason {
        guard let covered = record.pointee.fields.items else { return .fieldAbsent }
        return reading.cateringItems & ~covered.closed.bits == 0 ? .complete : .incomplete
    }

    private func coversProducts(
        _ record: UnsafePointer<MaterialRecord>, _ particulars: Particulars
    ) -> Judgement.Reason {
        guard let covered = record.pointee.fields.products else { return .fieldAbsent }
        guard let products = particulars.facts.products else { return .caseSilent }
        return products.bits & ~covered.bits == 0 ? .complete : .incomplete
    }

    private func coversTopics(_ record: UnsafePointer<MaterialRecord>) -> Judgement.Reason {
        guard let topics = record.pointee.fields.topics else { return .fieldAbsent }
        return topics.bits & 0b1111 == 0b1111 ? .complete : .incomplete
    }

    private func siteCount(
        _ record: UnsafePointer<MaterialRecord>, _ particulars: Particulars
    ) -> Judgement.Reason {
        guard let count = record.pointee.fields.count else { return .fieldAbsent }
        guard let machines = particulars.facts.automaticEquipmentCount else { return .caseSilent }
        return count == machines ? .agrees : .differs
    }

    private func headcount(
        _ record: UnsafePointer<MaterialRecord>, _ particulars: Particulars
    ) -> Judgement.Reason {
        guard let count = record.pointee.fields.count else { return .fieldAbsent }
        guard let staff = particulars.facts.staff else { return .caseSilent }
        return count >= staff ? .enough : .tooFew
    }

    private func licenceNumber(_ record: UnsafePointer<MaterialRecord>) -> Judgement.Reason {
        guard let number = record.pointee.fields.licenceNumber else { return .fieldAbsent }
        return LicenceNumber.isValid(number) ? .agrees : .wrongNumber
    }
}
