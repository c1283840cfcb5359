import CaseFormat
import Foundation

/// The records of a file in one encoding, one after another, with bounded memory.
struct CaseSource: ~Copyable {
    private let file: InputFile
    private var transcoder: GB18030Transcoder?
    private var lines: CaseLines
    private var chunk = [UInt8](repeating: 0, count: 256 * 1024)
    private var ended = false

    /// Begins to read where the file stands.
    init(_ file: InputFile, encoding: FileEncoding = .utf8) throws(CaseFileError) {
        self.file = file
        transcoder = encoding == .gb18030 ? try GB18030Transcoder(file: file.path) : nil
        let count = try file.read(into: &chunk)
        ended = count == 0
        lines = CaseLines(file: file.path, layout: Self.layout(of: file.path, chunk[..<count]))
        take(count)
    }

    /// The next record; nil at the end of the file. A bad record doesn't end it.
    mutating func next() throws(CaseFileError) -> CaseLine? {
        while true {
            if let line = lines.next() { return line }
            if ended { return nil }
            take(try file.read(into: &chunk))
        }
    }

    private mutating func take(_ count: Int) {
        if count == 0 {
            if let rest = transcoder?.end() { rest.withUnsafeBytes { lines.append($0) } }
            lines.end()
            ended = true
        } else if let bytes = transcoder?.transcode(chunk[..<count]) {
            bytes.withUnsafeBytes { lines.append($0) }
        } else {
            chunk.withUnsafeBytes { lines.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// A pipe has no ending to tell its layout by; an object that goes on after its first line is one over many lines.
    private static func layout(of path: String, _ beginning: ArraySlice<UInt8>) -> CaseLayout {
        if path.hasSuffix(".json") { return .oneObject }
        if path.hasSuffix(".jsonl") { return .onePerLine }
        let first = beginning.prefix { $0 != UInt8(ascii: "\n") }
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
        guard first.count < beginning.count, let last = first.last(where: { !blanks.contains($0) }) else {
            return .onePerLine
        }
        return [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ",")].contains(last) ? .oneObject : .onePerLine
    }
}
