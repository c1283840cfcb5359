import CaseDomain
import Foundation

/// The one place that reads the time. Everybody else gets it in an event's stamp.
struct BusinessClock: Sendable {
    let now: @Sendable () -> Moment

    static let system = BusinessClock {
        Moment(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}

/// Who sits at the desk: the operating-system account, because a name that anybody can type proves nothing.
enum Account {
    static var clerk: ClerkID { ClerkID(NSUserName()) }
}
