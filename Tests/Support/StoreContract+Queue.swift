import CaseDomain
import CaseStore

extension StoreContract {
    /// After random work, every view, order and stretch of the queue is what a plain reading of the cases gives.
    ///
    /// - Parameter seed: named in the breach, to walk the same way again.
    package func queueAgreesWithModel(seed: UInt64) throws {
        do {
            var trial = QueueTrial(store: try makeStore(), seed: seed)
            try trial.run()
        } catch {
            throw StoreContractBreach(description: "seed \(seed): \(error)")
        }
    }

    /// Paging through, forwards and backwards, shows each row exactly once.
    package func pagingVisitsEachRowOnce(seed: UInt64) throws {
        let store = try makeStore()
        var trial = QueueTrial(store: store, seed: seed)
        try trial.work(steps: 60)
        for query in trial.queries() where query.search.isEmpty {
            let expected = try trial.expected(query)
            var forwards: [QueueRow] = []
            var page = try store.queue(query, from: .first, limit: 7)
            forwards += page.rows
            while page.hasLater, forwards.count <= expected.count, let last = page.rows.last {
                page = try store.queue(query, from: .after(last), limit: 7)
                forwards += page.rows
            }
            try expect(forwards == expected, "seed \(seed): paging forwards through \(query)")
            var backwards: [QueueRow] = []
            page = try store.queue(query, from: .last, limit: 7)
            backwards = page.rows
            while page.hasEarlier, backwards.count <= expected.count, let first = page.rows.first {
                page = try store.queue(query, from: .before(first), limit: 7)
                backwards = page.rows + backwards
            }
            try expect(backwards == expected, "seed \(seed): paging backwards through \(query)")
        }
    }

    /// Any part of a searched field finds its row, whatever characters it is made of.
    package func searchFindsEveryPart() throws {
        let store = try makeStore()
        let number = try store.receive(
            StoreSamples.receipt(
                name: "示例县O'Brien羊汤“100%”馆*", phone: "13987654321", uscc: "92510504MA6abcde1X", external: "川食2026-77"),
            stamp: StoreSamples.stamp(0)
        ).number
        _ = try store.receive(
            StoreSamples.receipt(name: "别家", phone: nil, uscc: nil), stamp: StoreSamples.stamp(1))
        func finds(_ text: String) throws -> [CaseNumber] {
            let query = StoreSamples.query(search: text)
            let rows = try store.queue(query, from: .first, limit: 10).rows
            try expect(try store.count(query) == rows.count, "count agrees with the search for “\(text)”")
            return rows.map(\.number)
        }
        for part in [
            "羊", "馆", "羊汤", "示例县O'Brien羊汤“100%”馆*", "o'bRIEN", "'", "%", "*", "”馆*", "4321", "13987654321", "1398",
            "MA6ABCDE1X", "ma6abcde1x", "1x", "X", "川食", "77", "1", "39", "398", "４３２１", "　羊汤 ", number.text + "",
        ] {
            try expect(try finds(part).contains(number), "“\(part)” finds the case")
        }
        for stranger in [
            "汤羊", "羊馆", "13987654322", "馆*1", "\"", "OR", "_", "%%", "139*", "* OR *", "\"羊汤\"", "4321 9",
        ] {
            try expect(try finds(stranger).isEmpty, "“\(stranger)” finds nothing")
        }
        // Blanks alone are no search.
        try expect(try finds(" 　").count == 2, "blanks find everything")
        let file = try store.append(
            [.particularsChanged(particulars: StoreSamples.particulars(name: "新名面馆", phone: "13700001111"))],
            to: number, expecting: Revision(1), stamp: StoreSamples.stamp(2))
        try expect(try finds("羊汤").isEmpty && finds("4321").isEmpty, "old names and numbers are forgotten")
        try expect(try finds("名面") == [file.number] && finds("1111") == [file.number], "new ones are found")
    }
}
