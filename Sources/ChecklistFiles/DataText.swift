import Foundation

/// Reads a data file as text.
enum DataText {
    /// - Throws: `DataLoadFailure` where the file isn't there, can't be read, or isn't UTF-8.
    static func read(_ path: String) throws(DataLoadFailure) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw DataLoadFailure([
                ChecklistDiagnostic(file: path, code: .unreadable, message: "the file can't be read")
            ])
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw DataLoadFailure([ChecklistDiagnostic(file: path, code: .unreadable, message: "not UTF-8")])
        }
        return text
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The paths of the files of a folder with an ending, sorted by name.
    ///
    /// - Throws: `DataLoadFailure` where the folder can't be read.
    static func files(in folder: String, ending: String) throws(DataLoadFailure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }
                .sorted().map { "\(folder)/\($0)" }
        } catch {
            throw DataLoadFailure([
                ChecklistDiagnostic(file: folder, code: .unreadable, message: "the folder can't be read")
            ])
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
