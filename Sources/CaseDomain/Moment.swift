/// An instant: seconds since 1970-01-01T00:00:00Z.
///
/// The core never reads a clock. Moments come in with events, stamped once at the desk's edge.
package struct Moment: Hashable, Sendable, Comparable {
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// The offset of the whole country, in seconds east of UTC. China keeps one time without summer time.
    package static let officeOffset: Int64 = 8 * 3600

    /// Reads `YYYY-MM-DDTHH:MM:SS` followed by `Z` or `±HH:MM`.
    ///
    /// - Returns: nil for anything else: a moment without its offset is a guess.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = CivilDate.number(bytes[11..<13]), hour < 24,
            let minute = CivilDate.number(bytes[14..<16]), minute < 60,
            let second = CivilDate.number(bytes[17..<19]), second < 60,
            let offset = Moment.offset(bytes[19...])
        else { return nil }
        let clock = Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
        self.init(secondsSince1970: Int64(date.dayNumber) * 86_400 + clock - offset)
    }

    /// - Parameter seconds: seconds after midnight, office time.
    package init(_ date: CivilDate, seconds: Int64 = 0) {
        self.init(secondsSince1970: Int64(date.dayNumber) * 86_400 + seconds - Moment.officeOffset)
    }

    package static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    /// The day at the office.
    package var date: CivilDate {
        let local = secondsSince1970 + Moment.officeOffset
        return CivilDate(dayNumber: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// Reads what `clock` gives.
    ///
    /// - Parameter text: `HH:MM`, or `H:MM`; a full-width colon is fine, and so is none, as hands in a hurry type it.
    package init?(clock text: String, on date: CivilDate) {
        var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        if parts.count == 1, (3...4).contains(text.utf8.count) { parts = [text.dropLast(2), text.suffix(2)] }
        guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
            let hour = CivilDate.number(Array(parts[0].utf8)[...]), hour < 24,
            let minute = CivilDate.number(Array(parts[1].utf8)[...]), minute < 60
        else { return nil }
        self.init(date, seconds: Int64(hour) * 3600 + Int64(minute) * 60)
    }

    /// `HH:MM` at the office.
    package var clock: String {
        let seconds = Int(secondsSince1970 + Moment.officeOffset) - date.dayNumber * 86_400
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let bytes = Array(bytes)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = CivilDate.number(bytes[1..<3]), hours < 24,
            let minutes = CivilDate.number(bytes[4..<6]), minutes < 60
        else { return nil }
        let size = Int64(hours) * 3600 + Int64(minutes) * 60
        switch bytes[0] {
        case UInt8(ascii: "+"): return size
        case UInt8(ascii: "-"): return -size
        default: return nil
        }
    }
}

extension Moment: CustomStringConvertible, Codable {
    /// ISO 8601 with the office's offset, to the second: `2026-11-20T09:12:00+08:00`.
    package var description: String {
        let seconds = Int(secondsSince1970 + Moment.officeOffset) - date.dayNumber * 86_400
        return "\(date)T\(clock):\(padded(seconds % 60, 2))+08:00"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Moment(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a moment with its offset")
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
