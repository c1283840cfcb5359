package import CaseDomain

/// A place in the log: how many events there are up to it, and the hash of the last of them. Whoever keeps one elsewhere can
/// tell later whether the log up to there is still the same.
package struct ChainPoint: Hashable, Sendable, CustomStringConvertible {
    package let count: Int64
    /// 32 bytes.
    package let hash: [UInt8]

    package init(count: Int64, hash: [UInt8]) {
        self.count = count
        self.hash = hash
    }

    /// Reads what `description` gives; blanks and capitals don't matter, because people copy it from paper.
    package init?(_ text: some StringProtocol) {
        let parts = String(text.filter { !$0.isWhitespace }).split(separator: ":")
        guard parts.count == 2, let count = Int64(parts[0]), count >= 0, parts[1].utf8.count == 64 else { return nil }
        var hash: [UInt8] = []
        var digits = parts[1][...]
        while !digits.isEmpty {
            let pair = digits.prefix(2)
            guard pair.allSatisfy(\.isHexDigit), let byte = UInt8(pair, radix: 16) else { return nil }
            hash.append(byte)
            digits = digits.dropFirst(2)
        }
        self.init(count: count, hash: hash)
    }

    /// `COUNT:HASH`, the hash in hexadecimal digits.
    package var description: String { "\(count):\(HexText.of(hash))" }
}

/// Bytes as hexadecimal digits.
package enum HexText {
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// What a walk over the whole log found.
package struct ChainReport: Hashable, Sendable {
    /// The last event that is sound, with everything before it.
    package var head: ChainPoint
    /// Events whose bodies were erased at the end of their retention.
    package var erased: Int64
    /// How many events an older program wrote, before the log's end was kept anywhere: that none of them was cut off nobody
    /// can tell. 0 where the log was anchored from its beginning.
    package var unanchored: Int64
    /// The first thing that isn't as it was written; nil where everything is.
    package var fault: ChainFault?

    package init(head: ChainPoint, erased: Int64 = 0, unanchored: Int64 = 0, fault: ChainFault? = nil) {
        self.head = head
        self.erased = erased
        self.unanchored = unanchored
        self.fault = fault
    }
}

/// Where the log is broken first.
package struct ChainFault: Hashable, Sendable {
    package let kind: Kind
    /// The place of the event in the log, from 1.
    package let sequence: Int64
    /// The case and the event in it; nil where nothing is left that says so.
    package let number: CaseNumber?
    package let revision: Int?
    /// What kind of event it says it is.
    package let event: String?

    package init(
        _ kind: Kind, at sequence: Int64, number: CaseNumber? = nil, revision: Int? = nil, event: String? = nil
    ) {
        self.kind = kind
        self.sequence = sequence
        self.number = number
        self.revision = revision
        self.event = event
    }

    package enum Kind: String, Vocabulary {
        /// An event in the middle isn't there.
        case missing
        /// It isn't linked to the one before it.
        case link
        /// When, who, which case or what kind isn't what was sealed.
        case header
        /// What it says isn't what was sealed.
        case body
        /// What it said is gone, though the case was never erased.
        case bodyGone = "body-gone"
        /// Events at the end were cut off.
        case cutOff = "cut-off"
        /// The log is whole in itself, but isn't the one that was anchored.
        case replaced
        /// There are more events than were anchored.
        case unanchored
    }
}

/// An event as it lies in the log, with what its seal says.
package struct SealedEvent: Hashable, Sendable {
    package let sequence: Int64
    package let revision: Int
    /// The kind's name in the log.
    package let kind: String
    package let stamp: EventStamp
    /// 32 bytes.
    package let hash: [UInt8]
    package let seal: Seal
    /// Nil where it was erased or can't be read.
    package let payload: CaseEvent.Payload?

    package init(
        sequence: Int64, revision: Int, kind: String, stamp: EventStamp, hash: [UInt8], seal: Seal,
        payload: CaseEvent.Payload?
    ) {
        self.sequence = sequence
        self.revision = revision
        self.kind = kind
        self.stamp = stamp
        self.hash = hash
        self.seal = seal
        self.payload = payload
    }

    package enum Seal: String, Vocabulary {
        case whole, erased, broken
    }
}
