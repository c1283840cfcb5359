import CaseDomain

/// Invented numbers with the check characters that real ones would have.
enum SampleNumbers {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let digits = Array("0123456789".utf8)
    /// The value of each ASCII character in the alphabet of the credit code.
    private static let values: [Int] = {
        var values = [Int](repeating: 0, count: 128)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = value }
        return values
    }()

    /// 统一社会信用代码.
    static func creditCode(of kind: ApplicantKind, _ random: inout SplitMix64) -> String {
        let prefix: String
        switch kind {
        case .enterprise: prefix = "91371625MA3"
        case .individual, .naturalPerson: prefix = "92371625MA3"
        case .cooperative: prefix = "93371625MA3"
        case .government: prefix = "11371625004"
        case .institution: prefix = "12371625495"
        case .socialOrganisation: prefix = "51371625507"
        case .privateNonEnterprise: prefix = "52371625MJD"
        }
        var code = Array(prefix.utf8)
        for _ in 0..<5 { code.append(random.pick(alphabet)) }
        code.append(organisationCheck(code[8..<16]))
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        var sum = 0
        for place in 0..<17 { sum += values[Int(code[place])] * weights[place] }
        code.append(alphabet[(31 - sum % 31) % 31])
        return String(decoding: code, as: UTF8.self)
    }

    /// GB 11714, whose letters count from A = 10 without leaving any out.
    private static func organisationCheck(_ body: ArraySlice<UInt8>) -> UInt8 {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (character, weight) in zip(body, weights) {
            let isLetter = character >= UInt8(ascii: "A")
            sum += Int(isLetter ? character - UInt8(ascii: "A") + 10 : character - UInt8(ascii: "0")) * weight
        }
        let rest = 11 - sum % 11
        return rest == 10 ? UInt8(ascii: "X") : digits[rest == 11 ? 0 : rest]
    }

    /// 公民身份号码 of somebody grown up.
    ///
    /// - Parameter year: the year in which the person must be at least eighteen.
    static func residentID(in year: Int, _ random: inout SplitMix64) -> String {
        var code = Array(random.pick(["371625", "372328", "371602", "370523", "370302", "371623"]).utf8)
        append(random.number(in: (year - 66)...(year - 19)), width: 4, to: &code)
        append(random.number(in: 1...12), width: 2, to: &code)
        append(random.number(in: 1...28), width: 2, to: &code)
        append(random.number(in: 1...999), width: 3, to: &code)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for place in 0..<17 { sum += Int(code[place] - UInt8(ascii: "0")) * weights[place] }
        code.append(Array("10X98765432".utf8)[sum % 11])
        return String(decoding: code, as: UTF8.self)
    }

    /// A mobile number out of a block that is nobody's: the four digits in the middle are zeros.
    static func phone(_ random: inout SplitMix64) -> String {
        var code = Array("1".utf8)
        append(random.number(in: 30...99), width: 2, to: &code)
        code += Array("0000".utf8)
        append(random.below(10_000), width: 4, to: &code)
        return String(decoding: code, as: UTF8.self)
    }

    /// 许可证编号 with its check digit.
    static func licence(
        _ family: LicenceNumber.Family, first: Int, county: String, _ random: inout SplitMix64
    ) -> String {
        var code = Array(family.rawValue.utf8)
        append(first, width: 1, to: &code)
        code += Array(county.utf8)
        append(random.number(in: 1...99_999), width: 6, to: &code)
        let check = LicenceNumber.checkDigit(of: code[2...].map { Int($0 - UInt8(ascii: "0")) })
        append(check, width: 1, to: &code)
        return String(decoding: code, as: UTF8.self)
    }

    /// 登记证编号 of a small workshop or small catering business; no check digit is known for it.
    static func registration(county: String, _ random: inout SplitMix64) -> String {
        var code = Array(("2" + county).utf8)
        append(random.number(in: 1...99_999), width: 6, to: &code)
        return String(decoding: code, as: UTF8.self)
    }

    /// The same code with one character gone wrong, as a hurried hand writes it.
    static func miswritten(_ code: String, _ random: inout SplitMix64) -> String {
        var bytes = Array(code.utf8)
        guard !bytes.isEmpty else { return code }
        let place = random.number(in: bytes.count / 2...bytes.count - 1)
        bytes[place] = bytes[place] == UInt8(ascii: "7") ? UInt8(ascii: "1") : UInt8(ascii: "7")
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ number: Int, width: Int, to code: inout [UInt8]) {
        var scale = 1
        for _ in 1..<max(width, 1) { scale *= 10 }
        while scale > 0 {
            code.append(digits[number / scale % 10])
            scale /= 10
        }
    }
}
