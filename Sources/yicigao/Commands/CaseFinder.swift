import CaseDomain
import CaseStore
import ClerkDesk
import SQLiteCaseStore
import TextLayout

/// Finds the one case that somebody named by its number, ours or the province's.
struct CaseFinder {
    let store: SQLiteCaseStore
    let today: CivilDate

    /// - Throws: a refusal where there is no such case, or more than one.
    func find(_ name: String) throws -> CaseFile {
        let numbers: [CaseNumber]
        do throws(StoreError) {
            if let file = try store.load(CaseNumber(name)) { return file }
            numbers = try external(name)
            if numbers.count == 1, let file = try store.load(numbers[0]) { return file }
        } catch {
            throw CommandFailure(code: error.exit, message: error.advisory(.zh))
        }
        guard numbers.count < 2 else {
            let list = numbers.map(\.text).joined(separator: "、")
            throw CommandFailure(code: .refused, message: "这个编号有多件办件：\(list)；请用其中之一")
        }
        throw CommandFailure(code: .refused, message: "没有编号为 \(SafeText.singleLine(name)) 的办件")
    }

    private func external(_ name: String) throws(StoreError) -> [CaseNumber] {
        let needle = SearchText.needle(name)
        guard !needle.isEmpty else { return [] }
        let query = QueueQuery(filter: .all, search: name, sort: .received, today: today)
        var found: [CaseNumber] = []
        var anchor = QueueAnchor.first
        while true {
            let page = try store.queue(query, from: anchor, limit: 200)
            found += page.rows.filter { $0.externalNumber.map(SearchText.needle) == needle }.map(\.number)
            guard page.hasLater, let last = page.rows.last else { return found }
            anchor = .after(last)
        }
    }
}

extension StoreError {
    /// What no store can help is the command's own no.
    var exit: Exit {
        switch self {
        case .noSuchCase, .erased, .alreadyNotified, .forbidden: .refused
        default: .system
        }
    }
}
