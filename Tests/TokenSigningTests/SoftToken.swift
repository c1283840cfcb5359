import Foundation
import TestSupport
import Testing

/// A token in software, made anew for a test: a folder of its own, a key, and a certificate that belongs to it.
struct SoftToken {
    static let module = "/usr/lib/softhsm/libsofthsm2.so"
    static let pin = "246810"

    enum Key: String, CaseIterable, Sendable {
        case rsa, ec

        fileprivate var arguments: [String] {
            switch self {
            case .rsa: ["-newkey", "rsa:2048"]
            case .ec: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
            }
        }
    }

    private let folder: TemporaryFolder
    /// Where the tokens lie.
    var tokens: String { "\(folder.path)/tokens" }

    /// - Parameters:
    ///   - key: nil for a token with neither key nor certificate.
    ///   - tokens: how many of the kind are plugged in.
    init(_ key: Key?, tokens: Int = 1) throws {
        folder = try TemporaryFolder()
        let store = "\(folder.path)/tokens"
        try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
        try "directories.tokendir = \(store)\nobjectstore.backend = file\n".write(
            toFile: "\(folder.path)/softhsm2.conf", atomically: true, encoding: .utf8)
        setenv("SOFTHSM2_CONF", "\(folder.path)/softhsm2.conf", 1)
        for place in 0..<tokens {
            try run([
                "softhsm2-util", "--init-token", "--free", "--label", "t\(place)", "--so-pin", "1357", "--pin",
                Self.pin,
            ])
        }
        guard let key else { return }
        let name = "\(folder.path)/key"
        try run(
            ["openssl", "req", "-x509", "-nodes", "-days", "30", "-subj", "/C=CN/O=Town/CN=Sun Liye"] + key.arguments
                + [
                    "-keyout", "\(name).pem", "-out", "\(name).crt",
                ])
        try run(["openssl", "x509", "-in", "\(name).crt", "-outform", "DER", "-out", "\(name).der"])
        try run(["openssl", "pkcs8", "-topk8", "-nocrypt", "-in", "\(name).pem", "-out", "\(name).p8"])
        try run([
            "softhsm2-util", "--import", "\(name).p8", "--token", "t0", "--label", "filing", "--id", "01", "--pin",
            Self.pin,
        ])
        try run([
            "pkcs11-tool", "--module", Self.module, "--token-label", "t0", "--login", "--pin", Self.pin,
            "--write-object",
            "\(name).der", "--type", "cert", "--id", "01", "--label", "filing",
        ])
    }

    /// Somebody pulls it out.
    func remove() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: tokens) {
            try FileManager.default.removeItem(atPath: "\(tokens)/\(name)")
        }
    }

    private func run(_ command: [String]) throws {
        let (code, said) = try Tool.run(command)
        try #require(code == 0, "\(command.joined(separator: " ")): \(said)")
    }
}
