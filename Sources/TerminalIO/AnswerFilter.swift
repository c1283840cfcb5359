import CTerminalShim

/// Takes the terminal's answers out of what is typed, before anything is made of the keys.
///
/// An answer may come late, in pieces and between two keys. What could be the beginning of one is held; as soon as it can't
/// be one any more, or nothing follows, it is let go as the keys it is. No key is lost and none comes out of order.
struct AnswerFilter: Hashable, Sendable {
    /// Whether an answer to the question about the background may still come.
    private(set) var awaitsBackground = false
    /// Whether an answer to the question about the width may still come.
    private(set) var awaitsWidth = false
    /// Whether the terminal was ever asked: an answer may come later than anybody waits for it.
    private var wasAsked = false
    private var held: [UInt8] = []
    /// How often a wait has ended without anything while an answer was owed.
    private var quietWaits = 0

    /// After so many quiet waits a lone Esc is let through without a pause: this terminal doesn't answer.
    private static let patience = 4

    /// Whether the rest of an answer is being waited for.
    var isHolding: Bool { !held.isEmpty }

    /// Notes what was asked.
    mutating func expect(width: Bool, background: Bool) {
        awaitsWidth = width
        awaitsBackground = background
        wasAsked = wasAsked || width || background
        quietWaits = 0
    }

    /// Takes one byte or key.
    ///
    /// - Parameter code: A byte, or a number of the shim's key list.
    /// - Returns: The codes that are keys after all, in order, and the answer if the code ended one.
    mutating func take(_ code: Int) -> (keys: [Int], answer: TerminalAnswer?) {
        guard wasAsked, let byte = UInt8(exactly: code) else { return (release() + [code], nil) }
        if held.isEmpty, byte != 0x1B { return ([code], nil) }
        let longer = held + [byte]
        switch TerminalAnswer.match(longer, awaitsBackground: awaitsBackground) {
        case .whole(let answer):
            held = []
            switch answer {
            case .cursor: awaitsWidth = false
            case .background: awaitsBackground = false
            }
            return ([], answer)
        case .beginning:
            held = longer
            return ([], nil)
        case .nothing:
            let keys = release()
            // The byte that didn't fit may begin an answer itself.
            let (own, answer) = keys.isEmpty ? ([code], nil) : take(code)
            return (keys + own, answer)
        }
    }

    /// Says that nothing more came at once. A lone Esc is a key unless the terminal owes an answer.
    ///
    /// - Returns: The codes that are keys after all.
    mutating func settle() -> [Int] {
        let mayBeTorn = (awaitsWidth || awaitsBackground) && quietWaits < Self.patience
        return held.count == 1 && !mayBeTorn ? release() : []
    }

    /// Says that nothing came for a while.
    ///
    /// - Returns: The codes that are keys after all.
    mutating func giveUp() -> [Int] {
        if quietWaits < Self.patience { quietWaits += 1 }
        return release()
    }

    private mutating func release() -> [Int] {
        defer { held = [] }
        return held.map(Int.init)
    }
}
