import ArgumentParser
import CaseDomain
import ChecklistRules
import TextLayout

/// `yicigao guide`: the personal list of materials, before anything is handed in.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "一次告知要交的材料。The personal list of materials, before anything is handed in.",
        discussion: """
            例 Example:  yicigao guide --matter food-operation-licence --action new --subject catering \\
                           --item hot-dishes,cold-meat --fact licenceVerifiableOnline

            取决于情况的材料会注明要先问什么；--fact、--area 等说明情况后即可确定。
            What hangs on facts says which; tell them with --fact, --area and so on.
            例 Example:  yicigao guide --bundle small-catering-and-prepackaged --area 40
            """)

    @Option(help: ArgumentHelp("事项。Matter.", valueName: "matter"))
    var matter: String?

    @Option(help: ArgumentHelp("申请类型。Action.", valueName: "action"))
    var action: String?

    @Option(help: ArgumentHelp("一件事：各事项合成一份清单。A bundle: one list for its matters.", valueName: "id"))
    var bundle: String?

    @Option(help: ArgumentHelp("主体业态（许可必填）。Subject; required for the licence.", valueName: "subject"))
    var subject: String?

    @Option(help: ArgumentHelp("标注，可多个。Marks.", valueName: "mark"))
    var mark: [String] = []

    @Option(help: ArgumentHelp("经营项目，可多个。Items.", valueName: "item"))
    var item: [String] = []

    @Option(help: ArgumentHelp("申请人类型，默认个体工商户。Kind of applicant.", valueName: "kind"))
    var kind = ApplicantKind.individual.id

    @Option(help: ArgumentHelp("情况，NAME 或 NAME=false。A fact that is known.", valueName: "name"))
    var fact: [String] = []

    @Option(help: ArgumentHelp("变更的内容。What a change changes.", valueName: "thing"))
    var changed: [String] = []

    @Option(help: ArgumentHelp("制售的产品类别。Product categories.", valueName: "product"))
    var product: [String] = []

    @Option(help: ArgumentHelp("经营面积，平方米。Business area in square metres.", valueName: "area"))
    var area: Double?

    @Option(help: ArgumentHelp("延续：许可证有效期至哪一天。The licence's last day, for a renewal.", valueName: "date"))
    var expires: String?

    @Flag(help: "由代理人办理。An agent comes.")
    var agent = false

    @Option(help: ArgumentHelp("按哪一天的规定，默认今天。The day whose rules count.", valueName: "date"))
    var on: String?

    @Flag(help: "一个 JSON 对象（yicigao.guide/1）。One JSON object.")
    var json = false

    @Flag(help: "一次性告知单，给咨询人带走。The slip that the applicant takes along.")
    var slip = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if slip, json || bundle != nil { throw ValidationError("--slip 是一个事项的纸面告知单，不能与 --json、--bundle 同用") }
        if bundle != nil {
            guard matter == nil, action == nil else {
                throw ValidationError("--bundle 已经定下事项，不能再给 --matter、--action")
            }
        } else if matter == nil || action == nil {
            throw ValidationError("要有 --matter 和 --action，或者 --bundle")
        }
    }

    func run() throws {
        try CommandOutput.run { output in
            if let bundle { return try answer(bundle, to: output) }
            // Arguments first: whoever misspelt one shouldn't be told about folders.
            let blank = try self.blank()
            let installation = try data.load()
            var particulars = blank
            particulars.premises.county = installation.office.county
            let application = Application(particulars: particulars)
            let book = try installation.ruleBook(for: particulars.matter, particulars.action)
            let evaluator = book.evaluator(for: particulars, office: installation.office)
            let sheet = evaluator.sheet(for: application)
            guard evaluator.checklist != nil || sheet.evaluation.route != nil else {
                throw CommandFailure(code: .refused, message: NoChecklistWords.text(for: particulars))
            }
            let expiry = try expires.map { try DateArgument.read($0, "--expires") }
            let counsel = evaluator.checklist.map { checklist in
                GuideCounsel(
                    book, office: installation.office, particulars: particulars, checklist: checklist, expiry: expiry)
            }
            let services = ServiceAnswer(catalogue: book.services, business: book.business(of: particulars))
            let answer = GuideAnswer(
                application: application, sheet: sheet, checklist: evaluator.checklist, counsel: counsel,
                services: services)
            if slip {
                try output.write(try answer.slip(installation, at: BusinessClock.system.now()))
            } else if json {
                try output.write(answer.json)
            } else {
                for line in answer.lines { try output.line(line) }
            }
            return .fine
        }
    }

    private func answer(_ id: String, to output: CommandOutput) throws -> Exit {
        let installation = try data.load()
        let book = try installation.ruleBook()
        guard let bundle = book.bundle(id), let lead = bundle.members.first else {
            let known = book.bundles.map { "\($0.id)（\($0.chinese)）" }.joined(separator: " ")
            throw CommandFailure(code: .usage, message: "--bundle: 没有 \(SafeText.singleLine(id))（可用：\(known)）")
        }
        var form = try particulars(lead.matter, lead.action, needsSubject: lead.asksForItems)
        form.premises.county = installation.office.county
        let guide = BundleGuide(bundle, form, book: book, office: installation.office)
        if json {
            try output.write(guide.json)
        } else {
            for line in guide.lines { try output.line(line) }
        }
        return .fine
    }

    private func blank() throws -> Particulars {
        let matter = try TermArgument.read(self.matter ?? "", "--matter", as: Matter.self)
        let action = try TermArgument.read(self.action ?? "", "--action", as: Action.self)
        return try particulars(matter, action, needsSubject: matter == .foodOperationLicence)
    }

    private func particulars(_ matter: Matter, _ action: Action, needsSubject: Bool) throws -> Particulars {
        let subject = try subject.map { try TermArgument.read($0, "--subject", as: Subject.self) }
        if needsSubject, subject == nil {
            let known = Subject.allCases.map(\.id).joined(separator: " ")
            throw CommandFailure(code: .usage, message: "--subject: 食品经营许可要说明主体业态（可用：\(known)）")
        }
        if let area, !(area > 0 && area.isFinite) {
            throw CommandFailure(code: .usage, message: "--area: 应大于 0")
        }
        var facts = try self.facts()
        if !changed.isEmpty {
            facts.changed = try TermArgument.read(all: changed, "--changed", as: ChangedThing.self)
        }
        if !product.isEmpty { facts.products = try TermArgument.read(all: product, "--product", as: Product.self) }
        let day = try on.map { try DateArgument.read($0, "--on") }
        return Particulars(
            matter: matter, action: action,
            receivedAt: day.map { Moment($0, seconds: 12 * 3600) } ?? BusinessClock.system.now(), channel: .window,
            applicant: Applicant(name: "申请人", kind: try TermArgument.read(kind, "--kind", as: ApplicantKind.self)),
            agent: agent ? Agent(name: "代理人") : nil,
            premises: Premises(address: "经营场所", county: "000000", area: area), subject: subject,
            marks: try TermArgument.read(all: mark, "--mark", as: Mark.self),
            items: try TermArgument.read(all: item, "--item", as: Item.self), facts: facts)
    }

    private func facts() throws -> Facts {
        var facts = Facts()
        for written in fact.flatMap({ $0.split(separator: ",") }) {
            let parts = written.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count > 1 ? parts[1] : "true"
            guard value == "true" || value == "false" else {
                throw CommandFailure(code: .usage, message: "--fact: 应为 NAME、NAME=true 或 NAME=false")
            }
            facts[try TermArgument.read(parts[0], "--fact", as: Fact.self)] = value == "true"
        }
        return facts
    }
}
