@testable import Dispatching
import Foundation
import Glibc
import Testing

/// A print service of a test's own: `cupsd` on a socket in a folder, with printers that are sockets of this process.
///
/// It needs `cups` and `cups-client`. A test fails without them, and says so: printing that nobody tried is no printing.
final class PrintServer {
    let folder: WorkFolder
    private let daemon: Daemon
    private(set) var printers: [NetworkPrinter] = []

    static let needed = "apt-get install cups cups-client"

    init() throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/sbin/cupsd"), "no cupsd: \(Self.needed)")
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/lp"), "no lp: \(Self.needed)")
        folder = try WorkFolder()
        let root = folder.path
        for name in ["etc/ppd", "spool/tmp", "cache", "state/certs", "log"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
        }
        let isRoot = getuid() == 0
        let user = isRoot ? "lp" : NSUserName()
        // As root, backends run as another account, which has to get through to its folders.
        if isRoot { try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root) }
        try """
        Listen \(root)/cups.sock
        DefaultAuthType None
        WebInterface No
        Browsing Off
        <Location />
          Order allow,deny
          Allow all
        </Location>
        <Location /admin>
          Order allow,deny
          Allow all
        </Location>
        <Policy default>
          <Limit All>
            Order allow,deny
            Allow all
          </Limit>
        </Policy>

        """.write(toFile: "\(root)/etc/cupsd.conf", atomically: true, encoding: .utf8)
        try """
        User \(user)
        Group \(isRoot ? "lp" : user)
        SystemGroup root
        ServerRoot \(root)/etc
        CacheDir \(root)/cache
        StateDir \(root)/state
        RequestRoot \(root)/spool
        TempDir \(root)/spool/tmp
        AccessLog \(root)/log/access
        ErrorLog \(root)/log/error
        PageLog \(root)/log/page

        """.write(toFile: "\(root)/etc/cups-files.conf", atomically: true, encoding: .utf8)
        daemon = try Daemon(
            ["/usr/sbin/cupsd", "-f", "-c", "\(root)/etc/cupsd.conf", "-s", "\(root)/etc/cups-files.conf"])
        try folder.until("cupsd answers") { try run("lpstat", "-r").output.contains("scheduler is running") }
    }

    func stop() { daemon.stop() }

    var socket: String { "\(folder.path)/cups.sock" }

    @discardableResult
    func run(_ command: String...) throws -> (status: Int32?, output: String) {
        let outcome = try ProgramRun.run(
            ["/usr/bin/env", "PATH=/usr/bin:/usr/sbin:/bin:/sbin"] + command,
            environment: ["CUPS_SERVER": socket, "LC_ALL": "C.UTF-8"], limit: 20_000)
        return (outcome.status, outcome.output + outcome.errors)
    }

    /// A printer on the network, which takes what it is sent as it is.
    func add(_ name: String, isDefault: Bool = false) throws -> NetworkPrinter {
        let printer = try NetworkPrinter()
        printers.append(printer)
        try install(name, "socket://127.0.0.1:\(printer.port)/?waiteof=false")
        if isDefault { try run("lpadmin", "-d", name) }
        return printer
    }

    /// A printer that isn't there.
    func addAway(_ name: String) throws { try install(name, "socket://127.0.0.1:9/?waiteof=false") }

    private func install(_ name: String, _ device: String) throws {
        let answer = try run("lpadmin", "-p", name, "-E", "-v", device, "-m", "raw")
        try #require(answer.status == 0, "\(answer.output)")
    }
}

/// The other end of a network printer: takes one connection after the other and keeps what comes.
final class NetworkPrinter: Sendable {
    let port: UInt16
    private let listener: Int32
    private let received = Locked<[UInt8]>([])
    private let isPaused = Locked(false)

    init() throws {
        listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        try #require(bound)
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [received, isPaused] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                var chunk = [UInt8](repeating: 0, count: 4096)
                while true {
                    while isPaused.value { poll(nil, 0, 20) }
                    let count = read(connection, &chunk, chunk.count)
                    guard count > 0 else { break }
                    let piece = Array(chunk.prefix(count))
                    received.change { $0 += piece }
                }
                close(connection)
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var bytes: [UInt8] { received.value }

    /// Takes nothing for a while, as a printer does that is warming up.
    func pause(_ pauses: Bool) { isPaused.change { $0 = pauses } }
}
