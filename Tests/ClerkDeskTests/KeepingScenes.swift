import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

extension ScreenScene {
    /// Drafts, leases, and two versions side by side.
    static let keeping = [
        ScreenScene(name: "draft-offer", play: { _ in }, fill: { try leaveDrafts(1, in: $0) }),
        ScreenScene(name: "draft-list", play: { $0.press("F9") }, fill: { try leaveDrafts(3, in: $0) }),
        ScreenScene(
            name: "queue-taken",
            play: { desk in
                desk.idle(seconds: 60)
            }, fill: taken),
        ScreenScene(
            name: "case-taken",
            play: { desk in
                desk.idle(seconds: 60)
                desk.press("Enter")
            }, fill: taken),
        ScreenScene(
            name: "take-over",
            play: { desk in
                desk.idle(seconds: 60)
                desk.press("Enter", "1")
            }, fill: taken),
        ScreenScene(
            name: "both-versions",
            play: { desk in
                desk.press("Enter", "F3")
                desk.type("（总店）")
                let number = try #require(desk.file?.number)
                var theirs = DeskCases.restaurant("王记羊肉馆")
                theirs.premises.address = "示例县城东街道渤海大街18号楼2单元101室沿街商铺"
                theirs.applicant.phone = "13911111111"
                let stamp = EventStamp(at: desk.clock, by: ClerkID("limin"))
                _ = try desk.store.append(
                    [.particularsChanged(particulars: theirs)], to: number, expecting: Revision(1), stamp: stamp)
                desk.press("F2")
            }, fill: { _ = try DeskCases.receive(DeskCases.restaurant(), into: $0) }),
    ]

    @Sendable private static func leaveDrafts(_ count: Int, in store: any DeskStoring) throws {
        try SampleQueue.fill(store)
        for place in 0..<count {
            var form = ParticularsForm(now: SampleDesk.morning, county: "371625", window: "A02")
            form.fill(.name, ["王记羊汤馆", "李记包子铺", "示例县石磨香油坊"][place])
            let draft = Draft(
                number: nil, revision: Revision(0), content: .form(form.snapshot, focus: .name, bundle: nil))
            let at = SampleDesk.morning.adding(seconds: [-300, -7200, -40 * 86_400][place])
            try store.remember(
                ClerkNote(name: "\(Draft.prefix)new/A02/\(place)", at: at, text: draft.text), for: ClerkID("zhang"))
        }
    }

    @Sendable private static func taken(_ store: any DeskStoring) throws {
        let file = try DeskCases.receive(DeskCases.restaurant(), into: store)
        let holder = LeaseHolder(clerk: ClerkID("limin"), window: "A03", desk: "1")
        _ = try store.takeLease(
            of: file.number, by: holder, at: SampleDesk.morning.adding(seconds: -60),
            until: SampleDesk.morning.adding(seconds: 300))
    }
}
