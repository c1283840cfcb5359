/// 送达方式: the four ways, of which three spare the applicant a trip.
package enum DeliveryMode: String, Vocabulary {
    /// 窗口领取.
    case window
    /// 预审后邮寄: the licence is mailed out.
    case mailOut = "mail-out"
    /// 双向邮寄: papers come and the licence goes by mail.
    case mailBoth = "mail-both"
    /// 勘查收件: papers are collected at the inspection, the licence is mailed or electronic.
    case atInspection = "at-inspection"

    /// 零跑腿.
    package var isZeroTrip: Bool { self != .window }
}

/// How the applicant wants the licence.
package struct DeliveryPlan: Hashable, Sendable, Codable {
    package let mode: DeliveryMode
    /// 领取窗口, which the message names; empty where it is mailed.
    package let window: String
    /// 收件地址; empty where it is fetched.
    package let address: String

    package init(mode: DeliveryMode, window: String = "", address: String = "") {
        self.mode = mode
        self.window = window
        self.address = address
    }
}

/// 证照送达, as it happened.
package struct Delivery: Hashable, Sendable, Codable {
    package let mode: DeliveryMode
    package let on: CivilDate
    /// 邮件号; empty where nothing was mailed.
    package let tracking: String
    /// Who took it; empty where nobody signed.
    package let receivedBy: String

    package init(mode: DeliveryMode, on: CivilDate, tracking: String = "", receivedBy: String = "") {
        self.mode = mode
        self.on = on
        self.tracking = tracking
        self.receivedBy = receivedBy
    }
}

/// 好差评, in five levels.
package struct Rating: Hashable, Sendable, Codable {
    package enum Level: String, Vocabulary {
        case excellent, good, fair, poor
        case veryPoor = "very-poor"

        /// 差评, which is followed up.
        package var isBad: Bool { self == .poor || self == .veryPoor }
    }

    package let level: Level
    package let words: String

    package init(level: Level, words: String) {
        self.level = level
        self.words = words
    }
}

/// 差评整改: what was found out, and what came of it.
package struct RatingAnswer: Hashable, Sendable, Codable {
    package let words: String
    /// Whether the matter is put right; false while it is only looked into.
    package let isSettled: Bool

    package init(words: String, isSettled: Bool) {
        self.words = words
        self.isSettled = isSettled
    }
}

/// 到期提醒, one contact.
package struct ExpiryContact: Hashable, Sendable, Codable {
    package enum Channel: String, Vocabulary {
        case phone, message, wechat, visit
    }

    package enum Answer: String, Vocabulary {
        /// 已告知.
        case told
        /// 联系不上.
        case unreachable
        /// 不再经营: to be cancelled.
        case closed
        /// 将延续.
        case renewing
    }

    package let channel: Channel
    package let answer: Answer
    package let words: String

    package init(channel: Channel, answer: Answer, words: String) {
        self.channel = channel
        self.answer = answer
        self.words = words
    }
}

/// Why a licence needs no reminder any more.
package struct LicenceEnding: Hashable, Sendable, Codable {
    package enum Reason: String, Vocabulary {
        case renewed, cancelled
        /// 异常户: nobody is there; struck off one by one.
        case abnormal
    }

    package let reason: Reason
    package let words: String

    package init(reason: Reason, words: String) {
        self.reason = reason
        self.words = words
    }
}
