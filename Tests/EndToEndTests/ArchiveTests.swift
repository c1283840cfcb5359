import Foundation
import TestSupport
import Testing

/// The finished file of a case where there is no room for it.
@Suite(.serialized)
struct ArchiveTests {
    @Test(.enabled(if: SmallDisk.canBeMade, "needs a disk of its own"))
    func aFullDiskLeavesNothingHalfWritten() throws {
        let home = try TemporaryFolder()
        let store = "\(home.path)/desk.sqlite"
        let (made, words) = try Tool.run([Program.path, "generate", "--cases", "1", "--seed", "1", "--store", store])
        #expect(made == 0, "\(words)")
        let number = "\(try year(store))-000001"
        let disk = try SmallDisk()
        try disk.fill()
        let show = [Program.path, "show", number, "--file", "\(disk.path)/file", "--store", store]
        let (full, complaint) = try Tool.run(show)
        #expect(full == 4 && complaint.contains("磁盘已满") && complaint.contains("没有写成"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["filler"])
        try disk.makeRoom()
        let (done, _) = try Tool.run(show)
        #expect(done == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/file").contains("index.json"))
    }

    /// The year of the one case of the store.
    private func year(_ store: String) throws -> String {
        let (_, text) = try Tool.run([Program.path, "list", "--view", "all", "--json", "--store", store])
        let number = try #require(text.firstMatch(of: /"number":"(\d{4})-000001"/))
        return String(number.output.1)
    }
}
