import CaseDomain

/// Writes an event's body as JSON, straight into bytes.
///
/// Taking in a great many cases is mostly writing their bodies down: Foundation's encoder, which builds a tree first, took
/// seven tenths of that time. Any JSON decoder reads the result; keys stand in the order in which the types name them.
struct EventBodyEncoder {
    /// - Throws: `EncodingError` for a number that JSON can't hold.
    func encode(_ payload: CaseEvent.Payload) throws -> [UInt8] {
        let writer = JSONWriter()
        try payload.encode(to: LevelEncoder(writer: writer, level: 0))
        writer.json.close(to: 0)
        return writer.json.bytes
    }
}

/// JSON in the making: the bytes so far, and the objects and arrays that are still open.
private struct JSONBytes {
    private(set) var bytes: [UInt8] = []
    /// What closes each open level, and whether it holds anything yet.
    private var open: [(closing: UInt8, isEmpty: Bool)] = []

    init() { bytes.reserveCapacity(4096) }

    var level: Int { open.count }

    /// Closes whatever is open inside a level. Containers are never told that they are finished; the next write beside or
    /// around them tells.
    mutating func close(to level: Int) {
        while open.count > level { bytes.append(open.removeLast().closing) }
    }

    /// Opens an object or an array, unless that level is open already: a type may write its parts into one object from
    /// two places.
    mutating func begin(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, at level: Int) {
        close(to: level + 1)
        guard open.count == level else { return }
        bytes.append(UInt8(ascii: opening))
        open.append((UInt8(ascii: closing), true))
    }

    /// Makes room for the next value of the container at a level.
    mutating func next(in level: Int) {
        close(to: level)
        if !open[level - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
        open[level - 1].isEmpty = false
    }

    mutating func next(_ key: String, in level: Int) {
        next(in: level)
        write(key)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func writeBare(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let isWritten: Bool? = text.utf8.withContiguousStorageIfAvailable { utf8 in
            guard utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
                return false
            }
            bytes.append(contentsOf: utf8)
            return true
        }
        if isWritten != true { writeEscaped(text) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                writeBare(byte < 0x10 ? "\\u000" : "\\u00")
                writeBare(String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }

    mutating func write(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, EncodingError.Context(codingPath: [], debugDescription: "JSON has no such number"))
        }
        writeBare(number.description)
    }
}

/// The JSON that the encoders of all levels write on. Each of their steps is one call, because every look into a shared
/// object is checked for others that look into it at the same time.
private final class JSONWriter {
    var json = JSONBytes()

    /// Any value, as the level inside the ones that are open now.
    func write(_ value: some Encodable) throws {
        let level = json.level
        try value.encode(to: LevelEncoder(writer: self, level: level))
        json.close(to: level)
    }
}

private struct LevelEncoder: Encoder {
    let writer: JSONWriter
    /// How many levels lie around the value.
    let level: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.json.begin("{", "}", at: level)
        return KeyedEncodingContainer(ObjectContainer(writer: writer, level: level + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.json.begin("[", "]", at: level)
        return ArrayContainer(writer: writer, level: level + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { ValueContainer(writer: writer) }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    let level: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        writer.json.next(key.stringValue, in: level)
        writer.json.writeBare("null")
    }

    func encode(_ value: String, forKey key: Key) {
        writer.json.next(key.stringValue, in: level)
        writer.json.write(value)
    }

    func encode(_ value: Bool, forKey key: Key) {
        writer.json.next(key.stringValue, in: level)
        writer.json.writeBare(value ? "true" : "false")
    }

    func encode(_ value: Int, forKey key: Key) {
        writer.json.next(key.stringValue, in: level)
        writer.json.writeBare(String(value))
    }

    func encode(_ value: Double, forKey key: Key) throws {
        writer.json.next(key.stringValue, in: level)
        try writer.json.write(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        writer.json.next(key.stringValue, in: level)
        try writer.write(value)
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
        writer.json.next(key.stringValue, in: level)
        return LevelEncoder(writer: writer, level: level).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        writer.json.next(key.stringValue, in: level)
        return LevelEncoder(writer: writer, level: level).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { LevelEncoder(writer: writer, level: level - 1) }

    func superEncoder(forKey key: Key) -> any Encoder {
        writer.json.next(key.stringValue, in: level)
        return LevelEncoder(writer: writer, level: level)
    }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
    let writer: JSONWriter
    let level: Int
    private(set) var count = 0

    init(writer: JSONWriter, level: Int) {
        self.writer = writer
        self.level = level
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func next() {
        count += 1
        writer.json.next(in: level)
    }

    mutating func encodeNil() {
        next()
        writer.json.writeBare("null")
    }

    mutating func encode(_ value: String) {
        next()
        writer.json.write(value)
    }

    mutating func encode(_ value: some Encodable) throws {
        next()
        try writer.write(value)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        next()
        return LevelEncoder(writer: writer, level: level).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return LevelEncoder(writer: writer, level: level).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        next()
        return LevelEncoder(writer: writer, level: level)
    }
}

private struct ValueContainer: SingleValueEncodingContainer {
    let writer: JSONWriter

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { writer.json.writeBare("null") }
    func encode(_ value: String) { writer.json.write(value) }
    func encode(_ value: Bool) { writer.json.writeBare(value ? "true" : "false") }
    func encode(_ value: Double) throws { try writer.json.write(value) }
    func encode(_ value: Float) throws { try writer.json.write(Double(value)) }
    func encode(_ value: Int) { writer.json.writeBare(String(value)) }
    func encode(_ value: Int8) { writer.json.writeBare(String(value)) }
    func encode(_ value: Int16) { writer.json.writeBare(String(value)) }
    func encode(_ value: Int32) { writer.json.writeBare(String(value)) }
    func encode(_ value: Int64) { writer.json.writeBare(String(value)) }
    func encode(_ value: UInt) { writer.json.writeBare(String(value)) }
    func encode(_ value: UInt8) { writer.json.writeBare(String(value)) }
    func encode(_ value: UInt16) { writer.json.writeBare(String(value)) }
    func encode(_ value: UInt32) { writer.json.writeBare(String(value)) }
    func encode(_ value: UInt64) { writer.json.writeBare(String(value)) }
    func encode(_ value: some Encodable) throws { try writer.write(value) }
}
