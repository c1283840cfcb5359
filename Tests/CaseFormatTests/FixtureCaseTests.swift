import CaseDomain
import CaseFormat
import Testing

struct FixtureCaseTests {
    @Test
    func `the fixtures are found`() {
        #expect(CaseFixtures.names(in: "Cases/broken").count > 80)
        #expect(CaseFixtures.names(in: "Cases/good").count >= 10)
        #expect(CaseFixtures.names(in: "Cases/bad").count >= 10)
    }

    @Test(arguments: CaseFixtures.names(in: "Cases/broken").filter { !$0.hasSuffix(".expected") })
    func `a broken case is told in one line with its place`(name: String) throws {
        let records = CaseFixtures.records(try CaseFixtures.bytes("Cases/broken/" + name), file: name)
        let complaints = records.compactMap(\.complaint)
        let expected = try CaseFixtures.bytes("Cases/broken/" + name + ".expected")
        #expect(complaints.map { $0 + "\n" }.joined() == String(decoding: expected, as: UTF8.self))
        #expect(!complaints.isEmpty)
    }

    @Test(
        arguments: ["good", "bad"].flatMap { folder in
            CaseFixtures.names(in: "Cases/" + folder).map { "Cases/" + folder + "/" + $0 }
        })
    func `a valid case is read`(path: String) throws {
        let records = CaseFixtures.records(try CaseFixtures.bytes(path), file: path)
        #expect(records.count == 1)
        #expect(records.compactMap(\.complaint).isEmpty)
    }

    @Test
    func `every demonstration case is read, and each has its line in the journal`() throws {
        let records = CaseFixtures.records(try CaseFixtures.bytes("Demo/cases.jsonl"), file: "cases.jsonl")
        #expect(records.compactMap(\.complaint).isEmpty)
        #expect(records.count >= 64)
        let numbers = try records.map { try $0.result.get().particulars.externalNumber ?? "" }
        #expect(Set(numbers).count == numbers.count)
        let journal = String(decoding: try CaseFixtures.bytes("Demo/journal.jsonl"), as: UTF8.self)
        let lines = journal.split(separator: "\n")
        #expect(lines.count == numbers.count)
        for (line, number) in zip(lines, numbers) { #expect(line.contains("\"case\": \"\(number)\"")) }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func `the size of the chunks doesn't matter`(chunk: Int) throws {
        let bytes = try CaseFixtures.bytes("Cases/broken/mixed.jsonl")
        let whole = CaseFixtures.records(bytes, file: "mixed.jsonl")
        let cut = CaseFixtures.records(bytes, file: "mixed.jsonl", chunk: chunk)
        #expect(whole.map(\.location) == cut.map(\.location))
        #expect(whole.map(\.complaint) == cut.map(\.complaint))
        #expect(whole.count(where: { $0.complaint == nil }) == 2)
    }
}
