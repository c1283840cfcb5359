import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import Testing

struct NoticeTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func take(_ fixture: String, _ changes: [String: Any] = [:]) throws -> String {
        let changes = changes.merging(["receivedAt": Workplace.now]) { first, _ in first }
        try work.write(try Workplace.line(fixture, changes), to: "case.json")
        let run = try work.run("import", "case.json", "--ack", "--store", work.store)
        #expect(run.code == 0)
        return try #require(run.lines.first)
    }

    /// Issues a paper the way the desk stores one.
    private func issue(_ number: String, _ lines: [String]) throws {
        let projection = QueueProjection(fingerprint: "test") { _ in (nil, true) }
        let store = try SQLiteCaseStore(path: work.store, projection: projection)
        let file = try #require(try store.load(CaseNumber(number)))
        let at = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
        let reference = ChecklistReference(id: "a/b", version: "1", digest: "sha256:0")
        _ = try store.issueNotice(
            for: file.number, expecting: file.revision, series: "test", stamp: EventStamp(at: at, by: ClerkID("clerk"))
        ) { sequence in
            IssuedNotice(
                restoring: DocumentNumber("示审食补〔2026〕\(sequence)号"), round: 1, issuedAt: at, correctionDays: 20,
                deadline: nil, checklist: reference, program: "test", items: [], lines: lines)
        }
        try store.close()
    }

    @Test func anIssuedNoticeComesBackByteForByte() throws {
        let number = try take("bad/missing-policy-index.json")
        let none = try work.run("notice", number, "--text", "--store", work.store)
        #expect(none.code == 1)
        #expect(none.output == "")
        try issue(number, ["  告知书", "", "一、平面图 ", "  "])
        let text = try work.run("notice", number, "--text", "--store", work.store)
        #expect(text.code == 0)
        #expect(text.output == "  告知书\n\n一、平面图 \n  \n")
        let first = try work.run("notice", number, "--round", "1", "--json", "--store", work.store).object()
        #expect(first["text"] as? String == text.output)
        #expect(first["number"] as? String == "示审食补〔2026〕1号")
        #expect(try work.run("notice", number, "--round", "2", "--store", work.store).code == 1)
        let draft = try work.run("notice", number, "--draft", "--store", work.store)
        #expect(draft.code == 1)
        #expect(draft.errors.contains("示审食补〔2026〕1号"))
        let queue = try work.run("list", "--view", "awaiting-correction", "--json", "--store", work.store)
        #expect(try queue.object()["round"] as? Int == 1)
    }

    @Test func aFileIsReplacedWhole() throws {
        let number = try take("bad/missing-policy-index.json")
        try issue(number, ["告知书"])
        try work.write("old", to: "notice.txt")
        let run = try work.run("notice", number, "-o", "notice.txt", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.output == "")
        #expect(try work.text(of: "notice.txt") == "告知书\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: work.path)
        #expect(!names.contains { $0.hasSuffix(".tmp") })
        for place in ["nowhere/notice.txt", "."] {
            let failed = try work.run("notice", number, "-o", place, "--store", work.store)
            #expect(failed.code == 4)
            #expect(failed.complaints.count == 1)
        }
    }

    @Test func aDraftIsThePaperThatWouldLeave() throws {
        let number = try take("bad/missing-policy-index.json")
        let run = try work.run("notice", number, "--draft", "--store", work.store)
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.output.contains("（编号于发出时生成）"))
        #expect(run.output.contains("食品安全规章制度目录清单"))
        let json = try work.run("notice", number, "--draft", "--json", "--store", work.store).object()
        #expect(json["text"] as? String == run.output)
        #expect(json["undetermined"] as? Int == 0)
    }

    @Test func anUnfinishedDraftIsShownWithAWarning() throws {
        let materials = [["material": "layout-plan", "how": "missing"]]
        let number = try take("bad/missing-policy-index.json", ["materials": materials])
        let run = try work.run("notice", number, "--draft", "--store", work.store)
        #expect(run.code == 3)
        #expect(run.output.contains("平面图"))
        #expect(run.complaints.count == 1)
    }

    @Test func nothingToCorrectIsNoNotice() throws {
        let number = try take("good/sales-supermarket.json")
        let run = try work.run("notice", number, "--draft", "--store", work.store)
        #expect(run.code == 1)
        #expect(run.output == "")
        #expect(run.complaints.count == 1)
    }

    @Test func aPDFIsWrittenWholeAndTheSameEachTime() throws {
        let number = try take("bad/missing-policy-index.json")
        let none = try work.run("notice", number, "--pdf", "-o", "none.pdf", "--store", work.store)
        #expect(none.code == 1)
        try issue(number, ["               行政许可申请材料补正告知书", "", "示例县𠮷祥家常菜馆：", "  一、平面图"])
        for name in ["a.pdf", "b.pdf"] {
            let run = try work.run("notice", number, "--pdf", "-o", name, "--store", work.store)
            #expect(run.code == 0)
            #expect(run.output == "" && run.errors == "")
        }
        let bytes = try work.data(of: "a.pdf")
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(try work.data(of: "b.pdf") == bytes)
        #expect(try work.run("notice", number, "--pdf", "-o", "no/where.pdf", "--store", work.store).code == 4)
        let timed = try work.run("notice", number, "--pdf", "--timing", "-o", "c.pdf", "--store", work.store)
        #expect(timed.code == 0)
        #expect(timed.complaints.count == 2)
        #expect(try work.data(of: "c.pdf") == bytes)
    }

    @Test func aDraftIsAPDFToo() throws {
        let number = try take("bad/missing-policy-index.json")
        let run = try work.run("notice", number, "--draft", "--pdf", "-o", "draft.pdf", "--store", work.store)
        #expect(run.code == 0)
        #expect(try work.data(of: "draft.pdf").starts(with: Array("%PDF-".utf8)))
        for wrong in [["--text"], ["--json"], ["--card"]] {
            let run = try work.run(["notice", number, "--pdf", "-o", "x.pdf", "--store", work.store] + wrong)
            #expect(run.code == 2)
            #expect(run.complaints.count == 1)
        }
    }

    @Test func aPDFDoesNotGoToATerminal() throws {
        let script = work.process([])
        script.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        script.arguments = ["-qec", "\(Workplace.program) notice 2026-000001 --pdf --store \(work.store)", "/dev/null"]
        script.standardOutput = try work.open("screen")
        try script.run()
        script.waitUntilExit()
        #expect(script.terminationStatus == 2)
        #expect(try work.text(of: "screen").contains("-o"))
        #expect(try !work.text(of: "screen").contains("%PDF"))
    }

    @Test func withoutChineseFontsItSaysWhatToInstall() throws {
        let number = try take("bad/missing-policy-index.json")
        try issue(number, ["告知书"])
        try work.write("<?xml version=\"1.0\"?><fontconfig></fontconfig>", to: "fonts.conf")
        work.environment = ["FONTCONFIG_FILE": "\(work.path)/fonts.conf"]
        let run = try work.run("notice", number, "--pdf", "-o", "none.pdf", "--store", work.store)
        #expect(run.code == 4)
        #expect(run.complaints.count == 1)
        #expect(run.errors.contains("fonts-noto-cjk"))
        #expect(!FileManager.default.fileExists(atPath: "\(work.path)/none.pdf"))
        #expect(try work.run("notice", number, "--text", "--store", work.store).code == 0)
    }

    @Test func afterFiveDaysNothingCanBeAskedForAnyMore() throws {
        let number = try take("bad/missing-policy-index.json", ["receivedAt": "2025-03-03T09:00:00+08:00"])
        let run = try work.run("notice", number, "--draft", "--store", work.store)
        #expect(run.code == 1)
        #expect(run.errors.contains("视为受理"))
    }
}
