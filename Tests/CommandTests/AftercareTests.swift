import Foundation
import Testing

/// The ledger of licences and the feedback from the command line.
struct AftercareTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    private func lastDay(in days: Int) -> String {
        let formatter = DateFormatter()
        (formatter.dateFormat, formatter.timeZone) = ("yyyy-MM-dd", TimeZone(identifier: "Asia/Shanghai"))
        formatter.locale = Locale(identifier: "en_US_POSIX")
        return formatter.string(from: Date(timeIntervalSinceNow: TimeInterval(days * 86_400)))
    }

    private func import1(_ name: String, in days: Int) throws {
        let line = try Workplace.line(
            "good/small-catering-new.json",
            [
                "externalNumber": name, "action": "change",
                "licence": ["number": "C\(name)", "expiresOn": lastDay(in: days)],
            ])
        try work.write(line + "\n", to: "\(name).jsonl")
        #expect(try work.run("import", "\(name).jsonl", "--store", work.store).code == 0)
    }

    @Test func licencesAreListedByFirm() throws {
        try import1("A1", in: 40)
        try import1("A2", in: 100)
        try import1("A3", in: 400)
        let all = try work.run("expiry", "list", "--store", work.store, "--json")
        #expect(all.code == 0)
        let firm = try all.object()
        #expect(firm["format"] as? String == "yicigao.expiry/1")
        #expect((firm["licences"] as? [[String: Any]])?.count == 2)
        #expect(firm["lastContact"] is NSNull)
        let near = try work.run("expiry", "list", "--within", "60d", "--store", work.store, "--json").object()
        #expect((near["licences"] as? [[String: Any]])?.count == 1)
        let text = try work.run("expiry", "list", "--within", "24m", "--store", work.store)
        #expect(text.lines.count == 1 && text.output.contains("3证"))
        let table = try work.run("expiry", "export", "--store", work.store, "-o", "x.csv")
        #expect(table.code == 0)
        #expect(try work.data(of: "x.csv").split(separator: UInt8(ascii: "\n")).count == 3)
        #expect(try work.run("expiry", "export", "--store", work.store, "-o", "x.csv").code == 4)
        let none = try work.run("expiry", "list", "--store", "\(work.path)/none.sqlite", "--json")
        #expect(none.code == 0 && none.output.isEmpty)
    }

    @Test(arguments: [
        ["--within", "6"], ["--within", "0m"], ["--within", "xm"], ["--window", "Z9"], ["--due", "--untouched"],
    ])
    func badUsageIsToldInOneLine(more: [String]) throws {
        let run = try work.run(["expiry", "list", "--store", work.store] + more)
        #expect(run.code == 2 && run.complaints.count == 1)
    }

    @Test func feedbackGoesThroughTheCommands() throws {
        let add = ["feedback", "add", "--store", work.store, "--json"]
        let first = try work.run(add + ["--kind", "system", "--words", "打不开"]).object()
        #expect(first["number"] as? String == "F1" && first["state"] as? String == "open")
        #expect(try work.run(add + ["--kind", "gossip", "--words", "x"]).code == 2)
        #expect(try work.run(add + ["--kind", "system", "--words", " "]).code == 2)
        #expect(try work.run(add + ["--kind", "system", "--words", "x", "--case", "2026-999999"]).code == 1)
        let answered = try work.run(
            "feedback", "answer", "F1", "--words", "好了", "--store", work.store, "--json"
        ).object()
        #expect(answered["answer"] as? String == "好了" && answered["state"] as? String == "answered")
        #expect(try work.run("feedback", "answer", "F9", "--words", "x", "--store", work.store).code == 1)
        #expect(try work.run("feedback", "answer", "x", "--words", "x", "--store", work.store).code == 2)
        let list = try work.run("feedback", "list", "--store", work.store)
        #expect(list.code == 0 && list.lines.count == 1 && list.output.contains("系统问题"))
    }
}
