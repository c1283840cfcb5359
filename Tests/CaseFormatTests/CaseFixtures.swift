import CaseDomain
import CaseFormat
import Glibc
import Testing

/// The files of `Fixtures`, found from where this file lies.
enum CaseFixtures {
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Fixtures"
    }()

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(root + "/" + folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        let descriptor = open(root + "/" + path, O_RDONLY)
        try #require(descriptor >= 0, "no fixture \(path)")
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            try #require(count >= 0)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// All records of a text, pushed in by chunks of a size.
    static func records(_ bytes: [UInt8], file: String, chunk: Int = 65_536) -> [CaseLine] {
        var lines = CaseLines(file: file, layout: CaseLayout(path: file))
        var records: [CaseLine] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + chunk, bytes.count)
            bytes[start..<end].withUnsafeBytes { lines.append($0) }
            while let line = lines.next() { records.append(line) }
            start = end
        }
        lines.end()
        while let line = lines.next() { records.append(line) }
        return records
    }

    /// The smallest case that the format allows.
    static let smallest = """
        {"format":"yicigao.case/1","matter":"small-catering","action":"new","receivedAt":"2026-11-20T09:12:00+08:00",\
        "channel":"window","applicant":{"name":"甲","kind":"individual"},"premises":{"address":"乙","county":"371625"},\
        "materials":[]}
        """

    /// The smallest case with one more member behind the others.
    static func smallest(with member: String) -> String { smallest.dropLast() + "," + member + "}" }

    static func error(of text: String) -> CaseFormatError? {
        var reader = CaseReader()
        do {
            _ = try reader.read(text)
            return nil
        } catch {
            return error
        }
    }
}
