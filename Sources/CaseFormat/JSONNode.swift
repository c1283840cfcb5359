import CJSONShim

/// One value of a parsed document: a place in its flat array of nodes.
struct JSONNode {
    /// What a value is, named as an error message names it.
    enum Kind: UInt8 {
        case null, no, yes, integer, real, string, array, object
    }

    let nodes: UnsafePointer<cjs_node>
    let index: Int

    @inline(__always)
    private var node: UnsafePointer<cjs_node> { nodes + index }

    @inline(__always)
    var kind: Kind { Kind(rawValue: node.pointee.kind) ?? .null }

    /// Members of an object, elements of an array.
    @inline(__always)
    var count: Int { Int(node.pointee.count) }

    /// The place of the first node that is no longer inside this one.
    @inline(__always)
    var end: Int { Int(node.pointee.next) }

    @inline(__always)
    var integer: Int64 { node.pointee.integer }

    @inline(__always)
    var real: Double { node.pointee.real }

    /// The bytes of a string or key; empty for every other kind.
    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: node.pointee.text, count: Int(node.pointee.length))
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    @inline(__always)
    func at(_ index: Int) -> JSONNode { JSONNode(nodes: nodes, index: index) }

    /// The first key of an object or the first element of an array; only where `count` isn't 0.
    @inline(__always)
    var first: JSONNode { at(index + 1) }

    /// What follows this node and everything inside it.
    @inline(__always)
    var following: JSONNode { at(end) }
}
