import CaseDomain
import Glibc

/// The records of a file, one after another, with bounded memory.
///
/// Owns the open file and closes it at the end of its life.
package struct CaseFileStream: ~Copyable {
    /// Bytes asked of the system at once: large enough that the calls don't matter, small enough for the cache.
    private static let chunk = 256 * 1024

    private let path: String
    private let descriptor: Int32
    private var lines: CaseLines
    private var chunk = [UInt8](repeating: 0, count: CaseFileStream.chunk)
    private var ended = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: as the user gave it; errors call the file so. `-` is standard input.
    ///   - layout: by the file's name unless given.
    /// - Throws: where it can't be opened.
    package init(path: String, layout: CaseLayout? = nil) throws(CaseFileError) {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CaseFileError(path, errno) }
        self.path = path
        self.descriptor = descriptor
        lines = CaseLines(file: path, layout: layout ?? CaseLayout(path: path))
    }

    deinit { close(descriptor) }

    /// The next record; nil at the end of the file. A bad record doesn't end the stream.
    ///
    /// - Throws: where the system can't read on; what was read before stands.
    package mutating func next() throws(CaseFileError) -> CaseLine? {
        while true {
            if let line = lines.next() { return line }
            if ended { return nil }
            try fill()
        }
    }

    private mutating func fill() throws(CaseFileError) {
        var count: Int
        var code: Int32
        repeat {
            count = Glibc.read(descriptor, &chunk, CaseFileStream.chunk)
            code = errno
        } while count < 0 && code == EINTR
        guard count >= 0 else { throw CaseFileError(path, code) }
        if count == 0 {
            lines.end()
            ended = true
        } else {
            chunk.withUnsafeBytes { lines.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
