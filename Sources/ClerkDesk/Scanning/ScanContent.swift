package import CaseDomain

/// What a scan gun read, once it is known to be whole.
package enum ScanContent: Hashable, Sendable {
    /// 居民身份证.
    case residentID(String)
    /// 统一社会信用代码.
    case creditCode(String)
    /// 许可证编号 or 备案编号, from the licence or from the address in its code.
    case licence(String)
    /// A case of ours, by its number or by the code on one of our papers.
    case ownCase(CaseNumber)

    /// - Parameters:
    ///   - text: everything that was read; a blank more or less makes it something else.
    ///   - office: whose papers carry our own code.
    ///   - day: nobody is born after it.
    /// - Returns: nil for anything that isn't wholly one of the known kinds, with its check character right.
    package init?(_ text: String, at office: Office, on day: CivilDate) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        if let number = ScanContent.number(in: text, at: office) {
            self = .ownCase(number)
            return
        }
        if ScanContent.isAddress(text) {
            guard let number = ScanContent.licence(in: text, on: day) else { return nil }
            self = .licence(number)
            return
        }
        let upper = text.uppercased()
        guard let kind = ScanContent.kind(upper, on: day) else { return nil }
        switch kind {
        case .residentID: self = .residentID(upper)
        case .creditCode: self = .creditCode(upper)
        case .licence, .filing, .production: self = .licence(upper)
        }
    }

    private static func kind(_ text: String, on day: CivilDate) -> NumberReading.Kind? {
        switch text.utf8.count {
        case 18: [.residentID, .creditCode].first { NumberReading(text, as: $0, on: day).isValid }
        case 16:
            [.licence, .filing].first { LicenceNumber.isValid(text) && NumberReading(text, as: $0, on: day).isValid }
        default: nil
        }
    }

    /// Our own number, bare or in the address that our papers carry.
    private static func number(in text: String, at office: Office) -> CaseNumber? {
        if isCaseNumber(text[...]) { return CaseNumber(text) }
        guard let address = office.statusURL, let place = address.firstRange(of: "{case}") else { return nil }
        let (before, after) = (address[..<place.lowerBound], address[place.upperBound...])
        guard text.hasPrefix(before), text.hasSuffix(after), text.utf8.count > before.utf8.count + after.utf8.count
        else { return nil }
        let number = text.dropFirst(before.count).dropLast(after.count)
        return isCaseNumber(number) ? CaseNumber(String(number)) : nil
    }

    private static func isCaseNumber(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (6...9).contains(parts[1].utf8.count) else { return false }
        return parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    static func isAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }

    /// The one licence number that an address holds; nil for none, or for two that differ.
    private static func licence(in address: String, on day: CivilDate) -> String? {
        let runs = address.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let numbers = Set(
            runs.map(String.init).filter { kind($0, on: day).map { $0 != .residentID } ?? false }
                .filter { $0.utf8.count == 16 })
        return numbers.count == 1 ? numbers.first : nil
    }

    /// What it is called.
    var phrase: Phrase {
        switch self {
        case .residentID: Phrases.Scans.residentID
        case .creditCode: Phrases.Scans.creditCode
        case .licence: Phrases.Scans.licence
        case .ownCase: Phrases.Scans.ownCase
        }
    }

    /// As a screen may show it.
    var shown: String {
        switch self {
        case .residentID(let number): ResidentID.masked(number)
        case .creditCode(let number), .licence(let number): number
        case .ownCase(let number): number.text
        }
    }
}

/// What arrived from a scan gun.
package struct Scan: Hashable, Sendable {
    package let text: String
    package let content: ScanContent
    /// Whether the characters were typed as they came, in a field that takes any text; only Enter was kept back.
    package let isTyped: Bool

    package init(text: String, content: ScanContent, isTyped: Bool) {
        self.text = text
        self.content = content
        self.isTyped = isTyped
    }
}

/// A search that a scan began on the queue.
package struct ScanSearch: Hashable, Sendable {
    package let effect: Int
    package let content: ScanContent
}
