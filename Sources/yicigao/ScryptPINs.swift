import CaseDomain
import ClerkDesk
import Crypto
import CryptoExtras
import Foundation

/// PINs kept as scrypt keys, each with a salt of its own: `scrypt$rounds$block$parallel$salt$key`.
///
/// A PIN is short, so the cost is what protects it: some 32 MB and a tenth of a second for each guess.
struct ScryptPINs: PINHashing {
    private static let name = "scrypt"
    private static let rounds = 1 << 15
    private static let block = 8
    private static let parallel = 1
    private static let keyBytes = 32
    private static let saltBytes = 16
    /// More than that isn't derived for anybody: what is kept was damaged, or put there by somebody else.
    private static let mostRounds = 1 << 17

    func hash(_ pin: Secret) -> String? {
        let salt = SymmetricKey(size: SymmetricKeySize(bitCount: Self.saltBytes * 8)).withUnsafeBytes { Array($0) }
        guard let key = Self.key(pin, salt, rounds: Self.rounds, block: Self.block, parallel: Self.parallel) else {
            return nil
        }
        let numbers = [Self.rounds, Self.block, Self.parallel].map(String.init)
        return ([Self.name] + numbers + [Data(salt).base64EncodedString(), Data(key).base64EncodedString()])
            .joined(separator: "$")
    }

    func matches(_ pin: Secret, _ hash: String) -> Bool {
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == Self.name, let rounds = Int(parts[1]), let block = Int(parts[2]),
            let parallel = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let kept = Data(base64Encoded: parts[5]), (2...Self.mostRounds).contains(rounds), block == Self.block,
            parallel == Self.parallel, kept.count == Self.keyBytes,
            let key = Self.key(pin, Array(salt), rounds: rounds, block: block, parallel: parallel)
        else { return false }
        // Every byte is looked at, so that the time says nothing about how many are right.
        return zip(key, kept).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func key(
        _ pin: Secret, _ salt: [UInt8], rounds: Int, block: Int, parallel: Int
    ) -> [UInt8]? {
        do {
            return try KDF.Scrypt.deriveKey(
                from: Array(pin.revealed.utf8), salt: salt, outputByteCount: keyBytes, rounds: rounds, blockSize: block,
                parallelism: parallel
            ).withUnsafeBytes { Array($0) }
        } catch {
            return nil
        }
    }
}
