import CaseDomain
import ClerkDesk
import Foundation
import Reporting

/// Where the lists lie that clerks export: for their owner alone, as they hold names.
enum ExportFolder {
    private static var path: String { "\(UserFolder.path)/exports" }

    /// Writes a new file, under another name where one is taken.
    ///
    /// - Returns: where the file is.
    static func write(_ name: String, _ text: String) throws(ExportError) -> String {
        try write(name, Array(text.utf8))
    }

    /// The same for a report, in the form that was asked for.
    static func write(
        _ report: Report, _ format: ReportFormat, _ name: String, _ made: Moment
    ) throws(ExportError) -> String {
        let bytes: [UInt8]
        do throws(ReportFile.Failure) {
            bytes = try ReportFile.bytes(report, as: format, made: made)
        } catch {
            throw .notWritten(error.words)
        }
        return try write(name, bytes)
    }

    private static func write(_ name: String, _ bytes: [UInt8]) throws(ExportError) -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritten("\(path): \(WriteFailure(code: errno).reason)")
        }
        let stem = name.prefix { $0 != "." }
        let ending = name.dropFirst(stem.count)
        var file = "\(path)/\(name)"
        for place in 2...99 {
            do throws(WriteFailure) {
                try NewFile.write(file, bytes)
                return file
            } catch {
                guard error.code == EEXIST else { throw .notWritten("\(file): \(error.reason)") }
                file = "\(path)/\(stem)-\(place)\(ending)"
            }
        }
        throw .notWritten("\(file): \(WriteFailure(code: EEXIST).reason)")
    }
}
