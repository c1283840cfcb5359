import CaseDomain
import CaseFormat
import Testing

struct CaseFileStreamTests {
    @Test
    func `a file is read record by record`() throws {
        let path = CaseFixtures.root + "/Demo/cases.jsonl"
        var stream = try CaseFileStream(path: path)
        var count = 0
        while let line = try stream.next() {
            count += 1
            #expect(line.complaint == nil)
            #expect(line.location == "\(path):\(count)")
        }
        #expect(count >= 64)
        let after = try stream.next()
        #expect(after == nil)
    }

    @Test
    func `a file that isn't there, or is a folder, is one clear error`() {
        #expect(CaseFileStreamTests.error("/nowhere/at/all.json") == .notFound(path: "/nowhere/at/all.json"))
        #expect(CaseFileStreamTests.error(CaseFixtures.root) == .isDirectory(path: CaseFixtures.root))
    }

    private static func error(_ path: String) -> CaseFileError? {
        do {
            var stream = try CaseFileStream(path: path)
            _ = try stream.next()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("", 0), ("\n\r\n  \n", 0), ("\u{feff}", 0), ("\u{feff}" + CaseFixtures.smallest, 1),
        (CaseFixtures.smallest + "\r\n" + CaseFixtures.smallest, 2),
        (CaseFixtures.smallest + "\n\n" + CaseFixtures.smallest + "\n", 2),
    ])
    func `blank lines, a byte order mark and either line end are tolerated`(text: String, count: Int) {
        let records = CaseFixtures.records(Array(text.utf8), file: "a.jsonl")
        #expect(records.count == count)
        #expect(records.compactMap(\.complaint).isEmpty)
    }
}
