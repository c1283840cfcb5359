import CaseDomain
import NoticeComposer
import TestSupport
import Testing

/// Whole papers, each read by a person.
@Suite("Papers")
struct NoticeGoldenTests {
    @Test("a licence with several findings, something spared and something tolerated")
    func licence() throws {
        var particulars = DeskCases.restaurant(agent: DeskCases.agent, tolerance: true)
        particulars.applicant.uscc = "92130528MA0A5XB46B"
        particulars.items = [.hotDishes, .coldDishes, .coldMeat]
        let file = Papers.file(
            particulars, missing: [.processDescription, .agentIdentity],
            failed: [
                .applicationForm: [.signed, .dated], .layoutPlan: [.areaMarked, .flowMarked, .specialRoomMarked],
                .powerOfAttorney: [.scopeStated],
            ])
        Golden.expect(try text(of: file), at: "Notices/licence.txt")
    }

    @Test("a small workshop")
    func workshop() throws {
        let file = Papers.file(
            DeskCases.workshop(), missing: [.processChart], failed: [.healthCertificates: [.headcount, .unexpired]])
        Golden.expect(try text(of: file), at: "Notices/workshop.txt")
    }

    @Test("a name that would like to be a command")
    func oddName() throws {
        let file = Papers.file(
            DeskCases.restaurant("红\u{1B}[31m灯\u{202E}笼{number}👨‍👩‍👧‍👦\n饭店" + String(repeating: "（分店）", count: 12)),
            missing: [.policyIndex])
        Golden.expect(try text(of: file), at: "Notices/odd-name.txt")
    }

    @Test("a term that ends in a year without published holidays names the days, not a date")
    func openDeadline() throws {
        let file = try #require(Papers.file(DeskCases.restaurant(received: "2026-12-21"), missing: [.layoutPlan]))
        let stamp = EventStamp(at: DeskCases.moment("2026-12-22"), by: ClerkID("zhang"))
        let notice = try #require(try Papers.notice(of: file, stamp: stamp))
        #expect(notice.deadline == nil)
        Golden.expect(notice.text, at: "Notices/open-deadline.txt")
    }

    private func text(of file: CaseFile?) throws -> String {
        let file = try #require(file)
        return try #require(try Papers.notice(of: file)).text
    }
}

@Suite("Paper templates")
struct PaperTemplateTests {
    private func problems(_ text: String) -> [String] {
        do throws(PaperTemplate.Refusal) {
            _ = try PaperTemplate(parsing: text)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    @Test("the one that ships has nothing wrong with it")
    func shipped() throws {
        #expect(problems(try SourceTree.text("Sources/ChecklistFiles/Papers/correction-notice.txt")) == [])
    }

    @Test("everything wrong is said at once, by line")
    func allAtOnce() {
        let found = problems("# 说明\ncenter: {titel}\nbody {title}\nfooter: x\nblank: x\nright: {number}\n")
        #expect(found.map { $0.prefix { $0 != "：" } } == ["第2行", "第3行", "第4行", "第5行", "第7行"])
        #expect(found[0].contains("{titel}") && found[0].contains("{title}"))
        #expect(found[2].contains("items"))
        #expect(found[4].contains("缺少 items"))
    }

    @Test(
        "a template without its items is refused, however short", arguments: ["", "\n", "center: {title}", "# items\n"])
    func noItems(text: String) {
        #expect(problems(text).contains { $0.contains("缺少 items") })
    }

    @Test("every placeholder may be used, and braces alone are text")
    func placeholders() {
        let all = PaperTemplate.Kind.notice.placeholders.map { "{\($0.rawValue)}" }.joined()
        #expect(problems("body: \(all) } {\nitems") == [])
        #expect(problems("items\ngaps: {gapList}\nspared: {spareList}\nblank") == [])
    }

    @Test("a card takes its own placeholders and no list of items")
    func card() throws {
        let shipped = try SourceTree.text("Sources/ChecklistFiles/Papers/stall-card.txt")
        #expect(try PaperTemplate(parsing: shipped, as: .stallCard).paragraphs.first == .center("食品摊点信息公示卡"))
        #expect(throws: PaperTemplate.Refusal.self) { try PaperTemplate(parsing: "items", as: .stallCard) }
        #expect(throws: PaperTemplate.Refusal.self) { try PaperTemplate(parsing: "plain: {round}", as: .stallCard) }
        #expect(problems("items\nplain: {stall-hours}").count == 1)
    }

    @Test("copies are marks of their own and take no line of the text")
    func copies() throws {
        let template = try PaperTemplate(parsing: "items\ncopy: 第一联　申请人\ncopy:第二联\n")
        #expect(template.copies == ["第一联　申请人", "第二联"] && template.paragraphs == [.items])
        #expect(problems("items\ncopy:\ncopy: {applicant}").count == 2)
        #expect(try PaperTemplate(parsing: "items").copies == [])
    }

    @Test("lines with Windows ends or other blanks are told, not swallowed")
    func lineEnds() {
        #expect(problems("items\r\n") != [] || problems("items\r\nblank\r\n") == [])
        #expect(problems(" items\nitems").count == 1)
    }
}
