import Foundation
import TestSupport
import Testing

/// A disk of a few megabytes that a test can fill to the last byte.
final class SmallDisk {
    let path: String
    private let folder: TemporaryFolder

    /// Whether this account may mount one.
    static var canBeMade: Bool {
        do {
            _ = try SmallDisk()
            return true
        } catch {
            return false
        }
    }

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/disk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let (status, words) = try Tool.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", path])
        guard status == 0 else { throw Terminal.Failed(words: words) }
    }

    deinit {
        do { _ = try Tool.run(["umount", "-l", path]) } catch { Issue.record("\(path) stays mounted: \(error)") }
    }

    private var filler: String { "\(path)/filler" }

    /// Leaves no byte free.
    func fill() throws {
        _ = try Tool.run(["dd", "if=/dev/zero", "of=\(filler)", "bs=4096"])
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }
}
