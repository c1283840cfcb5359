package import CaseStore
import Foundation
import GRDB

/// What is wrong with a store as a file, or with a copy of one.
package enum CopyFault: Error, Hashable, Sendable {
    case store(StoreError)
    /// SQLite says that the file is damaged.
    case damaged
    /// References within it lead nowhere.
    case dangling
    case chain(ChainFault)
    /// There is a file by that name already; it was left alone.
    case taken
    /// Somebody has it open.
    case inUse
    /// It has a write-ahead log beside it: a file that was copied while it was worked on.
    case torn
    /// The system can't, by its error number.
    case system(Int32)
    case interrupted
}

/// A stage of copying and looking over.
package enum CopyStage: Hashable, Sendable {
    case copying, checking, walking
}

/// Called with how much of a stage is done, and of how much; false ends the work.
package typealias CopyWatch = (_ stage: CopyStage, _ done: Int64, _ total: Int64) -> Bool

extension SQLiteCaseStore {
    /// Copies the store as it is now into a new file, while others work on it. The copy is looked over before it gets its name:
    /// the file is either whole or not there.
    ///
    /// - Returns: where the log of the copy ends.
    package func backUp(to target: String, _ watch: @escaping CopyWatch) throws(CopyFault) -> ChainReport {
        let draft = try StoreCopy.draft(beside: target)
        do throws(CopyFault) {
            try copying(to: draft) {
                let configuration = Configuration()
                let copy = try DatabaseQueue(path: draft, configuration: configuration)
                // Nobody needs the draft after a crash.
                try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
                try reader.read { db in
                    // The transaction begins with the first read; from here others' writes aren't seen.
                    _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM meta")
                    try copy.writeWithoutTransaction { copy in
                        try db.backup(to: copy, pagesPerStep: 256) { progress in
                            let done = Int64(progress.totalPageCount - progress.remainingPageCount)
                            guard watch(.copying, done, Int64(progress.totalPageCount)) else {
                                throw CopyFault.interrupted
                            }
                        }
                    }
                }
                try copy.close()
            }
            let report = try StoreCopy.inspect(draft, watch)
            try StoreCopy.publish(draft, as: target)
            return report
        } catch {
            StoreCopy.remove(draft)
            throw error
        }
    }
}

private func copying<Value>(to path: String, _ work: () throws -> Value) throws(CopyFault) -> Value {
    do {
        return try work()
    } catch let error as CopyFault {
        throw error
    } catch {
        throw .store(StoreError(error, path: path))
    }
}

/// Files of stores that nobody works on.
package enum StoreCopy {
    /// Files that SQLite keeps beside the one.
    private static let sides = ["-wal", "-shm", "-journal"]

    /// Makes an empty file for its owner alone, beside what it shall become.
    static func draft(beside target: String) throws(CopyFault) -> String {
        var status = stat()
        guard lstat(target, &status) != 0 else { throw .taken }
        StaleDraft.clear(beside: target)
        let draft = "\(target).\(getpid()).tmp"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(errno) }
        close(descriptor)
        return draft
    }

    /// Looks a whole file over: pages, references, and the seals of the log. Nothing in it is changed.
    package static func inspect(_ path: String, _ watch: CopyWatch) throws(CopyFault) -> ChainReport {
        var configuration = Configuration()
        configuration.prepareDatabase { db in try StoreFile.inspect(db) }
        let report = try copying(to: path) { () throws -> ChainReport in
            guard watch(.checking, 0, 1) else { throw CopyFault.interrupted }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let report = try queue.inDatabase { db -> ChainReport in
                guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else { throw CopyFault.damaged }
                guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else { throw CopyFault.dangling }
                guard try db.tableExists("event") else { throw CopyFault.damaged }
                var walk = ChainWalk(db, against: nil)
                guard let report = try walk.run({ watch(.walking, $0, $1) }) else { throw CopyFault.interrupted }
                return report
            }
            try queue.close()
            return report
        }
        if let fault = report.fault { throw .chain(fault) }
        return report
    }

    /// Gives a draft its name, where nobody else took it meanwhile.
    static func publish(_ draft: String, as target: String) throws(CopyFault) {
        try sync(draft)
        guard link(draft, target) == 0 else { throw errno == EEXIST ? .taken : .system(errno) }
        unlink(draft)
        try sync((target as NSString).deletingLastPathComponent)
    }

    static func remove(_ draft: String) {
        unlink(draft)
        for side in sides { unlink(draft + side) }
    }

    private static func sync(_ path: String) throws(CopyFault) {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(errno) }
    }

    /// Puts a backup in the place of a store.
    ///
    /// - Parameters:
    ///   - source: looked over before anything else is done.
    ///   - target: where the store shall be.
    ///   - aside: where a store that lies there goes, with all its data; nil to refuse then.
    /// - Returns: where the log ends, and whether a store was moved aside.
    package static func restore(
        _ source: String, to target: String, movingAside aside: String?, _ watch: CopyWatch
    ) throws(CopyFault) -> (report: ChainReport, isMoved: Bool) {
        var status = stat()
        let isTaken = lstat(target, &status) == 0
        if isTaken, aside == nil { throw .taken }
        if stat(source + "-wal", &status) == 0, status.st_size > 0 { throw .torn }
        try makeFolder(of: target)
        StaleDraft.clear(beside: target)
        let draft = "\(target).\(getpid()).tmp"
        do throws(CopyFault) {
            try copy(source, to: draft, watch)
            let report = try inspect(draft, watch)
            if isTaken, let aside { try moveAside(target, to: aside) }
            try publish(draft, as: target)
            return (report, isTaken)
        } catch {
            remove(draft)
            throw error
        }
    }

    private static func makeFolder(of target: String) throws(CopyFault) {
        let folder = (target as NSString).deletingLastPathComponent
        var status = stat()
        guard !folder.isEmpty, stat(folder, &status) != 0 else { return }
        try copying(to: target) {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    private static func copy(_ source: String, to draft: String, _ watch: CopyWatch) throws(CopyFault) {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw .system(errno) }
        defer { close(from) }
        var status = stat()
        guard fstat(from, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .system(EISDIR) }
        let to = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard to >= 0 else { throw .system(errno) }
        defer { close(to) }
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var done: Int64 = 0
        while true {
            guard watch(.copying, done, Int64(status.st_size)) else { throw .interrupted }
            let count = read(from, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            if count == 0 { break }
            var written = 0
            while written < count {
                let more = chunk.withUnsafeBytes { write(to, $0.baseAddress?.advanced(by: written), count - written) }
                if more < 0, errno == EINTR { continue }
                guard more > 0 else { throw .system(errno) }
                written += more
            }
            done += Int64(count)
        }
    }

    /// Moves a store with everything that belongs to it, where nobody has it open.
    private static func moveAside(_ path: String, to aside: String) throws(CopyFault) {
        var status = stat()
        guard lstat(aside, &status) != 0 else { throw .taken }
        try refuseOpen(path)
        for side in [""] + sides where lstat(path + side, &status) == 0 {
            guard rename(path + side, aside + side) == 0 else { throw .system(errno) }
        }
    }

    /// Leaving the write-ahead mode takes a lock that nobody else may have any of. A file that isn't a sound store any more has
    /// no one who works on it.
    private static func refuseOpen(_ path: String) throws(CopyFault) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.inDatabase {
                try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE")
            }
            try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            throw .inUse
        } catch {
            return
        }
    }
}
