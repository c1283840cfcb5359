import Glibc

/// Why a file could not be read at all.
package enum CaseFileError: Error, Hashable, Sendable {
    case notFound(path: String)
    case isDirectory(path: String)
    case notPermitted(path: String)
    /// - code: the system's `errno`.
    case unreadable(path: String, code: Int32)

    package var path: String {
        switch self {
        case .notFound(let path), .isDirectory(let path), .notPermitted(let path), .unreadable(let path, _): path
        }
    }
}

extension CaseFileError: CustomStringConvertible {
    /// One line: `FILE: 文件不存在`.
    package var description: String { "\(path): \(message)" }

    package var message: String {
        switch self {
        case .notFound: "文件不存在"
        case .isDirectory: "是文件夹，不是文件"
        case .notPermitted: "没有读取权限"
        case .unreadable(_, let code): "无法读取（系统错误 \(code)）"
        }
    }
}

extension CaseFileError {
    /// - Parameter code: what the system call left in `errno`.
    package init(_ path: String, _ code: Int32) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .notFound(path: path)
            case EISDIR: .isDirectory(path: path)
            case EACCES, EPERM: .notPermitted(path: path)
            default: .unreadable(path: path, code: code)
            }
    }
}
