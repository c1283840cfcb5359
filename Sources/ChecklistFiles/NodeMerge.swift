import Yams

extension Node {
    /// The word that takes a key out of what it overrides.
    private static var absent: String { "absent" }

    /// This node with another laid over it: mappings merge key by key, anything else is replaced.
    func overlaid(by other: Node) -> Node {
        guard let mapping, let over = other.mapping else { return other }
        var pairs = mapping.map { (key: $0.key, value: $0.value) }
        for entry in over {
            let place = pairs.firstIndex { $0.key.string == entry.key.string }
            let isAbsent = entry.value.scalar?.string == Node.absent
            switch (place, isAbsent) {
            case (let place?, true): pairs.remove(at: place)
            case (let place?, false): pairs[place].value = pairs[place].value.overlaid(by: entry.value)
            case (nil, true): break
            case (nil, false): pairs.append((key: entry.key, value: entry.value))
            }
        }
        var merged = Node.Mapping(pairs.map { ($0.key, $0.value) }, mapping.tag, mapping.style)
        merged.mark = over.mark ?? mapping.mark
        return .mapping(merged)
    }
}
