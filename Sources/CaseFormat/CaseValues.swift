import CaseDomain
import TextLayout

// One value of the format each: its type, its form and its limits.

/// The longest texts that a case may carry, in characters (Unicode scalars).
enum TextLimit {
    static let name = 200
    static let address = 500
    /// Numbers, codes and telephone numbers as written; a wrong one may be longer than a right one.
    static let number = 64
    static let externalNumber = 100
}

/// The largest numbers that a case may carry.
enum NumberLimit {
    static let count = 1_000_000
    /// Square metres.
    static let area = 10_000_000
}

extension JSONNode {
    var type: CaseFormatError.ValueType {
        switch kind {
        case .null: .null
        case .no, .yes: .boolean
        case .integer: .integer
        case .real: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    func isNo(_ expected: CaseFormatError.ValueType) -> Fault {
        Fault(self, .wrongType(expected: expected, found: type))
    }

    private func checkedBytes() throws(Fault) -> UnsafeBufferPointer<UInt8> {
        guard kind == .string else { throw isNo(.string) }
        return bytes
    }

    /// A text as it was written.
    ///
    /// - Parameter limit: the most characters it may have.
    func text(limit: Int) throws(Fault) -> String {
        let bytes = try checkedBytes()
        // A scalar has at least one byte, so only long texts need counting.
        if bytes.count > limit, bytes.count(where: { $0 & 0xC0 != 0x80 }) > limit {
            throw Fault(self, .textTooLong(limit: limit))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text that says something.
    func filledText(limit: Int) throws(Fault) -> String {
        let text = try text(limit: limit)
        // Nearly every text begins with printing ASCII or a Chinese character (U+4000 to U+9FFF), which the first byte
        // tells without the tables.
        if let first = bytes.first, (0x21..<0x7F).contains(first) || (0xE4...0xE9).contains(first) { return text }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw Fault(self, .blank) }
        return text
    }

    func term<Term: Vocabulary>(_ table: TermTable<Term>) throws(Fault) -> Term {
        let id = try checkedBytes()
        guard let term = table.term(id) else {
            let nearest = NearestName.find(text, among: Term.allCases.map(\.id))
            throw Fault(self, .unknownID(written: ShownName.ofID(id), nearest: nearest))
        }
        return term
    }

    func terms<Term: Vocabulary>(_ table: TermTable<Term>) throws(Fault) -> TermSet<Term> {
        guard kind == .array else { throw isNo(.array) }
        var bits: UInt64 = 0
        var place = index + 1
        for _ in 0..<count {
            let element = at(place)
            bits |= try element.term(table).bit
            place = element.end
        }
        return TermSet(bits: bits)
    }

    func boolean() throws(Fault) -> Bool {
        switch kind {
        case .yes: return true
        case .no: return false
        default: throw isNo(.boolean)
        }
    }

    func wholeCount() throws(Fault) -> Int {
        guard kind == .integer else {
            throw kind == .real ? Fault(self, .countOutOfRange(limit: NumberLimit.count)) : isNo(.integer)
        }
        guard integer >= 0, integer <= NumberLimit.count else {
            throw Fault(self, .countOutOfRange(limit: NumberLimit.count))
        }
        return Int(integer)
    }

    /// Square metres.
    func area() throws(Fault) -> Double {
        guard kind == .integer || kind == .real else { throw isNo(.number) }
        guard real.isFinite, real > 0, real <= Double(NumberLimit.area) else {
            throw Fault(self, .areaOutOfRange(limit: NumberLimit.area))
        }
        return real
    }

    func date() throws(Fault) -> CivilDate {
        let bytes = try checkedBytes()
        guard bytes.count == 10, let date = CivilDate(String(decoding: bytes, as: UTF8.self)) else {
            throw Fault(self, .notADate)
        }
        return date
    }

    func moment() throws(Fault) -> Moment {
        let bytes = try checkedBytes()
        guard bytes.count <= 25, let moment = Moment(String(decoding: bytes, as: UTF8.self)) else {
            throw Fault(self, .notAMoment)
        }
        return moment
    }

    func validity() throws(Fault) -> Validity {
        let bytes = try checkedBytes()
        guard bytes.count <= 10, let validity = Validity(String(decoding: bytes, as: UTF8.self)) else {
            throw Fault(self, .notAValidity)
        }
        return validity
    }

    func county() throws(Fault) -> String {
        let bytes = try checkedBytes()
        guard bytes.count == 6, bytes.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            throw Fault(self, .notACounty)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
