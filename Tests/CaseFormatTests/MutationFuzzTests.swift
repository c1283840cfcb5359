import CaseDomain
import CaseFormat
import SampleCases
import Testing

struct MutationFuzzTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a damaged case is read or refused, and never worse`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let reference = try #require(Moment("2026-11-20T17:00:00+08:00"))
        var generator = CaseGenerator(seed: seed, reference: reference)
        let writer = CaseWriter()
        var reader = CaseReader()
        var refused = 0
        for _ in 0..<1_000 {
            var bytes = Array(writer.line(generator.next()).utf8)
            for _ in 0...random.below(3) { MutationFuzzTests.damage(&bytes, &random) }
            do {
                let application = try bytes.withUnsafeBufferPointer { (bytes) throws(CaseFormatError) in
                    try reader.read(bytes)
                }
                #expect(try reader.read(writer.line(application)) == application)
            } catch {
                refused += 1
                #expect(error.path.hasPrefix("$"))
                #expect(!error.description.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(error)")
            }
        }
        #expect(refused > 400)
    }

    private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        switch random.below(7) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(random.pick(Array("{}[]\",:\\0-9eEntf\u{0}".utf8)), at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
        case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(60))], at: place)
        case 5: bytes.removeSubrange(place...)
        default:
            let pieces = ["null", "1e400", "-1", "\\ud800", "\u{feff}", "true", "99999999999999999999", "[[", "\"\":"]
            bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: place)
        }
    }
}
