import CaseStore
import Foundation
import SQLiteCaseStore
import TestSupport
import Testing

/// A folder of its own for one test.
struct TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "yicigao-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    func store(_ name: String = "desk.sqlite", patience: Double = 5) throws(StoreError) -> SQLiteCaseStore {
        try SQLiteCaseStore(path: path(name), projection: StoreSamples.projection, patience: patience)
    }

    func remove() {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            Issue.record(error)
        }
    }

    /// Runs a test in a folder that is gone afterwards.
    static func with(_ test: (TemporaryFolder) throws -> Void) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try test(folder)
    }
}
