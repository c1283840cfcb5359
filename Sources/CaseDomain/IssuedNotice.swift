/// 申请材料补正告知书, as it was issued. A snapshot: nothing about it is ever computed again.
package struct IssuedNotice: Hashable, Sendable, Codable {
    package let number: DocumentNumber
    /// 第几次补正告知, from 1.
    package let round: Int
    package let issuedAt: Moment
    /// 补正期限, in working days from the day of issue.
    package let correctionDays: Int
    /// The last day of the correction term; nil where it lies in a year whose holidays weren't published yet, and the
    /// paper names the number of days alone.
    package let deadline: CivilDate?
    package let checklist: ChecklistReference
    /// The version of this program that composed the text.
    package let program: String
    package let items: [NoticeItem]
    /// The whole paper, line by line, as it printed.
    package let lines: [String]
    /// How the lines are set on a page; nil on papers that were issued before pages were.
    package let imprint: PaperImprint?

    /// Only `NoticeDraft` makes notices, and stores bring back what it made; `ArchitectureTests` holds everybody else
    /// to that.
    package init(
        restoring number: DocumentNumber, round: Int, issuedAt: Moment, correctionDays: Int,
        deadline: CivilDate?, checklist: ChecklistReference, program: String, items: [NoticeItem], lines: [String],
        imprint: PaperImprint? = nil
    ) {
        self.number = number
        self.round = round
        self.issuedAt = issuedAt
        self.correctionDays = correctionDays
        self.deadline = deadline
        self.checklist = checklist
        self.program = program
        self.items = items
        self.lines = lines
        self.imprint = imprint
    }

    /// The paper as one text; every line ends with a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}

/// One numbered line of a notice: one material and everything that is wrong with it.
package struct NoticeItem: Hashable, Sendable, Codable {
    /// Nil where the application itself is at fault and not a paper.
    package let material: Material?
    /// The name of the material as the checklist has it.
    package let name: String
    /// The checklist's row, such as `X3`.
    package let row: String
    package let problems: [String]
    package let remedies: [String]
    /// What the paper must fulfil, where it wasn't handed in at all; empty otherwise.
    package let mustFulfil: String
    package let basis: LegalSource
    /// 份数与形式, for example `原件1份`.
    package let copies: String
    /// 一件事: the matters that wait for it, by name; nil on a paper about one matter.
    package let matters: [String]?
    /// One for each problem: `missing`, or the id of the check or of the application's defect. Nil on notices from before
    /// these were kept.
    package let defects: [String]?

    package init(
        material: Material?, name: String, row: String, problems: [String], remedies: [String],
        mustFulfil: String, basis: LegalSource, copies: String, matters: [String]? = nil, defects: [String]? = nil
    ) {
        self.material = material
        self.name = name
        self.row = row
        self.problems = problems
        self.remedies = remedies
        self.mustFulfil = mustFulfil
        self.basis = basis
        self.copies = copies
        self.matters = matters
        self.defects = defects
    }
}
