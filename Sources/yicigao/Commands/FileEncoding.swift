import ArgumentParser
import CaseFormat
import Foundation

/// How the characters of a file are written.
enum FileEncoding: String, CaseIterable, ExpressibleByArgument {
    case auto
    case utf8 = "utf-8"
    case gb18030

    /// Looks a whole file over, and leaves it at its beginning.
    ///
    /// A file that is UTF-8 but for a few broken places stays UTF-8, so that the places are complained about: read as
    /// GB18030 it would go in as nonsense.
    static func guess(_ file: InputFile) throws(CaseFileError) -> FileEncoding {
        file.rewind()
        defer { file.rewind() }
        var census = UTF8Census()
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = try file.read(into: &chunk)
            if count == 0 { break }
            chunk.withUnsafeBytes { census.take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        return census.strange > census.proper ? .gb18030 : .utf8
    }
}

/// Counts the bytes outside ASCII that are proper UTF-8, and those that aren't.
struct UTF8Census {
    private(set) var proper = 0
    private(set) var strange = 0
    /// Bytes that the character begun still lacks, and those it has.
    private var lacking = 0
    private var begun = 0

    /// Most of a file is plain ASCII or whole characters of three bytes, which are counted in one look.
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var place = 0
        while place < bytes.count {
            if begun == 0, place + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    place += 8
                    continue
                }
                if bytes[place] & 0xF0 == 0xE0, bytes[place + 1] & 0xC0 == 0x80, bytes[place + 2] & 0xC0 == 0x80 {
                    proper += 3
                    place += 3
                    continue
                }
            }
            take(bytes[place])
            place += 1
        }
    }

    mutating func take(_ byte: UInt8) {
        if lacking > 0, byte & 0xC0 == 0x80 {
            lacking -= 1
            begun += 1
            if lacking == 0 {
                proper += begun
                begun = 0
            }
            return
        }
        strange += begun
        begun = 0
        lacking = 0
        switch byte {
        case ..<0x80: break
        case 0xC2...0xDF: begin(1)
        case 0xE0...0xEF: begin(2)
        case 0xF0...0xF4: begin(3)
        default: strange += 1
        }
    }

    private mutating func begin(_ more: Int) {
        lacking = more
        begun = 1
    }
}

/// Turns UTF-8 into GB18030, which has a place for every character.
struct GB18030Encoder {
    /// - Parameter bytes: whole characters.
    /// - Returns: nil where the system doesn't know the encoding.
    func encode(_ bytes: [UInt8]) -> [UInt8]? {
        guard let conversion = iconv_open("GB18030", "UTF-8"), conversion != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(conversion) }
        var input = bytes
        // A character has four bytes at the most, and at least one of ours.
        var output = [UInt8](repeating: 0, count: bytes.count * 4)
        let made: Int? = input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                var room = target.count
                return iconv(conversion, &from, &left, &to, &room) == -1 ? nil : target.count - room
            }
        }
        return made.map { Array(output[..<$0]) }
    }
}

/// Turns GB18030 into UTF-8, chunk by chunk.
final class GB18030Transcoder {
    /// No UTF-8 text has it: the record in which a byte can't be read is complained about, and no other.
    private static let unreadable: UInt8 = 0xFF

    private let conversion: iconv_t
    /// The beginning of a character whose end is in the next chunk.
    private var rest: [UInt8] = []

    /// - Throws: where the system doesn't know the encoding.
    init(file: String) throws(CaseFileError) {
        guard let conversion = iconv_open("UTF-8", "GB18030"), conversion != iconv_t(bitPattern: -1) else {
            throw CaseFileError.unreadable(path: file, code: errno)
        }
        self.conversion = conversion
    }

    deinit { iconv_close(conversion) }

    func transcode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var input = rest + bytes
        rest = []
        // Two bytes become three at the most, one becomes one.
        var output = [UInt8](repeating: 0, count: input.count * 2 + 16)
        var made = 0
        var place = 0
        let size = input.count
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                while place < size {
                    var from = source.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self)
                    var to = target.baseAddress?.advanced(by: made).assumingMemoryBound(to: CChar.self)
                    var left = size - place
                    var room = target.count - made
                    let done = iconv(conversion, &from, &left, &to, &room)
                    place = size - left
                    made = target.count - room
                    // An unfinished character at the end of the chunk waits for the next one.
                    if done != -1 || errno == EINVAL { break }
                    target[made] = Self.unreadable
                    made += 1
                    place += 1
                }
            }
        }
        rest = Array(input[place...])
        return Array(output[..<made])
    }

    /// - Returns: what stands for a character that the file ended in the middle of.
    func end() -> [UInt8] { rest.isEmpty ? [] : [Self.unreadable] }
}
