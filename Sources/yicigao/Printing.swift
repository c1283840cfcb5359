import ClerkDesk
import Foundation

/// Hands a paper to the system's print command.
enum Printing {
    /// - Returns: the name of the print job, or why there is none. A notice is issued either way.
    @Sendable static func print(_ paper: PrintedPaper) -> Result<String, PrintError> {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        guard
            let command = folders.map({ "\($0)/lp" }).first(where: FileManager.default.isExecutableFile(atPath:))
        else { return .failure(.noPrintSystem) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = ["-t", paper.name]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(paper.text.utf8))
            try input.fileHandleForWriting.close()
        } catch {
            return .failure(.refused("lp"))
        }
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let line = answer.split(separator: "\n").first.map(String.init) ?? ""
        return process.terminationStatus == 0 ? .success(line) : .failure(.refused(line))
    }
}
