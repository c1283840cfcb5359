import Foundation

/// The folder that holds the checklists and the other data, wherever this program was installed.
package struct DataFolder: Hashable, Sendable {
    package let root: String

    package init(root: String) { self.root = root }

    package var checklists: String { "\(root)/Checklists" }
    package var calendars: String { "\(root)/Calendars" }
    package var offices: String { "\(root)/Offices" }
    package var papers: String { "\(root)/Papers" }
    package var figures: String { "\(root)/Figures" }
    package var keymaps: String { "\(root)/Keymaps" }
    package var demo: String { "\(root)/Demo" }
    package var mappings: String { "\(root)/Mappings" }
    package var tutor: String { "\(root)/Tutor" }

    /// Where data lies if nobody says otherwise and none lies beside the program.
    package static let systemFolder = "/usr/share/yicigao"
    /// What the build puts beside the program.
    package static let bundleName = "Yicigao_ChecklistFiles.resources"

    /// Finds the data. The generated bundle accessor isn't used: it traps once the program was moved.
    ///
    /// - Parameters:
    ///   - explicit: a folder that somebody named; then nothing else is tried.
    ///   - executable: the program, to look beside; its link is resolved.
    /// - Throws: `DataFolderError` with every folder that was tried.
    package static func locate(
        explicit: String? = nil, executable: String = "/proc/self/exe"
    ) throws(DataFolderError) -> DataFolder {
        let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent().path
        let candidates = explicit.map { [$0] } ?? ["\(program)/\(bundleName)", systemFolder]
        for candidate in candidates where DataText.isFolder("\(candidate)/Checklists") {
            return DataFolder(root: candidate)
        }
        throw DataFolderError(lookedIn: candidates)
    }
}

/// No folder with checklists was found.
package struct DataFolderError: Error, Hashable, Sendable, CustomStringConvertible {
    package let lookedIn: [String]

    package var description: String { "no Checklists folder in \(lookedIn.joined(separator: " or "))" }
}
