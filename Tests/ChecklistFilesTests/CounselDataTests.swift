import CaseDomain
import ChecklistFiles
import ChecklistRules
import Testing

/// 资格、不得索要、四种办法 and the warnings, as they ship and as somebody could spoil them.
struct CounselDataTests {
    private static let counsel = "\(RuleData.folder.checklists)"

    @Test(arguments: [
        (Matter.foodOperationLicence, ["licence-revoked": 5, "false-papers": 1, "obtained-by-fraud": 3]),
        (.smallWorkshop, ["registration-revoked": 2, "false-papers": 1, "obtained-by-fraud": 3]),
        (.smallCatering, ["registration-revoked": 2, "false-papers": 1, "obtained-by-fraud": 3]),
        (.foodStall, ["card-cancelled": 1]), (.prepackagedFiling, [:]),
    ])
    func theBarsOfANewApplication(matter: Matter, years: [String: Int]) throws {
        let bars = try RuleData.rules().counsel.eligibility.bars(for: matter, .new)
        #expect(Dictionary(uniqueKeysWithValues: bars.map { ($0.id, $0.years) }) == years)
        #expect(bars.allSatisfy { $0.basis.verified && !$0.question.isEmpty && !$0.consequence.isEmpty })
    }

    @Test(arguments: [Action.reissue, .cancel, .report]) func nobodyIsBarredFromGivingALicenceBack(action: Action)
        throws
    {
        #expect(try RuleData.rules().counsel.eligibility.bars(for: .foodOperationLicence, action).isEmpty)
    }

    @Test func aBarEndsOnTheSameDayOfALaterYear() throws {
        let bar = try #require(try RuleData.rules().counsel.eligibility.bar("false-papers"))
        let leap = try #require(CivilDate("2024-02-29"))
        #expect(bar.lastDay(decidedOn: leap) == CivilDate("2025-02-28"))
        let record = bar.record(decidedOn: leap, document: "1号")
        for (day, bars) in [("2024-02-28", false), ("2024-02-29", true), ("2025-02-28", true), ("2025-03-01", false)] {
            #expect(record.bars(on: try #require(CivilDate(day))) == bars, "\(day)")
        }
    }

    @Test func everyPublishedPaperIsFoundByItsOwnName() throws {
        let rules = try RuleData.rules()
        for checklist in rules.checklists {
            for (index, requirement) in checklist.requirements.enumerated() {
                let answer = rules.counsel.demands.answer(to: requirement.name, checklist, folding: rules.folding)
                #expect(answer?.listed.contains(index) == true, "\(checklist.id) \(requirement.name)")
                #expect(answer?.forbidden.isEmpty == true, "\(checklist.id) \(requirement.name)")
            }
        }
    }

    @Test func everyForbiddenPaperIsFoundByItsNameAndItsWords() throws {
        let rules = try RuleData.rules()
        let list = rules.counsel.demands
        #expect(list.papers.count >= 6 && list.unlisted.basis.verified)
        for paper in list.papers {
            for checklist in rules.checklists where paper.matters.contains(checklist.matter) {
                for typed in [paper.name] + paper.words {
                    let answer = list.answer(to: " \(typed)　", checklist, folding: rules.folding)
                    #expect(answer?.forbidden.contains(paper) == true, "\(checklist.id) \(typed)")
                }
            }
        }
    }

    @Test func whatNoListNamesIsUnlisted() throws {
        let rules = try RuleData.rules()
        for checklist in rules.checklists {
            let answer = rules.counsel.demands.answer(to: "无犯罪记录证明", checklist, folding: rules.folding)
            #expect(answer?.unlisted == rules.counsel.demands.unlisted && answer?.listed.isEmpty == true)
            #expect(rules.counsel.demands.answer(to: "证", checklist, folding: rules.folding) == nil)
        }
    }

    @Test func aPromiseIsNeverOpen() throws {
        let rules = try RuleData.rules()
        let office = try RuleData.office()
        var cases = SeededCases(seed: EvaluationPropertyTests.seed)
        for kind in EvaluationPropertyTests.kinds {
            let application = cases.application(kind.matter, kind.action)
            let evaluator = rules.evaluator(for: application.particulars, office: office)
            guard let checklist = evaluator.checklist else { continue }
            for line in evaluator.sheet(for: application).lines {
                let requirement = checklist.requirements[line.requirement]
                let standing = { (way: Way) in
                    rules.counsel.ways.standing(
                        of: way, line, requirement, application.particulars.facts, office)
                }
                #expect(standing(.promise) == .closed)
                #expect((standing(.retrieval) == .taken) == (line.state == .spared))
                if line.state == .tolerated { #expect(standing(.tolerance) == .taken) }
                if !office.tolerable.contains(line.material) { #expect(standing(.tolerance) == .closed) }
            }
        }
    }

    @Test(arguments: [
        ("eligibility.yaml", "years: 5", "years: 0", "bad-number"),
        ("eligibility.yaml", "years: 5", "year: 5", "unknown-key"),
        ("eligibility.yaml", "id: registration-revoked", "id: licence-revoked", "duplicate-row"),
        ("eligibility.yaml", "who: [applicant]", "who: []", "bad-value"),
        ("eligibility.yaml", "who: [applicant]", "who: [boss]", "unknown-term"),
        ("ways.yaml", "  promise:", "  promises:", "unknown-term"),
        ("ways.yaml", "closed: {", "shut: {", "unknown-term"),
        ("do-not-ask.yaml", "[健康证, 体检]", "[证]", "bad-value"),
        ("do-not-ask.yaml", "instead:", "stead:", "unknown-key"),
        ("warnings.yaml", "  renewal-late:", "  renewal-lates:", "unknown-term"),
        ("wording.yaml", "  - 按要求", "  - 按", "bad-value"),
        ("wording.yaml", "  - 按要求", "  - 等有关", "duplicate-row"),
        ("wording.yaml", "counts: [份, 全部]", "counts: []", "bad-value"),
        ("wording.yaml", "forms:", "form:", "unknown-key"),
        ("warnings.yaml", "of {years}", "of {year}", "unknown-placeholder"),
    ])
    func aSpoiltFileIsRefusedWithItsLine(name: String, sound: String, spoilt: String, code: String) throws {
        let text = try RuleData.text("\(Self.counsel)/\(name)")
        #expect(text.contains(sound))
        let bad = text.replacing(sound, with: spoilt, maxReplacements: 1)
        let failure = #expect(throws: DataLoadFailure.self) { try Self.read(name, bad) }
        let codes = failure?.diagnostics.map(\.code.rawValue) ?? []
        #expect(codes.contains(code), "\(codes)")
        #expect(failure?.diagnostics.allSatisfy { $0.line > 0 && $0.file == name } == true)
    }

    private static func read(_ name: String, _ text: String) throws {
        switch name {
        case "eligibility.yaml": _ = try EligibilityFile.decode(text, file: name, wording: RuleData.library.wording())
        case "ways.yaml": _ = try WaysFile.decode(text, file: name, wording: RuleData.library.wording())
        case "do-not-ask.yaml": _ = try DoNotAskFile.decode(text, file: name, wording: RuleData.library.wording())
        case "wording.yaml": _ = try WordingFile.decode(text, file: name)
        default: _ = try WarningsFile.decode(text, file: name)
        }
    }

    @Test func everyWarningHasWordsInBothLanguages() throws {
        let table = try RuleData.library.warnings()
        for code in Warning.Code.allCases {
            let warning = Warning(code: code)
            #expect(!table.chinese(warning).isEmpty && !table.english(warning).isEmpty)
            #expect(table.chinese(warning) != code.id)
        }
    }
}
