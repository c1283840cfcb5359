package import CaseDomain

// What is wrong with a number, in words: said place by place, so that a clerk can point at it. The form and the command
// line both take their words from here.

extension NumberReading {
    /// The first thing that is wrong or to be looked at, short enough for the line of a field; nil where there is nothing.
    package var complaint: Phrase? { problems.first?.phrase ?? doubts.first?.phrase }

    /// How to put it right, where that is certain. Never holds a number: a person's may be covered on the screen.
    package var hint: Phrase? {
        if case .upgrade = repair { return nil }
        return repair?.phrase
    }
}

extension NumberReading.Kind {
    package var phrase: Phrase {
        switch self {
        case .creditCode: Phrase("统一社会信用代码", "Unified social credit code")
        case .residentID: Phrase("公民身份号码", "Identity number")
        case .licence: Phrase("食品经营许可证编号", "Food licence number")
        case .filing: Phrase("备案编号", "Filing number")
        case .production: Phrase("食品生产许可证编号", "Food production licence number")
        }
    }
}

extension NumberReading.Problem {
    package var phrase: Phrase {
        switch self {
        case .length(let count, let expected):
            let gap = abs(expected - count)
            return count < expected
                ? Phrase(
                    "应为\(expected)位，现有\(count)位，少\(gap)位",
                    "must have \(expected) characters, has \(count), \(gap) too few")
                : Phrase(
                    "应为\(expected)位，现有\(count)位，多\(gap)位",
                    "must have \(expected) characters, has \(count), \(gap) too many")
        case .character(let place, let strange): return strange.phrase(at: place)
        case .prefix(let expected):
            let letters = expected.rawValue
            return Phrase("开头字母应为\(letters)", "must begin with \(letters)")
        case .organisationCheck(let expected, let found):
            return Phrase(
                "第9至17位的组织机构代码校验不符：第17位是\(found)，应为\(expected)",
                "organisation code inside (9 to 17) fails: character 17 is \(found), should be \(expected)")
        case .birthDate(let places):
            let (from, to) = (places.lowerBound, places.upperBound)
            return Phrase("第\(from)至\(to)位不是真实的出生日期", "characters \(from) to \(to) are no real birth date")
        case .birthDateInFuture(let places):
            let (from, to) = (places.lowerBound, places.upperBound)
            return Phrase("第\(from)至\(to)位的出生日期晚于今天", "the birth date (\(from) to \(to)) lies in the future")
        case .check(let place, let expected, let found):
            return Phrase(
                "第\(place)位校验不符：是\(found)，应为\(expected)，请逐位核对",
                "check character \(place) is \(found), should be \(expected)")
        case .formerResidentID:
            return Phrase(
                "15位旧号自2013-01-01起停用（待核），请用18位号码", "15 digits: not valid since 2013-01-01 (unverified); use the 18")
        case .formerCertificate(.cateringService):
            return Phrase(
                "餐饮服务许可证是旧证，已全部失效（待核）", "an old catering service certificate: all have run out (unverified)")
        case .formerCertificate(.foodDistribution):
            return Phrase(
                "食品流通许可证是旧证，已全部失效（待核）", "an old food distribution certificate: all have run out (unverified)")
        }
    }
}

extension NumberReading.Strange {
    fileprivate func phrase(at place: Int) -> Phrase {
        switch self {
        case .fullWidth(let plain):
            Phrase("第\(place)位是全角字符，应为半角\(plain)", "character \(place) is full-width; type a plain \(plain)")
        case .smallLetter(let capital):
            Phrase("第\(place)位应为大写\(capital)", "character \(place) must be a capital \(capital)")
        case .lookAlike(let found, let meant):
            Phrase(
                "第\(place)位不能是字母\(found)，是否应为\(meant)？", "character \(place) cannot be the letter \(found); \(meant)?")
        case .blank: Phrase("第\(place)位是空格", "character \(place) is blank")
        case .other(let found): Phrase("第\(place)位不能是\(found)", "character \(place) cannot be \(found)")
        case .unprintable: Phrase("第\(place)位是不能用的字符", "character \(place) is not allowed")
        }
    }
}

extension NumberReading.Repair {
    package var phrase: Phrase {
        switch self {
        case .swap(let first):
            let second = first + 1
            return Phrase("若第\(first)、\(second)位互换则校验通过", "swapping \(first) and \(second) would make it right")
        case .replace(let changes):
            let places = changes.map { "\($0.place)" }.joined(separator: ", ")
            let characters = changes.map { "\($0.character)" }.joined(separator: ", ")
            return Phrase(
                "若第\(places)位改为\(characters)则校验通过", "changing \(places) to \(characters) would make it right")
        case .drop(let place): return Phrase("若去掉第\(place)位则校验通过", "leaving out \(place) would make it right")
        case .upgrade(let number): return Phrase("18位号码应为\(number)", "with 18 characters it would be \(number)")
        }
    }
}

extension NumberReading.Doubt {
    package var phrase: Phrase {
        switch self {
        case .registrar(let code):
            Phrase(
                "前两位\(code)不是已知的登记管理部门和机构类别（待核）", "\(code) is no registrar and kind that we know (unverified)")
        case .province(let place, let code):
            Phrase("第\(place)位起的\(code)不是省级代码", "\(code) from place \(place) on stands for no province")
        case .county(let place, let code):
            Phrase(
                "第\(place)位起的\(code)不在国标县级代码内（或为功能区），不作为错误",
                "\(code) from place \(place) on is no county of the standard; an area of its own? No error")
        case .businessType(let place, let digit):
            Phrase("第\(place)位的\(digit)不是已知的类型（待核）", "\(digit) in place \(place) has no known meaning (unverified)")
        case .check(let place, let expected, let found):
            Phrase(
                "第\(place)位是\(found)，按MOD 11,10应为\(expected)；此类编号的算法待核，不作为错误",
                "check digit \(place) is \(found), by MOD 11,10 \(expected); unverified for this kind, so no error")
        case .formerResidenceCard:
            Phrase("旧版外国人永久居留证号码，无法校验（待核）", "an old permanent residence card: it cannot be checked (unverified)")
        }
    }
}
