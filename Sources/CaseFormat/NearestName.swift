import CaseDomain

/// The id that somebody probably meant.
enum NearestName {
    /// - Returns: the nearest of the vocabulary's ids; nil where none is near enough to be a slip of the pen.
    static func id<Term: Vocabulary>(to written: String, in vocabulary: Term.Type) -> String? {
        let written = Array(written.lowercased().utf8)
        // A name much longer than every id would only cost time.
        guard written.count <= 64 else { return nil }
        var best: (distance: Int, id: String)?
        for term in Term.allCases {
            let distance = distance(written, Array(term.id.lowercased().utf8))
            guard distance <= max(2, term.id.utf8.count / 3), distance < best?.distance ?? Int.max else { continue }
            best = (distance, term.id)
        }
        return best?.id
    }

    /// Edits of one byte that turn one name into the other.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (line, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
