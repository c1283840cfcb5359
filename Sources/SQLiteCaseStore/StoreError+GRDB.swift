import CaseStore
import Foundation
import GRDB

/// Runs database work and turns whatever it throws into the port's errors.
///
/// - Parameter path: the store's file, for the messages that name it.
func storing<Value>(at path: String, _ work: () throws -> Value) throws(StoreError) -> Value {
    do {
        return try work()
    } catch {
        throw StoreError(error, path: path)
    }
}

extension StoreError {
    /// Neither SQL nor its arguments get into a detail, because those hold names and numbers of people.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self = StoreError(error, path: path)
        case is DecodingError: self = .corrupt(detail: "an event can't be read")
        case is EncodingError: self = .corrupt(detail: "an event can't be written down")
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: self = .diskFull
        case let error as CocoaError
        where error.code == .fileWriteNoPermission || error.code == .fileWriteVolumeReadOnly:
            self = .readOnly(path: path)
        default: self = .unreachable(detail: path)
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let code = error.extendedResultCode
        switch code.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_CONSTRAINT,
            .SQLITE_MISMATCH:
            self = .corrupt(detail: "SQLite \(code)")
        case .SQLITE_CANTOPEN:
            let folder = (path as NSString).deletingLastPathComponent
            let writable = FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder)
            self = writable ? .unreachable(detail: "SQLite \(code)") : .readOnly(path: path)
        case .SQLITE_IOERR where code == .SQLITE_IOERR_SHMSIZE: self = .diskFull
        default: self = .unreachable(detail: "SQLite \(code)")
        }
    }

    /// The file can't be made or opened, by the error number that the system gave.
    init(systemError number: Int32, path: String) {
        switch number {
        case ENOSPC, EDQUOT: self = .diskFull
        case EACCES, EPERM, EROFS: self = .readOnly(path: path)
        default: self = .unreachable(detail: "\(path): \(String(cString: strerror(number)))")
        }
    }
}
