package import CaseDomain

/// 业务小类: what a clerk calls a case at a glance, 餐馆 or 中央厨房.
package struct Subtype: Hashable, Sendable {
    package let id: String
    package let chinese: String
    package let english: String
    package let when: Condition

    package init(id: String, chinese: String, english: String, when: Condition) {
        self.id = id
        self.chinese = chinese
        self.english = english
        self.when = when
    }
}

/// The sub-types in the order in which they are tried. Small, and apart from the checklists, because the queue names
/// the sub-type of every case it shows.
package struct SubtypeTable: Sendable {
    package let subtypes: [Subtype]
    private let program: ConditionProgram
    private let roots: [ConditionProgram.Root]
    private let place = OfficeBits(nil)

    package init(_ subtypes: [Subtype]) {
        self.subtypes = subtypes
        var program = ConditionProgram()
        roots = subtypes.map { program.add($0.when) }
        self.program = program
    }

    /// The first sub-type that certainly holds; nil where none does.
    package func subtype(of particulars: Particulars) -> Subtype? {
        let bits = CaseBits(particulars, in: place)
        return program.nodes.withUnsafeBufferPointer { nodes in
            roots.firstIndex { ConditionProgram.answer($0, bits, nodes) == .yes }.map { subtypes[$0] }
        }
    }
}
