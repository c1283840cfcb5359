/// Where in a document a node stands: `$.materials[3].fields.date`.
///
/// Nothing is kept for it while a case is read: the nodes lie in reading order, so the way to one of them is found by
/// walking down from the root, and only errors ever need it.
struct JSONPath {
    /// The path as an error shows it. Keys are shortened and made harmless, since they come from outside.
    private(set) var text = "$"
    /// The last string or key on the way, whose place in the source is known; nil at the root.
    private(set) var anchor: JSONNode?

    /// - Parameter place: the index of the node that is looked for; a key stands for its member.
    init(to place: Int, from root: JSONNode) {
        var node = root
        while node.index != place {
            let inside = node.kind == .object ? enterMember(of: node, holding: place) : enter(node, holding: place)
            guard let inside else { return }
            node = inside
        }
    }

    private mutating func enterMember(of object: JSONNode, holding place: Int) -> JSONNode? {
        guard object.count > 0 else { return nil }
        var key = object.first
        for _ in 0..<object.count {
            let value = key.following
            if place < value.end {
                text += JSONPath.step(key.text)
                anchor = key
                return place == key.index ? nil : value
            }
            key = value.following
        }
        return nil
    }

    private mutating func enter(_ array: JSONNode, holding place: Int) -> JSONNode? {
        guard array.count > 0 else { return nil }
        var element = array.first
        for index in 0..<array.count {
            if place < element.end {
                text += "[\(index)]"
                if element.kind == .string { anchor = element }
                if element.kind == .object, element.count > 0 { anchor = element.first }
                return element
            }
            element = element.following
        }
        return nil
    }

    private static func step(_ key: String) -> String {
        let plain = key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        let shown = ShownName(key).text
        return plain && !key.isEmpty ? "." + shown : "[\"" + shown + "\"]"
    }
}
