import CaseFormat
import Foundation
import SQLiteCaseStore
import TextLayout

/// A file that gets its name when it is whole, and takes nobody else's. For its owner alone, as it names applicants.
final class DraftFile {
    private let path: String
    private let draft: String
    private var descriptor: Int32

    /// - Throws: where there is a file by that name, or none can be made.
    init(_ path: String) throws {
        self.path = path
        draft = "\(path).\(getpid()).tmp"
        descriptor = -1
        guard FileStatus(path: path, followsLinks: false) == nil else { throw failure(WriteFailure(code: EEXIST)) }
        StaleDraft.clear(beside: path)
        descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(WriteFailure(code: errno)) }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(draft)
        }
    }

    func write(_ bytes: [UInt8]) throws {
        do throws(WriteFailure) {
            try FileWriting.write(bytes, to: descriptor)
        } catch {
            throw failure(error)
        }
    }

    func publish() throws {
        guard fsync(descriptor) == 0, link(draft, path) == 0 else { throw failure(WriteFailure(code: errno)) }
    }

    private func failure(_ error: WriteFailure) -> CommandFailure {
        let reason = error.code == EEXIST ? "已有这个文件，没有覆盖" : "\(error.reason)，没有写成"
        return CommandFailure(code: .system, message: "\(SafeText.singleLine(path)): \(reason)")
    }
}
