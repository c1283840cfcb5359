import CaseDomain
import CaseStore
import Foundation
import SQLiteCaseStore
import TestSupport
import Testing

/// Commands that find no room: nothing is half there.
@Suite(.serialized, .enabled(if: SmallDisk.canBeMade, "needs a disk of its own"))
struct FullDiskTests {
    private let home: TemporaryFolder
    private let disk: SmallDisk

    init() throws {
        home = try TemporaryFolder()
        disk = try SmallDisk()
    }

    private func run(_ arguments: String...) throws -> (Int32, String) {
        try Tool.run(
            [Program.path] + arguments,
            environment: ["HOME": home.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    }

    private func generate(_ count: Int) throws -> String {
        let store = "\(home.path)/desk.sqlite"
        #expect(try run("generate", "--cases", "\(count)", "--seed", "2", "--store", store).0 == 0)
        return store
    }

    private var left: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: disk.path) } }

    @Test func aBackupThatDoesNotFit() throws {
        let store = try generate(1_500)
        let (code, words) = try run("backup", "\(disk.path)/b.sqlite", "--store", store)
        #expect(code == 4 && words.contains("磁盘已满"))
        #expect(try left == [])
        #expect(try run("audit", "verify", "--store", store).0 == 0)
    }

    @Test func anExportThatDoesNotFit() throws {
        let store = try generate(12_000)
        let (code, words) = try run("export", "-o", "\(disk.path)/e.jsonl", "--store", store)
        #expect(code == 4 && words.contains("磁盘已满"))
        #expect(try left == [])
    }

    @Test func anImportThatDoesNotFitGoesOnWhenThereIsRoom() throws {
        #expect(
            try run("generate", "--cases", "300", "--seed", "2", "--jsonl", "\(home.path)/a.jsonl").0 == 0)
        let store = "\(disk.path)/desk.sqlite"
        #expect(try run("generate", "--cases", "1", "--seed", "9", "--store", store).0 == 0)
        try disk.fill()
        let (code, words) = try run("import", "\(home.path)/a.jsonl", "--ack", "--store", store)
        #expect(code == 4 && words.contains("S-05"))
        try disk.makeRoom()
        #expect(try run("import", "\(home.path)/a.jsonl", "--resume", "--store", store).0 == 0)
        let (_, rows) = try run("list", "--view", "all", "--json", "--store", store)
        #expect(rows.split(separator: "\n").count == 301)
        #expect(try run("audit", "verify", "--store", store).0 == 0)
    }
}
