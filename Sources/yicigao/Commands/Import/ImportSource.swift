import CaseDomain
import CaseFormat
import CaseStore
import Crypto
import TextLayout

/// A file to import.
struct ImportSource {
    let file: InputFile
    var encoding: FileEncoding
    /// For a table; nil for a file of cases.
    let mapping: CaseMapping?
    /// Of the file and of how it is read, once it is known.
    private(set) var digest: [UInt8] = []
    var journal = ImportJournal(digest: [])

    init(file: InputFile, encoding: FileEncoding, mapping: CaseMapping?) {
        self.file = file
        self.encoding = encoding
        self.mapping = mapping
    }

    /// Puts aside what comes through a pipe, settles the encoding, and takes the digest.
    mutating func prepare() throws {
        try file.makeRepeatable()
        do throws(CaseFileError) {
            if encoding == .auto {
                encoding = try FileEncoding.guess(file)
                if encoding == .gb18030 { StandardError.write("\(SafeText.singleLine(file.path)): 按 GB18030 读取") }
            }
            var sha = SHA256()
            var chunk = [UInt8](repeating: 0, count: 256 * 1024)
            file.rewind()
            while true {
                let count = try file.read(into: &chunk)
                if count == 0 { break }
                sha.update(data: chunk[..<count])
            }
            sha.update(data: Array("\(encoding.rawValue)\n\(mapping?.digest ?? "")".utf8))
            digest = Array(sha.finalize())
            journal = ImportJournal(digest: digest)
        } catch {
            throw error.failure
        }
        file.rewind()
    }
}

/// One record of a file: a case, or why it is none.
struct ImportRecord {
    let line: Int
    /// Nil for a bad one.
    let application: Application?
    /// `FILE:LINE: WHAT`, made safe; empty for a good one.
    let complaint: String
    /// A bad record as it was written.
    let raw: [UInt8]
}

/// The records of a file of cases or of a table, one after another, with bounded memory.
struct ImportRecords: ~Copyable {
    private var cases: CaseSource?
    private var table: TableSource?
    /// The heading of a table as it was written; empty for a file of cases.
    let heading: [UInt8]

    /// Begins to read where the file stands.
    ///
    /// - Throws: `CaseFileError`, or `HeadingFault` for a table that the mapping isn't for.
    init(_ file: InputFile, encoding: FileEncoding, mapping: CaseMapping?) throws {
        guard let mapping else {
            let source = try CaseSource(file, encoding: encoding)
            heading = []
            table = nil
            cases = .some(source)
            return
        }
        let source = try TableSource(file, encoding: encoding, mapping: mapping)
        heading = source.heading
        cases = nil
        table = .some(source)
    }

    /// The next record; nil at the end of the file. A bad record doesn't end it.
    mutating func next() throws(CaseFileError) -> ImportRecord? {
        if let record = try table?.next() { return record }
        guard let line = try cases?.next() else { return nil }
        switch line.result {
        case .success(let application):
            return ImportRecord(line: line.line, application: application, complaint: "", raw: [])
        case .failure:
            return ImportRecord(
                line: line.line, application: nil, complaint: SafeText.singleLine(line.complaint ?? line.location),
                raw: line.raw)
        }
    }
}

/// The rows of a table, read as cases.
struct TableSource: ~Copyable {
    private let file: InputFile
    private var bytes: TextBytes
    private var rows: DelimitedRows
    private var table: MappedTable
    let heading: [UInt8]

    init(_ file: InputFile, encoding: FileEncoding, mapping: CaseMapping) throws {
        var bytes = try TextBytes(file, encoding: encoding)
        var rows = DelimitedRows(delimiter: mapping.delimiter)
        guard let first = try Self.row(&rows, &bytes) else { throw HeadingFault.empty }
        let table = try MappedTable(mapping, heading: first)
        self.file = file
        self.bytes = bytes
        self.rows = rows
        self.table = table
        heading = first.raw
    }

    mutating func next() throws(CaseFileError) -> ImportRecord? {
        guard let row = try Self.row(&rows, &bytes) else { return nil }
        do throws(RowFault) {
            return ImportRecord(line: row.line, application: try table.read(row), complaint: "", raw: [])
        } catch {
            return ImportRecord(
                line: row.line, application: nil,
                complaint: SafeText.singleLine("\(file.path):\(row.line): \(error)"), raw: row.raw)
        }
    }

    private static func row(
        _ rows: inout DelimitedRows, _ bytes: inout TextBytes
    ) throws(CaseFileError) -> DelimitedRow? {
        while true {
            if let row = rows.next() { return row }
            guard let more = try bytes.next() else { return nil }
            if more.isEmpty { rows.end() } else { more.withUnsafeBytes { rows.append($0) } }
        }
    }
}

/// The bytes of a file in UTF-8, chunk by chunk.
struct TextBytes: ~Copyable {
    private let file: InputFile
    private let transcoder: GB18030Transcoder?
    private var chunk = [UInt8](repeating: 0, count: 256 * 1024)
    private var isRead = false
    private var isEnded = false

    init(_ file: InputFile, encoding: FileEncoding) throws(CaseFileError) {
        self.file = file
        transcoder = encoding == .gb18030 ? try GB18030Transcoder(file: file.path) : nil
    }

    /// - Returns: an empty piece at the end of the file, and nil after that.
    mutating func next() throws(CaseFileError) -> [UInt8]? {
        while !isRead {
            let count = try file.read(into: &chunk)
            isRead = count == 0
            let text =
                isRead ? transcoder?.end() ?? [] : transcoder?.transcode(chunk[..<count]) ?? Array(chunk[..<count])
            // A chunk of one half of a character has nothing to give yet.
            if !text.isEmpty { return text }
        }
        if isEnded { return nil }
        isEnded = true
        return []
    }
}
