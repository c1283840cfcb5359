import CaseFormat
import Foundation

/// An open file of cases, or standard input where it is called `-`.
final class InputFile {
    /// As the user gave it; complaints call the file so.
    let path: String
    private var descriptor: Int32

    /// - Throws: where it can't be opened or is a folder.
    init(path: String) throws(CaseFileError) {
        self.path = path
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CaseFileError(path, errno) }
        // Only a folder opens as one.
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder < 0 || path == "-" else {
            close(folder)
            close(descriptor)
            throw CaseFileError.isDirectory(path: path)
        }
        if folder >= 0 { close(folder) }
    }

    /// The same file for another thread, with a place in it of its own only where this one is left alone.
    ///
    /// - Parameter lent: a descriptor that this file owns from now on.
    init(path: String, owning lent: Int32) {
        self.path = path
        descriptor = lent
    }

    deinit { close(descriptor) }

    /// A second descriptor of the file, for `init(path:owning:)`.
    func lend() throws(CaseFileError) -> Int32 {
        let lent = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard lent >= 0 else { throw CaseFileError(path, errno) }
        return lent
    }

    /// In bytes; 0 where it isn't a plain file.
    var size: Int64 { FileStatus(descriptor: descriptor)?.size ?? 0 }

    /// How far it was read, in bytes.
    var place: Int64 { Int64(lseek(descriptor, 0, SEEK_CUR)) }

    /// Makes the file one that can be read from its beginning again: what comes through a pipe is put aside first.
    ///
    /// - Throws: a failure of the system where there is no room for it.
    func makeRepeatable() throws {
        guard lseek(descriptor, 0, SEEK_CUR) < 0 else { return }
        var name = Array("\(NSTemporaryDirectory())/yicigao-XXXXXX".utf8CString)
        let aside = mkstemp(&name)
        guard aside >= 0 else {
            throw CommandFailure(code: .system, message: "\(path): 没有可写的临时文件夹；什么也没有导入")
        }
        // Without a name it is gone with the program, whatever ends it: it holds personal data.
        unlink(name)
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = try read(into: &chunk)
            if count == 0 { break }
            do throws(WriteFailure) {
                try FileWriting.write(Array(chunk[..<count]), to: aside)
            } catch {
                close(aside)
                throw CommandFailure(code: .system, message: "\(path): 写临时文件: \(error.reason)；什么也没有导入")
            }
        }
        close(descriptor)
        descriptor = aside
        rewind()
    }

    func rewind() { lseek(descriptor, 0, SEEK_SET) }

    /// - Returns: bytes read into the beginning of the chunk; 0 at the end.
    func read(into chunk: inout [UInt8]) throws(CaseFileError) -> Int {
        while true {
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count >= 0 { return count }
            if errno != EINTR { throw CaseFileError(path, errno) }
        }
    }
}

extension CaseFileError {
    /// A file that isn't there is the user's doing, one that the disk doesn't give up is not.
    var exit: Exit {
        if case .unreadable = self { return .system }
        return .usage
    }
}
