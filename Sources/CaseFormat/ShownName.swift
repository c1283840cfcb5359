/// A name from outside, as an error message may show it.
///
/// Messages go to terminals and logs: whatever could act there is replaced, long names are cut, and long runs of
/// digits, which may be somebody's number in the wrong place, are covered.
struct ShownName {
    let text: String

    /// Characters of a name that are shown.
    private static let limit = 40
    /// Digits in a row that no id of ours has.
    private static let longestNumber = 5

    init(_ name: String) {
        var shown = ""
        var digits = ""
        func cover(_ digits: String) -> String { digits.count > ShownName.longestNumber ? "#" : digits }
        for scalar in name.unicodeScalars.prefix(ShownName.limit) {
            if scalar.properties.numericType == .decimal {
                digits.unicodeScalars.append(scalar)
                continue
            }
            shown += cover(digits)
            digits = ""
            shown.unicodeScalars.append(ShownName.isHarmless(scalar) ? scalar : "?")
        }
        shown += cover(digits)
        if name.unicodeScalars.count > ShownName.limit { shown += "…" }
        text = shown
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: scalar != "\"" && scalar != "\\"
        }
    }

    /// A value that was meant to be an id; nil where it looks like something else, such as a person's name.
    static func ofID(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let looksLikeID = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: " "): true
            default: false
            }
        }
        guard looksLikeID, !bytes.isEmpty else { return nil }
        return ShownName(String(decoding: bytes, as: UTF8.self)).text
    }
}
