import CTerminalShim
import ScreenKit

/// A mouse report as it comes in: `0;12;5M` after the terminal's introducer.
struct MouseReport: Hashable, Sendable {
    /// The longest report that can mean something.
    private static let longest = 20

    private var bytes: [UInt8] = []

    enum Step: Hashable {
        case more
        /// The report is complete; nil for what the desk has no use for, such as a button let go.
        case done(PointerEvent?)
        /// This was no report after all.
        case broken
    }

    mutating func take(_ code: Int) -> Step {
        guard let byte = UInt8(exactly: code), bytes.count < Self.longest else { return .broken }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
            bytes.append(byte)
            return .more
        case UInt8(ascii: "M"): return .done(event)
        case UInt8(ascii: "m"): return .done(nil)
        default: return .broken
        }
    }

    private var event: PointerEvent? {
        let numbers = String(decoding: bytes, as: UTF8.self).split(separator: ";").compactMap { Int($0) }
        guard numbers.count == 3, numbers[1] >= 1, numbers[2] >= 1 else { return nil }
        let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
        // The modifier bits are dropped; 32 marks a move with a button held.
        switch numbers[0] & ~0x1C {
        case 0: return .click(position)
        case 64: return .wheel(-1, at: position)
        case 65: return .wheel(1, at: position)
        default: return nil
        }
    }
}
