/// 邮件号: what mail services print on what they take.
package struct TrackingNumber: Hashable, Sendable {
    /// Letters and digits alone, in capitals.
    package let text: String

    /// Shorter and longer ones nobody prints.
    private static let lengths = 8...20
    private static let leastDigits = 6

    /// Reads a number as people write it. Services differ too much for more than its length and letters to be looked at.
    ///
    /// - Returns: nil for what can't be one.
    package init?(_ written: String) {
        let folded = LicenceLine.fold(written)
        let isPlain = folded.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        }
        guard isPlain, Self.lengths.contains(folded.utf8.count), folded.count(where: \.isNumber) >= Self.leastDigits
        else { return nil }
        text = folded
    }
}
