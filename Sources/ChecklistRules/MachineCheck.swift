import CaseDomain

/// The checks that are computed from what the paper says.
///
/// What a paper says and what the case says are mostly the same bytes, so equality comes first and spares the check
/// digits: the case's own number was looked at once already.
struct MachineCheck {
    let folding: TextFolding

    /// The record is reached by address, because copying one would count references for every field.
    @inline(never)
    func reason(
        _ check: Check, _ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge,
        _ application: borrowing Application
    ) -> Judgement.Reason {
        switch check {
        case .dated: dated(record, judge)
        case .unexpired: unexpired(record, judge)
        case .uscc: uscc(record, judge, application)
        case .name: same(record.pointee.fields.name, application.particulars.applicant.name)
        case .premises: same(record.pointee.fields.address, application.particulars.premises.address)
        case .idNumber: idNumber(record, judge, application)
        case .coversItems: coversItems(record, judge)
        case .coversProducts: coversProducts(record, application)
        case .coversTopics: coversTopics(record)
        case .siteCount: siteCount(record, application)
        case .headcount: headcount(record, application)
        case .licenceNumber: licenceNumber(record)
        default: .fieldAbsent
        }
    }

    private func dated(_ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge) -> Judgement.Reason {
        guard let date = record.pointee.fields.date else { return .fieldAbsent }
        return date.dayNumber <= judge.reading.receiptDay ? .agrees : .dateAfterReceipt
    }

    private func unexpired(_ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge) -> Judgement.Reason {
        switch record.pointee.fields.validUntil {
        case nil: .fieldAbsent
        case .permanent: .stillValid
        case .until(let last): last.dayNumber >= judge.reading.receiptDay ? .stillValid : .expired
        }
    }

    private func same(_ written: String?, _ own: String) -> Judgement.Reason {
        guard let written else { return .fieldAbsent }
        return folding.same(written, own) ? .agrees : .differs
    }

    private func uscc(
        _ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge, _ application: borrowing Application
    ) -> Judgement.Reason {
        if let written = record.pointee.fields.uscc, written == application.particulars.applicant.uscc {
            return judge.reading.uscc == .right ? .agrees : .wrongNumber
        }
        return otherUscc(record, judge)
    }

    /// Apart, and loading the code again: one that is kept across a call of another module counts a reference.
    @inline(never)
    private func otherUscc(_ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge) -> Judgement.Reason {
        guard let written = record.pointee.fields.uscc else { return .fieldAbsent }
        guard CreditCode.isValid(written) else { return .wrongNumber }
        return judge.reading.uscc == .absent ? .caseSilent : .differs
    }

    private func idNumber(
        _ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge, _ application: borrowing Application
    ) -> Judgement.Reason {
        let isAgent = record.pointee.material.tag == Material.agentIdentity.tag
        let own =
            isAgent ? application.particulars.agent?.idNumber : application.particulars.applicant.principal?.idNumber
        if let own, let written = record.pointee.fields.idNumber, written == own {
            return (isAgent ? judge.reading.agentID : judge.reading.principalID) == .right ? .agrees : .wrongNumber
        }
        return otherID(record, judge, own)
    }

    /// Apart for the same reason.
    @inline(never)
    private func otherID(
        _ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge, _ own: String?
    ) -> Judgement.Reason {
        guard let written = record.pointee.fields.idNumber else { return .fieldAbsent }
        guard ResidentID.isValid(written, on: CivilDate(dayNumber: judge.reading.receiptDay)) else {
            return .wrongNumber
        }
        guard let own else { return .agrees }
        return written.uppercased() == own.uppercased() ? .agrees : .differs
    }

    private func coversItems(_ record: UnsafePointer<MaterialRecord>, _ judge: CaseJudge) -> Judgement.Reason {
        guard let covered = record.pointee.fields.items else { return .fieldAbsent }
        return judge.reading.cateringItems & ~covered.closed.bits == 0 ? .complete : .incomplete
    }

    private func coversProducts(
        _ record: UnsafePointer<MaterialRecord>, _ application: borrowing Application
    ) -> Judgement.Reason {
        guard let covered = record.pointee.fields.products else { return .fieldAbsent }
        guard let products = application.particulars.facts.products else { return .caseSilent }
        return products.bits & ~covered.bits == 0 ? .complete : .incomplete
    }

    private func coversTopics(_ record: UnsafePointer<MaterialRecord>) -> Judgement.Reason {
        guard let topics = record.pointee.fields.topics else { return .fieldAbsent }
        return topics.bits & 0b1111 == 0b1111 ? .complete : .incomplete
    }

    private func siteCount(
        _ record: UnsafePointer<MaterialRecord>, _ application: borrowing Application
    ) -> Judgement.Reason {
        guard let count = record.pointee.fields.count else { return .fieldAbsent }
        guard let machines = application.particulars.facts.automaticEquipmentCount else { return .caseSilent }
        return count == machines ? .agrees : .differs
    }

    private func headcount(
        _ record: UnsafePointer<MaterialRecord>, _ application: borrowing Application
    ) -> Judgement.Reason {
        guard let count = record.pointee.fields.count else { return .fieldAbsent }
        guard let staff = application.particulars.facts.staff else { return .caseSilent }
        return count >= staff ? .enough : .tooFew
    }

    private func licenceNumber(_ record: UnsafePointer<MaterialRecord>) -> Judgement.Reason {
        guard let number = record.pointee.fields.licenceNumber else { return .fieldAbsent }
        return LicenceNumber.isValid(number) ? .agrees : .wrongNumber
    }
}
