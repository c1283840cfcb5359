import CaseDomain
import Testing

@testable import ChecklistRules

struct WordingTests {
    @Test func placeholdersAreFilledAndValuesPassUnchanged() {
        let particulars = Particulars(
            matter: .smallCatering, action: .new, receivedAt: Moment(CivilDate(dayNumber: 20_777)), channel: .window,
            applicant: Applicant(name: "示例\u{1B}[2J", kind: .individual),
            premises: Premises(address: "东街", county: "371625"), facts: Facts(staff: 3))
        let record = MaterialRecord(
            material: .healthCertificates, how: .handedIn, fields: MaterialFields(validUntil: .permanent, count: 2))
        let filled = Placeholder.fill("{applicantName}：{count}/{staff}，{validUntil}，{uscc}") {
            $0.value(record, particulars, TermNames())
        }
        #expect(filled == "示例\u{1B}[2J：2/3，长期，（未填）")
    }

    @Test func aPartInBracketsNeedsAllItsValues() {
        let known: (Placeholder) -> String? = { $0 == .name ? "甲" : nil }
        #expect(Placeholder.fill("所载名称[“{name}”]不一致", known) == "所载名称“甲”不一致")
        #expect(Placeholder.fill("所填日期[{date}]晚于收件日", known) == "所填日期晚于收件日")
        #expect(Placeholder.fill("[{name}至{date}]与{uscc}", known) == "与（未填）")
    }

    @Test func unknownPlaceholdersAreNamed() {
        #expect(Placeholder.unknown(in: "{count} {cuont} {}") == ["cuont", ""])
        #expect(Placeholder.unknown(in: "没有") == [])
    }

    @Test func itemsThatLackAreListedByName() {
        let names = TermNames(items: [.hotDishes: TermNames.Name(chinese: "热食", english: "hot")])
        let particulars = Particulars(
            matter: .foodOperationLicence, action: .new, receivedAt: Moment(CivilDate(dayNumber: 20_777)),
            channel: .window, applicant: Applicant(name: "示例", kind: .individual),
            premises: Premises(address: "东街", county: "371625"), items: [.hotDishes, .coldMeat])
        let record = MaterialRecord(
            material: .processDescription, how: .handedIn, fields: MaterialFields(items: [.coldMeat]))
        #expect(Placeholder.items.value(record, particulars, names) == "热食")
    }
}
