import TestSupport

/// A source file as the rules look at it: with its code alone, and with what it imports.
struct SourceFile: CustomStringConvertible {
    let path: String
    let text: String

    var description: String { path }

    /// The folder under `Sources` or `Tests`, which is the target's name.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    static func all(under folder: String, ending: String = ".swift") throws -> [SourceFile] {
        try SourceTree.files(under: folder, ending: ending).map {
            SourceFile(path: $0, text: try SourceTree.text($0))
        }
    }

    /// The modules it imports.
    var imports: Set<String> {
        let pattern =
            /^\s*(?:(?:package|internal|public|private|@\w+)\s+)*import\s+(?:(?:struct|class|enum|func|protocol|let|var)\s+)?(\w+)/
        let lines = text.split(separator: "\n").filter { $0.holds("import") }
        return Set(lines.compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } })
    }

    /// The lines without comments and without what stands in quotes.
    var code: [Substring] { SourceFile.stripped(text).split(separator: "\n", omittingEmptySubsequences: false) }

    /// Blanks comments and string literals, keeping the lines. Escaped quotes are known, interpolations are not looked
    /// into: rules look at code, and a forced value inside a message would be found where it is made.
    private static func stripped(_ text: String) -> String {
        var out: [UInt8] = []
        var inString = false
        var inComment = false
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") {
                (inString, inComment) = (false, false)
                out.append(byte)
            } else if inComment {
                continue
            } else if inString {
                if byte == UInt8(ascii: "\""), last != UInt8(ascii: "\\") { inString = false }
                last = last == UInt8(ascii: "\\") ? 0 : byte
                continue
            } else if byte == UInt8(ascii: "\"") {
                inString = true
                out.append(byte)
            } else if byte == UInt8(ascii: "/"), last == byte {
                inComment = true
                out.removeLast()
            } else {
                out.append(byte)
            }
            last = byte
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Byte by byte, which is all that source code needs and many times as fast as by characters.
    func holds(_ sought: String) -> Bool {
        let sought = Array(sought.utf8)
        return utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count >= sought.count else { return false }
            for start in 0...(bytes.count - sought.count) where bytes[start] == sought[0] {
                if sought.indices.allSatisfy({ bytes[start + $0] == sought[$0] }) { return true }
            }
            return false
        } ?? contains(String(decoding: sought, as: UTF8.self))
    }
}
