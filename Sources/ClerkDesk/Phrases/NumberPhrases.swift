package import CaseDomain

// What is wrong with a number, in words: said place by place, so that a clerk can point at it.

extension CreditCode.Problem {
    package var phrase: Phrase {
        switch self {
        case .length(let count):
            Phrase("应为18位，现有\(count)位", "must have 18 characters, has \(count)")
        case .character(let place):
            Phrase(
                "第\(place)位不能用（只用数字和大写字母，不含I、O、S、V、Z）",
                "character \(place) is not allowed (digits and capitals without I, O, S, V, Z)")
        case .organisationCheck(let expected, let found):
            Phrase(
                "第9至17位的组织机构代码校验不符：第17位是\(found)，应为\(expected)",
                "organisation code inside (9 to 17) fails: character 17 is \(found), should be \(expected)")
        case .check(let expected, let found):
            Phrase(
                "第18位校验不符：是\(found)，应为\(expected)，请逐位核对",
                "check character 18 is \(found), should be \(expected)")
        }
    }
}

extension ResidentID.Problem {
    package var phrase: Phrase {
        switch self {
        case .length(let count):
            Phrase("应为18位，现有\(count)位", "must have 18 characters, has \(count)")
        case .character(let place):
            Phrase("第\(place)位应为数字（第18位可为X）", "character \(place) must be a digit (the 18th may be X)")
        case .birthDate:
            Phrase("第7至14位不是真实的出生日期", "characters 7 to 14 are no real birth date")
        case .birthDateInFuture:
            Phrase("第7至14位的出生日期晚于今天", "the birth date (7 to 14) lies in the future")
        case .check(let expected, let found):
            Phrase(
                "第18位校验不符：是\(found)，应为\(expected)，请逐位核对",
                "check character 18 is \(found), should be \(expected)")
        }
    }
}

extension LicenceNumber.Problem {
    package var phrase: Phrase {
        switch self {
        case .prefix(let expected):
            Phrase(
                "开头字母应为\(expected.map(\.rawValue).joined(separator: "、"))",
                "must begin with \(expected.map(\.rawValue).joined(separator: ", "))")
        case .length(let count):
            Phrase("应为2个字母加14位数字，现有\(count)位", "must be 2 letters and 14 digits, has \(count)")
        case .character(let place):
            Phrase("第\(place)位应为数字", "character \(place) must be a digit")
        case .check(let expected, let found):
            Phrase(
                "第16位校验不符：是\(found)，应为\(expected)，请逐位核对",
                "check digit 16 is \(found), should be \(expected)")
        }
    }
}
