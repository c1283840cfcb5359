/// 办件编号 of ours: the year of receipt and a running number, `2026-000123`. Never used twice.
package struct CaseNumber: Hashable, Sendable, Comparable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(year: Int, sequence: Int) { text = "\(padded(year, 4))-\(padded(sequence, 6))" }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// 文书编号 of an issued paper, `示审食补〔2026〕12号`. Never used twice; a void one is kept.
package struct DocumentNumber: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// The clerk who did something: the name of the operating-system account.
package struct ClerkID: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// How many events a case has. A writer says which revision it saw, so that nobody overwrites what he didn't see.
package struct Revision: Hashable, Sendable, Comparable, Codable {
    package let count: Int

    package init(_ count: Int) { self.count = count }

    package static func < (left: Self, right: Self) -> Bool { left.count < right.count }

    package init(from decoder: any Decoder) throws { count = try Int(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try count.encode(to: encoder) }
}

/// Which rules judged: enough to find them again years later.
package struct ChecklistReference: Hashable, Sendable, Codable {
    /// `food-operation-licence/new`.
    package let id: String
    package let version: String
    /// `sha256:` and the hex digest of the checklist's content.
    package let digest: String

    package init(id: String, version: String, digest: String) {
        self.id = id
        self.version = version
        self.digest = digest
    }
}

/// A name that is stored as its bare text.
package protocol TextCoded: Codable {
    var text: String { get }
    init(_ text: String)
}

extension TextCoded {
    package init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }

    package func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension CaseNumber: TextCoded {}
extension DocumentNumber: TextCoded {}
extension ClerkID: TextCoded {}
