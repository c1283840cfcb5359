import CJSONShim

/// Why a text is no JSON.
package enum JSONFault: Int32, CaseIterable, Hashable, Sendable {
    case empty = 1, trailing, badValue, badKey, noColon, noComma, badEscape, badSurrogate, badUTF8, nul, unterminated
    case badNumber, tooDeep, tooLong, noMemory
}

/// A parsed JSON text, and the memory for the next one.
///
/// Owns the C parser, so it can't be copied; the nodes it hands out live until the next `parse`.
struct JSONDocument: ~Copyable {
    /// Why the last text was refused, and at which byte.
    struct Failure: Error {
        let fault: JSONFault
        let offset: Int
    }

    /// Nil where the system had no memory to give, which `parse` then reports.
    private let document: OpaquePointer?

    init() { document = cjs_create() }

    deinit { cjs_destroy(document) }

    /// Parses a text, which is copied.
    ///
    /// - Returns: the root; it is valid until the next call.
    mutating func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> JSONNode {
        guard let document else { throw Failure(fault: .noMemory, offset: 0) }
        let code = cjs_parse(document, text.baseAddress, text.count)
        guard code == Int32(CJS_OK), let nodes = cjs_nodes(document) else {
            throw Failure(fault: JSONFault(rawValue: code) ?? .badValue, offset: cjs_failure_offset(document))
        }
        return JSONNode(nodes: nodes, index: 0)
    }

    /// Where in the source a string or key begins.
    func offset(of node: JSONNode) -> Int {
        cjs_offset_of(document, node.nodes + node.index)
    }
}
