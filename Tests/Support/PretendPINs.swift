package import CaseDomain
import ClerkDesk

/// Keeps PINs so that a test needn't wait: turned round, and never as they were typed.
package struct PretendPINs: PINHashing {
    package init() {}
    package func hash(_ pin: Secret) -> String? { "turned:" + String(pin.revealed.reversed()) }
    package func matches(_ pin: Secret, _ hash: String) -> Bool { self.hash(pin) == hash }
}
