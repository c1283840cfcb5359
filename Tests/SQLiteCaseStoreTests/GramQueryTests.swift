import CaseStore
import GRDB
@testable import SQLiteCaseStore
import TestSupport
import TextLayout
import Testing

@Suite("Questions to the index of words")
struct GramQueryTests {
    /// An index of words alone.
    private static func index(_ names: [String]) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE search USING fts5(
                        grams, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii')
                    """)
            for (place, name) in names.enumerated() {
                try db.execute(
                    sql: "INSERT INTO search (rowid, grams) VALUES (?, ?)",
                    arguments: [place + 1, SearchGrams.terms(name)])
            }
        }
        return queue
    }

    private static func hits(_ query: GramQuery, _ db: Database) throws -> Set<Int> {
        try Set(
            Int.fetchAll(db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: [query.expression]))
    }

    @Test("what the year of all numbers is made of isn't looked up beside what tells them apart")
    func commonGrams() throws {
        let numbers = (1...3_000).map { "店\(SearchText.separator)2026-\(900_000 + $0)" }
        try Self.index(numbers).read { db in
            let sought = try #require(SearchGrams.search(SoughtText("2026-902999")))
            let thinned = try sought.thinned(by: GramSample(db, size: numbers.count))
            #expect(thinned.expression.count < sought.expression.count / 2)
            let hits = try Self.hits(thinned, db)
            #expect(hits.contains(2_999) && hits.count < 200)
        }
    }

    @Test("a way to read what was typed that no case can be meant by isn't asked for")
    func impossibleWays() throws {
        try Self.index(["洪云楼", "洪运来"]).read { db in
            let sought = try #require(SearchGrams.search(SoughtText("hongyunlou")))
            let thinned = try sought.thinned(by: GramSample(db, size: 2))
            #expect(thinned.expression.count < sought.expression.count / 2)
            #expect(try Self.hits(thinned, db) == [1])
            let nothing = try #require(SearchGrams.search(SoughtText("zhangzhangzhang")))
            #expect(try Self.hits(nothing.thinned(by: GramSample(db, size: 2)), db).isEmpty)
        }
    }

    @Test(
        "the last character before a letter, a digit, a bracket or the end is found by its syllable",
        arguments: ["旺A店", "旺1", "旺（分店）", "兴旺", "旺", "旺·角", "Ａ旺b"])
    func endings(_ name: String) throws {
        try Self.index([name]).read { db in
            for typed in ["wang", "wan", "wa"] {
                let sought = try #require(SearchGrams.search(SoughtText(typed)))
                #expect(try Self.hits(sought, db) == [1], "\(typed)")
            }
        }
    }

    @Test("whatever is found row by row is among the hits, thinned or not", arguments: 1...4)
    func nothingIsMissed(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let characters = Array("羊汤馆店博兴县旺行长乐重庆家A3b（）·－ 12026-小吃女吕")
        let names = (0..<60).map { _ in
            SearchText.needle(String((0..<(2 + dice.below(9))).map { _ in dice.pick(characters) }))
        }
        try Self.index(names).read { db in
            for _ in 0..<150 {
                let typed = Self.typed(from: dice.pick(names), &dice)
                let sought = SoughtText(typed)
                guard let query = SearchGrams.search(sought), !sought.isEmpty else { continue }
                let found = Set(
                    names.indices.filter { place in
                        var name = names[place]
                        return name.withUTF8 { sought.isFound(in: $0) }
                    }.map { $0 + 1 })
                let thinned = try query.thinned(by: GramSample(db, size: names.count))
                #expect(found.isSubset(of: try Self.hits(query, db)), "\(typed)")
                #expect(found.isSubset(of: try Self.hits(thinned, db)), "\(typed)")
            }
        }
    }

    /// A part of a name as somebody may type it: as it stands, or by sound, whole syllables, beginnings and all.
    private static func typed(from name: String, _ dice: inout Dice) -> String {
        let scalars = Array(name.unicodeScalars)
        let start = dice.below(scalars.count)
        let part = scalars[start...].prefix(1 + dice.below(5))
        let bySound = dice.chance(70)
        return part.map { scalar in
            let readings = Pinyin.readings(of: scalar)
            guard bySound, !readings.isEmpty else { return String(scalar) }
            let reading = dice.pick(readings)
            let length = dice.chance(50) ? reading.count : 1 + dice.below(reading.count)
            return String(decoding: reading.prefix(length), as: UTF8.self)
        }.joined()
    }
}
