import CaseDomain

/// Finds the term of an id by its bytes, without making a string of them.
///
/// A hash table with open addressing, at most a quarter full. Built once per reader.
struct TermTable<Term: Vocabulary>: Sendable {
    private let terms: [Term]
    /// The bytes of all ids, one after another.
    private let names: [UInt8]
    /// Where in `names` each id begins, and, as one more entry, where the last one ends.
    private let starts: [Int]
    /// The ordinal of the id in each slot; -1 where the slot is free.
    private let slots: [Int8]
    private let mask: Int

    init() {
        let terms = Array(Term.allCases)
        var size = 16
        while size < terms.count * 4 { size *= 2 }
        var names: [UInt8] = []
        var starts = [0]
        var slots = [Int8](repeating: -1, count: size)
        for (ordinal, term) in terms.enumerated() {
            let name = Array(term.id.utf8)
            var slot = name.withUnsafeBufferPointer { TermTable.hash($0) } & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int8(ordinal)
            names += name
            starts.append(names.count)
        }
        self.terms = terms
        self.names = names
        self.starts = starts
        self.slots = slots
        mask = size - 1
    }

    func term(_ id: UnsafeBufferPointer<UInt8>) -> Term? {
        var slot = TermTable.hash(id) & mask
        while slots[slot] >= 0 {
            let ordinal = Int(slots[slot])
            if holds(ordinal, id) { return terms[ordinal] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func holds(_ ordinal: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[ordinal]
        guard starts[ordinal + 1] - start == id.count else { return false }
        for place in 0..<id.count where names[start + place] != id[place] { return false }
        return true
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }
}
