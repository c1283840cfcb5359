package import CaseDomain

/// Whether something will do as a PIN.
package enum PINRule {
    package static let fewest = 4
    package static let most = 12

    package enum Fault: Hashable, Sendable {
        case length, notDigits, tooSimple
    }

    package static func fault(_ pin: Secret) -> Fault? {
        let digits = pin.revealed.utf8.map { Int($0) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return .notDigits }
        guard (fewest...most).contains(digits.count) else { return .length }
        let steps = Set(zip(digits, digits.dropFirst()).map { $1 - $0 })
        return steps.count == 1 && steps.isSubset(of: [-1, 0, 1]) ? .tooSimple : nil
    }
}

/// Makes PINs into something that can be kept, and compares them with that. It may take its time.
package protocol PINHashing: Sendable {
    /// - Returns: nil where that can't be done here.
    func hash(_ pin: Secret) -> String?

    func matches(_ pin: Secret, _ hash: String) -> Bool
}

/// A desk that can keep no PIN: it doesn't lock.
package struct NoPINs: PINHashing {
    package init() {}
    package func hash(_ pin: Secret) -> String? { nil }
    package func matches(_ pin: Secret, _ hash: String) -> Bool { false }
}

extension Secret {
    var count: Int { revealed.count }

    func appending(_ character: Character) -> Secret { Secret(revealed + String(character)) }

    func droppingLast() -> Secret { Secret(String(revealed.dropLast())) }
}
