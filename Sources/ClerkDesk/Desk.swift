package import CaseDomain
package import CaseStore
package import ChecklistRules
package import NoticeComposer
package import ScreenKit

/// What the desk was set up with: the office, the law as data, the keymap, and who sits at it. Never changes while the
/// desk runs.
package struct Desk: Sendable {
    package let office: Office
    package let clocks: CaseClocks
    package let rules: DeskRules
    package let template: PaperTemplate
    /// The layout of the stall card; nil where this window makes none out.
    package let cardTemplate: PaperTemplate?
    /// What the other papers are made of.
    package let papers: PaperSetting
    /// What this office's messages are made of.
    package let messages: MessageSetting
    package let keymap: Keymap<DeskPlace, DeskIntent>
    package let language: Language
    package let clerk: ClerkID
    /// The window this desk stands at.
    package let window: String
    /// A throw-away store with sample cases; the screen says so.
    package let isDemo: Bool
    /// The version of this program, which notices record.
    package let program: String
    /// What starting up found worth telling, such as a bad line in the keymap.
    package private(set) var notes: [String]
    /// The colours that the command line asks for; nil where it leaves them to the clerk.
    package let theme: ScreenTheme?
    /// Who takes cases at this desk; no other desk is the same.
    package let holder: LeaseHolder
    /// The lessons of a desk for practice.
    package var lessons: [Lesson] = []

    package init(
        office: Office, clocks: CaseClocks, rules: DeskRules, template: PaperTemplate, papers: PaperSetting,
        keymap: Keymap<DeskPlace, DeskIntent>, language: Language, clerk: ClerkID, window: String,
        isDemo: Bool, program: String, notes: [String] = [], theme: ScreenTheme? = nil,
        cardTemplate: PaperTemplate? = nil,
        messages: [OutboxMessage.Occasion: MessageTemplate] = [:], id: String = ""
    ) {
        self.office = office
        self.clocks = clocks
        self.rules = rules
        self.template = template
        self.keymap = keymap
        self.language = language
        self.clerk = clerk
        self.window = window
        self.isDemo = isDemo
        self.program = program
        self.notes = notes
        self.theme = theme
        holder = LeaseHolder(clerk: clerk, window: window, desk: id)
        self.cardTemplate = cardTemplate
        self.papers = papers
        self.messages = MessageSetting(office: office, templates: messages)
    }

    /// The same desk with more to tell at the start, before what it has already.
    package func noting(_ more: [String]) -> Desk {
        var desk = self
        desk.notes = more + notes
        return desk
    }

    /// What somebody is called on screen.
    func name(of clerk: ClerkID) -> String { office.staff.name(of: clerk) }

    func say(_ phrase: Phrase) -> String { phrase.text(language) }

    func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String { phrase.text(language, values) }
}

/// The law as data. Checklists are read when a case is first opened, because the queue needs only the sub-types and the
/// cut-overs.
package struct DeskRules: Sendable {
    package let subtypes: SubtypeTable
    package let cutOvers: CutOverTable
    private let load: @Sendable () -> Loaded
    private let loadIndicators: @Sendable () -> [Indicator]

    /// What reading the checklists came to.
    package struct Loaded: Sendable {
        package let book: RuleBook
        /// What is wrong with the files, a line each; the book is empty unless this is.
        package let faults: [String]

        package init(book: RuleBook, faults: [String]) {
            self.book = book
            self.faults = faults
        }
    }

    package init(
        subtypes: SubtypeTable, cutOvers: CutOverTable = .none,
        indicators: @escaping @Sendable () -> [Indicator] = { [] }, load: @escaping @Sendable () -> Loaded
    ) {
        self.subtypes = subtypes
        self.cutOvers = cutOvers
        self.load = load
        loadIndicators = indicators
    }

    package func book() -> RuleBook { load().book }

    package func faults() -> [String] { load().faults }

    /// 考核指标, read when the board first shows them.
    package func indicators() -> [Indicator] { loadIndicators() }
}
