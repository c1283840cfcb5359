import CaseDomain
import NoticeComposer
import TestSupport
import Testing

@Suite("Page breaks")
struct PaperPagesTests {
    /// A paper as a template could lay it out: text, a closing of one to three lines, and what is signed for below.
    private func paper(_ dice: inout Dice) -> [PaperLine] {
        func lines(_ count: Int, _ role: PaperLine.Role) -> [PaperLine] {
            (0..<count).map { PaperLine("\(role) \($0)", role) }
        }
        var paper = lines(1, .title) + lines(1, .number) + [PaperLine("", .plain)]
        for _ in 0...dice.below(6) {
            paper += lines(1 + dice.below(14), .body)
            if dice.chance(40) { paper.append(PaperLine("", .plain)) }
        }
        paper += lines(1 + dice.below(3), .signature)
        if dice.chance(70) { paper += [PaperLine("", .plain)] + lines(1 + dice.below(4), .plain) }
        return paper
    }

    @Test("every line once, at most 22 a page, no closing without text", arguments: [21, 22, 23, 24] as [UInt64])
    func properties(seed: UInt64) {
        var dice = Dice(seed: seed)
        var moved = 0
        for _ in 0..<2000 {
            let paper = paper(&dice)
            let pages = PaperPages.pages(paper)
            #expect(pages.flatMap { Array($0) } == Array(paper.indices))
            #expect(pages.allSatisfy { (1...22).contains($0.count) })
            let signed = pages.filter { page in paper[page].contains { $0.role == .signature } }
            // Who signs and the day stay together, below some text.
            #expect(signed.count == 1)
            #expect(signed.allSatisfy { page in paper[page].contains { $0.role == .body } })
            // What is signed for below does not go on alone.
            #expect(pages.last == signed.last)
            // Only the page before the closing may end early.
            #expect(pages.dropLast(2).allSatisfy { $0.count == 22 })
            if pages.count > 1, pages[pages.count - 2].count < 22 { moved += 1 }
        }
        #expect(moved > 100)
    }

    @Test("papers without a signature, and empty ones, simply break every 22 lines", arguments: [0, 1, 22, 23, 100])
    func plain(count: Int) {
        let pages = PaperPages.pages((0..<count).map { PaperLine("\($0)", .plain) })
        #expect(pages.count == max(1, (count + 21) / 22))
        #expect(pages.dropLast().allSatisfy { $0.count == 22 })
    }

    @Test("a closing longer than a page breaks all the same")
    func endless() {
        let pages = PaperPages.pages((0..<60).map { PaperLine("\($0)", .signature) })
        #expect(pages.map(\.count) == [22, 22, 16])
    }

    @Test("a notice that was stored without roles gets them from where its lines stand")
    func guessed() throws {
        let file = try #require(Papers.file(DeskCases.restaurant(), missing: [.policyIndex]))
        let notice = try #require(try Papers.notice(of: file))
        let imprint = try #require(notice.imprint)
        #expect(imprint.roles.count == notice.lines.count)
        #expect(imprint.copies == ["第一联　申请人", "第二联　窗口存根"])
        #expect(imprint.code == "https://example.gov.cn/status?case=2026-000123")
        let roles = PaperLine.guessed(notice.lines).map(\.role)
        for role in [PaperLine.Role.title, .number, .signature] {
            #expect(roles.indices.filter { roles[$0] == role } == roles.indices.filter { imprint.roles[$0] == role })
        }
        let restored = PrintablePaper(notice, of: file)
        #expect(restored.lines.map(\.text) == notice.lines && restored.name.hasSuffix(notice.number.text))
    }
}
