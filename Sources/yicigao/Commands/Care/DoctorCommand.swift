import ArgumentParser
import CaseDomain
import CaseFormat
import CaseStore
import ClerkDesk
import Foundation
import SQLiteCaseStore
import TextLayout

/// `yicigao doctor`: looks over the store and everything that the desk needs, and says what to do.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "体检：数据、文件、日历、打印、短信等。Looks everything over and says what to do.",
        discussion: """
            例 Example:  yicigao doctor --full

            没有问题以 0 退出，有问题以 1 退出，数据打不开以 4 退出。窗口可以照常办理。
            Exit code 0 where all is well, 1 where something is wrong, 4 where the store can't be opened. Desks may go on.
            --repair 只做稳妥的：队列行按记录重做、补全索引、收起 -wal、收紧权限、清理删除残余。
            --repair does what is safe: lines of the queue, indexes, the write-ahead log, permissions, what was erased.
            """)

    @Flag(help: "逐件核对全部办件和全部索引，较慢。Every case and every index; slow.")
    var full = false

    @Flag(help: "修复可以稳妥修复的。Repairs what can be repaired safely.")
    var repair = false

    @Flag(help: "一行 JSON（yicigao.doctor/1）。One line of JSON.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandOutput.run { output in
            let installation = try data.load()
            let now = BusinessClock.system.now()
            var findings: [DoctorFinding] = []
            if FileManager.default.fileExists(atPath: store.path) {
                let patient = StorePatient(
                    path: store.path, isFull: full, repairs: repair, now: now, office: installation.office)
                findings += patient.place()
                do {
                    let store = try self.store.open(installation)
                    findings += try patient.look(store)
                    StoreOptions.putAway(store)
                } catch let failure as CommandFailure {
                    findings.append(DoctorFinding("store", .failure, failure.message, "停止使用，用 restore 恢复最近的备份"))
                }
            } else {
                findings.append(DoctorFinding("store", .note, StoreOptions.noStore(store.path), "第一次收件时自动建立"))
            }
            findings += DoctorSurroundings(installation, now: now, isFull: full).look()
            if json {
                try output.write(DoctorJSON.bytes(findings))
            } else {
                for line in findings.flatMap(\.lines) { try output.line(line) }
            }
            if findings.contains(where: { $0.level == .failure }) { return .system }
            return findings.contains { $0.level == .trouble } ? .refused : .fine
        }
    }
}

/// One thing that was looked at.
struct DoctorFinding {
    enum Level: String {
        case fine
        /// Something to know; nothing is wrong.
        case note
        case trouble
        /// The store can't be worked with.
        case failure

        fileprivate var words: String {
            switch self {
            case .fine: "好"
            case .note: "注意"
            case .trouble: "问题"
            case .failure: "不能用"
            }
        }
    }

    let id: String
    let level: Level
    let words: String
    /// What to do; empty where nothing is.
    let remedy: String

    init(_ id: String, _ level: Level, _ words: String, _ remedy: String = "") {
        self.id = id
        self.level = level
        self.words = words
        self.remedy = remedy
    }

    var lines: [String] {
        ["[\(level.words)] \(words)"] + (remedy.isEmpty ? [] : ["      处理：\(remedy)"])
    }
}

private enum DoctorJSON {
    static func bytes(_ findings: [DoctorFinding]) -> [UInt8] {
        var json = JSONText(capacity: 4 * 1024)
        json.beginObject()
        json.member("format", "yicigao.doctor/1")
        json.member("healthy", !findings.contains { $0.level == .trouble || $0.level == .failure })
        json.key("findings")
        json.beginArray()
        for finding in findings {
            json.beginObject()
            json.member("id", finding.id)
            json.member("level", finding.level.rawValue)
            json.member("text", finding.words)
            json.member("remedy", finding.remedy)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
