/// A closed list of ids that the case format fixes.
///
/// Ids are ASCII kebab-case and never change; what a clerk reads for them lives in the data files and the phrase
/// catalogue.
package protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable, Codable where RawValue == String {}

extension Vocabulary {
    /// The id as it stands in files.
    package var id: String { rawValue }

    /// The place in the declaration, from 0: what bit masks are built from.
    ///
    /// A payload-free enum is laid out as its tag, numbered in order of declaration; `VocabularyTests` pins this for
    /// every vocabulary, so a compiler that ever changed it would be noticed.
    @inlinable @inline(__always)
    package var ordinal: Int {
        withUnsafeBytes(of: self) { Int($0[0]) }
    }
}

/// A set of vocabulary terms as one machine word, so that rules can test many of them at once.
package struct TermSet<Term: Vocabulary>: Hashable, Sendable {
    /// Bit `n` stands for the term whose ordinal is `n`.
    @usableFromInline package internal(set) var bits: UInt64

    @inlinable package init() { bits = 0 }

    package init(bits: UInt64) { self.bits = bits }

    package var isEmpty: Bool { bits == 0 }
    package var count: Int { bits.nonzeroBitCount }

    /// The terms in the order of the vocabulary.
    package var terms: [Term] { Term.allCases.filter(contains) }

    @inline(__always)
    package func contains(_ term: Term) -> Bool { bits & (1 << UInt64(term.ordinal)) != 0 }

    @inlinable package mutating func insert(_ term: Term) { bits |= 1 << UInt64(term.ordinal) }

    package mutating func remove(_ term: Term) { bits &= ~(1 << UInt64(term.ordinal)) }

    package mutating func toggle(_ term: Term) { bits ^= 1 << UInt64(term.ordinal) }

    package func union(_ other: Self) -> Self { Self(bits: bits | other.bits) }

    package func intersection(_ other: Self) -> Self { Self(bits: bits & other.bits) }

    package func subtracting(_ other: Self) -> Self { Self(bits: bits & ~other.bits) }

    package func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }
}

extension TermSet: ExpressibleByArrayLiteral {
    @inlinable package init(arrayLiteral terms: Term...) {
        self.init(terms)
    }

    // Where the vocabulary is known, nothing has to be looked up about it at run time: the office file makes dozens of sets
    // before the first screen.
    @inlinable package init(_ terms: some Sequence<Term>) {
        self.init()
        for term in terms { insert(term) }
    }
}

extension TermSet: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try [Term](from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        try terms.encode(to: encoder)
    }
}
