package import CaseDomain
package import CaseStore

/// 送达之后: what the desk shows and knows of licences that run out, of feedback and of bad ratings.
package struct AftercareState: Hashable, Sendable {
    /// 到期台账; nil while it isn't on the screen.
    package var expiry: ExpiryBoard?
    /// 反馈; nil while it isn't on the screen.
    package var feedback: FeedbackBoard?
    package var inbox = FeedbackInbox()
    /// A write whose answer is awaited, and what is said when it is done.
    package var acting: Acting?

    package struct Acting: Hashable, Sendable {
        package let effect: Int
        package let done: Phrase
    }

    package var place: DeskPlace? { expiry != nil ? .expiry : feedback != nil ? .feedback : nil }
}

/// What is wanted of the ledgers, as an effect.
package enum AftercareJob: Hashable, Sendable {
    case firms(ExpiryQuery, after: LicencePlace?, limit: Int)
    case countFirms(ExpiryQuery)
    /// Unless nothing has happened since.
    case feedback(closedSince: Moment, counter: Int?)
    case history(FeedbackNumber)
    case badRatings(limit: Int)
    case perform(FeedbackAct, EventStamp)

    func run(on store: any LicenceStoring & FeedbackStoring) throws(StoreError) -> AftercareAnswer {
        switch self {
        case .firms(let query, let place, let limit):
            .firms(try store.expiringFirms(query, after: place, limit: limit))
        case .countFirms(let query): .count(try store.countExpiringFirms(query))
        case .feedback(let since, let counter):
            .feedback(try store.feedback(closedSince: since, counter: counter))
        case .history(let number): .history(try store.feedbackHistory(of: number))
        case .badRatings(let limit): .ratings(try store.openBadRatings(limit: limit))
        case .perform(let act, let stamp): .performed(try store.perform(act, stamp: stamp))
        }
    }

    var lane: Effect.Lane {
        if case .perform = self { .direct } else { .background }
    }
}

package enum AftercareAnswer: Hashable, Sendable {
    case firms([FirmLicences])
    case count(Int)
    /// Nil where nothing has happened.
    case feedback(FeedbackSheet?)
    case history([FeedbackEvent])
    case ratings([BadRating])
    case performed(Result<Feedback, FeedbackRefusal>)
}

/// What an entry is filled in for.
package enum AftercareEntry: Hashable, Sendable {
    /// 送达方式, in the order of the choice.
    case planDelivery([DeliveryMode])
    case deliver
    case rate, answerRating
    /// 到期提醒 by hand.
    case contact(FirmLicences)
    /// 销账, one licence after the other.
    case end(FirmLicences)
    case openFeedback
    /// 上报: those in charge, in the order of the choice.
    case passUp(FeedbackNumber, [String])
    case answer(FeedbackNumber)
    case close(FeedbackNumber)
}

/// What is chosen from a list.
package enum AftercareChoice: Hashable, Sendable {
    case expiryView
    /// The case of one of several licences.
    case licence

    var title: Phrase {
        switch self {
        case .expiryView: Phrases.Views.title
        case .licence: Phrases.Expiry.pickLicence
        }
    }
}
