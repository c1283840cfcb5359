import ScreenKit

/// What the terminal said of itself.
enum TerminalAnswer: Hashable, Sendable {
    /// Where the cursor stood after the ambiguous character that began in the first column.
    case cursor(row: Int, column: Int)
    case background(RGB)

    /// What a run of bytes is, as far as it goes.
    enum Match: Hashable, Sendable {
        case whole(TerminalAnswer)
        /// The beginning of an answer, or of more than one.
        case beginning
        case nothing
    }

    /// - Parameters:
    ///   - bytes: From the Esc on.
    ///   - awaitsBackground: Whether the background was asked for; its answer begins like Alt and `]`.
    static func match(_ bytes: [UInt8], awaitsBackground: Bool) -> Match {
        guard bytes.first == 0x1B else { return .nothing }
        guard bytes.count > 1 else { return .beginning }
        switch bytes[1] {
        case 0x5B: return report(bytes.dropFirst(2))
        case 0x5D where awaitsBackground: return colour(bytes.dropFirst(2))
        default: return .nothing
        }
    }

    /// `row ; column R`.
    private static func report(_ bytes: ArraySlice<UInt8>) -> Match {
        var numbers = [0]
        var digits = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39 where digits < 4:
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
                digits += 1
            case 0x3B where numbers.count == 1 && digits > 0:
                numbers.append(0)
                digits = 0
            case 0x52 where numbers.count == 2 && digits > 0:
                return .whole(.cursor(row: numbers[0], column: numbers[1]))
            default: return .nothing
            }
        }
        return .beginning
    }

    /// `11 ; rgb : r / g / b` with one to four hexadecimal digits each, ended by BEL or by Esc and `\`.
    private static func colour(_ bytes: ArraySlice<UInt8>) -> Match {
        let head = Array("11;rgb:".utf8)
        guard bytes.prefix(head.count).elementsEqual(head.prefix(bytes.count)) else { return .nothing }
        var channels: [(value: Int, digits: Int)] = [(0, 0)]
        var isEnding = false
        for byte in bytes.dropFirst(head.count) {
            if isEnding { return byte == 0x5C ? whole(channels) : .nothing }
            let place = channels.count - 1
            if let digit = Character(Unicode.Scalar(byte)).hexDigitValue, channels[place].digits < 4 {
                channels[place] = (channels[place].value << 4 | digit, channels[place].digits + 1)
            } else if byte == 0x2F, channels.count < 3, channels[place].digits > 0 {
                channels.append((0, 0))
            } else if byte == 0x07 {
                return whole(channels)
            } else if byte == 0x1B {
                isEnding = true
            } else {
                return .nothing
            }
        }
        return .beginning
    }

    private static func whole(_ channels: [(value: Int, digits: Int)]) -> Match {
        guard channels.count == 3, channels.allSatisfy({ $0.digits > 0 }) else { return .nothing }
        let bytes = channels.map { $0.value * 255 / ((1 << (4 * $0.digits)) - 1) }
        return .whole(.background(RGB(bytes[0] << 16 | bytes[1] << 8 | bytes[2])))
    }
}
