import CaseDomain
import CaseStore

extension StoreContract {
    /// What is remembered comes back to its clerk, the latest first, until it is replaced or forgotten.
    package func clerksAreRemembered() throws {
        let store = try makeStore()
        let (wang, li) = (ClerkID("王"), ClerkID("李"))
        let note = { (name: String, minute: Int, text: String) in
            ClerkNote(name: name, at: StoreSamples.stamp(minute).at, text: text)
        }
        try store.remember(note("draft/new", 1, "老王'\u{1F}羊汤"), for: wang)
        try store.remember(note("draft/7", 2, ""), for: wang)
        try store.remember(note("drafts", 3, "x"), for: wang)
        try store.remember(note("draft/new", 9, "李"), for: li)
        try expect(
            try store.recall("draft/", for: wang)
                == [note("draft/7", 2, ""), note("draft/new", 1, "老王'\u{1F}羊汤")], "a clerk's own, the latest first")
        try store.remember(note("draft/new", 4, "改"), for: wang)
        try store.forget("draft/7", for: wang)
        try store.forget("draft/8", for: wang)
        try expect(try store.recall("draft/", for: wang) == [note("draft/new", 4, "改")], "replaced and forgotten")
        try expect(try store.recall("", for: wang).map(\.name) == ["draft/new", "drafts"], "everything")
        try expect(try store.recall("Draft", for: wang).isEmpty, "names are told apart by their characters")
        try expect(try store.recall("draft/new", for: li) == [note("draft/new", 9, "李")], "another clerk's stays")
    }
}
