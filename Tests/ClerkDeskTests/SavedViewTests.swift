import CaseDomain
import CaseStore
import ClerkDesk
import TestSupport
import Testing

/// How a view of a clerk's own is written down.
@Suite("Saved views")
struct SavedViewTests {
    static let views = [
        SavedView(name: "我的", filter: "open", scope: .everything, order: QueueTab.Order(sort: .due)),
        SavedView(
            name: "a b", filter: "state-accepted",
            scope: QueueScope(clerk: ClerkID("zhang san"), windows: ["A02", "A03"]),
            order: QueueTab.Order(sort: .received, descending: true, search: " 羊 汤 ")),
        SavedView(
            name: "view/x", filter: "correction-due", scope: QueueScope(windows: ["A05"]),
            order: QueueTab.Order(sort: .applicant, search: "sort due")),
    ]

    @Test("what is written is read back", arguments: views)
    func roundTrip(view: SavedView) {
        #expect(SavedView(name: view.name, text: view.text) == view)
    }

    @Test("a damaged text is no view", arguments: views)
    func damaged(view: SavedView) {
        let lines = view.text.split(separator: "\n", omittingEmptySubsequences: false)
        for place in lines.indices {
            var fewer = lines
            fewer.remove(at: place)
            #expect(SavedView(name: "v", text: fewer.joined(separator: "\n")) == nil, "without line \(place)")
            var twice = lines
            twice.insert(lines[place], at: place)
            #expect(SavedView(name: "v", text: twice.joined(separator: "\n")) == nil, "line \(place) twice")
        }
        for wrong in [
            view.text.replacing("yicigao.view/1", with: "yicigao.view/2"), view.text + "\n", "", "\n\n\n\n\n\n",
            view.text.replacing("filter ", with: "filter un"), view.text.replacing("\nsort ", with: "\nsort  "),
            view.text.replacing("scending", with: "scended"), view.text.replacing("\nwindows ", with: "\nwindows ,"),
        ] {
            #expect(SavedView(name: "v", text: wrong) == nil, "\(wrong)")
        }
        #expect(SavedView(name: "", text: view.text) == nil)
    }
}
