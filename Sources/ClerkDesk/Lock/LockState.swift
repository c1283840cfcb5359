package import CaseDomain

/// 锁屏: what stands before everything while the clerk is away.
package struct LockState: Hashable, Sendable {
    package enum Stage: Hashable, Sendable {
        case open
        /// Whether the clerk has a PIN is being looked up.
        case finding
        case asking
        /// What was typed is being compared, or kept.
        case working
        /// The clerk has no PIN yet and wants to lock: he types one, and then the same again. Until then his desk isn't
        /// locked, and he can go back.
        case choosing(first: Secret?)
        /// It locked itself and there is no PIN: whoever stands there may only leave.
        case shut
    }

    package internal(set) var stage = Stage.open
    /// Whether nobody pressed a key before it locked, so that whoever comes may be anybody.
    var isIdle = false
    /// The answer whether the clerk is to be told that he has no PIN.
    var greeting: Int?
    /// What has been typed so far.
    var typed = Secret("")
    /// The answer that is awaited.
    var effect: Int?
    /// Wrong PINs in a row.
    var wrong = 0
    /// No PIN is taken before this.
    var waitsUntil: Moment?
    /// What is to be said under the field.
    var said: Said?
    /// When the last key was pressed; nil before the first event.
    var lastTyped: Moment?

    enum Said: Hashable, Sendable {
        case wrong
        case differs
        case fault(PINRule.Fault)
        case kept
        case trouble
    }

    package var isLocked: Bool { stage != .open }

    /// So many wrong ones cost nothing.
    private static let freeTries = 2
    private static let firstWait: Int64 = 5
    private static let longestWait: Int64 = 600

    /// How long is waited after so many wrong PINs in a row, in seconds: twice as long each time.
    package static func wait(after wrong: Int) -> Int64 {
        guard wrong > freeTries else { return 0 }
        return min(longestWait, firstWait << Int64(min(wrong - freeTries - 1, 10)))
    }

    /// Seconds until a PIN is taken again.
    func waiting(at now: Moment) -> Int64 {
        max(0, (waitsUntil?.secondsSince1970 ?? 0) - now.secondsSince1970)
    }
}
