import TextLayout

/// What a diagnostic suggests.
enum Hint {
    /// - Returns: nil where no candidate is near enough.
    static func nearest(_ name: String, among candidates: some Sequence<String>) -> String? {
        NearestName.find(name, among: Array(candidates)).map { "did you mean \($0)?" }
    }
}
