import CaseDomain
import ChecklistRules

/// What sisters get when the case on the desk is written: one form and one original serve them all.
enum JointWrite {
    /// What of a write concerns a sister, and what would take it back there.
    struct Share {
        let payloads: [CaseEvent.Payload]
        let inverse: [CaseEvent.Payload]
    }

    /// - Returns: nil where nothing of it concerns her, or where she isn't open for it any more.
    static func share(of payloads: [CaseEvent.Payload], for sister: CaseFile, in file: CaseFile) -> Share? {
        guard let shared = file.membership?.shared else { return nil }
        var given: [CaseEvent.Payload] = []
        var inverse: [CaseEvent.Payload] = []
        for payload in payloads {
            switch payload {
            case .materialRecorded(let record) where sister.phase == .checking && shared.contains(record.material):
                guard sister.application.record(of: record.material) != record else { continue }
                given.append(payload)
                inverse.append(sister.before(record.material))
            case .materialCleared(let material) where sister.phase == .checking && shared.contains(material):
                guard sister.application.record(of: material) != nil else { continue }
                given.append(payload)
                inverse.append(sister.before(material))
            case .particularsChanged(let particulars) where sister.phase == .checking:
                let followed = sister.particulars.following(particulars)
                guard followed != sister.particulars else { continue }
                given.append(.particularsChanged(particulars: followed))
                inverse.append(.particularsChanged(particulars: sister.particulars))
            // One visit, and one supervisor's word, are about the paper that all of them get.
            case .visitAnswered(let visit) where sister.awaitsNotice(visit.round): given.append(payload)
            case .released(let release) where release.scope == .round && sister.awaitsNotice(release.round):
                given.append(payload)
            case .noticeWithdrawn(let withdrawal) where sister.awaits(withdrawal.number): given.append(payload)
            case .correctionExtended(let grant) where sister.awaits(grant.number): given.append(payload)
            case .abandoned(let abandonment) where sister.awaits(abandonment.number): given.append(payload)
            default: continue
            }
        }
        return given.isEmpty ? nil : Share(payloads: given, inverse: inverse)
    }

    /// The checks that a paper must pass for every matter that it serves.
    static func checks(of material: Material, beside own: [Check], in work: CaseWork, _ desk: Desk) -> [Check] {
        guard work.file?.membership?.shared.contains(material) == true else { return own }
        let book = desk.rules.book()
        let others = work.sisters.filter { $0.phase == .checking }.flatMap { sister in
            book.evaluator(for: sister.particulars, office: desk.office, keeping: sister.checklist)
                .sheet(for: sister.application).lines.first { $0.material == material }?.checks.map(\.check) ?? []
        }
        return TermSet(own + others).terms
    }
}

extension CaseFile {
    /// Whether the paper with this number is out and waits to be answered.
    func awaits(_ number: DocumentNumber) -> Bool { phase == .awaitingCorrection && notices.last?.number == number }

    /// Whether the next notice of the case would be of a round.
    fileprivate func awaitsNotice(_ round: Int) -> Bool { phase == .checking && self.round + 1 == round }

    /// The event that brings a material back to how the case has it now.
    func before(_ material: Material) -> CaseEvent.Payload {
        application.record(of: material).map { .materialRecorded(record: $0) } ?? .materialCleared(material: material)
    }
}

extension Particulars {
    /// The same matter, with what the one form says for all of them.
    fileprivate func following(_ form: Particulars) -> Particulars {
        var followed = self
        followed.receivedAt = form.receivedAt
        followed.channel = form.channel
        followed.applicant = form.applicant
        followed.agent = form.agent
        followed.premises = form.premises
        followed.facts = form.facts
        // A matter that is about a new certificate says nothing of the old one.
        if action != .new, form.action != .new { followed.licence = form.licence }
        return followed
    }
}
