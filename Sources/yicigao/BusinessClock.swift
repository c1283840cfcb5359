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
    /// By the user id of the process: $USER and $LOGNAME are anybody's to set.
    static var clerk: ClerkID {
        let user = getuid()
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return ClerkID("uid-\(user)") }
        return ClerkID(String(cString: name))
    }
}
