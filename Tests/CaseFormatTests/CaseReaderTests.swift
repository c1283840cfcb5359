import CaseDomain
import CaseFormat
import Testing

struct CaseReaderTests {
    @Test
    func `the smallest case is read, and what it doesn't say is unknown`() throws {
        var reader = CaseReader()
        let application = try reader.read(CaseFixtures.smallest)
        #expect(application.particulars.matter == .smallCatering)
        #expect(application.particulars.receivedAt.date.description == "2026-11-20")
        #expect(application.particulars.facts == Facts())
        #expect(application.particulars.agent == nil)
        #expect(application.materials.isEmpty)
    }

    @Test(arguments: [
        (#""facts":{"staff":0}"#, true), (#""facts":{"staff":1000000}"#, true), (#""facts":{"staff":1000001}"#, false),
        (#""facts":{"staff":1.0}"#, false), (#""facts":{"staff":"3"}"#, false), (#""facts":{"paperLost":0}"#, false),
        (#""facts":{"changed":[]}"#, true), (#""facts":{"changed":["name","name"]}"#, true),
        (#""facts":{"products":["grain",7]}"#, false), (#""marks":{}"#, false), (#""subject":null"#, false),
        (#""externalNumber":"SD-1""#, true), (#""externalNumber":"""#, false),
        (#""licence":{"number":"JY1"}"#, true), (#""licence":{}"#, false),
        (#""licence":{"number":"JY1","expiresOn":"2026-13-01"}"#, false),
        (#""agent":{"name":"丙"}"#, true), (#""agent":{"name":"丙","uscc":"1"}"#, false),
        (#""agent":{"name":"\u001b[2J\u202e丙"}"#, true), (#""agent":{"name":"\ud840\udfb7"}"#, true),
    ])
    func `an optional member is accepted or refused`(member: String, isAccepted: Bool) {
        #expect((CaseFixtures.error(of: CaseFixtures.smallest(with: member)) == nil) == isAccepted, "\(member)")
    }

    @Test(arguments: [
        (#""a":1"#, "$.a"), (#""facts":{"staff":-1}"#, "$.facts.staff"), (#""items":["hot-dishes","x"]"#, "$.items[1]"),
        (#""agent":{}"#, "$.agent"), (#""agent":[[1]]"#, "$.agent"), (#""a b":1"#, "$[\"a b\"]"), (#""":1"#, "$[\"\"]"),
        (#""\u001b[31m":1"#, "$[\"?[31m\"]"), (#""item":[]"#, "$.item"),
    ])
    func `an error names its path`(member: String, path: String) {
        #expect(CaseFixtures.error(of: CaseFixtures.smallest(with: member))?.path == path)
    }

    @Test
    func `names keep their characters, whatever they are`() throws {
        let name = "𠮷野㐂·阿依古丽\u{1b}[2J\u{202e}🍊\n\u{7f}"
        var reader = CaseReader()
        var application = try reader.read(CaseFixtures.smallest)
        application.particulars.applicant.name = name
        let line = CaseWriter().line(application)
        #expect(!line.contains("\u{1b}") && !line.contains("\u{202e}") && !line.contains("\n"))
        #expect(try reader.read(line).particulars.applicant.name == name)
    }

    @Test(arguments: [("店", 200, true), ("店", 201, false), ("a", 201, false), ("𠮷", 200, true)])
    func `the length of a name is counted in characters`(character: String, count: Int, isAccepted: Bool) {
        let name = String(repeating: character, count: count)
        let text = CaseFixtures.smallest.replacing("\"甲\"", with: "\"\(name)\"")
        #expect((CaseFixtures.error(of: text) == nil) == isAccepted)
    }

    @Test
    func `an error never repeats what a person wrote`() {
        let secrets = ["王小明", "371625199001011234", "13900001234"]
        for secret in secrets {
            for member in [
                "\"subject\":\"\(secret)\"", "\"\(secret)\":1", "\"facts\":{\"staff\":\"\(secret)\"}",
                "\"licence\":{\"number\":\"1\",\"issuedOn\":\"\(secret)\"}",
            ] {
                let text = CaseFixtures.error(of: CaseFixtures.smallest(with: member))?.description ?? ""
                #expect(!text.isEmpty)
                // A key is structure, and a clerk must find it; but no number gets through even there.
                if secret.first?.isNumber == true { #expect(!text.contains(secret)) }
                if !member.contains("\"\(secret)\":1") { #expect(!text.contains(secret)) }
            }
        }
    }

    @Test
    func `every id of every vocabulary is read`() throws {
        var reader = CaseReader()
        for matter in Matter.allCases {
            let text = CaseFixtures.smallest.replacing("small-catering", with: matter.id)
            #expect(try reader.read(text).particulars.matter == matter)
        }
        for action in Action.allCases {
            let text = CaseFixtures.smallest.replacing("\"new\"", with: "\"\(action.id)\"")
            #expect(try reader.read(text).particulars.action == action)
        }
        for channel in Channel.allCases {
            let text = CaseFixtures.smallest.replacing("\"window\"", with: "\"\(channel.id)\"")
            #expect(try reader.read(text).particulars.channel == channel)
        }
        for kind in ApplicantKind.allCases {
            let text = CaseFixtures.smallest.replacing("\"individual\"", with: "\"\(kind.id)\"")
            #expect(try reader.read(text).particulars.applicant.kind == kind)
        }
    }

    @Test
    func `every material is read with every one of its checks, and with no other`() throws {
        var reader = CaseReader()
        for material in Material.allCases {
            for check in Check.allCases {
                let record = #"{"material":"\#(material.id)","how":"handed-in","checks":{"\#(check.id)":false}}"#
                let text = CaseFixtures.smallest.replacing("[]", with: "[\(record)]")
                if material.checks.contains(check) {
                    let read = try reader.read(text).record(of: material)
                    #expect(read?.checks == CheckVerdicts(failed: [check]))
                } else {
                    let problem = CaseFixtures.error(of: text)?.problem
                    #expect(problem == .foreignCheck(material))
                }
            }
        }
    }

    @Test
    func `deep nesting is refused without a crash`() {
        for depth in [64, 65, 100_000, 1_000_000] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(CaseFixtures.error(of: text) != nil)
            let objects = String(repeating: #"{"a":"#, count: depth)
            #expect(CaseFixtures.error(of: objects) != nil)
        }
    }

    @Test
    func `a record beyond the limit is refused, and the next one is read`() throws {
        let long = String(repeating: "x", count: CaseReader.recordLimit + 10)
        let text = CaseFixtures.smallest(with: "\"externalNumber\":\"\(long)\"") + "\n" + CaseFixtures.smallest
        let records = CaseFixtures.records(Array(text.utf8), file: "a.jsonl")
        #expect(records.count == 2)
        #expect(records.first?.complaint?.hasPrefix("a.jsonl:1: $: ") == true)
        #expect(records.last?.complaint == nil)
        #expect(records.last?.line == 2)
        #expect(CaseFixtures.records(Array(text.utf8), file: "a.json").count == 1)
    }
}
