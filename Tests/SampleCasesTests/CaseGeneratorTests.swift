import CaseDomain
import SampleCases
import Testing

struct CaseGeneratorTests {
    private static func samples(_ count: Int, seed: UInt64 = 7) throws -> [Application] {
        let reference = try #require(Moment("2026-11-20T17:00:00+08:00"))
        var generator = CaseGenerator(seed: seed, reference: reference, days: 30)
        return (0..<count).map { _ in generator.next() }
    }

    @Test
    func `a seed gives the same cases every time, and another seed others`() throws {
        #expect(try CaseGeneratorTests.samples(500) == CaseGeneratorTests.samples(500))
        #expect(try CaseGeneratorTests.samples(50) != CaseGeneratorTests.samples(50, seed: 8))
    }

    @Test
    func `the random numbers are those of the published algorithm`() {
        var random = SplitMix64(seed: 1_234_567)
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ]
        #expect(published == [random.next(), random.next(), random.next()])
    }

    @Test
    func `numbers have their right check characters`() throws {
        for application in try CaseGeneratorTests.samples(3_000) {
            let particulars = application.particulars
            let day = particulars.receivedAt.date
            if let code = particulars.applicant.uscc { #expect(CreditCode.problems(in: code).isEmpty, "\(code)") }
            for number in [particulars.applicant.principal?.idNumber, particulars.agent?.idNumber] {
                if let number { #expect(ResidentID.isValid(number, on: day), "\(number)") }
            }
            if let number = particulars.licence?.number, number.hasPrefix("JY") || number.hasPrefix("YB") {
                #expect(LicenceNumber.isValid(number), "\(number)")
            }
        }
    }

    @Test
    func `receipts lie in opening hours before the reference`() throws {
        let reference = try #require(Moment("2026-11-20T17:00:00+08:00"))
        for application in try CaseGeneratorTests.samples(3_000) {
            let received = application.particulars.receivedAt
            #expect(received <= reference)
            #expect(!received.date.isWeekend)
            #expect(received.date > reference.date.adding(days: -33))
            #expect(("09:00"..."12:00").contains(received.clock) || ("13:30"..."17:00").contains(received.clock))
        }
    }

    @Test(arguments: ["2026-11-22T03:00:00+08:00", "2026-11-23T00:00:01+08:00", "2026-11-20T08:00:00+08:00"])
    func `even an odd reference gives no receipt behind it`(text: String) throws {
        let reference = try #require(Moment(text))
        for days in [0, 1, 2, 7] {
            var generator = CaseGenerator(seed: 3, reference: reference, days: days)
            for _ in 0..<200 {
                let received = generator.next().particulars.receivedAt
                #expect(received <= reference)
                #expect(!received.date.isWeekend)
            }
        }
    }

    @Test
    func `a county hall's whole variety comes up, and names don't repeat`() throws {
        let samples = try CaseGeneratorTests.samples(5_000)
        #expect(Set(samples.map(\.particulars.matter)) == Set(Matter.allCases))
        #expect(Set(samples.map(\.particulars.action)).isSuperset(of: [.new, .change, .renewal, .reissue, .cancel]))
        #expect(Set(samples.map(\.particulars.channel)) == Set(Channel.allCases))
        let marks = samples.reduce(TermSet<Mark>()) { $0.union($1.particulars.marks) }
        #expect(marks.terms == Mark.allCases)
        #expect(samples.contains { $0.materials.contains { $0.how == .missing } })
        #expect(samples.contains { $0.materials.contains { !$0.checks.failed.isEmpty } })
        #expect(Set(samples.map(\.particulars.applicant.name)).count > 4_500)
        #expect(samples.allSatisfy { $0.materials.allSatisfy { $0.checks.passed.isSubset(of: $0.material.checks) } })
    }

    /// Nobody decides what wasn't accepted and reviewed, or hands over what wasn't issued.
    @Test(arguments: [SampleLife.Beginning.inOrder, .withGaps, .faulty])
    func `lives go in the order of the law`(beginning: SampleLife.Beginning) throws {
        var seen: Set<SampleLife.Deed> = []
        for (seed, application) in try CaseGeneratorTests.samples(800).enumerated() {
            var first = SplitMix64(seed: UInt64(seed))
            var second = SplitMix64(seed: UInt64(seed))
            let life = SampleLife(of: application.particulars, beginning, &first)
            #expect(life.steps == SampleLife(of: application.particulars, beginning, &second).steps)
            let deeds = life.steps.map(\.deed)
            seen.formUnion(deeds)
            let needed: [(SampleLife.Deed, SampleLife.Deed)] = [
                (.review, .accept), (.decide(.approved), .review), (.license, .decide(.approved)), (.archive, .license),
            ]
            for (later, earlier) in needed {
                guard let place = deeds.firstIndex(of: later) else { continue }
                #expect(deeds[..<place].contains(earlier), "\(deeds)")
            }
            #expect((deeds.first == .issueNotice) == (beginning == .faulty))
            #expect(deeds.contains(.settleGaps) == (beginning == .withGaps))
            #expect(life.steps.allSatisfy { $0.after >= 0 })
        }
        #expect(seen.isSuperset(of: [.accept, .decide(.approved), .license, .inspect(.passed), .archive]))
    }
}
