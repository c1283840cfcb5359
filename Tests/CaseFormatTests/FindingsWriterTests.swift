import CaseDomain
import CaseFormat
@testable import ChecklistRules
import Foundation
import Testing

struct FindingsWriterTests {
    @Test
    func `an evaluation is written as the contract has it`() throws {
        let reference = ChecklistReference(id: "small-catering/new", version: "1", digest: "sha256:00")
        let evaluation = Evaluation(
            by: .checklist(reference, lines: [.businessLicence]),
            findings: [
                Finding(
                    requirement: nil, material: nil, defect: .application(.badUscc), isBlocking: true, isOnTheSpot: true
                ),
                Finding(
                    requirement: 0, material: .layoutPlan, defect: .missing, isBlocking: false, isOnTheSpot: false),
            ],
            undetermined: [
                Undetermined(material: .policyIndex, question: .check(.signed)),
                Undetermined(material: .schoolProof, question: .presence),
                Undetermined(material: .businessLicence, question: .fact(.fact(.licenceVerifiableOnline))),
            ],
            spared: TermSet<Material>([.businessLicence]).bits,
            warnings: [Warning(code: .renewalLate)])
        var reader = CaseReader()
        let application = try reader.read(CaseFixtures.smallest)
        var json = JSONText()
        FindingsWriter().write(evaluation, of: application, named: "a.jsonl:3", by: nil, to: &json)
        let expected = """
            {"format":"yicigao.findings/1","case":"a.jsonl:3",\
            "checklist":{"id":"small-catering/new","version":"1","digest":"sha256:00"},\
            "outcome":"undetermined","route":null,"findings":[\
            {"material":"application","defect":"bad-uscc","blocking":true,"onTheSpot":true,"row":"","basis":"","text":"",\
            "remedy":""},\
            {"material":"layout-plan","defect":"missing","blocking":false,"onTheSpot":false,"row":"","basis":"","text":"",\
            "remedy":""}],\
            "undetermined":[{"material":"policy-index","check":"signed"},{"material":"school-proof","check":"presence"},\
            {"material":"business-licence","fact":"licenceVerifiableOnline"}],\
            "notRequested":[{"material":"business-licence","why":"retrieved"}],\
            "warnings":[{"code":"renewal-late","text":"renewal-late"}]}
            """
        #expect(json.text == expected)
    }

    @Test
    func `a routed case has no checklist`() throws {
        let basis = LegalSource(citation: "某法第一条", verified: true)
        let route = Route(to: .township, name: "", english: "", text: "", basis: basis)
        var reader = CaseReader()
        let application = try reader.read(CaseFixtures.smallest)
        var json = JSONText()
        FindingsWriter().write(
            Evaluation(by: nil, route: route), of: application, named: "1", by: nil, to: &json)
        #expect(json.text.contains(#""checklist":null,"outcome":"route","route":{"to":"township","basis":"某法第一条"}"#))
    }
}
