/// Other words that a clerk may look for something by. They are never shown.
enum PaletteWords {
    static func words(_ intent: DeskIntent) -> String {
        switch intent {
        case .newCase: Words.newCase
        case .save: Words.save
        case .issue: Words.issue
        case .print: Words.print
        case .returnPapers: Words.returnPapers
        case .history: Words.history
        case .ledger: Words.ledger
        case .search: Words.search
        case .undo: Words.undo
        case .quit: Words.quit
        case .messages: Words.messages
        case .help: Words.help
        case .refresh: Words.refresh
        case .why: Words.why
        case .reveal: Words.reveal
        case .edit: Words.edit
        default: ""
        }
    }

    static func words(_ action: CaseAction) -> String {
        switch action {
        case .cancelPrint: Words.print
        case .messages, .sendAgain: Words.message
        case .receipt, .serviceRecord, .acceptanceNotice, .gapPapers, .approval, .denial, .referral: Words.print
        default: ""
        }
    }

    private typealias Words = Phrases.PaletteWords
}
