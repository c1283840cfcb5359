import Foundation
import TestSupport
import Testing

/// One notice, issued at the desk, looked at in every way in which it reaches somebody: the screen, the text, the JSON, the
/// page and the message say the same.
@Suite(.serialized)
struct SameWordsTests {
    private let home: TemporaryFolder
    private var store: String { "\(home.path)/desk.sqlite" }
    private var office: String { "\(home.path)/office.yaml" }

    init() throws { home = try TemporaryFolder() }

    @Test func everythingThatTellsOfANoticeSaysTheSame() throws {
        let number = try takeIn()
        let screen = try issueAtTheDesk()
        let text = try yicigao("notice", number, "--text", "--store", store)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.count > 20)
        #expect(screen.prefix(lines.count).map(trimmed) == lines.prefix(screen.count).map(trimmed))

        let json = try #require(
            try JSONSerialization.jsonObject(
                with: Data(try yicigao("notice", number, "--json", "--store", store).utf8)) as? [String: Any])
        #expect(json["text"] as? String == text)
        let document = try #require(json["number"] as? String)
        let items = try #require(json["items"] as? [[String: Any]])
        let deadline = try #require(json["deadline"] as? String)
        #expect(text.contains(document) && dense(text).contains("共\(items.count)项"))
        for item in items {
            let words = ["problems", "remedies"].flatMap { item[$0] as? [String] ?? [] }
            #expect(!words.isEmpty)
            for word in words + [try #require(item["name"] as? String)] { #expect(dense(text).contains(dense(word))) }
        }

        let page = try pageLines(number)
        var rest = page[...]
        for line in lines.map(dense) where !line.isEmpty {
            let place = try #require(rest.firstIndex(of: line), "the page lacks \(line)")
            rest = rest[(place + 1)...]
        }

        let pdf = try Data(contentsOf: URL(fileURLWithPath: "\(home.path)/notice.pdf"))
        try checkArchive(number, pdf)

        _ = try yicigao("outbox", "--store", store, "--office", office)
        let message = try String(contentsOfFile: "\(home.path)/sent", encoding: .utf8)
        #expect(message.contains(document) && message.contains("补正\(items.count)项"))
        let day = try chinese(deadline)
        #expect(message.contains(day) && text.contains(day))
    }

    /// The finished file holds the same page, under the digest that its index gives.
    private func checkArchive(_ number: String, _ pdf: Data) throws {
        let folder = "\(home.path)/file"
        _ = try yicigao("show", number, "--file", folder, "--pdf", "--store", store)
        let names = try #require(FileManager.default.subpaths(atPath: folder))
        let name = try #require(names.first { $0.hasSuffix(".pdf") })
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) == pdf)
        let (_, digest) = try Tool.run(["sha256sum", "\(folder)/\(name)"])
        let index = try String(contentsOfFile: "\(folder)/index.json", encoding: .utf8)
        #expect(index.contains(digest.prefix(64)))
    }

    /// A case that lacks one paper, at an office whose messages go into a file.
    private func takeIn() throws -> String {
        let sample = try SourceTree.text("Sources/ChecklistFiles/Offices/sample.yaml")
        let script = "messages: {gateway: command, command: [/bin/sh, -c, \"cat >> \(home.path)/sent\"]}\n"
        try (sample + script).write(toFile: office, atomically: true, encoding: .utf8)
        let path = "\(home.path)/case.json"
        try RecentCase.write(to: path)
        return try yicigao("import", path, "--ack", "--store", store).split(separator: "\n").first.map(String.init)
            ?? ""
    }

    /// Issues the notice in a terminal that is high enough for all of it.
    ///
    /// - Returns: the rows of the paper.
    private func issueAtTheDesk() throws -> [String] {
        let terminal = try Terminal(["--store", store, "--office", office], columns: 80, rows: 70, home: home)
        try terminal.wait(for: "共1件")
        try terminal.press("Enter")
        try terminal.wait(for: "需补正")
        try terminal.press("F8")
        try terminal.wait(for: "发出后取得编号", "短信")
        try terminal.press("y")
        let screen = try terminal.wait(for: "已发出", "窗口存根一份")
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let rule = try #require(rows.firstIndex { $0.hasPrefix("----") })
        let end = try #require(rows.lastIndex { $0.contains("窗口存根一份") })
        return Array(rows[(rule + 1)...end])
    }

    /// What another program reads on the pages, without white space.
    private func pageLines(_ number: String) throws -> [String] {
        let path = "\(home.path)/notice.pdf"
        _ = try yicigao("notice", number, "--pdf", "-o", path, "--store", store)
        let (status, words) = try Tool.run(["pdftotext", "-layout", path, "-"])
        #expect(status == 0, "\(words)")
        return words.split(whereSeparator: { $0 == "\n" || $0 == "\u{C}" }).map { dense(String($0)) }
    }

    private func yicigao(_ arguments: String...) throws -> String {
        let (status, words) = try Tool.run([Program.path] + arguments)
        #expect(status == 0, "\(words)")
        return words
    }

    private func trimmed(_ line: String) -> String { line.trimmingCharacters(in: .whitespaces) }

    private func dense(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// 2026年1月2日 of 2026-01-02.
    private func chinese(_ day: String) throws -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        try #require(parts.count == 3)
        return "\(parts[0])年\(parts[1])月\(parts[2])日"
    }
}
