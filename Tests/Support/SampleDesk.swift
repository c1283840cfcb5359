package import CaseDomain
package import CaseStore
package import ChecklistFiles
package import ChecklistRules
package import ClerkDesk
package import NoticeComposer
package import ScreenKit

/// A desk on the data that ships: the real checklists, the sample office, the real keymaps.
package enum SampleDesk {
    /// Friday, 2026-11-20, a quarter past nine.
    package static let morning = Moment(CivilDate(dayNumber: 20_777), seconds: 9 * 3600 + 900)
    package static let today = morning.date

    package static let library = ChecklistLibrary(folder: DataFolder(root: "\(SourceTree.root)/Sources/ChecklistFiles"))
    package static let book = loaded("rules") { try library.ruleBook() }
    package static let life = book.life
    package static let cutOvers = loaded("cut-overs") { try library.cutOvers() }
    package static let office = loaded("office") { try library.sampleOffice() }
    package static let clocks = loaded("clocks") { try library.clocks(for: office) }
    package static let template = loaded("template") {
        try PaperTemplate(parsing: SourceTree.text("Sources/ChecklistFiles/Papers/correction-notice.txt"))
    }

    /// The sample office as a township's window, and the card that it makes out.
    package static let township = loaded("township") {
        try OfficeFile.decode(
            SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml") + "township: true\n", file: "township")
    }
    /// The sample office with one supervisor, whose account is wang.
    package static let supervised = loaded("supervised") {
        try OfficeFile.decode(
            SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml") + "supervisors: [wang]\n", file: "supervised")
    }
    package static let cardTemplate = loaded("card") {
        try PaperTemplate(
            parsing: SourceTree.text("Sources/ChecklistFiles/Papers/stall-card.txt"), as: .stallCard)
    }

    /// What the papers of the sample office are made of.
    package static let papers = papers(at: office)

    package static func papers(at office: Office) -> PaperSetting {
        loaded("papers") {
            var templates: [PaperKind: PaperTemplate] = [:]
            for kind in PaperKind.allCases {
                templates[kind] = try PaperTemplate(
                    parsing: SourceTree.text("Sources/ChecklistFiles/Papers/\(kind.id).txt"), as: .paper(kind))
            }
            return PaperSetting(
                office: office, templates: templates, law: try library.paperLaw(clocks), clocks: clocks,
                program: "yicigao test")
        }
    }

    /// The messages that ship.
    package static let messages = loaded("messages") {
        var templates: [OutboxMessage.Occasion: MessageTemplate] = [:]
        for occasion in OutboxMessage.Occasion.allCases {
            let text = try SourceTree.text("Sources/ChecklistFiles/Papers/sms-\(occasion.id).txt")
            templates[occasion] = MessageTemplate(try PaperTemplate(parsing: text, as: .message(occasion)))
        }
        return templates
    }

    /// The sample office with messages turned on.
    package static let tellingOffice = loaded("office with messages") {
        let gateway = "messages: {gateway: command, command: [/bin/true]}\n"
        return try OfficeFile.decode(
            SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml") + gateway, file: "telling")
    }

    /// The keymaps that ship, each as a desk would use it.
    package static let keymaps: [(name: String, parsed: DeskKeymap.Parsed)] = loaded("keymaps") {
        let standard = DeskKeymap.desk(try SourceTree.text("Keymaps/standard.keymap"))
        let layered = try ["vi", "function-keys"].map { name in
            (name, DeskKeymap.desk(try SourceTree.text("Keymaps/\(name).keymap"), over: standard.keymap))
        }
        return [("standard", standard)] + layered
    }

    package static var projection: QueueProjection { QueueProjection { clocks } }

    package static func store() -> InMemoryCaseStore { InMemoryCaseStore(projection: projection) }

    package static func desk(
        language: Language = .zh, keymap: String = "standard", clerk: String = "zhang", isDemo: Bool = false,
        cutOvers: CutOverTable = cutOvers, book: RuleBook = book, isTownship: Bool = false, isSupervised: Bool = false,
        office: Office? = nil, notes: [String] = [], idleMinutes: Int? = nil, window: String = "A02"
    ) -> Desk {
        guard let keys = keymaps.first(where: { $0.name == keymap }) else {
            preconditionFailure("no keymap \(keymap)")
        }
        let office = office ?? (isTownship ? township : isSupervised ? supervised : self.office)
        // Tests let hours pass; a desk that locks itself is one that a test asks for.
        var awake = office
        awake.approvals.idleMinutes = idleMinutes
        return Desk(
            office: awake, clocks: clocks,
            rules: DeskRules(
                subtypes: book.subtypes, cutOvers: cutOvers, indicators: { SampleFigures.indicators },
                load: { DeskRules.Loaded(book: book, faults: []) }),
            template: template, papers: office == self.office ? papers : papers(at: office), keymap: keys.parsed.keymap,
            language: language, clerk: ClerkID(clerk), window: window,
            isDemo: isDemo, program: "yicigao test", notes: notes, cardTemplate: isTownship ? cardTemplate : nil,
            messages: messages)
    }

    private static func loaded<Value>(_ what: String, _ load: () throws -> Value) -> Value {
        do {
            return try load()
        } catch {
            preconditionFailure("\(what) cannot be read: \(error)")
        }
    }
}
