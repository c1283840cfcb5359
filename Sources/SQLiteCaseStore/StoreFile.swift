import CaseStore
import Foundation
import GRDB

/// The file of a store before any database looks into it.
enum StoreFile {
    /// Makes the folder and an empty file where there are none, readable for their owner alone: the file will hold
    /// names, phone numbers and identity numbers. SQLite gives its side files the mode of the main one.
    static func prepare(at path: String) throws(StoreError) {
        var status = stat()
        if stat(path, &status) == 0 { return }
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, stat(folder, &status) != 0 {
            try storing(at: path) {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        }
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, path: path) }
        close(descriptor)
    }

    /// Refuses a database that isn't ours or is newer than this program, before anything is written to it.
    ///
    /// - Throws: `newerSchema` or `corrupt`; an empty database is welcome.
    static func inspect(_ db: Database) throws {
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if application == Schema.applicationID {
            guard version <= Schema.version else {
                throw StoreError.newerSchema(found: Int(version), known: Int(Schema.version))
            }
            return
        }
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard application == 0, version == 0, tables == 0 else {
            throw StoreError.corrupt(detail: "a database of another program")
        }
    }
}
