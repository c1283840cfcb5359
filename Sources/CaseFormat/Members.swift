import CaseDomain
import TextLayout

/// What a reader found wrong, and at which node; the path is worked out later.
struct Fault: Error {
    let place: Int
    let problem: CaseFormatError.Problem

    init(_ node: JSONNode, _ problem: CaseFormatError.Problem) {
        place = node.index
        self.problem = problem
    }
}

/// The members of an object by key, once it is sure that each is known and none comes twice.
struct Members<Key: Vocabulary> {
    private let object: JSONNode
    /// The node of each key's value, 0 where the key is absent. No object of the format has more than sixteen keys.
    private var places: InlineArray<16, Int32>

    init(of object: JSONNode, _ keys: TermTable<Key>) throws(Fault) {
        guard object.kind == .object else { throw object.isNo(.object) }
        self.object = object
        places = InlineArray(repeating: 0)
        var place = object.index + 1
        for _ in 0..<object.count {
            let name = object.at(place)
            guard let key = keys.term(name.bytes) else {
                throw Fault(name, .unknownKey(nearest: NearestName.find(name.text, among: Key.allCases.map(\.id))))
            }
            guard places[key.place] == 0 else { throw Fault(name, .repeatedKey) }
            places[key.place] = Int32(truncatingIfNeeded: place + 1)
            place = object.at(place + 1).end
        }
    }

    @inline(__always)
    subscript(key: Key) -> JSONNode? {
        let place = places[key.place]
        return place == 0 ? nil : object.at(Int(place))
    }

    func required(_ key: Key) throws(Fault) -> JSONNode {
        guard let value = self[key] else { throw Fault(object, .missingKey(key.id)) }
        return value
    }
}
