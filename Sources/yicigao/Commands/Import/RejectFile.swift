import CaseFormat
import Foundation
import TextLayout

/// Where records go that can't be read, to be put right and imported again: as they were written, in UTF-8, rows of a table with
/// what is wrong with them beside. Made with the first of them, and never in the place of another file.
final class RejectFile {
    private let path: String
    private var descriptor: Int32 = -1
    private var pending: [UInt8] = []

    /// - Throws: where there is a file by that name.
    init(_ path: String) throws {
        self.path = path
        guard FileStatus(path: path, followsLinks: false) == nil else {
            throw CommandFailure(code: .usage, message: "\(SafeText.singleLine(path)): 已有这个文件，没有覆盖；没有导入")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// - Parameters:
    ///   - heading: of a table; empty for a file of cases.
    ///   - remark: what is wrong.
    func add(_ raw: [UInt8], heading: [UInt8], remark: String) throws {
        if descriptor < 0 {
            descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure(WriteFailure(code: errno)) }
            if !heading.isEmpty { line(Array("\u{FEFF}".utf8) + heading, MappedTable.remark, heading) }
        }
        line(raw, remark, heading)
        if pending.count > 64 * 1024 { try flush() }
    }

    private func line(_ bytes: [UInt8], _ remark: String, _ heading: [UInt8]) {
        pending += bytes
        if !heading.isEmpty {
            pending.append(DelimitedRows.delimiter(of: heading))
            pending += Array(CSVText.cell(remark).utf8)
            pending += Array("\r\n".utf8)
        } else {
            pending.append(UInt8(ascii: "\n"))
        }
    }

    /// What was added is on the disk afterwards.
    func flush() throws {
        guard descriptor >= 0 else { return }
        do throws(WriteFailure) {
            try FileWriting.write(pending, to: descriptor)
        } catch {
            throw failure(error)
        }
        pending.removeAll(keepingCapacity: true)
        guard fsync(descriptor) == 0 else { throw failure(WriteFailure(code: errno)) }
    }

    private func failure(_ error: WriteFailure) -> CommandFailure {
        CommandFailure(code: .system, message: "\(SafeText.singleLine(path)): \(error.reason)，没有写成")
    }
}
