package import CaseDomain
import Glibc

/// How records lie in a file.
package enum CaseLayout: Hashable, Sendable {
    /// One object, over as many lines as it likes.
    case oneObject
    /// One object per line.
    case onePerLine

    /// - Parameter path: a name that ends in `.json` means one object; everything else is read line by line.
    package init(path: String) {
        self = path.utf8.suffix(5).elementsEqual(".json".utf8) ? .oneObject : .onePerLine
    }
}

/// One record of a file: the case, or why it is none.
package struct CaseLine: Sendable {
    package let file: String
    /// The line on which the record begins, from 1.
    package let line: Int
    package let result: Result<Application, CaseFormatError>
    /// A bad record as it was written; empty for a good one, and for one that was given up for its length.
    package let raw: [UInt8]

    /// `cases.jsonl:12`: what a case without a number of its own is called.
    package var location: String { "\(file):\(line)" }

    /// What stderr says of a bad record, `FILE:LINE: PATH: MESSAGE`; nil for a good one.
    package var complaint: String? {
        guard case .failure(let error) = result else { return nil }
        return "\(file):\(line + error.line - 1): \(error)"
    }
}

/// Cuts a stream of bytes into records and reads them.
///
/// Bytes are pushed in, in chunks of any size, so that a file, a pipe and a transcoder all work alike. Holds no more
/// than one record and one chunk, however big the whole is.
package struct CaseLines: ~Copyable {
    private let file: String
    private let layout: CaseLayout
    private var reader = CaseReader()
    /// Bytes not yet read start at `start`; the line feed was already looked for before `searched`.
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var line = 1
    private var atBeginning = true
    private var ended = false
    /// Behind a record that is done with or was given up for its length: the rest of its line, or of a file that holds
    /// one object, is thrown away.
    private var skipping = false

    /// - Parameter file: the name by which errors call the source.
    package init(file: String, layout: CaseLayout) {
        self.file = file
        self.layout = layout
    }

    /// Takes in the next bytes of the stream. Ask `next` for records until it has none before more is pushed in.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start > 0 {
            buffer.removeSubrange(0..<start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Says that nothing more will come.
    package mutating func end() { ended = true }

    /// The next record; nil where more bytes are needed, or nothing is left.
    package mutating func next() -> CaseLine? {
        guard skipByteOrderMark() else { return nil }
        return layout == .oneObject ? nextObject() : nextLine()
    }

    /// - Returns: false where too few bytes are there to tell.
    private mutating func skipByteOrderMark() -> Bool {
        guard atBeginning else { return true }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if buffer.count < mark.count, !ended { return false }
        if buffer.starts(with: mark) {
            start = mark.count
            searched = start
        }
        atBeginning = false
        return true
    }

    private mutating func nextObject() -> CaseLine? {
        if buffer.count - start > CaseReader.recordLimit, !skipping {
            skipping = true
            return tooLong()
        }
        if skipping { buffer.removeAll(keepingCapacity: true) }
        guard ended, !skipping else { return nil }
        skipping = true
        return read(start..<buffer.count)
    }

    private mutating func nextLine() -> CaseLine? {
        while true {
            guard let feed = lineFeed() else {
                searched = buffer.count
                if skipping { start = buffer.count }
                if buffer.count - start > CaseReader.recordLimit {
                    skipping = true
                    start = buffer.count
                    return tooLong()
                }
                guard ended, start < buffer.count else { return nil }
                let rest = start..<buffer.count
                start = buffer.count
                return isBlank(rest) ? nil : read(rest)
            }
            let range = start..<feed
            start = feed + 1
            searched = start
            defer { line += 1 }
            if skipping {
                skipping = false
            } else if !isBlank(range) {
                return read(range)
            }
        }
    }

    private func lineFeed() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count,
                let feed = memchr(base + searched, Int32(UInt8(ascii: "\n")), bytes.count - searched)
            else { return nil }
            return UnsafeRawPointer(feed) - base
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        buffer[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }

    private func tooLong() -> CaseLine {
        let error = CaseFormatError(path: "$", problem: .recordTooLong(limit: CaseReader.recordLimit))
        return CaseLine(file: file, line: line, result: .failure(error), raw: [])
    }

    private mutating func read(_ range: Range<Int>) -> CaseLine {
        let result: Result<Application, CaseFormatError>
        do {
            let application = try buffer.withUnsafeBufferPointer { (bytes) throws(CaseFormatError) in
                try reader.read(UnsafeBufferPointer(rebasing: bytes[range]))
            }
            result = .success(application)
        } catch {
            result = .failure(error)
        }
        var raw: [UInt8] = []
        if case .failure = result { raw = Array(buffer[range]) }
        return CaseLine(file: file, line: line, result: result, raw: raw)
    }
}
