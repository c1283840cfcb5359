import ArgumentParser
import Foundation
import TextLayout

/// Standard output of a command: written in large pieces, so that a line costs no system call.
///
/// A reader that goes away ends the command without a word; a full disk ends it with one.
final class CommandOutput {
    private static let piece = 64 * 1024

    private var bytes: [UInt8] = []

    private init() { bytes.reserveCapacity(Self.piece * 2) }

    /// Runs a command's work and sees to it that what it has said so far is written, however the work ends.
    ///
    /// - Returns: never where the work's answer isn't `fine`: that leaves as the exit code it stands for.
    static func run(_ work: (CommandOutput) throws -> Exit) throws {
        // Otherwise a reader that has seen enough would kill an import in the middle of what it says.
        signal(SIGPIPE, SIG_IGN)
        occupyStandardDescriptors()
        let output = CommandOutput()
        let exit: Exit
        do {
            exit = try work(output)
        } catch {
            try output.flush()
            throw error
        }
        try output.flush()
        if exit != .fine { throw ExitCode(exit.rawValue) }
    }

    /// Started with a closed stderr, the next file that is opened would take its place, and complaints would go into it.
    private static func occupyStandardDescriptors() {
        while true {
            let descriptor = open("/dev/null", O_RDWR)
            if descriptor > STDERR_FILENO { close(descriptor) }
            if descriptor < 0 || descriptor > STDERR_FILENO { return }
        }
    }

    /// Writes one line of text, made fit for a terminal.
    func line(_ text: String) throws {
        bytes.append(contentsOf: SafeText.singleLine(text).utf8)
        try write([UInt8(ascii: "\n")])
    }

    /// Writes bytes as they are.
    func write(_ more: [UInt8]) throws {
        bytes.append(contentsOf: more)
        if bytes.count >= Self.piece { try flush() }
    }

    /// Writes bytes to a file that wasn't there, and says on stderr that it is; to standard output where none was named, or
    /// for `-`.
    ///
    /// - Parameter note: what stands in it, behind its name.
    func write(_ bytes: [UInt8], toNewFile path: String?, note: String? = nil) throws {
        guard let path, path != "-" else { return try write(bytes) }
        let name = SafeText.singleLine(path)
        do throws(WriteFailure) {
            try NewFile.write(path, bytes)
        } catch {
            let reason = error.code == EEXIST ? "已有这个文件，没有覆盖" : "\(error.reason)，没有写成"
            throw CommandFailure(code: .system, message: "\(name): \(reason)")
        }
        StandardError.write(note.map { "\(name): \($0)" } ?? name)
    }

    /// Writes bytes to a file that was named, whole or not at all; to standard output where none was, or for `-`.
    func write(_ bytes: [UInt8], toFile path: String?) throws {
        guard let path, path != "-" else { return try write(bytes) }
        do throws(WriteFailure) {
            try FileWriting.replace(path, with: bytes)
        } catch {
            throw CommandFailure(code: .system, message: "\(SafeText.singleLine(path)): \(error.reason)，没有写成")
        }
    }

    func flush() throws {
        defer { bytes.removeAll(keepingCapacity: true) }
        do throws(WriteFailure) {
            try FileWriting.write(bytes, to: STDOUT_FILENO)
        } catch {
            if error.code == EPIPE { throw ExitCode(Exit.system.rawValue) }
            throw CommandFailure(code: .system, message: "写不出结果: \(error.reason)")
        }
    }
}

/// Why bytes couldn't be written.
struct WriteFailure: Error {
    /// The system's `errno`.
    let code: Int32

    var reason: String {
        switch code {
        case ENOSPC, EDQUOT: "磁盘已满"
        case EACCES, EPERM: "没有写入权限"
        case EROFS: "文件系统只读"
        case ENOENT, ENOTDIR: "没有这个文件夹"
        case EISDIR, ENOTEMPTY: "是文件夹，不是文件"
        default: "系统错误 \(code)"
        }
    }
}

enum FileWriting {
    /// Writes everything, however many calls it takes.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw WriteFailure(code: errno)
            }
            done += count
        }
    }

    /// Puts a whole file in place at once: it is either as it was or as it shall be. Readable for its owner alone, as
    /// papers hold names and telephone numbers.
    static func replace(_ path: String, with bytes: [UInt8]) throws(WriteFailure) {
        let draft = "\(path).\(getpid()).tmp"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFailure(code: errno) }
        do throws(WriteFailure) {
            defer { close(descriptor) }
            try write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw WriteFailure(code: errno) }
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, path) == 0 else {
            let code = errno
            unlink(draft)
            throw WriteFailure(code: code)
        }
    }
}
