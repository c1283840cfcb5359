package import CaseDomain

/// Reads one `yicigao.case/1` record at a time, strictly.
///
/// Whatever the format doesn't name is an error with its path: a misspelt key that was silently skipped would turn a
/// judged material into an unjudged one. Keeps its memory from record to record, so use one reader for many.
package struct CaseReader: ~Copyable {
    /// What the `format` key of every record says.
    package static let format = "yicigao.case/1"
    /// The most bytes that one record may have.
    package static let recordLimit = 4 * 1024 * 1024

    private var document = JSONDocument()
    private let decoder = CaseDecoder()

    package init() {}

    /// Reads a record from the bytes of its JSON text.
    ///
    /// - Throws: the first thing that is wrong, with the line of the text on which it stands.
    package mutating func read(_ text: UnsafeBufferPointer<UInt8>) throws(CaseFormatError) -> Application {
        guard text.count <= CaseReader.recordLimit else {
            throw CaseFormatError(path: "$", problem: .recordTooLong(limit: CaseReader.recordLimit))
        }
        let root: JSONNode
        do {
            root = try document.parse(text)
        } catch {
            let place = text.lineAndByte(at: error.offset)
            throw CaseFormatError(path: "$", problem: .notJSON(error.fault, byte: place.byte), line: place.line)
        }
        do {
            return try decoder.application(root)
        } catch {
            let path = JSONPath(to: error.place, from: root)
            let offset = path.anchor.map { document.offset(of: $0) } ?? 0
            throw CaseFormatError(path: path.text, problem: error.problem, line: text.lineAndByte(at: offset).line)
        }
    }

    /// Reads a record from its JSON text.
    ///
    /// - Throws: the first thing that is wrong, with the line of the text on which it stands.
    package mutating func read(_ text: String) throws(CaseFormatError) -> Application {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(CaseFormatError) in try read(bytes) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The line of a byte and its place in that line, both from 1.
    fileprivate func lineAndByte(at offset: Int) -> (line: Int, byte: Int) {
        var line = 1
        var start = 0
        for place in 0..<Swift.min(offset, count) where self[place] == UInt8(ascii: "\n") {
            line += 1
            start = place + 1
        }
        return (line, offset - start + 1)
    }
}
