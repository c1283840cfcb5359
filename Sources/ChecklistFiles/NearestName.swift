/// The candidate that a misspelt name was probably meant to be.
enum NearestName {
    /// - Returns: nil where nothing is near enough to be more help than noise.
    static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(2, name.count / 3)
        let scored = candidates.map { (candidate: $0, distance: distance(Array(name), Array($0))) }
        return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
            .candidate
    }

    static func hint(_ name: String, among candidates: some Sequence<String>) -> String? {
        of(name, among: candidates).map { "did you mean \($0)?" }
    }

    /// Levenshtein's distance, one row at a time.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in right.indices {
                let cost = character == right[place] ? diagonal : 1 + min(diagonal, row[place], row[place + 1])
                diagonal = row[place + 1]
                row[place + 1] = cost
            }
        }
        return row[right.count]
    }
}
