package import CaseDomain
package import CaseStore
package import ChecklistRules
package import ScreenKit

/// A few fields over the screen: filled in, and then something is done with them.
package struct EntrySheet: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        /// 能不能要: the paper that the clerk would like to demand.
        case demand
        /// 资格审查: the ids of the bars, in the order of the choice.
        case eligibility([String])
        /// 信息公示卡: place and hours.
        case card
        /// 中止计时: the reasons, in the order of the choice.
        case stopClock([StopReason])
        case resumeClock
        /// 延长期限: the lengths in words, from one day on.
        case extendTerm([String])
        /// 延长补正期限: the new last day, and the good reason.
        case moreTime
        /// 视为放弃: how it is known that there was no good reason.
        case abandon
        case withdrawNotice
        /// 复核: the second official for papers that wait for one.
        case countersign(PaperPlan)
        /// 不予受理: the grounds, in the order of the choice.
        case refusal([Refusal.Ground])
        case approval, denial
        /// 送达 of a paper.
        case service(DocumentNumber)
        /// 打印: the paper, and the printers in the order of the choice; nil for the default one.
        case print(PrintedPaper, [String?])
        /// 上门指导 because of a notice.
        case visit(round: Int)
        case lateFinding([LateFinding.Item])
        case release(Release.Scope, round: Int)
        /// 当场更正: what can be put right, in the order of the choice.
        case spot([Finding])
        /// 容缺承诺: the papers, in the order of the days.
        case gaps([Material])
        /// 存视图, and another name for one.
        case saveView, renameView(String)
        /// 视为放弃 of many cases.
        case abandonMany
        /// 核查分派: the ways, in the order of the choice.
        case dispatch([InspectionMode])
        case bookVideo
        /// 撤回分派 and 核查结论 of these cases of one visit.
        case recallInspection([CaseNumber]), inspectionOutcome([CaseNumber])
        /// 材料交接: the directions, in the order of the choice.
        case handOver([PaperHandover.Direction])
        /// 预约取号: the time, and who comes.
        case appointment(kind: String, region: String)
        /// 转办: the cases, and the clerks and windows in the order of the choices.
        case reassign([QueueRow], to: [ClerkID], windows: [String])
        /// 指标: days of one's own, and the day between before and after.
        case figureDays, figureSpan(lengths: [Int])
        /// 登记缺勤: the people, in the order of the choice.
        case absence([ClerkID])
        /// UKey 签名 of a filing that waits for it.
        case signFiling(Receipt)
        /// 送达之后.
        case aftercare(AftercareEntry)
        /// 免于核查: the law's grounds, in the order of the choice.
        case waive([InspectionWaiver])
        case review, sendBack, license, archive
    }

    package enum Editor: Hashable, Sendable {
        case text(TextField)
        case choice([String], Int)
    }

    package struct Field: Hashable, Sendable {
        package let label: String
        package var editor: Editor
        /// What is typed into it, where it is one of text.
        package let content: FieldContent

        package init(_ label: String, _ editor: Editor, _ content: FieldContent = .words) {
            self.label = label
            self.editor = editor
            self.content = content
        }

        /// What may be shown of it: of a secret only how long it is.
        package var shown: String {
            guard case .text(let text) = editor else { return "" }
            return content == .secret ? String(repeating: "*", count: text.text.count) : text.text
        }

        /// A field for a day.
        package static func date(
            _ label: String, _ day: CivilDate? = nil, leaning: DateEntry.Leaning
        ) -> Field {
            Field(label, .text(TextField(day?.description ?? "", limit: 12)), .date(leaning))
        }
    }

    /// What is noted has to fit one line of the history.
    static let longestNote = 60

    package let title: String
    package let lines: [String]
    package let purpose: Purpose
    package private(set) var fields: [Field]
    package private(set) var focus: Int
    /// What is wrong with the field under the cursor, as the clerk reads it.
    package private(set) var problem = ""

    package init(title: String, lines: [String], fields: [Field], purpose: Purpose, focus: Int = 0) {
        self.title = title
        self.lines = lines
        self.fields = fields
        self.purpose = purpose
        self.focus = focus
    }

    package func text(_ place: Int) -> String {
        guard fields.indices.contains(place), case .text(let field) = fields[place].editor else { return "" }
        return field.text
    }

    /// What was typed into a field, without blanks around it.
    package func trimmed(_ place: Int) -> String {
        let text = Substring(text(place)).drop(while: \.isWhitespace)
        return String(text.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The first text field with nothing in it.
    package var firstEmpty: Int? {
        fields.indices.first { place in
            guard case .text = fields[place].editor else { return false }
            return trimmed(place).isEmpty
        }
    }

    package func choice(_ place: Int) -> Int {
        guard fields.indices.contains(place), case .choice(_, let chosen) = fields[place].editor else { return 0 }
        return chosen
    }

    package var isTyping: Bool { focusedText != nil }

    /// Whether anything in it may neither be shown nor kept.
    package var hasSecret: Bool { fields.contains { $0.content == .secret } }

    /// Whether what is typed now may not be shown.
    package var isTypingSecret: Bool { fields.indices.contains(focus) && fields[focus].content == .secret }

    /// The field of text under the cursor.
    var focusedText: TextField? {
        guard fields.indices.contains(focus), case .text(let field) = fields[focus].editor else { return nil }
        return field
    }

    /// The day in a field; nil where there is none to be read.
    func day(_ place: Int, today: CivilDate, _ desk: Desk) -> CivilDate? {
        guard fields.indices.contains(place), case .date(let leaning) = fields[place].content else { return nil }
        return DateEntry.day(
            text(place), today: today, calendar: desk.clocks.calendar, leaning: leaning)
    }

    /// Writes the day into a date field that is being left: it then shows what will be stored.
    mutating func settle(today: CivilDate, _ desk: Desk) {
        guard let day = day(focus, today: today, desk), var field = focusedText, field.text != day.description else {
            return
        }
        field.replace(with: day.description)
        fields[focus].editor = .text(field)
    }

    package var isOnLastField: Bool { focus == fields.count - 1 }

    package mutating func edit(_ edit: TextEdit) {
        guard fields.indices.contains(focus), case .text(var field) = fields[focus].editor else { return }
        if case .insert(let typed) = edit {
            field.apply(.insert(fields[focus].content.folded(typed)))
        } else {
            field.apply(edit)
        }
        fields[focus].editor = .text(field)
        problem = ""
    }

    /// The next option of the focused choice, going round at the end.
    package mutating func step(by step: Int) {
        guard fields.indices.contains(focus), case .choice(let options, let chosen) = fields[focus].editor,
            !options.isEmpty
        else { return }
        fields[focus].editor = .choice(options, (chosen + step + options.count) % options.count)
    }

    /// Puts a text into a field that takes one, in the place of what stood there.
    package mutating func fill(_ place: Int, _ text: String) {
        guard fields.indices.contains(place), case .text(var field) = fields[place].editor else { return }
        field.replace(with: text)
        fields[place].editor = .text(field)
    }

    package mutating func moveFocus(by step: Int) {
        focus = min(max(0, focus + step), fields.count - 1)
        problem = ""
    }

    /// Whether something stands in every field of text; goes to the first empty one and says so where not.
    mutating func isComplete(_ desk: Desk) -> Bool {
        guard let empty = firstEmpty else { return true }
        refuse(empty, desk.say(Phrases.Clocks.empty, ["field": fields[empty].label]))
        return false
    }

    /// Says what is wrong and goes there.
    package mutating func refuse(_ place: Int, _ problem: String) {
        focus = place
        self.problem = problem
    }
}
