import ClerkDesk
import Foundation

/// Where the lists lie that clerks export: for their owner alone, as they hold names.
enum ExportFolder {
    private static var path: String { "\(UserFolder.path)/exports" }

    /// - Returns: where the file is.
    static func write(_ name: String, _ text: String) throws(ExportError) -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritten("\(path): \(WriteFailure(code: errno).reason)")
        }
        let file = "\(path)/\(name)"
        do throws(WriteFailure) {
            try FileWriting.replace(file, with: Array(text.utf8))
        } catch {
            throw .notWritten("\(file): \(error.reason)")
        }
        return file
    }
}
