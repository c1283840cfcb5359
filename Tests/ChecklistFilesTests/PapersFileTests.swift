import CaseDomain
import ChecklistFiles
import Testing

@Suite struct PapersFileTests {
    private let shipped: String
    private let clocks: [ClockRule]

    init() throws {
        shipped = try RuleData.text("\(RuleData.folder.papers)/papers.yaml")
        clocks = try RuleData.library.clocks(for: RuleData.library.sampleOffice()).rules
    }

    private func problems(_ text: String) -> [String] {
        do throws(DataLoadFailure) {
            _ = try PapersFile.decode(text, file: "papers.yaml", clocks: clocks)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    @Test func whatShipsNamesEveryGroundAndBothRemedies() throws {
        let law = try PapersFile.decode(shipped, file: "papers.yaml", clocks: clocks)
        #expect(Set(law.grounds.keys) == Set(Refusal.Ground.allCases))
        #expect(law.review.term == ClockRule.Term(60, .days) && law.suit.term == ClockRule.Term(6, .months))
        #expect(law.neverReason(in: "申请材料不齐全") != nil && law.neverReason(in: "经营场所在外县") == nil)
        // Kinds whose basis comes with what they tell have none here.
        let elsewhere: Set<PaperKind> = [.receipt, .refusal, .referral, .handOver]
        #expect(Set(law.bases.keys) == Set(PaperKind.allCases).subtracting(elsewhere))
    }

    @Test(arguments: [
        ("review: T21a", "review: T99", "no clock ‘T99’"), ("suit: T21b", "suit: T3a", "no clock ‘T3a’"),
        ("  not-competent:", "  not-competant:", "not-competent"), ("  approval:", "  aproval:", "approval"),
        ("never-reasons:", "never-reason:", "never-reasons"),
    ])
    func whatIsWrongIsSaid(good: String, bad: String, complaint: String) {
        let found = problems(shipped.replacing(good, with: bad))
        #expect(found.contains { $0.contains(complaint) }, "\(found)")
    }

    @Test func anOfficeSaysOnlyWhatItHasOtherwise() throws {
        let sample = try RuleData.library.sampleOffice()
        let text = try RuleData.text("\(RuleData.folder.offices)/sample.yaml")
        let own = try #require(text.firstRange(of: "papers:\n"))
        let file = text[..<own.lowerBound] + "papers:\n  acceptance: {countersign: true, automatic: false}\n"
        let office = try OfficeFile.decode(String(file), file: "office.yaml", or: sample.papers)
        let rule = try #require(office.papers.rules[.acceptance])
        let usual = try #require(sample.papers.rules[.acceptance])
        #expect(rule.isCountersigned && !rule.isAutomatic)
        #expect(rule.title == usual.title && rule.numberPattern == usual.numberPattern && rule.copies == usual.copies)
        #expect(office.papers.rules[.refusal] == sample.papers.rules[.refusal])
        // Nobody is sent to another county's court.
        #expect(!office.papers.court.contains("示例") && !office.papers.reviewBody.contains("示例"))
        #expect(office.number(of: .refusal, year: 2026, sequence: 4)?.text == "示审食不受〔2026〕4号")
        #expect(office.series(of: .gapPromise) == nil)
    }
}
