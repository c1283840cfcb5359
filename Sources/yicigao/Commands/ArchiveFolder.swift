import Foundation
import TextLayout

/// A folder that comes into being whole or not at all.
struct ArchiveFolder {
    let path: String

    /// A file of the folder, by its path in it.
    struct File {
        let name: String
        let bytes: [UInt8]
    }

    /// - Throws: a refusal where something lies there already.
    init(_ name: String) throws {
        let path = URL(fileURLWithPath: name).standardizedFileURL.path
        self.path = path
        guard path != "/", !name.isEmpty else { throw CommandFailure(code: .usage, message: "--file: 要一个新文件夹的名字") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue, FileManager.default.enumerator(atPath: path)?.nextObject() == nil else {
            throw ArchiveFolder.occupied(path)
        }
    }

    private static func occupied(_ path: String) -> CommandFailure {
        CommandFailure(code: .refused, message: "\(SafeText.singleLine(path)): 已有内容，没有写入；请换一个新文件夹")
    }

    /// Writes everything beside the place and puts it there in one step, for its owner alone.
    func write(_ files: [File]) throws {
        let draft = "\(path).\(getpid()).tmp"
        guard mkdir(draft, 0o700) == 0 else { throw failure(errno) }
        do {
            try fill(draft, files)
            // Takes the place of an empty folder too, and of nothing else.
            guard rename(draft, path) == 0 else {
                let code = errno
                throw [ENOTEMPTY, EEXIST, ENOTDIR].contains(code) ? ArchiveFolder.occupied(path) : failure(code)
            }
        } catch {
            ArchiveFolder.remove(draft)
            throw error
        }
    }

    private func fill(_ draft: String, _ files: [File]) throws {
        var folders: Set<String> = []
        for file in files {
            let parts = file.name.split(separator: "/").map(String.init)
            if parts.count > 1, folders.insert(parts[0]).inserted {
                guard mkdir("\(draft)/\(parts[0])", 0o700) == 0 else { throw failure(errno) }
            }
            do throws(WriteFailure) {
                try FileWriting.replace("\(draft)/\(file.name)", with: file.bytes)
            } catch {
                throw failure(error.code)
            }
        }
    }

    private func failure(_ code: Int32) -> CommandFailure {
        CommandFailure(
            code: .system, message: "\(SafeText.singleLine(path)): \(WriteFailure(code: code).reason)，没有写成")
    }

    private static func remove(_ folder: String) {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            StandardError.write("\(SafeText.singleLine(folder)): 写了一半的文件夹没有删掉，可以删除")
        }
    }
}
