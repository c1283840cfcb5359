import CaseDomain
import CaseFormat
import Foundation
import SampleCases
import Testing

struct CaseWriterTests {
    private static func samples(_ count: Int) throws -> [Application] {
        let reference = try #require(Moment("2026-11-20T17:00:00+08:00"))
        var generator = CaseGenerator(seed: 20_261_120, reference: reference)
        return (0..<count).map { _ in generator.next() }
    }

    @Test
    func `what is written is read back as the same case`() throws {
        let writer = CaseWriter()
        var reader = CaseReader()
        for application in try CaseWriterTests.samples(2_000) {
            let line = writer.line(application)
            #expect(try reader.read(line) == application)
        }
    }

    @Test
    func `apart from the format, what is written is what Codable makes of it`() throws {
        let writer = CaseWriter()
        for application in try CaseWriterTests.samples(300) {
            let object = try JSONSerialization.jsonObject(with: Data(writer.line(application).utf8))
            var written = try #require(object as? [String: Any])
            #expect(written.removeValue(forKey: "format") as? String == CaseReader.format)
            let coded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(application))
            #expect(NSDictionary(dictionary: written).isEqual(coded))
            let json = try JSONSerialization.data(withJSONObject: written)
            #expect(try JSONDecoder().decode(Application.self, from: json) == application)
        }
    }
}
