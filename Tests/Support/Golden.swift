import Foundation
package import ScreenKit
package import Testing

/// Compares what a test made with a file that a person has looked at.
///
/// A file that is missing is written and the test fails all the same, so that nothing becomes golden unseen. With
/// `RECORD_GOLDENS=1` in the environment every file is written anew.
package enum Golden {
    /// - Parameter path: from the fixtures' folder, such as `Notices/workshop.txt`.
    package static func expect(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let file = URL(fileURLWithPath: "\(SourceTree.fixtures)/\(path)")
        let known = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
        if known == text { return }
        let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
        guard known == nil || isRecording else {
            let difference = firstDifference(known ?? "", text)
            Issue.record("\(path) differs: \(difference)", sourceLocation: sourceLocation)
            return
        }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        } catch {
            Issue.record("\(path) cannot be written: \(error)", sourceLocation: sourceLocation)
        }
        if !isRecording { Issue.record("\(path) was missing; look at it", sourceLocation: sourceLocation) }
    }

    /// A frame as text: what it shows, then what its cells mean, a letter a column.
    package static func expect(_ frame: Frame, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let size = frame.grid.size
        let cursor = frame.cursor.map { "\($0.row),\($0.column)" } ?? "none"
        let text = """
            \(size.columns)x\(size.rows)  cursor \(cursor)  title \(frame.title)
            --- text
            \(frame.grid.text)
            --- roles
            \(frame.grid.roles)

            """
        expect(text, at: "Screens/\(name).screen", sourceLocation: sourceLocation)
    }

    private static func firstDifference(_ known: String, _ new: String) -> String {
        let old = known.split(separator: "\n", omittingEmptySubsequences: false)
        let new = new.split(separator: "\n", omittingEmptySubsequences: false)
        let place =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        let was = old.indices.contains(place) ? String(old[place]) : "(end)"
        let now = new.indices.contains(place) ? String(new[place]) : "(end)"
        return "line \(place + 1)\n  was: \(was)\n  now: \(now)"
    }
}
