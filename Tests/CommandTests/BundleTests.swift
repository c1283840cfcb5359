import CaseDomain
import CaseStore
import SQLiteCaseStore
import Testing

/// 一件事 on the command line.
struct BundleTests {
    let work: Workplace
    init() throws { work = try Workplace() }

    @Test func theGuideOfABundleAsksForEachPaperOnce() throws {
        let base = ["guide", "--bundle", "small-catering-and-prepackaged", "--area", "40", "--agent"]
        let run = try work.run(base + ["--fact", "licenceVerifiableOnline=false", "--json"])
        #expect(run.code == 0)
        let object = try run.object()
        #expect(object["format"] as? String == "yicigao.bundle-guide/1")
        let needed = try #require(object["needed"] as? [[String: Any]])
        let shared = needed.filter { ($0["matters"] as? [String])?.count == 2 }
        #expect(
            shared.compactMap { $0["material"] as? String } == [
                "business-licence", "power-of-attorney", "agent-identity",
            ])
        #expect(needed.count { $0["material"] as? String == "application-form" } == 2)
        let savings = try #require(object["savings"] as? [String: Int])
        #expect(savings == ["separately": 10, "together": 7, "spared": 3, "lookedUp": 0])
        let online = try work.run(base + ["--fact", "licenceVerifiableOnline", "--json"]).object()
        #expect((online["savings"] as? [String: Int])?["lookedUp"] == 1)
        let plain = try work.run(base)
        #expect(plain.lines.contains { $0.contains("省2份") })
        #expect(plain.lines.contains { $0.hasPrefix("证后服务") })
    }

    @Test func aMatterThatFallsAwaySaysWhy() throws {
        let run = try work.run(
            "guide", "--bundle", "catering-and-prepackaged", "--subject", "sales", "--item", "bulk-and-prepackaged")
        #expect(run.code == 0)
        #expect(run.output.contains("不含仅销售预包装食品备案·新办：申报的“散装食品和预包装食品销售”已经包括"))
    }

    @Test(arguments: [
        ["--bundle", "small-eatery"], ["--bundle", "catering-and-prepackaged"],
        ["--bundle", "small-catering-and-prepackaged", "--matter", "small-catering"], ["--action", "new"],
    ])
    func badBundlesAreBadUsage(arguments: [String]) throws {
        let run = try work.run(["guide"] + arguments)
        #expect(run.code == 2)
        #expect(run.output == "" && !run.errors.isEmpty)
    }

    @Test func theGuideShowsServicesAndASampleLayout() throws {
        let base = ["guide", "--matter", "food-operation-licence", "--action", "new", "--subject", "catering"]
        let object = try work.run(base + ["--item", "hot-dishes", "--json"]).object()
        let services = try #require(object["services"] as? [[String: Any]])
        #expect(Set(services.compactMap { $0["stage"] as? String }) == ["before", "after"])
        let layouts = try #require(object["layouts"] as? [[String: Any]])
        #expect(layouts.compactMap { $0["id"] as? String } == ["restaurant-plan"])
        let plain = try work.run(base + ["--item", "hot-dishes"])
        #expect(plain.output.contains("餐馆布局样图") && plain.output.contains("+-----------------+"))
    }

    @Test func showNamesTheSisters() throws {
        let projection = QueueProjection(fingerprint: "test") { _ in (nil, true) }
        let store = try SQLiteCaseStore(path: work.store, projection: projection)
        let at = Moment(CivilDate(dayNumber: 20_777), seconds: 36_000)
        let receipts = [Matter.smallCatering, .prepackagedFiling].map { matter in
            Receipt(
                application: Application(
                    particulars: Particulars(
                        matter: matter, action: .new, receivedAt: at, channel: .window,
                        applicant: Applicant(name: "花间小馆", kind: .individual),
                        premises: Premises(address: "渤海大街18号", county: "371625", area: 40))),
                checklist: nil, window: "A02")
        }
        let files = try store.receive(
            BundleReceipt(bundle: "small-catering-and-prepackaged", shared: [.businessLicence], receipts: receipts),
            stamp: EventStamp(at: at, by: ClerkID("zhang")))
        try store.close()
        let run = try work.run("show", files[0].number.text, "--store", work.store)
        #expect(run.code == 0)
        #expect(run.output.contains("一件事：小餐饮店一件事"))
        #expect(run.lines.contains { $0.contains("同办 \(files[1].number.text)") && $0.contains("仅销售预包装食品备案") })
        let object = try work.run("show", files[1].number.text, "--json", "--store", work.store).object()
        let bundle = try #require(object["bundle"] as? [String: Any])
        let sisters = try #require(bundle["sisters"] as? [[String: Any]])
        #expect(sisters.compactMap { $0["number"] as? String } == [files[0].number.text])
    }
}
