import Foundation
import Testing

/// What a command left behind.
struct CommandRun {
    let code: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var complaints: [String] { errors.split(separator: "\n").map(String.init) }

    /// Every line of the output, read as JSON.
    func objects() throws -> [[String: Any]] {
        try lines.map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(value as? [String: Any], "not an object: \(line)")
        }
    }

    /// The output, which must be exactly one line of JSON.
    func object() throws -> [String: Any] {
        #expect(output.hasSuffix("\n"))
        #expect(lines.count == 1)
        return try #require(try objects().first)
    }
}

/// A folder with nothing in it, in which the built program runs as if on a fresh account.
final class Workplace {
    let path: String

    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures").path

    /// The program lies beside the test bundle, wherever that was built.
    static let program: String = {
        let bundle = Bundle.main.bundleURL
        let beside = bundle.path.hasSuffix(".xctest") ? bundle : URL(fileURLWithPath: CommandLine.arguments[0])
        return beside.deletingLastPathComponent().appendingPathComponent("yicigao").path
    }()

    init() throws {
        path = NSTemporaryDirectory() + "/yicigao-commands-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            Issue.record(error)
        }
    }

    /// On top of a pinned environment.
    var environment: [String: String] = [:]

    var store: String { "\(path)/desk.sqlite" }

    func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = [
            "HOME": path, "XDG_DATA_HOME": "\(path)/data", "XDG_CONFIG_HOME": "\(path)/config", "TMPDIR": path,
            "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin",
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs a command to its end. Its output goes through files, which never fill up as pipes do.
    func run(_ arguments: String..., input: String? = nil) throws -> CommandRun {
        try run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String? = nil) throws -> CommandRun {
        let process = process(arguments)
        let name = UUID().uuidString
        process.standardOutput = try open("\(name).out")
        process.standardError = try open("\(name).err")
        if let input {
            try write(input, to: "\(name).in")
            process.standardInput = FileHandle(forReadingAtPath: "\(path)/\(name).in")
        }
        try process.run()
        process.waitUntilExit()
        return CommandRun(
            code: process.terminationStatus, output: try text(of: "\(name).out"), errors: try text(of: "\(name).err"))
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        return name
    }

    func data(of name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")) }

    func text(of name: String) throws -> String { String(decoding: try data(of: name), as: UTF8.self) }

    func open(_ name: String) throws -> FileHandle {
        try write(Data(), to: name)
        return try #require(FileHandle(forWritingAtPath: "\(path)/\(name)"))
    }

    /// A case of the fixtures on one line, with other values at some keys of its top level.
    static func line(_ fixture: String, _ changes: [String: Any] = [:]) throws -> String {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(fixtures)/Cases/\(fixture)"))
        var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        for (key, value) in changes { object[key] = value }
        let line = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return String(decoding: line, as: UTF8.self)
    }

    /// This minute, at the office.
    static var now: String {
        let seconds = Date().timeIntervalSince1970 + 8 * 3600
        let formatter = ISO8601DateFormatter()
        return formatter.string(from: Date(timeIntervalSince1970: seconds)).replacing("Z", with: "+08:00")
    }
}
