import CaseDomain
import ChecklistFiles
import ChecklistRules
import Foundation
import Testing

/// 证前·证后服务, 布局样图 and 一件事 as they ship, and what is said about bad ones.
struct CatalogueTests {
    private static let licensed: [String] = ((try? RuleData.library.subtypes())?.subtypes ?? []).map(\.id)
    private static let businesses = licensed + ["small-catering", "small-workshop", "prepackaged-filing"]

    @Test(arguments: businesses) func everyBusinessIsServedBeforeAndAfter(business: String) throws {
        let catalogue = try RuleData.library.services()
        for stage in Service.Stage.allCases { #expect(!catalogue.services(stage, for: business).isEmpty) }
    }

    /// A sample that fails the checks that the applicant's own plan has to pass would be worse than none.
    @Test(arguments: licensed.filter { $0 != "management" }) func samplesPassTheChecks(business: String) throws {
        let layouts = try RuleData.library.services().layouts(for: business)
        #expect(!layouts.isEmpty)
        let marked: TermSet<Check> = [.zonesMarked, .areaMarked, .equipmentMarked, .flowMarked]
        for layout in layouts {
            #expect(marked.isSubset(of: layout.shows), "\(layout.id)")
            let text = layout.drawing.joined(separator: "\n")
            #expect(text.contains("㎡") && text.contains("总面积"), "\(layout.id)")
            #expect(text.contains("[") && text.contains("->"), "\(layout.id)")
        }
        if ["central-kitchen", "group-meal-delivery"].contains(business) {
            #expect(layouts.allSatisfy { $0.shows.contains(.retentionMarked) })
        }
        if ["pastry-shop", "restaurant"].contains(business) {
            #expect(layouts.allSatisfy { $0.shows.contains(.specialRoomMarked) })
        }
    }

    @Test(
        arguments: [
            ("bundles.yaml", "for: [small-workshop]", "for: [small-workshops]", "which is no business"),
            ("bundles.yaml", "shared: [loss-statement,", "shared: [layout-plan,", "shares layout-plan"),
            ("bundles.yaml", "procedure: small-workshop/new", "procedure: small-workshop/report", "no checklist"),
            ("services.yaml", "for: [drinks-shop]", "for: [drink-shop]", "which is no business"),
        ])
    func whatOnlyShowsAcrossFilesIsLinted(file: String, good: String, bad: String, complaint: String) throws {
        let files = FileManager.default
        let root = "\(NSTemporaryDirectory())/yicigao-catalogues-\(UUID().uuidString)"
        try files.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try files.removeItem(atPath: root) } }
        for name in ["Checklists", "Calendars", "Offices", "Papers", "Figures"] {
            try files.copyItem(atPath: "\(RuleData.folder.root)/\(name)", toPath: "\(root)/\(name)")
        }
        let path = "\(root)/Checklists/\(file)"
        try RuleData.text(path).replacing(good, with: bad).write(toFile: path, atomically: true, encoding: .utf8)
        let found = ChecklistLint.lint(DataFolder(root: root)).diagnostics
        #expect(found.allSatisfy { $0.file.hasSuffix(file) })
        #expect(found.contains { $0.message.contains(complaint) })
    }

    @Test func areasAddUp() throws {
        for layout in try RuleData.library.services().layouts {
            let text = layout.drawing.joined()
            guard let total = text.firstMatch(of: /总面积 (\d+)㎡/).flatMap({ Int($0.output.1) }) else { continue }
            let areas = text.replacing(/总面积 \d+㎡/, with: "").matches(of: /(\d+)㎡/).compactMap { Int($0.output.1) }
            // Rooms that open into each other leave passages, which the total holds and no room does.
            #expect(areas.reduce(0, +) <= total, "\(layout.id)")
            #expect(areas.reduce(0, +) * 10 >= total * 8, "\(layout.id)")
        }
    }

    @Test func badDrawingsAreRefused() throws {
        let text = try RuleData.text("\(RuleData.folder.checklists)/services.yaml")
        for (bad, code) in [
            ("| 库房 6㎡        |", "columns, not"), ("| 库房 6²       |", "draw differently"),
        ] {
            let failure = #expect(throws: DataLoadFailure.self) {
                _ = try ServicesFile.decode(text.replacing("| 库房 6㎡        |", with: "\(bad) "), file: "s")
            }
            #expect(failure?.description.contains(code) == true)
        }
        let lacking = #expect(throws: DataLoadFailure.self) {
            _ = try ServicesFile.decode(text.replacing("zones: [库房,", with: "zones: [地窖,"), file: "s")
        }
        #expect(lacking?.description.contains("lacks the zone ‘地窖’") == true)
        let foreign = #expect(throws: DataLoadFailure.self) {
            _ = try ServicesFile.decode(text.replacing("shows: [zones-marked,", with: "shows: [dated,"), file: "s")
        }
        #expect(foreign?.diagnostics.first?.code == .foreignCheck)
    }

    @Test(
        arguments: [
            ("shared: [business-licence,", "shared: [application-form,", "can't be shared"),
            ("procedure: small-catering/new", "procedure: small-catering/open", "no matter and action"),
            ("        subject: sales\n", "", "together, or neither"),
            ("otherwise: 申报", "remark: 申报", "lacks ‘otherwise’"),
            ("about: 开小餐饮店", "about: 提交相关材料", "vague-demand"),
            ("id: workshop-and-prepackaged", "id: small-catering-and-prepackaged", "stands twice"),
        ])
    func badBundlesAreRefused(good: String, bad: String, complaint: String) throws {
        let text = try RuleData.text("\(RuleData.folder.checklists)/bundles.yaml")
        let failure = #expect(throws: DataLoadFailure.self) {
            _ = try BundlesFile.decode(
                text.replacing(good, with: bad), file: "b", wording: RuleData.library.wording())
        }
        #expect(failure?.description.contains(complaint) == true)
    }
}
