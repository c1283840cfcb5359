import GRDB

/// The hits of the index of words, a bit for each key.
///
/// They come from the index in the order of their keys and only as far as somebody asks, since a hundred thousand of them
/// take milliseconds.
struct SearchHits {
    private let cursor: FastDatabaseValueCursor<Int64>
    private let rising: Bool
    private var bits: [UInt64]
    /// How many have come.
    private(set) var count = 0
    /// All keys up to this one are settled; down to it where keys fall.
    private var settled: Int64
    private(set) var isComplete = false

    /// - Parameters:
    ///   - size: the greatest key.
    ///   - rising: in which order keys will be asked for.
    init(_ db: Database, _ search: GramQuery, size: Int, rising: Bool) throws {
        let order = rising ? "rowid" : "rowid DESC"
        cursor = try Int64.fetchCursor(
            db.cachedStatement(sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY \(order)"),
            arguments: [search.expression])
        bits = Array(repeating: 0, count: size / 64 + 1)
        self.rising = rising
        settled = rising ? 0 : Int64(size) + 1
    }

    /// - Returns: whether there are no more hits than this.
    mutating func areAtMost(_ few: Int) throws -> Bool {
        while !isComplete, count <= few { try advance() }
        return count <= few
    }

    mutating func contains(_ key: Int64) throws -> Bool {
        try settle(key)
        return bits[Int(key) / 64] & (1 << (UInt64(key) % 64)) != 0
    }

    /// The first hit behind a key, in the order in which keys are asked for.
    mutating func next(behind key: Int64) throws -> Int64? {
        var place = key + (rising ? 1 : -1)
        guard place >= 0, place < bits.count * 64 else { return nil }
        try settle(place)
        while place >= 0, place < bits.count * 64 {
            let (word, bit) = (Int(place) / 64, UInt64(place) % 64)
            let rest = rising ? (bits[word] >> bit) << bit : bits[word] & (.max >> (63 - bit))
            if rest != 0 {
                return Int64(word * 64 + (rising ? rest.trailingZeroBitCount : 63 - rest.leadingZeroBitCount))
            }
            place = Int64(rising ? (word + 1) * 64 : word * 64 - 1)
        }
        return nil
    }

    /// Those that have come, rising.
    var keys: [Int64] {
        var keys: [Int64] = []
        keys.reserveCapacity(count)
        for (word, bits) in bits.enumerated() {
            var rest = bits
            while rest != 0 {
                keys.append(Int64(word * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return keys
    }

    /// In how many stretches of 64 keys those lie that have come: hits beside each other share their pages.
    var stretches: Int { bits.count { $0 != 0 } }

    private mutating func settle(_ key: Int64) throws {
        while !isComplete, rising ? settled < key : settled > key { try advance() }
    }

    private mutating func advance() throws {
        guard let key = try cursor.next() else {
            isComplete = true
            return
        }
        bits[Int(key) / 64] |= 1 << (UInt64(key) % 64)
        count += 1
        settled = key
    }
}
