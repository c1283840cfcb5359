import CaseDomain

/// What one kind of paper can fill in, and what none of its templates may go without.
struct PaperForm {
    typealias Placeholder = PaperTemplate.Placeholder
    typealias Occasion = PaperTemplate.Occasion

    let placeholders: Set<Placeholder>
    let occasions: Set<Occasion>
    /// Must stand where every paper of the kind shows it.
    let required: [Placeholder]
    /// Occasions of which each paper has exactly one: what stands in all of them stands on every paper.
    let alternatives: [Occasion]
    /// Whether there is a list of items; then the template must have it.
    let lists: Bool

    private init(
        _ placeholders: Set<Placeholder>, occasions: Set<Occasion> = [], required: [Placeholder] = [],
        alternatives: [Occasion] = [], lists: Bool = false
    ) {
        self.placeholders = placeholders.union(required)
        self.occasions = occasions.union(alternatives)
        self.required = required
        self.alternatives = alternatives
        self.lists = lists
    }

    init(_ kind: PaperTemplate.Kind) {
        switch kind {
        case .notice:
            self.init(
                [
                    .title, .number, .office, .applicant, .uscc, .contact, .received, .procedure, .caseNumber, .round,
                    .statute, .itemCount, .spareCount, .gapCount, .correctionTerm, .correctionDays, .submission,
                    .clerk, .phone, .supervision, .hours, .issued, .gapList, .spareList, .bundle, .matters,
                    .completeList, .spotCount,
                ], occasions: [.gaps, .spared, .corrected, .bundle, .complete], lists: true)
        case .stallCard:
            self.init([
                .products, .place, .stallHours, .office, .applicant, .issued, .phone, .supervision, .caseNumber,
                .clerk,
            ])
        case .paper(let kind): self.init(kind)
        case .message(let occasion): self.init(occasion)
        }
    }

    /// On every paper.
    private static let office: Set<Placeholder> = [
        .title, .number, .office, .procedure, .clerk, .phone, .supervision, .hours, .issued, .copies, .submission,
        .basis, .signature, .countersigner,
    ]

    /// On every paper about a case.
    private static let ofCase: Set<Placeholder> = office.union([
        .applicant, .uscc, .contact, .received, .caseNumber, .premises, .principal,
    ])

    private static let decision: Set<Placeholder> = [.decisionStart, .decisionTerm, .decisionBasis]

    /// 权利告知: without them a refusal isn't lawful.
    ///
    /// Legal source: 《行政许可法》(2019-04-23) 第三十八条第二款.
    private static let rights: [Placeholder] = [.reviewTerm, .reviewBasis, .suitTerm, .suitBasis]

    private init(_ kind: PaperKind) {
        let head: [Placeholder] = [.title, .office, .issued]
        let ofCase = PaperForm.ofCase
        switch kind {
        case .guidanceSlip:
            self.init(
                PaperForm.office.union(PaperForm.decision).union([.itemCount, .spareList, .dependList]),
                occasions: [.spared, .depends, .decision, .countersigned],
                required: head + [.procedure, .submission, .phone], lists: true)
        case .receipt:
            self.init(
                ofCase.union([.itemCount]), occasions: [.countersigned],
                required: head + [
                    .applicant, .procedure, .received, .noticeTerm, .noticeConsequence, .statute,
                ], lists: true)
        case .acceptance:
            self.init(
                ofCase.union(PaperForm.decision).union([
                    .gapList, .toleranceBasis, .noticeTerm, .noticeConsequence, .statute,
                ]), occasions: [.decision, .countersigned], required: head + [.applicant, .procedure, .accepted],
                alternatives: [.whole, .gaps, .deemed])
        case .refusal:
            self.init(
                ofCase.union([.reviewBody, .court, .elsewhere]), occasions: [.elsewhere, .countersigned],
                required: head + [.applicant, .procedure, .reason, .basis] + PaperForm.rights)
        case .gapPromise:
            self.init(
                ofCase.union([.itemCount, .gapPlace, .promisedBy]), occasions: [.countersigned],
                required: head + [.applicant, .procedure, .signature, .basis], lists: true)
        case .gapNotice:
            self.init(
                ofCase.union([.itemCount, .accepted]), occasions: [.countersigned],
                required: head + [.applicant, .procedure, .gapPlace, .copies, .basis], lists: true)
        case .inspectionNotice:
            self.init(
                ofCase.union([.gapList]), occasions: [.gaps, .countersigned],
                required: head + [.applicant, .procedure, .premises, .inspectionDay, .inspectors, .basis])
        case .handOver:
            self.init(
                ofCase.union([.itemCount, .manner]), occasions: [.countersigned],
                required: head + [.applicant, .procedure, .handedBy, .takenBy, .signature], lists: true)
        case .approval:
            self.init(
                ofCase.union([.accepted, .reason]), occasions: [.countersigned],
                required: head + [.applicant, .procedure, .basis])
        case .denial:
            self.init(
                ofCase.union([.reviewBody, .court, .accepted]), occasions: [.countersigned],
                required: head + [.applicant, .procedure, .reason, .basis] + PaperForm.rights)
        case .serviceRecord:
            self.init(
                ofCase.union([.signedBy, .unsigned]), required: head + [.applicant, .document, .manner, .served],
                alternatives: [.signed, .refused, .open])
        case .referral:
            self.init(
                ofCase, occasions: [.countersigned],
                required: head + [.applicant, .destination, .reason, .basis])
        case .clockStop:
            self.init(
                ofCase.union(PaperForm.decision).union([.accepted]), occasions: [.decision, .countersigned],
                required: head + [.applicant, .procedure, .special, .stoppedOn, .reason, .basis])
        case .termExtension:
            self.init(
                ofCase.union(PaperForm.decision).union([.accepted]), occasions: [.decision, .countersigned],
                required: head + [.applicant, .procedure, .extensionTerm, .deadline, .reason, .approvedBy, .basis])
        }
    }

    /// 短信. No number of an identity, a licence or a credit code goes into one; who it comes from must.
    private init(_ occasion: OutboxMessage.Occasion) {
        let common: Set<Placeholder> = [.phone, .applicant, .caseNumber, .procedure]
        switch occasion {
        case .noticeIssued: self.init(common.union([.number, .itemCount, .deadline, .issued]), required: [.office])
        case .correctionReminder: self.init(common.union([.number, .itemCount, .deadline]), required: [.office])
        case .accepted, .refused: self.init(common.union([.issued]), required: [.office])
        case .licenceReady: self.init(common.union([.issued]), required: [.office, .window])
        case .licenceMailed: self.init(common.union([.issued]), required: [.office, .tracking])
        case .licenceExpiring: self.init([.phone, .applicant, .licenceCount], required: [.office, .licenceList])
        case .videoBooked: self.init(common, required: [.office, .appointment, .videoCode])
        }
    }

    /// What the paragraphs leave out, in words.
    func missing(in paragraphs: [PaperTemplate.Paragraph]) -> [String] {
        let always = paragraphs.filter { if case .when = $0 { false } else { true } }
        let branches = alternatives.map { occasion in
            always + paragraphs.filter { if case .when(occasion, _) = $0 { true } else { false } }
        }
        let papers = (branches.isEmpty ? [always] : branches).map { paper in
            Set(paper.compactMap(\.text).flatMap(PaperTemplate.placeholders(in:)))
        }
        let lost = required.filter { placeholder in !papers.allSatisfy { $0.contains(placeholder.rawValue) } }
        let noList = lists && !paragraphs.contains(.items)
        return (noList ? ["缺少 items：文书必须列出全部内容"] : [])
            + lost.map { placeholder in
                let place =
                    alternatives.isEmpty ? "" : "（每种情形 \(alternatives.map(\.rawValue).joined(separator: "、")) 都要有）"
                return "缺少 {\(placeholder.rawValue)}：这种文书不能没有它\(place)"
            }
    }
}

extension PaperTemplate.Kind {
    /// What its templates may ask for.
    package var placeholders: [PaperTemplate.Placeholder] {
        PaperTemplate.Placeholder.allCases.filter(PaperForm(self).placeholders.contains)
    }

    /// What none of its templates may go without.
    package var required: [PaperTemplate.Placeholder] { PaperForm(self).required }
}
