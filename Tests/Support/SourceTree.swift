import Foundation

/// The package's own folders, found from this file and never through a bundle, so that tests read what is checked in.
package enum SourceTree {
    package static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    package static var fixtures: String { "\(root)/Fixtures" }

    package static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }

    /// Every file under a folder, by its path from the root, sorted. Hidden files and build products are left out.
    ///
    /// - Parameter ending: how the name ends, such as `.swift`.
    package static func files(under folder: String, ending: String = "") -> [String] {
        let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
        var found: [String] = []
        while let name = names?.nextObject() as? String {
            guard name.hasSuffix(ending), !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
                continue
            }
            var isFolder: ObjCBool = false
            let path = "\(root)/\(folder)/\(name)"
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                found.append("\(folder)/\(name)")
            }
        }
        return found.sorted()
    }

    /// The names in a folder, hidden ones too.
    package static func names(in folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
    }
}
