import Foundation
import TestSupport
import Testing

/// A case of the fixtures that lacks one paper, as if it had come in now, so that its terms run.
enum RecentCase {
    /// - Parameter name: the applicant's; nil for that of the fixture.
    static func write(to path: String, name: String? = nil) throws {
        let fixture = try Data(
            contentsOf: URL(fileURLWithPath: "\(SourceTree.fixtures)/Cases/bad/missing-policy-index.json"))
        var file = try #require(try JSONSerialization.jsonObject(with: fixture) as? [String: Any])
        file["receivedAt"] = ISO8601DateFormatter().string(from: Date())
        if let name, var applicant = file["applicant"] as? [String: Any] {
            applicant["name"] = name
            file["applicant"] = applicant
        }
        try JSONSerialization.data(withJSONObject: file).write(to: URL(fileURLWithPath: path))
    }
}
