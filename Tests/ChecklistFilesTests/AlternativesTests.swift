import CaseDomain
import ChecklistRules
import Testing

@testable import ChecklistFiles

/// 替代材料 as a bureau writes it: "the identity paper, or both of these".
struct AlternativesTests {
    private static func text(of: String = "[school-proof, termination-proof]", take: Int = 2) throws -> String {
        let sound = try RuleData.text("\(RuleData.folder.checklists)/small-catering.new.yaml")
        let line = """
                must-fulfil: 号码与申请信息一致、在有效期内，复印件与原件核对一致
                alternatives:
                  - {take: \(take), of: \(of), text: 也可以改交办学主体证明和主体终止证明，各1份。}

            """
        let added = sound.replacing(
            "    must-fulfil: 号码与申请信息一致、在有效期内，复印件与原件核对一致\n", with: line)
        return added + ["school-proof", "termination-proof"].enumerated().map { standIn($1, row: "XC9\($0)") }.joined()
    }

    private static func standIn(_ material: String, row: String) -> String {
        """

          - row: \(row)
            material: \(material)
            name: 替代材料\(row)
            english: stand-in \(row)
            copies: 复印件1份
            stands-in: true
            because: 代替身份证明
            basis: {citation: 《示例》, verified: false}
            missing: {text: 没有交。, remedy: 交来复印件1份。}
            must-fulfil: 复印件与原件核对一致
            checks:
              - {check: copy-verified, label: 与原件核对, english: copy verified, text: 没有核对。, remedy: 带原件来核对。}

        """
    }

    @Test func theyAreReadAndProved() throws {
        let source = try RuleData.review().look(at: Self.text(), file: "small-catering.new.yaml")
        #expect(source.report.diagnostics.map(\.description) == [])
        let checklist = try #require(source.source?.rules)
        let identity = try #require(checklist.requirement(for: .principalIdentity))
        #expect(identity.alternatives.map(\.take) == [2])
        #expect(identity.alternatives.map(\.of) == [[.schoolProof, .terminationProof]])
        #expect(checklist.requirements.filter(\.standsIn).map(\.material) == [.schoolProof, .terminationProof])
    }

    @Test(arguments: [
        ("[school-proof, termination-proof]", 3, "3 of only 2 papers"),
        ("[school-proof, loss-statement]", 1, "loss-statement stands in for another paper but has no line"),
        ("[school-proof]", 1, "termination-proof stands in for no other paper"),
    ])
    func whatCantBeMeantIsRefused(of: String, take: Int, complaint: String) throws {
        let text = try Self.text(of: of, take: take)
        let found = try RuleData.review().look(at: text, file: "small-catering.new.yaml").report.diagnostics
        #expect(found.contains { $0.message.contains(complaint) }, "\(found)")
    }
}
