import CaseDomain
import Glibc
package import Outgoing
import NoticeComposer
import TextLayout

/// Hands messages to gammu-smsd through the folders of its FILES service.
///
/// A message is one file whose name says which it is. It is put into the outbox whole or not at all, and the daemon moves it
/// to another folder when it is done: wherever a file of that name lies, the message was handed over.
package struct GammuSpool: MessageGateway {
    private let root: String

    /// - Parameter root: the folder that holds `outbox`, `sent` and `error`, as the daemon's configuration names them.
    package init(_ root: String) { self.root = root }

    private var outbox: String { "\(root)/outbox" }
    private var sent: String { "\(root)/sent" }
    private var failed: String { "\(root)/error" }

    package func obstacle() -> String? {
        for folder in [outbox, sent, failed] where !Self.isFolder(folder) {
            return "没有文件夹 \(SafeText.singleLine(folder))"
        }
        // Both rights: a folder that can't be looked into would make every message look new.
        for folder in [outbox, sent, failed] where access(folder, R_OK | X_OK) != 0 {
            return "读不了文件夹 \(SafeText.singleLine(folder))"
        }
        return access(outbox, W_OK) == 0 ? nil : "写不进文件夹 \(SafeText.singleLine(outbox))"
    }

    package func hand(_ message: OutgoingMessage) -> HandOver {
        // What keeps the folders from being read must not be taken for a message that is in none of them.
        if let obstacle = obstacle() { return .retry(obstacle) }
        if let found = look(for: message) { return found }
        let name = Self.name(message)
        let draft = "\(outbox)/.\(name).tmp"
        guard Self.write(GammuBackup.text(message), to: draft), rename(draft, "\(outbox)/\(name)") == 0 else {
            unlink(draft)
            return .retry("写不进 \(SafeText.singleLine(outbox))")
        }
        Self.sync(outbox)
        return .taken
    }

    package func look(for message: OutgoingMessage) -> HandOver? {
        let name = Self.name(message)
        // In the order in which the daemon moves it, so that it can't slip through in between.
        if Self.exists("\(outbox)/\(name)") { return .taken }
        if Self.exists("\(sent)/\(name)") { return .sent }
        if Self.exists("\(failed)/\(name)") { return .failed("gammu 没有发出，见其日志") }
        return nil
    }

    /// Priority, moment, running number, recipient, note, and the kind of file: all of them fixed from the beginning. The
    /// moment keeps the messages of another store of the same names apart.
    static func name(_ message: OutgoingMessage) -> String {
        let digits = message.queuedAt.description.prefix(19).filter(\.isNumber)
        return "OUTC\(digits.prefix(8))_\(digits.dropFirst(8))_00_\(message.recipient.digits)_\(message.id).smsbackup"
    }

    private static func isFolder(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    private static func exists(_ path: String) -> Bool {
        var found = stat()
        return lstat(path, &found) == 0
    }

    /// Readable for the group, which is the daemon's where the folder hands its group on.
    private static func write(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o660)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return fsync(descriptor) == 0
    }

    private static func sync(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// A message as gammu's backup format has it.
///
/// The plain text format leaves the encoding to the daemon's configuration, which may well be seven bits: Chinese would
/// arrive as question marks. Here each part says that it is UCS-2, and carries the header that joins it to the others.
enum GammuBackup {
    private static let lineUnits = 50

    static func text(_ message: OutgoingMessage) -> String {
        let parts = MessageParts.split(message.text)
        let reference = message.id.utf8.reduce(into: UInt8(7)) { $0 = $0 &* 31 &+ $1 }
        return parts.enumerated().map { place, part in
            var lines = ["[SMSBackup\(padded(place, 3))]", "PDU = Status_Report", "State = UnSent"]
            lines.append("Number = \"\(message.recipient.digits)\"")
            lines.append("NumberUnicode = \(hex(message.recipient.digits))")
            if parts.count > 1 {
                let header: [UInt8] = [5, 0, 3, reference, UInt8(parts.count), UInt8(place + 1)]
                lines.append("UDH = \(header.map { hex(UInt16($0), 2) }.joined())")
            }
            let units = Array(part.utf16)
            for (line, start) in stride(from: 0, to: units.count, by: lineUnits).enumerated() {
                let stretch = units[start..<min(start + lineUnits, units.count)]
                lines.append("Text\(padded(line, 2)) = \(stretch.map { hex($0, 4) }.joined())")
            }
            lines += [
                "Coding = Unicode_No_Compression", "Folder = 1", "Length = \(units.count)", "Class = -1",
                "ReplySMSC = False", "RejectDuplicates = False", "ReplaceMessage = 0", "MessageReference = 0",
            ]
            return lines.joined(separator: "\n") + "\n\n"
        }.joined()
    }

    private static func hex(_ text: String) -> String { text.utf16.map { hex($0, 4) }.joined() }

    private static func hex(_ unit: UInt16, _ digits: Int) -> String {
        let text = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
