/// Finds the name somebody meant when they mistyped one.
package enum NearestName {
    /// The closest candidate, when it is close enough to be worth suggesting.
    ///
    /// - Parameters:
    ///   - name: What was written.
    ///   - candidates: What would have been understood.
    /// - Returns: The candidate with the fewest edits, the first of them on a tie; `nil` where none is near enough to be
    ///   more help than noise: beyond two edits and a third of its length.
    package static func find(_ name: String, among candidates: [String]) -> String? {
        // A name much longer than every candidate would only cost time.
        guard name.utf8.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = edits(Array(name.lowercased().utf8), Array(candidate.lowercased().utf8))
            guard distance <= max(2, candidate.utf8.count / 3) else { continue }
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Edits between two names, where swapping two neighbours counts once, as it is one slip of the fingers.
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var older = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let same = left[row] == right[column]
                var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, older[column - 1] + 1)
                }
                current.append(cost)
            }
            older = previous
            previous = current
        }
        return previous[right.count]
    }
}
