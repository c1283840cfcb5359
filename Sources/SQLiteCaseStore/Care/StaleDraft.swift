import Foundation

/// Files that a program began and never gave a name, because it was killed. They hold what their file would have held.
package enum StaleDraft {
    private static let ending = ".tmp"

    /// Removes those beside a file whose makers don't run any more.
    ///
    /// - Parameter target: the file that they were to become; a draft is called `TARGET.PID.tmp`.
    package static func clear(beside target: String) {
        let folder = (target as NSString).deletingLastPathComponent
        let name = (target as NSString).lastPathComponent + "."
        guard let directory = opendir(folder.isEmpty ? "." : folder) else { return }
        defer { closedir(directory) }
        while let item = readdir(directory) {
            let found = withUnsafeBytes(of: item.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard found.hasPrefix(name), found.hasSuffix(ending), found.count > name.count + ending.count,
                let maker = pid_t(found.dropFirst(name.count).dropLast(ending.count)), maker > 0,
                kill(maker, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder.isEmpty ? found : "\(folder)/\(found)")
        }
    }
}
