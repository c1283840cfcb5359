import Crypto
import Yams

/// The digest that says which rules judged a case.
///
/// Taken over the content alone, so that a comment, another order of keys or another kind of quotes doesn't make old
/// cases look as if they had been judged by other rules.
enum ContentDigest {
    /// - Parameter node: a checklist. The day on which it ends isn't part of how it judges: ending a version must not turn
    ///   the cases that were judged by it into cases of a version that nobody has.
    /// - Returns: `sha256:` and 64 hex digits.
    static func of(_ node: Node) -> String {
        var bytes: [UInt8] = []
        var content = node
        if var mapping = node.mapping {
            mapping["effective-to"] = nil
            content = Node.mapping(mapping)
        }
        append(content, to: &bytes)
        return "sha256:" + SHA256.hash(data: bytes).map { hex($0) }.joined()
    }

    // Every part carries its length, so that no two contents can run together into the same bytes.
    private static func append(_ node: Node, to bytes: inout [UInt8]) {
        if let mapping = node.mapping {
            bytes += Array("{\(mapping.count)".utf8)
            for (key, value) in mapping.sorted(by: { ($0.key.string ?? "") < ($1.key.string ?? "") }) {
                append(key, to: &bytes)
                append(value, to: &bytes)
            }
        } else if let sequence = node.sequence {
            bytes += Array("[\(sequence.count)".utf8)
            for item in sequence { append(item, to: &bytes) }
        } else {
            let text = node.scalar?.string ?? ""
            bytes += Array("\(text.utf8.count):\(text)".utf8)
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
