import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore

/// The store, as `doctor` looks it over.
struct StorePatient {
    let path: String
    let isFull: Bool
    let repairs: Bool
    let now: Moment
    let office: Office

    /// Cases whose lines are compared with their events where not all are.
    private static let sample = 300
    /// A write-ahead log of so many bytes says that somebody keeps it from being put away.
    private static let longLog: Int64 = 64 << 20
    private static let leastRoom: UInt64 = 500 << 20

    // MARK: The file

    /// What can be seen without opening it.
    func place() -> [DoctorFinding] { [permissions(), fileSystem(), room(), log()] }

    private func permissions() -> DoctorFinding {
        guard let status = FileStatus(path: path) else {
            return DoctorFinding("permissions", .failure, "\(path): 看不到数据文件", "检查文件夹的权限")
        }
        guard status.permissions & 0o077 != 0 else { return DoctorFinding("permissions", .fine, "数据文件只有本账号可读") }
        if repairs, chmod(path, 0o600) == 0 {
            return DoctorFinding("permissions", .fine, "数据文件别的账号也能读，已收紧")
        }
        return DoctorFinding("permissions", .trouble, "数据文件别的账号也能读写", "chmod 600 \(path)，或 doctor --repair")
    }

    private func fileSystem() -> DoctorFinding {
        guard let name = FileSystemKind.name(of: path) else { return DoctorFinding("file-system", .note, "不知道是什么文件系统") }
        guard FileSystemKind.isShared(name) else { return DoctorFinding("file-system", .fine, "数据文件在本机磁盘上（\(name)）") }
        return DoctorFinding("file-system", .trouble, "数据文件在网络盘上（\(name)）", "移到本机磁盘：多个窗口同时写会损坏")
    }

    private func room() -> DoctorFinding {
        var status = statvfs()
        guard statvfs((path as NSString).deletingLastPathComponent, &status) == 0 else {
            return DoctorFinding("disk", .note, "不知道磁盘还有多少空间")
        }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        let words = "磁盘还有 \(free >> 20) MB"
        if free < Self.leastRoom { return DoctorFinding("disk", .trouble, words, "腾出空间：满了就不能收件") }
        if free < UInt64(size(path)) { return DoctorFinding("disk", .note, words + "，不够在同一磁盘上备份") }
        return DoctorFinding("disk", .fine, words)
    }

    private func log() -> DoctorFinding {
        let bytes = size(path + "-wal")
        guard bytes > Self.longLog else { return DoctorFinding("wal", .fine, "-wal 文件 \(bytes >> 10) KB") }
        return DoctorFinding("wal", .note, "-wal 文件 \(bytes >> 20) MB，有程序一直在读", "关掉不用的工作台，再 doctor --repair")
    }

    private func size(_ path: String) -> Int64 { FileStatus(path: path)?.size ?? 0 }

    // MARK: What is in it

    func look(_ store: SQLiteCaseStore) throws -> [DoctorFinding] {
        let health = StoreHealth(store)
        let meter = ProgressMeter()
        let interruption = Interruption()
        var findings: [DoctorFinding] = []
        func ask(_ id: String, _ what: String, _ question: () throws -> DoctorFinding) throws {
            guard !interruption.isRequested else { return }
            meter.show(what, 0, of: 0)
            do {
                findings.append(try question())
            } catch let error as StoreError {
                findings.append(
                    DoctorFinding(id, .failure, "\(what)：\(error.advisory(.zh))", "停止使用，用 restore 恢复最近的备份"))
            }
        }
        try ask("schema", "数据版本") {
            DoctorFinding("schema", .fine, "数据版本 \(try health.schema())，\(try health.caseCount()) 件办件")
        }
        try ask("integrity", "核对文件") {
            try health.isSound(isFull: isFull)
                ? DoctorFinding("integrity", .fine, "SQLite 文件完好")
                : DoctorFinding("integrity", .failure, "SQLite 文件已损坏", "停止使用，用 restore 恢复最近的备份")
        }
        try ask("references", "核对引用") {
            let count = try health.danglingReferences()
            return count == 0
                ? DoctorFinding("references", .fine, "引用完好")
                : DoctorFinding("references", .trouble, "\(count) 处引用断开", "用 restore 恢复最近的备份")
        }
        try ask("chain", "核验记录") { try chain(store, meter, interruption) }
        try ask("lines", "核对队列") { try lines(health, interruption) }
        try ask("projection", "到期日") { try projection(store, health) }
        try ask("search", "查找索引") { try search(store, health) }
        try ask("imports", "导入") {
            let count = try store.unfinishedImports()
            return count == 0
                ? DoctorFinding("imports", .fine, "没有中断的导入")
                : DoctorFinding("imports", .note, "\(count) 个文件没有导入完", "import 同一文件 --resume 接着导入")
        }
        try ask("retention", "保管期") { try retention(store) }
        try ask("clock", "时钟") { try clock(health) }
        if repairs { try ask("checkpoint", "收起 -wal") { try checkpoint(health) } }
        meter.clear()
        if interruption.isRequested { throw CommandFailure(code: .refused, message: "已中断，没有查完") }
        return findings
    }

    private func chain(
        _ store: SQLiteCaseStore, _ meter: ProgressMeter, _ interruption: Interruption
    ) throws -> DoctorFinding {
        let report = try store.verifyLog { done, total in
            meter.show("核验记录", done, of: total)
            return !interruption.isRequested
        }
        guard let fault = report?.fault else {
            return DoctorFinding("chain", .fine, "\(report?.head.count ?? 0) 条记录的封印完好")
        }
        return DoctorFinding("chain", .trouble, AuditWords.words(for: fault), "保留原文件备查，报告主管，核对最近的备份")
    }

    private func lines(_ health: StoreHealth, _ interruption: Interruption) throws -> DoctorFinding {
        let found = try health.lines(most: isFull ? nil : Self.sample, repairs: repairs) { !interruption.isRequested }
        if let number = found.unreadable.first {
            return DoctorFinding(
                "lines", .trouble, "\(found.unreadable.count) 件的记录不能读，如 \(number.text)", "用 restore 恢复最近的备份")
        }
        guard let number = found.differing.first else {
            return DoctorFinding("lines", .fine, "核对 \(found.looked) 件，队列与记录一致")
        }
        let words = "\(found.looked) 件中 \(found.differing.count) 件的队列行与记录不一致，如 \(number.text)"
        if repairs { return DoctorFinding("lines", .fine, words + "，已按记录重做") }
        return DoctorFinding("lines", .trouble, words, "doctor --full --repair 按记录重做")
    }

    private func projection(_ store: SQLiteCaseStore, _ health: StoreHealth) throws -> DoctorFinding {
        if repairs { while try store.refreshProjection() {} }
        return try health.isProjectionFresh()
            ? DoctorFinding("projection", .fine, "到期日按现在的日历算过")
            : DoctorFinding("projection", .note, "到期日还是旧日历的", "打开工作台或 doctor --repair 就会重算")
    }

    private func search(_ store: SQLiteCaseStore, _ health: StoreHealth) throws -> DoctorFinding {
        if repairs { while try store.completeSearch() {} }
        return try health.isSearchComplete()
            ? DoctorFinding("search", .fine, "查找索引齐全")
            : DoctorFinding("search", .note, "查找索引还没有补全，查找较慢", "工作台会在空闲时补全，或 doctor --repair")
    }

    private func retention(_ store: SQLiteCaseStore) throws -> DoctorFinding {
        if repairs, try store.isSweepDue() { _ = try store.sweepErased() }
        if try store.isSweepDue() {
            return DoctorFinding("retention", .trouble, "删除到期内容后文件还没有清理完", "关掉工作台，再 retention erase 或 doctor --repair")
        }
        guard !office.retention.isEmpty else {
            return DoctorFinding("retention", .note, "机关文件没有写保管期限", "在机关文件里写 retention")
        }
        let terms = office.retention.mapValues(\.years)
        let due = try store.erasableCases(terms, on: now.date, after: 0, limit: 1_000).count
        guard due > 0 else { return DoctorFinding("retention", .fine, "没有保管期满的办件") }
        let many = due == 1_000 ? "至少 \(due)" : "\(due)"
        return DoctorFinding("retention", .note, "\(many) 件保管期已满", "retention list 核对后 retention erase")
    }

    private func clock(_ health: StoreHealth) throws -> DoctorFinding {
        let year = now.date.year
        guard (2026...2099).contains(year) else {
            return DoctorFinding("clock", .trouble, "系统时间是 \(year) 年", "校准系统时间：期限按它计算")
        }
        if let last = try health.lastWrite(), last > now.adding(seconds: 300) {
            return DoctorFinding("clock", .trouble, "系统时间早于最后一条记录（\(last.date) \(last.clock)）", "校准系统时间")
        }
        return DoctorFinding("clock", .fine, "系统时间 \(now.date) \(now.clock)")
    }

    private func checkpoint(_ health: StoreHealth) throws -> DoctorFinding {
        try health.checkpoint()
            ? DoctorFinding("checkpoint", .fine, "-wal 已收起")
            : DoctorFinding("checkpoint", .note, "有程序在读，-wal 没有收起", "关掉工作台再试")
    }
}

/// What kind of disk a file lies on.
private enum FileSystemKind {
    /// Kinds whose machines don't share memory with each other, as SQLite's write-ahead log needs.
    private static let shared = ["nfs", "cifs", "smb", "fuse.sshfs", "fuse.glusterfs", "9p", "afs", "ceph", "lustre"]

    static func isShared(_ name: String) -> Bool { shared.contains { name.hasPrefix($0) } }

    /// - Returns: nil where the system doesn't say.
    static func name(of path: String) -> String? {
        guard let mounts = FileManager.default.contents(atPath: "/proc/self/mounts") else { return nil }
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let found = String(decoding: mounts, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count > 2 ? (point: String(parts[1]), kind: String(parts[2])) : nil
        }.filter { place == $0.point || place.hasPrefix($0.point.hasSuffix("/") ? $0.point : $0.point + "/") }
        // The longest is the nearest, and of two on one point the later one lies on top.
        return found.enumerated().max { ($0.element.point.count, $0.offset) < ($1.element.point.count, $1.offset) }?
            .element.kind
    }
}
