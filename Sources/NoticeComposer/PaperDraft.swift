package import CaseDomain

/// What papers are made of besides the case: the office, its templates, the law and the clocks.
package struct PaperSetting: Sendable {
    package let office: Office
    package let templates: [PaperKind: PaperTemplate]
    package let law: PaperLaw
    package let clocks: CaseClocks
    /// The program's version, for the record.
    package let program: String

    package init(
        office: Office, templates: [PaperKind: PaperTemplate], law: PaperLaw, clocks: CaseClocks, program: String
    ) {
        self.office = office
        self.templates = templates
        self.law = law
        self.clocks = clocks
        self.program = program
    }
}

/// A paper that is ready to leave: everything but its number is fixed.
package struct PaperDraft: Hashable, Sendable {
    package let kind: PaperKind
    package let issuedAt: Moment
    private let countersigner: String?
    private let program: String
    private let filling: PaperFilling
    private let items: [String]
    private let caseNumber: String
    private let code: String

    /// - Parameters:
    ///   - file: the case; nil for a slip after a consultation, which has none.
    ///   - others: cases that the same paper is about.
    ///   - procedure: 食品经营许可·新办, as papers call it; of several cases, all of them.
    ///   - countersigner: the second official, where one signs.
    ///   - stamp: of the clerk who makes it out; its moment is the paper's.
    /// - Returns: nil where the office doesn't make out such papers.
    package init?(
        _ content: PaperContent, of file: CaseFile?, beside others: [CaseFile] = [], procedure: String,
        setting: PaperSetting,
        countersigner: String? = nil, stamp: EventStamp
    ) {
        guard let rule = setting.office.papers.rules[content.kind], let template = setting.templates[content.kind]
        else { return nil }
        kind = content.kind
        issuedAt = stamp.at
        self.countersigner = countersigner
        program = setting.program
        var text = PaperText(setting, rule: rule, kind: content.kind, procedure: procedure, stamp)
        if let file { text.add([file] + others) }
        if let countersigner { text.add(countersigner: countersigner) }
        text.add(content, of: file)
        filling = PaperFilling(template: template, values: text.values, occasions: text.occasions)
        items = text.items
        caseNumber = file?.nameForApplicant ?? ""
        code = file.map { setting.office.code(for: $0.nameForApplicant) } ?? ""
    }

    /// The paper under its number; nil for a kind without numbers.
    package func issued(as number: DocumentNumber?) -> CasePaper {
        let lines = filling.typeset(number: number?.text ?? "", items: items)
        return CasePaper(
            kind: kind, number: number, issuedAt: issuedAt, lines: lines.map(\.text), program: program,
            countersignedBy: countersigner,
            imprint: PaperImprint(
                roles: lines.map(\.role), copies: filling.template.copies, caseNumber: caseNumber, code: code))
    }
}
