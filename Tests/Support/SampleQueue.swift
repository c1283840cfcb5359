import CaseDomain
package import CaseStore

/// A morning's queue with a case in every state, and names that don't fit their column.
package enum SampleQueue {
    package static func fill(_ store: any DeskStoring) throws {
        try decided(store)
        try corrections(store)
        for (name, day) in [
            ("示例县东方红小吃", "2026-11-09"), ("示例县城东街道老王家正宗羊汤馆（个体工商户）第三分店", "2026-11-13"),
            ("羊汤一绝", "2026-11-16"), ("红\u{1B}[31m灯\u{202E}笼👨‍👩‍👧‍👦饭店", "2026-11-18"), ("Café Ｅｄｅｎ", "2026-11-19"),
        ] {
            _ = try DeskCases.receive(DeskCases.restaurant(name, received: day), into: store)
        }
        _ = try DeskCases.receive(DeskCases.workshop(), into: store, clerk: "limin", window: "A03")
        _ = try DeskCases.receive(DeskCases.stall(), into: store, window: "A03")
        _ = try DeskCases.receive(DeskCases.restaurant(), into: store)
    }

    private static func decided(_ store: any DeskStoring) throws {
        let complete = try DeskCases.judgeAll(
            DeskCases.receive(DeskCases.restaurant("示例县福满楼酒店", received: "2026-11-12"), into: store),
            on: "2026-11-13", in: store)
        _ = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-13"), gaps: []))], to: complete,
            on: "2026-11-13", in: store)
        let gaps = try DeskCases.judgeAll(
            DeskCases.receive(
                DeskCases.restaurant("示例县老街面馆", received: "2026-11-17", tolerance: true), into: store),
            missing: [.policyIndex], on: "2026-11-18", in: store)
        _ = try DeskCases.append(
            [.accepted(acceptance: Acceptance(on: DeskCases.date("2026-11-18"), gaps: [.policyIndex]))], to: gaps,
            on: "2026-11-18", in: store)
        let stall = try DeskCases.receive(DeskCases.stall("老街烤红薯", received: "2026-11-18"), into: store)
        let basis = LegalSource(citation: "《山东省食品小作坊小餐饮和食品摊点管理条例》第二十八条", verified: true)
        _ = try DeskCases.append(
            [.routed(route: RouteTaken(to: "township", basis: basis))], to: stall, on: "2026-11-18", in: store)
        let withdrawn = try DeskCases.receive(DeskCases.workshop("花家豆腐坊", received: "2026-11-17"), into: store)
        _ = try DeskCases.append([.withdrawn(reason: "申请人撤回")], to: withdrawn, on: "2026-11-19", in: store)
    }

    private static func corrections(_ store: any DeskStoring) throws {
        for (name, received, issued) in [
            ("示例县半岛烤肉", "2026-10-14", "2026-10-15"), ("示例县湖滨快餐", "2026-11-12", "2026-11-16"),
        ] {
            let file = try DeskCases.judgeAll(
                DeskCases.receive(DeskCases.restaurant(name, received: received), into: store),
                missing: [.policyIndex], failed: [.layoutPlan: [.areaMarked]], on: issued, in: store)
            _ = try DeskCases.issue(file, on: issued, in: store)
        }
        var twice = try DeskCases.judgeAll(
            DeskCases.receive(DeskCases.workshop("示例县奶奶家煎饼坊", received: "2026-11-02"), into: store),
            missing: [.processChart], on: "2026-11-03", in: store)
        twice = try DeskCases.issue(twice, on: "2026-11-03", in: store)
        twice = try DeskCases.append(
            [.correctionReceived(materials: [.processChart])], to: twice, on: "2026-11-10", in: store)
        twice = try DeskCases.append(
            [.materialRecorded(record: DeskCases.judged(.processChart, in: twice, failed: [.signed, .flowMarked]))],
            to: twice, on: "2026-11-11", in: store)
        twice = try DeskCases.append(
            [.materialRecorded(record: MaterialRecord(material: .processChart, how: .missing))], to: twice,
            on: "2026-11-11", in: store)
        _ = try DeskCases.issue(twice, on: "2026-11-11", in: store)
    }
}
